using System.Net;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Assignments;

/// <summary>Terms that run out, successors, and what is handed over between two people.</summary>
public sealed class SuccessionTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly OfficeGround ground = new(fixture.Host);

    [Fact]
    public async Task A_successor_begins_the_day_after_and_both_see_the_list_that_one_ticks_and_the_other_confirms()
    {
        var (leaver, comer, last) = (await ground.PersonAsync(), await ground.PersonAsync(), members.Today().AddDays(20));
        var id = await ground.StartAsync(leaver, "treasurer", last);
        Assert.Contains(await ground.Manager.AllPagesAsync("/api/members/assignments/ending?days=20"), row => row.Id("assignmentId") == id && row.Text("successorName") is null);
        Assert.DoesNotContain(await ground.Manager.AllPagesAsync("/api/members/assignments/ending?days=19"), row => row.Id("assignmentId") == id);

        var named = await ground.NameAsync(id, comer).ReadAsync(HttpStatusCode.Created);
        Assert.Equal(last.AddDays(1).ToString("yyyy-MM-dd", null), named.Text("from"));
        var begun = await fixture.Events.HearAsync<AssignmentStarted>(one => one.AssignmentId == named.Id("assignmentId"));
        Assert.Equal((comer, last.AddDays(1)), (begun.MemberId, begun.From));
        Assert.Contains(await ground.Manager.AllPagesAsync("/api/members/assignments/ending?days=20"), row => row.Id("assignmentId") == id && row.Text("successorFrom") is not null);

        var mine = Assert.Single(await ground.TransfersOfAsync(leaver));
        Assert.True(mine.GetProperty("iLeave").GetBoolean());
        var points = mine.GetProperty("points").EnumerateArray().ToList();
        Assert.Contains(points, point => point.Text("text") == "Bank: behörighet och kort");
        using var leaving = members.As(leaver, "member:self@district");
        using var coming = members.As(comer, "member:self@district");
        var first = points[0].Id("pointId");
        await leaving.PostAsync($"/api/members/me/transfers/points/{first}/done", new { note = "Dosan ligger i skåpet." }).ReadAsync(HttpStatusCode.NoContent);
        // Each has the own side only.
        await leaving.PostAsync($"/api/members/me/transfers/points/{first}/confirmed", new { }).RefusedAsync(HttpStatusCode.NotFound, "transfer.unknown");
        await coming.PostAsync($"/api/members/me/transfers/points/{first}/done", new { }).RefusedAsync(HttpStatusCode.NotFound, "transfer.unknown");
        await members.As(await ground.PersonAsync(), "member:self@district").PostAsync($"/api/members/me/transfers/points/{first}/confirmed", new { }).RefusedAsync(HttpStatusCode.NotFound, "transfer.unknown");
        await coming.PostAsync($"/api/members/me/transfers/points/{first}/confirmed", new { }).ReadAsync(HttpStatusCode.NoContent);
        var theirs = Assert.Single(await ground.TransfersOfAsync(comer));
        Assert.Equal((1, 1, "Dosan ligger i skåpet."), (theirs.GetProperty("transfer").GetProperty("done").GetInt32(), theirs.GetProperty("transfer").GetProperty("confirmed").GetInt32(), theirs.GetProperty("points")[0].Text("note")));
        await coming.DeleteAsync(new Uri($"/api/members/me/transfers/points/{first}/confirmed", UriKind.Relative)).ReadAsync(HttpStatusCode.NoContent);
        Assert.Equal(0, Assert.Single(await ground.TransfersOfAsync(comer)).GetProperty("transfer").GetProperty("confirmed").GetInt32());
    }

    [Fact]
    public async Task What_is_not_confirmed_two_weeks_after_the_successor_began_is_late_for_those_who_follow_it()
    {
        var (assignment, point) = await ground.TransferAsync(await ground.PersonAsync(), leaves: true);
        await members.ExecuteAsync("update transfer_points set confirmed_at = null where id = @point", new { point });
        Assert.False((await FindAsync(assignment)).GetProperty("isLate").GetBoolean());
        await members.ExecuteAsync("update assignments set from_date = from_date - 15 where id = (select successor_id from assignment_successions where assignment_id = @assignment)", new { assignment });
        Assert.False((await FindAsync(assignment)).GetProperty("isLate").GetBoolean());
        await members.ExecuteAsync("update assignments set from_date = from_date - 1 where id = (select successor_id from assignment_successions where assignment_id = @assignment)", new { assignment });
        Assert.True((await FindAsync(assignment)).GetProperty("isLate").GetBoolean());

        async Task<System.Text.Json.JsonElement> FindAsync(Guid id) =>
            Assert.Single((await ground.Manager.GetAsync(new Uri("/api/members/transfers", UriKind.Relative)).ReadAsync()).Items(), one => one.Id("assignmentId") == id);
    }

    [Fact]
    public async Task An_assignment_without_a_last_day_gets_one_by_its_successor_and_loses_it_when_that_is_taken_back()
    {
        var id = await ground.StartAsync(await ground.PersonAsync());
        await ground.NameAsync(id, await ground.PersonAsync()).RefusedAsync(HttpStatusCode.BadRequest, "assignment.needs_last_day");
        await ground.NameAsync(id, await ground.PersonAsync(), members.Today()).RefusedAsync(HttpStatusCode.BadRequest, "assignment.successor_too_early");
        await ground.NameAsync(id, await ground.PersonAsync(), members.Today().AddDays(8)).ReadAsync(HttpStatusCode.Created);
        Assert.Equal(members.Today().AddDays(7), await UntilAsync(id));
        await ground.NameAsync(id, await ground.PersonAsync(), members.Today().AddDays(9)).RefusedAsync(HttpStatusCode.Conflict, "assignment.has_successor");

        await ground.Manager.DeleteAsync(new Uri($"/api/members/assignments/{id}/successor", UriKind.Relative)).ReadAsync(HttpStatusCode.NoContent);
        Assert.Null(await UntilAsync(id));
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from transfer_points where assignment_id = @id", new { id }));
        await ground.Manager.DeleteAsync(new Uri($"/api/members/assignments/{id}/successor", UriKind.Relative)).RefusedAsync(HttpStatusCode.Conflict, "assignment.no_successor");

        Task<DateOnly?> UntilAsync(Guid one) => members.QueryAsync<DateOnly?>("select until_date from assignments where id = @one", new { one });
    }

    [Fact]
    public async Task A_re_elected_officer_goes_on_with_a_new_last_day_and_does_not_succeed_themselves()
    {
        var (person, until) = (await ground.PersonAsync(), members.Today().AddDays(5));
        var id = await ground.StartAsync(person, until: until);
        await ground.NameAsync(id, person).RefusedAsync(HttpStatusCode.BadRequest, "assignment.own_successor");
        await ground.Manager.PutAsync($"/api/members/assignments/{id}/term", new { until = until.AddYears(1) }, null).ReadAsync(HttpStatusCode.NoContent);
        var told = await fixture.Events.HearAsync<AssignmentStarted>(one => one.AssignmentId == id && one.Version == 2);
        Assert.Equal(until.AddYears(1), told.Until);
        await ground.Manager.PutAsync($"/api/members/assignments/{id}/term", new { until = members.Today().AddDays(-1) }, null).RefusedAsync(HttpStatusCode.BadRequest, "assignment.term_turned");
    }

    [Fact]
    public async Task The_history_tells_everybody_who_has_held_an_assignment_latest_first_and_no_slips()
    {
        var (place, first, second) = (await members.AddAssociationAsync(), await ground.PersonAsync(), await ground.PersonAsync());
        var early = await ground.StartAsync(first, "chair", members.Today().AddDays(10), members.Today().AddDays(-100), place);
        await ground.EndAsync(early);
        await ground.StartAsync(second, "chair", members.Today().AddDays(400), associationId: place);
        var slip = await ground.StartAsync(await ground.PersonAsync(), "chair", from: members.Today().AddDays(30), associationId: place);
        await ground.EndAsync(slip);
        var rows = await ground.Manager.AllPagesAsync($"/api/members/assignments/history?kind=chair&association={place}", size: 1);
        Assert.Equal([second, first], rows.Select(row => row.Id("memberId")));
        Assert.Equal([false, true], rows.Select(row => row.GetProperty("leftEarly").GetBoolean()));

        // Who has left the party is named in no list; that somebody held it stays.
        await members.ExecuteAsync("update memberships set state = 'left', ended_on = @today where person_id = @first", new { first, today = members.Today() });
        var former = (await ground.Manager.AllPagesAsync($"/api/members/assignments/history?kind=chair&association={place}"))[^1];
        Assert.Equal((null, System.Text.Json.JsonValueKind.Null), (former.Text("memberName"), former.GetProperty("memberId").ValueKind));
    }

    [Fact]
    public async Task An_assignment_that_was_ended_by_a_slip_is_given_back_the_same_day_and_not_the_next()
    {
        var id = await ground.EndedAsync();
        await ground.Manager.DeleteAsync(new Uri($"/api/members/assignments/{id}/end", UriKind.Relative)).ReadAsync(HttpStatusCode.NoContent);
        Assert.Equal(3, (await fixture.Events.HearAsync<AssignmentStarted>(one => one.AssignmentId == id && one.Version == 3)).Version);
        await ground.EndAsync(id);
        await members.ExecuteAsync("update assignments set ended_on = ended_on - 1 where id = @id", new { id });
        await ground.Manager.DeleteAsync(new Uri($"/api/members/assignments/{id}/end", UriKind.Relative)).RefusedAsync(HttpStatusCode.Conflict, "assignment.not_to_give_back");
    }

    [Fact]
    public async Task A_list_that_the_district_has_written_is_what_the_next_hand_over_begins_with()
    {
        var version = await members.QueryAsync<int?>("select version from transfer_templates where kind = 'studyOrganiser'") ?? 0;
        await ground.Manager.PutAsync("/api/members/transfers/templates/studyOrganiser", new { points = new[] { "  Pärmen ", "" } }, $"\"{version}\"").ReadAsync();
        await ground.Manager.PutAsync("/api/members/transfers/templates/studyOrganiser", new { points = new[] { " " } }, $"\"{version + 1}\"").RefusedAsync(HttpStatusCode.BadRequest, "transfer.bad_points");
        var leaver = await ground.PersonAsync();
        var id = await ground.StartAsync(leaver, "studyOrganiser", members.Today().AddDays(3));
        await ground.NameAsync(id, await ground.PersonAsync()).ReadAsync(HttpStatusCode.Created);
        Assert.Equal(["Pärmen"], Assert.Single(await ground.TransfersOfAsync(leaver)).GetProperty("points").EnumerateArray().Select(point => point.Text("text")));
    }
}
