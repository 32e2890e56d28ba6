using System.Net;
using System.Text.Json;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Care;

/// <summary>Steps, rests, results, hand-overs with a word, and taking up again.</summary>
public sealed class CaseStepsTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly HttpClient ombudsman = fixture.Host.As(People.IdOf("ombudsman"), "care:work@district", "care:manage@district", "member:self@district");
    private readonly HttpClient chair = fixture.Host.As(People.IdOf("association-chair-karlstad"), $"care:work@{Places.Karlstad}", "member:self@district");

    [Fact]
    public async Task A_task_is_ticked_off_once_and_the_next_step_gets_its_days()
    {
        var id = await OpenAsync("unpaidFee");
        await chair.PostAsync(Address(id, "contacts"), new { outcome = "called" }).ReadAsync();
        var ticked = await chair.PostAsync(Address(id, "steps"), new { step = 1, note = "Har inte kommit." }).ReadAsync();
        Assert.Equal(2, ticked.GetProperty("case").GetProperty("step").GetInt32());
        Assert.Equal(("stepDone", 1, "Har inte kommit."), (ticked.GetProperty("events")[0].Text("what"), ticked.GetProperty("events")[0].GetProperty("step").GetInt32(), ticked.GetProperty("events")[0].Text("note")));
        await chair.PostAsync(Address(id, "steps"), new { step = 1 }).RefusedAsync(HttpStatusCode.Conflict, "care.other_step");
        await chair.PostAsync(Address(id, "steps"), new { step = 2 }).ReadAsync();
        await chair.PostAsync(Address(id, "steps"), new { step = 3 }).RefusedAsync(HttpStatusCode.Conflict, "care.other_step");
    }

    [Fact]
    public async Task A_case_that_rests_is_out_of_the_list_and_comes_back_on_its_day()
    {
        var id = await OpenAsync();
        var until = members.Today().AddDays(20);
        await chair.PostAsync(Address(id, "snooze"), new { until = members.Today(), reason = "Bortrest." }).RefusedAsync(HttpStatusCode.BadRequest, "care.bad_rest");
        await chair.PostAsync(Address(id, "snooze"), new { until = members.Today().AddDays(181), reason = "Bortrest." }).RefusedAsync(HttpStatusCode.BadRequest, "care.bad_rest");
        var rests = await chair.PostAsync(Address(id, "snooze"), new { until, reason = "Bortrest." }).ReadAsync();
        Assert.Equal($"{until:yyyy-MM-dd}", rests.GetProperty("case").Text("snoozedUntil"));
        Assert.False(await IsInAsync("open", id));
        Assert.True(await IsInAsync("snoozed", id));
        await members.MoveClockAsync(TimeSpan.FromDays(20));
        Assert.True(await IsInAsync("open", id));
        Assert.False(await IsInAsync("snoozed", id));
    }

    [Fact]
    public async Task A_case_is_woken_before_its_day_and_a_contact_wakes_it_too()
    {
        var (woken, called) = (await OpenAsync(), await OpenAsync());
        foreach (var id in (Guid[])[woken, called])
            await chair.PostAsync(Address(id, "snooze"), new { until = members.Today().AddDays(9), reason = "Sjuk." }).ReadAsync();
        Assert.Equal(JsonValueKind.Null, (await chair.DeleteAsync(new Uri(Address(woken, "snooze"), UriKind.Relative)).ReadAsync()).GetProperty("case").GetProperty("snoozedUntil").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await chair.PostAsync(Address(called, "contacts"), new { outcome = "called" }).ReadAsync()).GetProperty("case").GetProperty("snoozedUntil").ValueKind);
        Assert.True(await IsInAsync("open", woken) && await IsInAsync("open", called));
    }

    [Fact]
    public async Task A_case_ends_with_one_of_its_own_results_and_can_be_taken_up_again()
    {
        var id = await OpenAsync("inactive");
        await chair.PostAsync(Address(id, "contacts"), new { outcome = "done", result = "paid" }).RefusedAsync(HttpStatusCode.BadRequest, "care.no_such_result");
        await chair.PostAsync(Address(id, "contacts"), new { outcome = "called", result = "foundPlace" }).RefusedAsync(HttpStatusCode.BadRequest, "care.no_such_result");
        Assert.Equal("foundPlace", (await chair.PostAsync(Address(id, "contacts"), new { outcome = "done", result = "foundPlace" }).ReadAsync()).GetProperty("case").Text("result"));
        var again = await chair.PostAsync(Address(id, "reopen"), new { note = "Svarar ändå inte." }).ReadAsync();
        Assert.Equal(("open", JsonValueKind.Null), (again.GetProperty("case").Text("state"), again.GetProperty("case").GetProperty("result").ValueKind));
        Assert.Equal("reopened", again.GetProperty("events")[0].Text("what"));
    }

    [Fact]
    public async Task A_case_is_not_taken_up_again_beside_another_or_for_somebody_who_has_left()
    {
        var person = (await members.AddMemberAsync(Places.Karlstad)).Id;
        var first = await members.OpenCaseAsync(person, "inactive");
        await chair.PostAsync(Address(first, "contacts"), new { outcome = "done" }).ReadAsync();
        var second = await members.OpenCaseAsync(person, "inactive");
        await chair.PostAsync(Address(first, "reopen"), new { }).RefusedAsync(HttpStatusCode.Conflict, "care.case_exists");
        await chair.PostAsync(Address(second, "contacts"), new { outcome = "done" }).ReadAsync();
        await members.ExecuteAsync("update memberships set state = 'left', ended_on = @today where person_id = @person", new { person, today = members.Today() });
        await chair.PostAsync(Address(first, "reopen"), new { }).RefusedAsync(HttpStatusCode.Conflict, "care.has_left");
    }

    [Fact]
    public async Task A_hand_over_keeps_who_had_it_and_the_word_on_the_way()
    {
        var id = await OpenAsync();
        await chair.PostAsync(Address(id, "assignee"), new { memberId = People.IdOf("ombudsman"), note = "Du känner henne." }).ReadAsync();
        var after = await chair.PostAsync(Address(id, "assignee"), new { memberId = People.IdOf("ombudsman"), note = "En gång till." }).ReadAsync();
        var handed = Assert.Single(after.GetProperty("events").EnumerateArray());
        Assert.Equal(("handedOver", "Du känner henne.", "hand"), (handed.Text("what"), handed.Text("note"), after.GetProperty("case").Text("assignedBecause")));
        Assert.NotEqual(handed.Text("from"), handed.Text("to"));
    }

    [Fact]
    public async Task Whoever_is_away_is_seen_to_be_and_gets_no_new_cases()
    {
        var association = await members.AddAssociationAsync();
        var (secretary, head) = ((await members.AddMemberAsync(association)).Id, (await members.AddMemberAsync(association)).Id);
        using var administrator = members.As(People.IdOf("ombudsman"), "assignments:manage@district");
        foreach (var (who, kind) in ((Guid, string)[])[(secretary, "membershipSecretary"), (head, "chair")])
            await administrator.PostAsync("/api/members/assignments", new { memberId = who, kind, associationId = association, from = members.Today() }).ReadAsync(HttpStatusCode.Created);
        var before = await CaseOfAsync((await members.AddMemberAsync(association)).Id);
        Assert.Equal((secretary, "membershipSecretary"), (before.Id("assigneeId"), before.Text("assignedBecause")));

        using var self = members.As(secretary, $"care:work@{association}");
        var today = members.Today();
        await self.PutAsync("/api/members/care/me", new { reminders = true, awayFrom = today, awayUntil = today.AddDays(-1) }, null).RefusedAsync(HttpStatusCode.BadRequest, "care.bad_absence");
        await self.PutAsync("/api/members/care/me", new { reminders = true, awayFrom = today, awayUntil = today.AddDays(7) }, null).ReadAsync();
        var meanwhile = await CaseOfAsync((await members.AddMemberAsync(association)).Id);
        Assert.Equal((head, "chair"), (meanwhile.Id("assigneeId"), meanwhile.Text("assignedBecause")));
        var known = (await self.GetAsync(new Uri($"/api/members/care/cases/{meanwhile.Id("caseId")}/assignees", UriKind.Relative)).ReadAsync()).Items();
        Assert.Equal($"{today.AddDays(7):yyyy-MM-dd}", known.Single(one => one.Id("memberId") == secretary).Text("awayUntil"));
        Assert.Equal($"{today.AddDays(7):yyyy-MM-dd}", (await self.GetAsync(new Uri($"/api/members/care/cases/{before.Id("caseId")}", UriKind.Relative)).ReadAsync()).GetProperty("case").Text("assigneeAwayUntil"));
    }

    [Fact]
    public async Task The_districts_own_steps_hold_for_new_and_open_cases_until_they_are_put_back()
    {
        var plans = await PlansAsync();
        Assert.Equal((0, 2), (plans.GetProperty("version").GetInt32(), plans.GetProperty("steps").GetArrayLength()));
        object[] steps = [new { swedish = "Skriv ett kort", english = "Write a card", days = 3, kind = "task" }, new { swedish = "Ring", english = "Call", days = 5, kind = "talk" }];
        await ombudsman.PutAsync("/api/members/care/plans/moved", new { steps = Array.Empty<object>() }, "\"0\"").RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
        await ombudsman.PutAsync("/api/members/care/plans/moved", new { steps = new[] { new { swedish = " ", english = "x", days = 1, kind = "task" } } }, "\"0\"").RefusedAsync(HttpStatusCode.BadRequest, "care.bad_plan");
        await ombudsman.PutAsync("/api/members/care/plans/moved", new { steps }, "\"7\"").RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        await ombudsman.PutAsync("/api/members/care/plans/moved", new { steps }, "\"0\"").ReadAsync();
        Assert.Equal(1, (await PlansAsync()).GetProperty("version").GetInt32());
        var id = await OpenAsync("moved");
        var opened = (await chair.GetAsync(new Uri(Address(id, ""), UriKind.Relative)).ReadAsync()).GetProperty("case");
        Assert.Equal(3, Math.Round((opened.GetProperty("due").GetDateTimeOffset() - opened.GetProperty("openedAt").GetDateTimeOffset()).TotalDays));
        await ombudsman.DeleteAsync(new Uri("/api/members/care/plans/moved", UriKind.Relative)).ReadAsync();
        Assert.Equal(0, (await PlansAsync()).GetProperty("version").GetInt32());
    }

    private async Task<JsonElement> PlansAsync() =>
        (await chair.GetAsync(new Uri("/api/members/care/plans", UriKind.Relative)).ReadAsync()).GetProperty("plans").EnumerateArray().Single(plan => plan.Text("reason") == "moved");

    private async Task<JsonElement> CaseOfAsync(Guid person) =>
        (await ombudsman.GetAsync(new Uri($"/api/members/care/cases/{await members.OpenCaseAsync(person)}", UriKind.Relative)).ReadAsync()).GetProperty("case");

    private async Task<Guid> OpenAsync(string reason = "other") => await members.OpenCaseAsync((await members.AddMemberAsync(Places.Karlstad)).Id, reason);

    private async Task<bool> IsInAsync(string state, Guid id) => (await chair.AllPagesAsync($"/api/members/care/cases?state={state}")).Any(one => one.Id("caseId") == id);

    private static string Address(Guid id, string what) => $"/api/members/care/cases/{id}/{what}".TrimEnd('/');
}
