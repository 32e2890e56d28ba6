using System.Net;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Moves;

/// <summary>Members who go from one association to another, or take part in two.</summary>
public sealed class MoveTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly BrokerListener events = fixture.Events;
    private readonly HttpClient district = fixture.Host.As(People.IdOf("ombudsman"), "register:edit@district", "register:read@district", "assignments:manage@district", "care:work@district");

    [Fact]
    public async Task A_move_takes_membership_and_cases_along_ends_what_was_held_tells_both_and_can_be_undone()
    {
        var (from, to) = (await members.AddAssociationAsync(), await members.AddAssociationAsync());
        var person = await members.AddMemberAsync(from);
        var careCase = await members.OpenCaseAsync(person.Id);
        var assignment = (await district.PostAsync("/api/members/assignments", new { memberId = person.Id, kind = "treasurer", associationId = from, from = members.Today() }).ReadAsync(HttpStatusCode.Created)).Id("assignmentId");
        var (leaving, receiving) = (Side(from), Side(to));
        await receiving.PostAsync($"/api/members/people/{person.Id}/move", new { to }).RefusedAsync(HttpStatusCode.NotFound, "person.unknown");
        var moved = await leaving.PostAsync($"/api/members/people/{person.Id}/move", new { to, reason = "Har flyttat dit." }).ReadAsync();
        Assert.Equal(to, moved.GetProperty("association").Id("id"));
        Assert.Equal(to, (await events.HearAsync<MemberChanged>(one => one.MemberId == person.Id)).AssociationId);
        await events.HearAsync<AssignmentEnded>(one => one.AssignmentId == assignment);
        Assert.Equal([$"{to}"], await members.QueryAsync<string[]>("select array_agg(distinct association_id::text) from (select association_id from care_cases where person_id = @Id union all select association_id from memberships where person_id = @Id) belongs", new { person.Id }));
        Assert.Equal(2, await members.QueryAsync<long>("select count(*) from care_cases where person_id = @Id and state = 'open' and (id = @careCase or reason = 'moved')", new { person.Id, careCase }));

        foreach (var side in (HttpClient[])[leaving, receiving])
        {
            var notice = Assert.Single(await side.AllPagesAsync("/api/members/moves?unseen=true"));
            Assert.Equal(("Har flyttat dit.", false), (notice.Text("reason"), notice.GetProperty("isSeen").GetBoolean()));
            await side.PostAsync($"/api/members/moves/{notice.Id("moveId")}/seen", new { }).ReadAsync(HttpStatusCode.NoContent);
            Assert.Empty(await side.AllPagesAsync("/api/members/moves?unseen=true"));
        }
        await Side(await members.AddAssociationAsync()).PostAsync($"/api/members/moves/{await IdAsync(receiving)}/seen", new { }).RefusedAsync(HttpStatusCode.NotFound, "move.unknown");

        await leaving.PostAsync($"/api/members/moves/{await IdAsync(leaving)}/undo", new { }).ReadAsync(HttpStatusCode.NoContent);
        Assert.Equal(from, await members.QueryAsync<Guid>("select association_id from people where id = @Id", new { person.Id }));
        Assert.Equal(from, await members.QueryAsync<Guid>("select association_id from care_cases where id = @careCase and state = 'open'", new { careCase }));
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from care_cases where person_id = @Id and reason = 'moved'", new { person.Id }));
        await events.HearAsync<AssignmentStarted>(one => one.AssignmentId == assignment && one.Version == 3);
        await leaving.PostAsync($"/api/members/moves/{await IdAsync(leaving)}/undo", new { }).RefusedAsync(HttpStatusCode.Conflict, "move.not_undoable");
    }

    [Fact]
    public async Task Who_has_moved_on_or_moved_long_ago_is_not_moved_back()
    {
        var (one, two, three) = (await members.AddAssociationAsync(), await members.AddAssociationAsync(), await members.AddAssociationAsync());
        var person = await members.AddMemberAsync(one);
        await MoveAsync(person, two).ReadAsync();
        await MoveAsync(person, three).ReadAsync();
        var ids = await members.QueryAsync<string[]>("select array_agg(id::text order by moved_at) from moves where person_id = @Id", new { person.Id });
        await district.PostAsync($"/api/members/moves/{ids[0]}/undo", new { }).RefusedAsync(HttpStatusCode.Conflict, "move.not_undoable");
        await members.MoveClockAsync(TimeSpan.FromDays(30));
        await district.PostAsync($"/api/members/moves/{ids[1]}/undo", new { }).RefusedAsync(HttpStatusCode.Conflict, "move.not_undoable");
    }

    [Fact]
    public async Task Nobody_moves_to_where_they_are_or_to_what_rests_or_when_they_have_left()
    {
        var (home, resting) = (await members.AddAssociationAsync(), await members.AddAssociationAsync(state: "dormant"));
        var person = await members.AddMemberAsync(home);
        await MoveAsync(person, home).RefusedAsync(HttpStatusCode.Conflict, "move.already_there");
        await MoveAsync(person, resting).RefusedAsync(HttpStatusCode.BadRequest, "move.no_receiver");
        await MoveAsync(person, Guid.NewGuid()).RefusedAsync(HttpStatusCode.BadRequest, "move.no_receiver");
        await district.PostAsync($"/api/members/people/{person.Id}/ending", new { kind = "left", on = members.Today() }).ReadAsync();
        await MoveAsync(person, Places.Arvika).RefusedAsync(HttpStatusCode.Conflict, "move.not_current");
    }

    [Fact]
    public async Task Who_is_attached_to_a_second_association_is_seen_there_counted_and_edited_only_where_the_vote_is_and_may_move_the_vote()
    {
        var (home, second) = (await members.AddAssociationAsync(), await members.AddAssociationAsync());
        var person = await members.AddMemberAsync(home);
        var other = Side(second);
        await other.GetAsync(new Uri($"/api/members/people/{person.Id}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "person.unknown");
        await Side(home).PostAsync($"/api/members/people/{person.Id}/attachments", new { associationId = second }).ReadAsync(HttpStatusCode.NoContent);
        await Side(home).PostAsync($"/api/members/people/{person.Id}/attachments", new { associationId = second }).RefusedAsync(HttpStatusCode.Conflict, "attachment.exists");
        await Side(home).PostAsync($"/api/members/people/{person.Id}/attachments", new { associationId = home }).RefusedAsync(HttpStatusCode.Conflict, "move.already_there");

        var seen = (await other.GetAsync(new Uri($"/api/members/people/{person.Id}", UriKind.Relative)).ReadAsync()).GetProperty("person");
        Assert.Equal((home, second), (seen.GetProperty("association").Id("id"), seen.GetProperty("attachedTo")[0].Id("id")));
        Assert.Equal(home, Assert.Single((await other.GetAsync(new Uri($"/api/members/attached?association={second}", UriKind.Relative)).ReadAsync()).Items()).Id("votesInId"));
        Assert.Empty(await other.AllPagesAsync("/api/members/people"));
        await other.PostAsync($"/api/members/people/{person.Id}/ending", new { kind = "left", on = members.Today() }).RefusedAsync(HttpStatusCode.NotFound, "person.unknown");

        await Side(home).PostAsync($"/api/members/people/{person.Id}/move", new { to = second, staysAttached = true }).ReadAsync();
        var after = (await Side(home).GetAsync(new Uri($"/api/members/people/{person.Id}", UriKind.Relative)).ReadAsync()).GetProperty("person");
        Assert.Equal((second, home), (after.GetProperty("association").Id("id"), Assert.Single(after.GetProperty("attachedTo").EnumerateArray()).Id("id")));
        await district.PostAsync($"/api/members/moves/{await IdAsync(other)}/undo", new { }).ReadAsync(HttpStatusCode.NoContent);
        var back = (await Side(home).GetAsync(new Uri($"/api/members/people/{person.Id}", UriKind.Relative)).ReadAsync()).GetProperty("person");
        Assert.Equal((home, second), (back.GetProperty("association").Id("id"), Assert.Single(back.GetProperty("attachedTo").EnumerateArray()).Id("id")));

        await Side(home).DeleteAsync(new Uri($"/api/members/people/{person.Id}/attachments/{second}", UriKind.Relative)).ReadAsync(HttpStatusCode.NoContent);
        await Side(home).DeleteAsync(new Uri($"/api/members/people/{person.Id}/attachments/{second}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "attachment.unknown");
        await other.GetAsync(new Uri($"/api/members/people/{person.Id}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "person.unknown");
    }

    private HttpClient Side(Guid association) => members.As(People.IdOf("association-chair-karlstad"), $"register:read@{association}", $"register:edit@{association}");

    private Task<HttpResponseMessage> MoveAsync(Applicant person, Guid to) => district.PostAsync($"/api/members/people/{person.Id}/move", new { to });

    private static async Task<Guid> IdAsync(HttpClient side) => (await side.AllPagesAsync("/api/members/moves"))[0].Id("moveId");
}
