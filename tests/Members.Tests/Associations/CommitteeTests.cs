using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Associations;

/// <summary>Committees of the district, whose seats are assignments.</summary>
public sealed class CommitteeTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly BrokerListener events = fixture.Events;
    private readonly HttpClient district = fixture.Host.As(People.IdOf("ombudsman"), "assignments:manage@district", "statistics:read@district");

    [Fact]
    public async Task A_seat_is_an_assignment_with_a_term_and_ends_with_the_committee()
    {
        var (id, person) = (await BeginAsync(), (await members.AddMemberAsync(Places.Karlstad)).Id);
        var seat = await SeatAsync(id, person, "convener").ReadAsync(HttpStatusCode.Created);
        await SeatAsync(id, person, "member").RefusedAsync(HttpStatusCode.Conflict, "assignment.held");
        var other = await BeginAsync();
        await SeatAsync(other, person, "member").ReadAsync(HttpStatusCode.Created);
        var started = await events.HearAsync<AssignmentStarted>(one => one.AssignmentId == seat.Id("assignmentId"));
        Assert.Equal("plan:read", Assert.Single(started.Grants).Permission);
        var shown = (await ListAsync()).Single(one => one.Id("id") == id);
        Assert.Equal("convener", Assert.Single(shown.GetProperty("members").EnumerateArray()).Text("function"));

        await district.PostAsync($"/api/members/committees/{id}/end", new { }).ReadAsync(HttpStatusCode.NoContent);
        await events.HearAsync<AssignmentEnded>(one => one.AssignmentId == seat.Id("assignmentId"));
        Assert.DoesNotContain(await ListAsync(), one => one.Id("id") == id);
        Assert.Single((await ListAsync()).Single(one => one.Id("id") == other).GetProperty("members").EnumerateArray());
        await SeatAsync(id, person, "member").RefusedAsync(HttpStatusCode.NotFound, "committee.unknown");
    }

    [Fact]
    public async Task There_is_one_nomination_committee_and_whoever_is_elected_to_it_sits_in_it()
    {
        await district.PostAsync("/api/members/committees", new { name = "Valberedning två", isNominating = true }).RefusedAsync(HttpStatusCode.Conflict, "committee.one_nominating");
        var person = (await members.AddMemberAsync(Places.Karlstad)).Id;
        await district.PostAsync("/api/members/assignments", new { memberId = person, kind = "nominationCommittee", from = members.Today() }).ReadAsync(HttpStatusCode.Created);
        var nominating = (await ListAsync()).Single(one => one.GetProperty("isNominating").GetBoolean());
        Assert.Contains(nominating.GetProperty("members").EnumerateArray(), seat => seat.Id("memberId") == person);
    }

    [Fact]
    public async Task A_committee_is_renamed_in_the_version_that_was_read_and_never_to_anothers_name()
    {
        var (id, name) = (await BeginAsync(), $"Utskottet {Guid.NewGuid():N}");
        await district.PutAsync($"/api/members/committees/{id}", new { name, purpose = "Kultur." }, "\"1\"").ReadAsync(HttpStatusCode.NoContent);
        await district.PutAsync($"/api/members/committees/{id}", new { name }, "\"1\"").RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        var other = await BeginAsync();
        await district.PutAsync($"/api/members/committees/{other}", new { name }, "\"1\"").RefusedAsync(HttpStatusCode.Conflict, "committee.name_taken");
        await district.PostAsync("/api/members/committees", new { name, isNominating = false }).RefusedAsync(HttpStatusCode.Conflict, "committee.name_taken");
    }

    [Fact]
    public async Task A_seat_is_not_given_without_a_committee() => await district
        .PostAsync("/api/members/assignments", new { memberId = People.IdOf("member"), kind = "committeeMember", from = members.Today() }).RefusedAsync(HttpStatusCode.BadRequest, "assignment.needs_committee");

    private async Task<Guid> BeginAsync() =>
        (await district.PostAsync("/api/members/committees", new { name = $"Utskottet {Guid.NewGuid():N}", purpose = "Studier.", isNominating = false }).ReadAsync(HttpStatusCode.Created)).Id("id");

    private Task<HttpResponseMessage> SeatAsync(Guid id, Guid memberId, string function) =>
        district.PostAsync($"/api/members/committees/{id}/members", new { memberId, function, from = members.Today(), until = members.Today().AddYears(1) });

    private async Task<IReadOnlyList<JsonElement>> ListAsync() => (await district.GetAsync(new Uri("/api/members/committees", UriKind.Relative)).ReadAsync()).Items();
}
