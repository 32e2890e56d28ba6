using System.Net;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Assignments;

/// <summary>Assignments, the rights they carry, and their end.</summary>
public sealed class AssignmentTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly BrokerListener events = fixture.Events;
    private readonly HttpClient ombudsman = fixture.Host.As(People.IdOf("ombudsman"), "assignments:manage@district");

    [Fact]
    public async Task An_assignment_starts_with_the_rights_of_its_kind_in_its_association_and_ends_on_demand()
    {
        var person = (await members.AddMemberAsync(Places.Karlstad)).Id;
        var id = await StartAsync(person, "treasurer", Places.Karlstad);
        var started = await events.HearAsync<AssignmentStarted>(one => one.AssignmentId == id);
        Assert.Equal((person, "treasurer", 1), (started.MemberId, started.Kind, started.Version));
        Assert.Equal(
            ["central:read", "fees:note", "grants:apply", "plan:read", "register:read", "statistics:read"], started.Grants.Select(grant => grant.Permission).Order(StringComparer.Ordinal));
        Assert.All(started.Grants, grant => Assert.Equal(Places.Karlstad, grant.AssociationId));
        Assert.Contains(await ListAsync(), row => row.Id("assignmentId") == id);

        await EndAsync(id).ReadAsync(HttpStatusCode.NoContent);
        var ended = await events.HearAsync<AssignmentEnded>(one => one.AssignmentId == id);
        Assert.Equal((person, members.Today(), 2), (ended.MemberId, ended.EndedOn, ended.Version));
        Assert.DoesNotContain(await ListAsync(), row => row.Id("assignmentId") == id);
        Assert.Contains(await ListAsync("&current=false"), row => row.Id("assignmentId") == id);
        await EndAsync(id).RefusedAsync(HttpStatusCode.Conflict, "assignment.ended");
    }

    [Fact]
    public async Task A_term_ends_by_itself_when_its_last_day_has_passed_and_not_before()
    {
        var person = (await members.AddMemberAsync(Places.Karlstad)).Id;
        var last = members.Today().AddDays(2);
        var id = await StartAsync(person, "boardMember", Places.Karlstad, last);
        await members.MoveClockAsync(ServiceDefaults.Time.SwedishTime.StartOf(last.AddDays(1)) - members.Clock.GetUtcNow() - TimeSpan.FromMinutes(5));
        Assert.Contains(await ListAsync(), row => row.Id("assignmentId") == id);
        await members.MoveClockAsync(TimeSpan.FromMinutes(16));
        var ended = await events.HearAsync<AssignmentEnded>(one => one.AssignmentId == id);
        Assert.Equal((last, 2), (ended.EndedOn, ended.Version));
        await members.MoveClockAsync(TimeSpan.FromMinutes(11));
        Assert.Single(await events.AllAsync<AssignmentEnded>(one => one.AssignmentId == id));
    }

    [Fact]
    public async Task The_districts_assignments_come_first_then_the_associations_by_the_swedish_alphabet_each_with_its_chair_first()
    {
        var rows = await ombudsman.AllPagesAsync("/api/members/assignments?", size: 7);
        Assert.Equal(rows.Count, rows.Select(row => row.Id("assignmentId")).Distinct().Count());
        Assert.Equal("districtChair", rows[0].Text("kind"));
        var places = rows.Select(row => row.Text("associationName") ?? "").ToList();
        Assert.Equal(places.Order(StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: false)), places);
        Assert.Contains("Vänsterpartiet Årjäng", places);
        Assert.All(rows.Where(row => row.Text("associationName") is not null).GroupBy(row => row.Text("associationName")), board => Assert.Equal("chair", board.First().Text("kind")));
    }

    [Fact]
    public async Task Nobody_holds_the_same_assignment_twice_also_when_given_twice_at_once()
    {
        var person = (await members.AddMemberAsync(Places.Karlstad)).Id;
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TryStartAsync(person, "studyOrganiser", Places.Karlstad)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        await TryStartAsync(person, "studyOrganiser", Places.Karlstad).RefusedAsync(HttpStatusCode.Conflict, "assignment.held");
        await StartAsync(person, "boardMember", Places.Karlstad);
    }

    [Fact]
    public async Task An_assignment_is_for_members_of_a_known_kind_in_the_right_scope_with_a_term_that_goes_forward()
    {
        var applicant = (await members.AddApplicantAsync(Places.Karlstad)).Id;
        var member = (await members.AddMemberAsync(Places.Karlstad)).Id;
        await TryStartAsync(applicant, "chair", Places.Karlstad).RefusedAsync(HttpStatusCode.Conflict, "assignment.not_member");
        await TryStartAsync(Guid.NewGuid(), "chair", Places.Karlstad).RefusedAsync(HttpStatusCode.NotFound, "person.unknown");
        await TryStartAsync(member, "king", null).RefusedAsync(HttpStatusCode.BadRequest, "assignment.unknown_kind");
        await TryStartAsync(member, "chair", null).RefusedAsync(HttpStatusCode.BadRequest, "assignment.wrong_scope");
        await TryStartAsync(member, "regionCouncillor", Places.Karlstad).RefusedAsync(HttpStatusCode.BadRequest, "assignment.wrong_scope");
        await TryStartAsync(member, "chair", Guid.NewGuid()).RefusedAsync(HttpStatusCode.NotFound, "association.unknown");
        await TryStartAsync(member, "chair", Places.Karlstad, members.Today().AddDays(-1)).RefusedAsync(HttpStatusCode.BadRequest, "assignment.term_turned");
    }

    [Fact]
    public async Task Only_an_administrator_gives_or_takes_the_running_of_the_platform()
    {
        var person = (await members.AddMemberAsync(Places.Karlstad)).Id;
        await TryStartAsync(person, "administrator", null).RefusedAsync(HttpStatusCode.Forbidden, "assignment.beyond_own");
        await TryStartAsync(person, "operator", null).RefusedAsync(HttpStatusCode.Forbidden, "assignment.beyond_own");
        using var administrator = await members.RoleAsync("administrator");
        var id = (await administrator.PostAsync("/api/members/assignments", new { memberId = person, kind = "operator", from = members.Today() }).ReadAsync(HttpStatusCode.Created)).Id("assignmentId");
        await EndAsync(id).RefusedAsync(HttpStatusCode.Forbidden, "assignment.beyond_own");
        await administrator.PostAsync($"/api/members/assignments/{id}/end", new { }).ReadAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_term_that_a_slip_of_the_year_makes_endless_is_refused()
    {
        var person = (await members.AddMemberAsync(Places.Karlstad)).Id;
        await TryStartAsync(person, "treasurer", Places.Karlstad, DateOnly.MaxValue).RefusedAsync(HttpStatusCode.BadRequest, "assignment.unlikely_term");
        var id = await StartAsync(person, "treasurer", Places.Karlstad, members.Today().AddYears(1));
        await ombudsman.PutAsync($"/api/members/assignments/{id}/term", new { until = DateOnly.MaxValue }, null).RefusedAsync(HttpStatusCode.BadRequest, "assignment.unlikely_term");
    }

    [Fact]
    public async Task The_kinds_tell_their_scope_and_permissions()
    {
        var kinds = (await ombudsman.GetAsync(new Uri("/api/members/assignments/kinds", UriKind.Relative)).ReadAsync()).Items();
        // Seats are given in their committee.
        Assert.DoesNotContain(kinds, kind => kind.Text("name") is "committeeMember" or "regionSeat");
        Assert.Equal(await members.QueryAsync<long>("select count(*) from assignment_kinds where kind not in ('committeeMember', 'regionSeat')"), kinds.Count);
        Assert.Equal("association", kinds.Single(kind => kind.Text("name") == "membershipSecretary").Text("scope"));
        Assert.All(kinds.SelectMany(kind => kind.GetProperty("permissions").EnumerateArray()), permission =>
            Assert.Contains(permission.GetString()!, Contracts.Permission.All.Keys));
    }

    private Task<IReadOnlyList<System.Text.Json.JsonElement>> ListAsync(string more = "") =>
        ombudsman.AllPagesAsync($"/api/members/assignments?association={Places.Karlstad}{more}", size: 6);

    private async Task<Guid> StartAsync(Guid memberId, string kind, Guid? associationId, DateOnly? until = null) =>
        (await TryStartAsync(memberId, kind, associationId, until).ReadAsync(HttpStatusCode.Created)).Id("assignmentId");

    private Task<HttpResponseMessage> TryStartAsync(Guid memberId, string kind, Guid? associationId, DateOnly? until = null) =>
        ombudsman.PostAsync("/api/members/assignments", new { memberId, kind, associationId, from = members.Today(), until });

    private Task<HttpResponseMessage> EndAsync(Guid id) => ombudsman.PostAsync($"/api/members/assignments/{id}/end", new { reason = "Avgick." });
}
