using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Assignments;

/// <summary>What an association's chair does with assignments: those of the own association, never one of their own, and nothing of the district's.</summary>
public sealed class ChairTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly OfficeGround ground = new(fixture.Host);

    [Fact]
    public async Task A_chair_gives_renews_hands_over_ends_and_gives_back_the_assignments_of_the_own_association()
    {
        using var chair = await members.RoleAsync("association-chair-karlstad");
        var (person, next) = (await ground.PersonAsync(), await ground.PersonAsync());
        var id = (await GiveAsync(chair, person, "treasurer", Places.Karlstad).ReadAsync(HttpStatusCode.Created)).Id("assignmentId");
        var started = await fixture.Events.HearAsync<AssignmentStarted>(one => one.AssignmentId == id);
        Assert.Contains(new Grant("fees:note", Places.Karlstad), started.Grants);
        Assert.Contains(await chair.AllPagesAsync("/api/members/assignments?"), row => row.Id("assignmentId") == id);

        var last = members.Today().AddDays(30);
        await chair.PutAsync($"/api/members/assignments/{id}/term", new { until = last }, null).ReadAsync(HttpStatusCode.NoContent);
        Assert.Contains(await chair.AllPagesAsync($"/api/members/assignments/ending?days=30&association={Places.Karlstad}"), row => row.Id("assignmentId") == id);
        await chair.PostAsync($"/api/members/assignments/{id}/successor", new { memberId = next }).ReadAsync(HttpStatusCode.Created);
        Assert.Contains((await ReadAsync(chair, $"transfers?association={Places.Karlstad}")).Items(), one => one.Id("assignmentId") == id);
        await SendAsync(chair, HttpMethod.Delete, $"assignments/{id}/successor").ReadAsync(HttpStatusCode.NoContent);

        await chair.PostAsync($"/api/members/assignments/{id}/end", new { }).ReadAsync(HttpStatusCode.NoContent);
        await fixture.Events.HearAsync<AssignmentEnded>(one => one.AssignmentId == id);
        await SendAsync(chair, HttpMethod.Delete, $"assignments/{id}/end").ReadAsync(HttpStatusCode.NoContent);
        Assert.Contains(await chair.AllPagesAsync($"/api/members/assignments/history?kind=treasurer&association={Places.Karlstad}"), row => row.Id("assignmentId") == id);
    }

    [Fact]
    public async Task A_chair_sees_and_changes_nothing_of_another_association()
    {
        using var chair = await members.RoleAsync("association-chair-karlstad");
        var stranger = await ground.PersonAsync(association: Places.Arvika);
        var theirs = await ground.StartAsync(stranger, "treasurer", members.Today().AddDays(30), associationId: Places.Arvika);
        var kept = (await ground.NameAsync(theirs, await ground.PersonAsync(association: Places.Arvika)).ReadAsync(HttpStatusCode.Created)).Id("assignmentId");

        await GiveAsync(chair, stranger, "boardMember", Places.Arvika).RefusedAsync(HttpStatusCode.NotFound, "association.unknown");
        await GiveAsync(chair, stranger, "boardMember", Places.Karlstad).RefusedAsync(HttpStatusCode.NotFound, "person.unknown");
        await chair.PutAsync($"/api/members/assignments/{theirs}/term", new { until = members.Today().AddYears(1) }, null).RefusedAsync(HttpStatusCode.NotFound, "assignment.unknown");
        await chair.PostAsync($"/api/members/assignments/{theirs}/end", new { }).RefusedAsync(HttpStatusCode.NotFound, "assignment.unknown");
        await SendAsync(chair, HttpMethod.Delete, $"assignments/{theirs}/end").RefusedAsync(HttpStatusCode.NotFound, "assignment.unknown");
        await chair.PostAsync($"/api/members/assignments/{kept}/successor", new { memberId = await ground.PersonAsync(), from = members.Today().AddYears(1) }).RefusedAsync(HttpStatusCode.NotFound, "assignment.unknown");
        await SendAsync(chair, HttpMethod.Delete, $"assignments/{theirs}/successor").RefusedAsync(HttpStatusCode.NotFound, "assignment.unknown");
        await SendAsync(chair, HttpMethod.Get, $"balance/preview?member={await ground.PersonAsync()}&kind=treasurer&association={Places.Arvika}").RefusedAsync(HttpStatusCode.NotFound, "association.unknown");

        foreach (var list in (string[])["assignments?current=false", "assignments/ending?days=800"])
            Assert.All(await chair.AllPagesAsync($"/api/members/{list}"), row => Assert.Equal(Places.Karlstad, row.Id("associationId")));
        foreach (var list in (string[])["assignments?current=false", "assignments/ending?days=800", "assignments/history?kind=treasurer"])
        {
            Assert.NotEmpty(await ground.Manager.AllPagesAsync($"/api/members/{list}&association={Places.Arvika}"));
            Assert.Empty(await chair.AllPagesAsync($"/api/members/{list}&association={Places.Arvika}"));
        }
        Assert.Empty((await ReadAsync(chair, $"transfers?association={Places.Arvika}")).Items());
    }

    [Fact]
    public async Task What_is_the_districts_does_not_exist_to_a_chair()
    {
        using var chair = await members.RoleAsync("association-chair-karlstad");
        var person = await ground.PersonAsync();
        foreach (var kind in (string[])["districtTreasurer", "ombudsman", "administrator", "committeeMember", "regionSeat"])
        {
            await GiveAsync(chair, person, kind, null).RefusedAsync(HttpStatusCode.BadRequest, "assignment.unknown_kind");
            await GiveAsync(chair, person, kind, Places.Karlstad).RefusedAsync(HttpStatusCode.BadRequest, "assignment.unknown_kind");
        }
        Assert.All((await ReadAsync(chair, "assignments/kinds")).Items(), kind => Assert.Equal("association", kind.Text("scope")));
        Assert.NotEmpty(await ground.Manager.AllPagesAsync("/api/members/assignments/history?kind=districtChair"));
        Assert.Empty(await chair.AllPagesAsync("/api/members/assignments/history?kind=districtChair"));
        var held = await members.QueryAsync<Guid>("select id from assignments where kind = 'districtChair' and ended_on is null");
        await chair.PostAsync($"/api/members/assignments/{held}/end", new { }).RefusedAsync(HttpStatusCode.NotFound, "assignment.unknown");
        await SendAsync(chair, HttpMethod.Get, $"balance/preview?member={person}&kind=districtChair").RefusedAsync(HttpStatusCode.NotFound, "association.unknown");
        await SendAsync(chair, HttpMethod.Get, "transfers/templates").RefusedAsync(HttpStatusCode.NotFound, "assignment.unknown");
        await SendAsync(chair, HttpMethod.Get, "profiles").RefusedAsync(HttpStatusCode.NotFound, "profile.unknown");
        await chair.PostAsync("/api/members/committees", new { name = $"Utskottet {Guid.NewGuid():N}", isNominating = false }).RefusedAsync(HttpStatusCode.NotFound, "committee.unknown");
    }

    [Fact]
    public async Task Nobody_whose_right_is_an_associations_gives_themself_an_assignment_or_extends_or_ends_their_own()
    {
        var (place, me, chair) = await NewChairAsync(members.Today().AddDays(30));
        var own = await OfAsync(me, "chair");
        var treasurer = await ground.StartAsync(await ground.PersonAsync(association: place), "treasurer", members.Today().AddDays(30), associationId: place);
        await GiveAsync(chair, me, "treasurer", place).RefusedAsync(HttpStatusCode.Forbidden, "assignment.own");
        await chair.PutAsync($"/api/members/assignments/{own}/term", new { until = members.Today().AddYears(1) }, null).RefusedAsync(HttpStatusCode.Forbidden, "assignment.own");
        await chair.PostAsync($"/api/members/assignments/{own}/end", new { }).RefusedAsync(HttpStatusCode.Forbidden, "assignment.own");
        await chair.PostAsync($"/api/members/assignments/{treasurer}/successor", new { memberId = me }).RefusedAsync(HttpStatusCode.Forbidden, "assignment.own");
        await chair.PostAsync($"/api/members/assignments/{own}/successor", new { memberId = me }).RefusedAsync(HttpStatusCode.Forbidden, "assignment.own");
        // What the district has named them to is the district's to take back.
        await ground.NameAsync(treasurer, me).ReadAsync(HttpStatusCode.Created);
        await SendAsync(chair, HttpMethod.Delete, $"assignments/{treasurer}/successor").RefusedAsync(HttpStatusCode.Forbidden, "assignment.own");
        await ground.EndAsync(own);
        await SendAsync(chair, HttpMethod.Delete, $"assignments/{own}/end").RefusedAsync(HttpStatusCode.Forbidden, "assignment.own");
        chair.Dispose();
    }

    [Fact]
    public async Task A_chair_names_who_comes_after_and_does_not_go_on_by_taking_back_whom_the_district_has_named()
    {
        var (place, me, chair) = await NewChairAsync(null);
        var (own, first) = (await OfAsync(me, "chair"), members.Today().AddDays(10));
        var comer = await ground.PersonAsync(association: place);
        await chair.PostAsync($"/api/members/assignments/{own}/successor", new { memberId = comer, from = first }).ReadAsync(HttpStatusCode.Created);
        Assert.Equal(first.AddDays(-1), await UntilAsync());
        // A slip of one's own is taken back.
        await SendAsync(chair, HttpMethod.Delete, $"assignments/{own}/successor").ReadAsync(HttpStatusCode.NoContent);
        Assert.Null(await UntilAsync());
        await ground.NameAsync(own, comer, first).ReadAsync(HttpStatusCode.Created);
        await SendAsync(chair, HttpMethod.Delete, $"assignments/{own}/successor").RefusedAsync(HttpStatusCode.Forbidden, "assignment.own");
        Assert.Equal(first.AddDays(-1), await UntilAsync());
        chair.Dispose();

        Task<DateOnly?> UntilAsync() => members.QueryAsync<DateOnly?>("select until_date from assignments where id = @own", new { own });
    }

    [Fact]
    public async Task An_association_elects_among_its_own_members_also_where_somebody_takes_part_in_two_or_is_chair_of_two()
    {
        var (place, me, chair) = await NewChairAsync(null);
        var guest = await ground.PersonAsync(association: Places.Arvika);
        await members.ExecuteAsync("insert into attachments (id, person_id, association_id, since) values (@id, @guest, @place, @today)", new { id = Guid.CreateVersion7(), guest, place, today = members.Today() });
        await GiveAsync(chair, guest, "treasurer", place).RefusedAsync(HttpStatusCode.NotFound, "person.unknown");
        using var ofTwo = members.As(me, $"assignments:manage@{place}", $"assignments:manage@{Places.Arvika}");
        await GiveAsync(ofTwo, guest, "treasurer", place).RefusedAsync(HttpStatusCode.NotFound, "person.unknown");
        await GiveAsync(ofTwo, guest, "boardMember", Places.Arvika).ReadAsync(HttpStatusCode.Created);
        chair.Dispose();
    }

    [Fact]
    public async Task Who_is_no_longer_a_member_is_named_in_no_list_of_assignments()
    {
        var (place, _, chair) = await NewChairAsync(null);
        var former = await ground.PersonAsync(association: place);
        var id = await ground.StartAsync(former, "treasurer", associationId: place);
        await ground.EndAsync(id);
        Assert.Equal(former, (await FindAsync()).Id("memberId"));
        await members.ExecuteAsync("update memberships set state = 'left', ended_on = @today where person_id = @former", new { former, today = members.Today() });
        Assert.Equal((null, JsonValueKind.Null), ((await FindAsync()).Text("memberName"), (await FindAsync()).GetProperty("memberId").ValueKind));
        chair.Dispose();

        async Task<JsonElement> FindAsync() => Assert.Single(await chair.AllPagesAsync("/api/members/assignments?current=false"), row => row.Id("assignmentId") == id);
    }

    /// <summary>A new association with a chair of its own.</summary>
    private async Task<(Guid Place, Guid Chair, HttpClient Client)> NewChairAsync(DateOnly? until)
    {
        var place = await members.AddAssociationAsync();
        var chair = await ground.PersonAsync(association: place);
        await ground.StartAsync(chair, "chair", until, associationId: place);
        return (place, chair, members.As(chair, $"assignments:manage@{place}"));
    }

    private Task<Guid> OfAsync(Guid person, string kind) => members.QueryAsync<Guid>("select id from assignments where person_id = @person and kind = @kind", new { person, kind });

    private Task<HttpResponseMessage> GiveAsync(HttpClient client, Guid memberId, string kind, Guid? associationId) =>
        client.PostAsync("/api/members/assignments", new { memberId, kind, associationId, from = members.Today() });

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address) => client.SendAsync(new HttpRequestMessage(method, $"/api/members/{address}"));

    private static Task<JsonElement> ReadAsync(HttpClient client, string address) => SendAsync(client, HttpMethod.Get, address).ReadAsync();
}
