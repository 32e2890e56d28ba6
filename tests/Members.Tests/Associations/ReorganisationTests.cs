using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Associations;

/// <summary>Mergers and splits, and the way back from them.</summary>
public sealed class ReorganisationTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly BrokerListener events = fixture.Events;
    private readonly HttpClient district = fixture.Host.As(People.IdOf("ombudsman"), "associations:manage@district", "statistics:read@district", "assignments:manage@district", "register:read@district");

    [Fact]
    public async Task A_merger_moves_people_cases_and_receives_for_the_municipality_and_undoing_it_is_as_before()
    {
        var (from, into) = (await members.AddAssociationAsync(), await members.AddAssociationAsync());
        var (chair, applicant, former) = (await members.AddMemberAsync(from), await members.AddApplicantAsync(from), await members.AddMemberAsync(from));
        await members.ExecuteAsync("update memberships set state = 'left', ended_on = @today where id = @Membership", new { former.Membership, today = members.Today() });
        await members.ExecuteAsync("update municipalities set covered_by = @from where code = '1760'", new { from });
        var assignment = await ElectAsync(chair.Id, "chair", from);
        var careCase = await members.OpenCaseAsync(applicant.Id);
        await members.ExecuteAsync("insert into liaison_terms (id, association_id, person_id, from_date) values (@id, @from, @liaison, @today)", new { id = Guid.CreateVersion7(), from, liaison = People.IdOf("board-member"), today = members.Today() });
        var before = await StateAsync(from, into);

        var preview = await district.PostAsync("/api/members/reorganisations/merge/preview", new { from = new[] { from }, into }).ReadAsync();
        var counts = preview.GetProperty("counts");
        Assert.Equal((3, 1, 1, 1, 1, 1, 1), (Count(counts, "people"), Count(counts, "members"), Count(counts, "applicants"), Count(counts, "former"), Count(counts, "openCases"), Count(counts, "handOvers"), Count(counts, "officers")));
        Assert.Equal("Storfors", preview.GetProperty("municipalities")[0].GetString());
        await MergeAsync([from], into, "end", people: 2).RefusedAsync(HttpStatusCode.Conflict, "reorganisation.changed");
        Assert.Equal(before, await StateAsync(from, into));

        var id = (await MergeAsync([from], into, "end", people: 3).ReadAsync()).Id("id");
        Assert.Equal(3, await members.QueryAsync<long>("select count(*) from people where association_id = @into", new { into }));
        Assert.Equal(into, await members.QueryAsync<Guid>("select association_id from care_cases where id = @careCase", new { careCase }));
        Assert.Equal(from, await members.QueryAsync<Guid>("select association_id from memberships where id = @Membership", new { former.Membership }));
        Assert.Equal(into, await members.QueryAsync<Guid>("select id from receiving_associations where municipality_code = '1760'"));
        Assert.Equal(into, (await events.HearAsync<MemberChanged>(one => one.MemberId == chair.Id)).AssociationId);
        await events.HearAsync<AssignmentEnded>(one => one.AssignmentId == assignment);
        Assert.False((await events.HearAsync<AssociationChanged>(one => one.AssociationId == from)).IsActive);
        var ended = await ProfileAsync(from);
        Assert.Equal(("ended", into), (ended.Text("state"), ended.Id("mergedInto")));
        Assert.Equal("received", (await ProfileAsync(into)).GetProperty("history")[0].Text("what"));

        await UndoAsync(id).ReadAsync(HttpStatusCode.NoContent);
        Assert.Equal(before, await StateAsync(from, into));
        await events.HearAsync<AssignmentStarted>(one => one.AssignmentId == assignment && one.Version == 3);
        await events.HearAsync<MemberChanged>(one => one.MemberId == chair.Id && one.AssociationId == from);
        Assert.True((await events.HearAsync<AssociationChanged>(one => one.AssociationId == from && one.Version == 3)).IsActive);
        await UndoAsync(id).RefusedAsync(HttpStatusCode.Conflict, "reorganisation.undone");
        await members.ExecuteAsync("update municipalities set covered_by = null where code = '1760'");
    }

    [Fact]
    public async Task Assignments_may_go_along_unless_the_person_holds_the_same_there()
    {
        var (one, two, into) = (await members.AddAssociationAsync(), await members.AddAssociationAsync(), await members.AddAssociationAsync());
        var (first, second) = ((await members.AddMemberAsync(one)).Id, (await members.AddMemberAsync(two)).Id);
        var (goes, ends) = (await ElectAsync(first, "boardMember", one), await ElectAsync(second, "boardMember", two));
        await members.ExecuteAsync("insert into assignments (id, person_id, kind, association_id, from_date) values (@id, @second, 'boardMember', @into, @today)", new { id = Guid.CreateVersion7(), second, into, today = members.Today() });
        var id = (await MergeAsync([one, two], into, "move", people: 2).ReadAsync()).Id("id");
        var moved = await events.HearAsync<AssignmentStarted>(started => started.AssignmentId == goes && started.Version == 2);
        Assert.Equal(into, moved.AssociationId);
        Assert.All(moved.Grants, grant => Assert.Equal(into, grant.AssociationId));
        await events.HearAsync<AssignmentEnded>(ended => ended.AssignmentId == ends);
        await UndoAsync(id).ReadAsync(HttpStatusCode.NoContent);
        Assert.Equal(one, await members.QueryAsync<Guid>("select association_id from assignments where id = @goes and ended_on is null", new { goes }));
    }

    [Fact]
    public async Task Who_joined_since_stays_when_a_merger_is_undone_and_after_thirty_days_nothing_is()
    {
        var (from, into) = (await members.AddAssociationAsync(), await members.AddAssociationAsync());
        var (moved, stays) = (await members.AddMemberAsync(from), await members.AddMemberAsync(from));
        var id = (await MergeAsync([from], into, "end", people: 2).ReadAsync()).Id("id");
        var joined = await members.AddMemberAsync(into);
        await members.ExecuteAsync("update people set association_id = @Arvika where id = @Id", new { Places.Arvika, stays.Id });
        await members.ExecuteAsync("update reorganisations set done_at = done_at - interval '31 days' where id = @id", new { id });
        await UndoAsync(id).RefusedAsync(HttpStatusCode.Conflict, "reorganisation.too_late");
        await members.ExecuteAsync("update reorganisations set done_at = done_at + interval '2 days' where id = @id", new { id });
        await UndoAsync(id).ReadAsync(HttpStatusCode.NoContent);
        Assert.Equal([from, Places.Arvika, into], new[] { await PlaceOfAsync(moved.Id), await PlaceOfAsync(stays.Id), await PlaceOfAsync(joined.Id) });
    }

    [Fact]
    public async Task A_later_merger_of_the_same_association_is_undone_first()
    {
        var (one, two, three) = (await members.AddAssociationAsync(), await members.AddAssociationAsync(), await members.AddAssociationAsync());
        await members.AddMemberAsync(one);
        var first = (await MergeAsync([one], two, "end", people: 1).ReadAsync()).Id("id");
        var second = (await MergeAsync([two], three, "end", people: 1).ReadAsync()).Id("id");
        Assert.Equal(three, await members.QueryAsync<Guid>("select successor_of(@one)", new { one }));
        await UndoAsync(first).RefusedAsync(HttpStatusCode.Conflict, "reorganisation.later_one");
        await UndoAsync(second).ReadAsync(HttpStatusCode.NoContent);
        await UndoAsync(first).ReadAsync(HttpStatusCode.NoContent);
        var listed = await district.AllPagesAsync("/api/members/reorganisations", size: 1);
        Assert.All(listed.Where(row => row.Id("id") == first || row.Id("id") == second), row => Assert.Equal(JsonValueKind.Null, row.GetProperty("undoableUntil").ValueKind));
    }

    [Fact]
    public async Task A_split_moves_those_at_the_postal_codes_into_a_new_association_that_ends_when_it_is_undone()
    {
        var from = await members.AddAssociationAsync();
        var (goes, stays) = ((await members.AddMemberAsync(from)).Id, (await members.AddMemberAsync(from)).Id);
        await members.ExecuteAsync("update people set postal_code = case id when @goes then '67131' else '65224' end where id in (@goes, @stays)", new { goes, stays });
        var preview = await district.PostAsync("/api/members/reorganisations/split/preview", new { from, postalCodes = new[] { "671" } }).ReadAsync();
        Assert.Equal(1, Count(preview.GetProperty("counts"), "people"));
        var name = $"Vänsterpartiet {Guid.NewGuid():N}";
        var done = await SplitAsync(from, ["671"], null, name, 1).ReadAsync();
        Assert.Equal([done.Id("into"), from], new[] { await PlaceOfAsync(goes), await PlaceOfAsync(stays) });
        Assert.Equal("forming", (await ProfileAsync(done.Id("into"))).Text("state"));
        await UndoAsync(done.Id("id")).ReadAsync(HttpStatusCode.NoContent);
        Assert.Equal(from, await PlaceOfAsync(goes));
        Assert.Equal("ended", (await ProfileAsync(done.Id("into"))).Text("state"));
    }

    [Fact]
    public async Task What_cannot_be_merged_or_split_is_refused()
    {
        var (from, into, resting) = (await members.AddAssociationAsync(), await members.AddAssociationAsync(), await members.AddAssociationAsync(state: "dormant"));
        await MergeAsync([from], from, "end", 0).RefusedAsync(HttpStatusCode.BadRequest, "reorganisation.same_association");
        await MergeAsync([from, from], into, "end", 0).RefusedAsync(HttpStatusCode.BadRequest, "reorganisation.same_association");
        await MergeAsync([from], Places.District, "end", 0).RefusedAsync(HttpStatusCode.Conflict, "association.is_district");
        await MergeAsync([from], resting, "end", 0).RefusedAsync(HttpStatusCode.Conflict, "reorganisation.receiver_rests");
        await MergeAsync([from], Guid.NewGuid(), "end", 0).RefusedAsync(HttpStatusCode.NotFound, "association.unknown");
        await SplitAsync(from, ["6"], into, null, 0).RefusedAsync(HttpStatusCode.BadRequest, "reorganisation.no_places");
        await SplitAsync(from, ["671"], into, "Namn", 0).RefusedAsync(HttpStatusCode.BadRequest, "reorganisation.one_receiver");
        await SplitAsync(from, ["671"], into, null, 0).RefusedAsync(HttpStatusCode.Conflict, "reorganisation.nobody");
        using var chair = members.As(People.IdOf("member"), $"associations:manage@{from}");
        await chair.PostAsync("/api/members/reorganisations/merge/preview", new { from = new[] { from }, into }).RefusedAsync(HttpStatusCode.NotFound, "association.unknown");
    }

    private static long Count(JsonElement counts, string name) => counts.GetProperty(name).GetInt64();

    private Task<HttpResponseMessage> MergeAsync(Guid[] from, Guid into, string assignments, long people) =>
        district.PostAsync("/api/members/reorganisations/merge", new { from, into, assignments, reason = "Årsmötena har beslutat.", people });

    private Task<HttpResponseMessage> SplitAsync(Guid from, string[] postalCodes, Guid? into, string? newName, long people) =>
        district.PostAsync("/api/members/reorganisations/split", new { from, postalCodes, into, newName, assignments = "end", reason = "Årsmötet har beslutat.", people });

    private Task<HttpResponseMessage> UndoAsync(Guid id) => district.PostAsync($"/api/members/reorganisations/{id}/undo", new { });

    private Task<JsonElement> ProfileAsync(Guid id) => district.GetAsync(new Uri($"/api/members/associations/{id}", UriKind.Relative)).ReadAsync();

    private Task<Guid> PlaceOfAsync(Guid person) => members.QueryAsync<Guid>("select association_id from people where id = @person", new { person });

    private async Task<Guid> ElectAsync(Guid memberId, string kind, Guid associationId) =>
        (await district.PostAsync("/api/members/assignments", new { memberId, kind, associationId, from = members.Today() }).ReadAsync(HttpStatusCode.Created)).Id("assignmentId");

    /// <summary>Everything a merger touches, without versions, which only grow.</summary>
    private Task<string> StateAsync(Guid from, Guid into) => members.QueryAsync<string>(
        """
        select string_agg(line, E'\n' order by line) from (
            select 'association ' || id || state || coalesce(ended_on::text, '') || coalesce(merged_into::text, '') as line from associations where id in (@from, @into)
            union all select 'person ' || id || association_id from people where association_id in (@from, @into)
            union all select 'membership ' || id || association_id || state from memberships where association_id in (@from, @into)
            union all select 'case ' || id || association_id || coalesce(assignee_id::text, '') || state from care_cases where association_id in (@from, @into)
            union all select 'assignment ' || id || association_id || coalesce(ended_on::text, '') from assignments where association_id in (@from, @into)
            union all select 'liaison ' || id || coalesce(until_date::text, '') from liaison_terms where association_id in (@from, @into)
            union all select 'municipality ' || code || coalesce(covered_by::text, '') from municipalities) everything
        """, new { from, into });
}
