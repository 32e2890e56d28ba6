using System.Net;
using System.Text.Json;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Care;

/// <summary>Working a care case.</summary>
public sealed class CareTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly HttpClient ombudsman = fixture.Host.As(People.IdOf("ombudsman"), "care:work@district");
    private readonly HttpClient chair = fixture.Host.As(People.IdOf("association-chair-karlstad"), $"care:work@{Places.Karlstad}", $"membership:decide@{Places.Karlstad}");

    [Fact]
    public async Task Each_contact_is_kept_and_moves_the_promise_until_the_case_is_done()
    {
        var id = await OpenCaseAsync();
        var opened = await GetAsync(id);
        var tried = await NoteAsync(id, "noAnswer");
        Assert.Equal(DueOf(opened), DueOf(tried));
        var called = await NoteAsync(id, "called", "Vill gärna komma på nästa möte.");
        Assert.Equal(TimeSpan.FromDays(14), DueOf(called) - called.GetProperty("contacts")[0].GetProperty("at").GetDateTimeOffset());
        var met = await NoteAsync(id, "met");
        Assert.Equal(TimeSpan.FromDays(30), DueOf(met) - met.GetProperty("contacts")[0].GetProperty("at").GetDateTimeOffset());
        var done = await NoteAsync(id, "done");

        Assert.Equal("done", done.GetProperty("case").Text("state"));
        Assert.Equal(4, done.GetProperty("case").GetProperty("attempts").GetInt32());
        Assert.Equal(["done", "met", "called", "noAnswer"], done.GetProperty("contacts").EnumerateArray().Select(one => one.Text("outcome")));
        Assert.Equal("Vill gärna komma på nästa möte.", done.GetProperty("contacts")[2].Text("note"));
        await chair.PostAsync($"/api/members/care/cases/{id}/contacts", new { outcome = "called" }).RefusedAsync(HttpStatusCode.Conflict, "care.closed");
    }

    [Fact]
    public async Task A_late_case_without_answer_is_tried_again_within_a_day()
    {
        var id = await OpenCaseAsync();
        await members.MoveClockAsync(TimeSpan.FromDays(7.1));
        Assert.True((await GetAsync(id)).GetProperty("case").GetProperty("isLate").GetBoolean());
        var tried = await NoteAsync(id, "noAnswer");
        Assert.False(tried.GetProperty("case").GetProperty("isLate").GetBoolean());
        Assert.Equal(TimeSpan.FromHours(24), DueOf(tried) - tried.GetProperty("contacts")[0].GetProperty("at").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("called")]
    [InlineData("done")]
    public async Task A_slip_is_taken_back_within_the_hour_and_everything_is_as_it_was(string outcome)
    {
        var id = await OpenCaseAsync();
        var before = await GetAsync(id);
        var noted = (await NoteAsync(id, outcome)).GetProperty("contacts")[0];
        Assert.True(noted.GetProperty("canUndo").GetBoolean());
        await members.MoveClockAsync(TimeSpan.FromMinutes(59));
        var after = await UndoAsync(id, noted.Id("contactId")).ReadAsync();
        Assert.Equal(before.GetProperty("case").ToString(), after.GetProperty("case").ToString());
        Assert.Empty(after.GetProperty("contacts").EnumerateArray());
    }

    [Fact]
    public async Task A_slip_cannot_be_taken_back_after_the_hour()
    {
        var id = await OpenCaseAsync();
        var noted = (await NoteAsync(id, "called")).GetProperty("contacts")[0].Id("contactId");
        await members.MoveClockAsync(TimeSpan.FromMinutes(61));
        Assert.False((await GetAsync(id)).GetProperty("contacts")[0].GetProperty("canUndo").GetBoolean());
        await UndoAsync(id, noted).RefusedAsync(HttpStatusCode.Conflict, "care.cannot_undo");
    }

    [Fact]
    public async Task Only_the_own_latest_note_can_be_taken_back()
    {
        var id = await OpenCaseAsync();
        var first = (await NoteAsync(id, "noAnswer")).GetProperty("contacts")[0].Id("contactId");
        var second = (await NoteAsync(id, "called")).GetProperty("contacts")[0].Id("contactId");
        await UndoAsync(id, first).RefusedAsync(HttpStatusCode.Conflict, "care.cannot_undo");
        await ombudsman.DeleteAsync(Address($"cases/{id}/contacts/{second}")).RefusedAsync(HttpStatusCode.Conflict, "care.cannot_undo");
        await UndoAsync(id, second).ReadAsync();
    }

    [Fact]
    public async Task Taking_back_a_note_does_not_open_what_a_refusal_has_closed()
    {
        var person = await members.AddApplicantAsync(Places.Karlstad);
        var id = await members.OpenCaseAsync(person.Id);
        var noted = (await NoteAsync(id, "called")).GetProperty("contacts")[0].Id("contactId");
        await chair.PostAsync($"/api/members/people/{person.Id}/refusal", new { reason = "Aktiv i ett annat parti." }).ReadAsync();
        await UndoAsync(id, noted).RefusedAsync(HttpStatusCode.Conflict, "care.cannot_undo");
        Assert.Equal("done", (await GetAsync(id)).GetProperty("case").Text("state"));
    }

    [Fact]
    public async Task A_case_is_handed_over_to_somebody_who_may_work_it_and_to_nobody_else()
    {
        var id = await OpenCaseAsync();
        var assignees = (await chair.GetAsync(Address($"cases/{id}/assignees")).ReadAsync()).Items();
        Assert.Contains(assignees, one => one.Id("memberId") == People.IdOf("ombudsman") && one.Text("assignment") == "ombudsman");
        Assert.DoesNotContain(assignees, one => one.Id("memberId") == People.IdOf("membership-secretary-arvika"));

        var handed = await HandToAsync(id, People.IdOf("ombudsman")).ReadAsync();
        Assert.Equal(People.IdOf("ombudsman"), handed.GetProperty("case").Id("assigneeId"));
        Assert.Contains(await ombudsman.AllPagesAsync("/api/members/care/cases?mine=true"), one => one.Id("caseId") == id);
        Assert.DoesNotContain(await chair.AllPagesAsync("/api/members/care/cases?mine=true"), one => one.Id("caseId") == id);

        await HandToAsync(id, People.IdOf("member")).RefusedAsync(HttpStatusCode.Conflict, "care.not_assignable");
        await HandToAsync(id, People.IdOf("membership-secretary-arvika")).RefusedAsync(HttpStatusCode.Conflict, "care.not_assignable");
        await HandToAsync(id, Guid.NewGuid()).RefusedAsync(HttpStatusCode.Conflict, "care.not_assignable");
        await NoteAsync(id, "done");
        await HandToAsync(id, Chair).RefusedAsync(HttpStatusCode.Conflict, "care.closed");
    }

    [Fact]
    public async Task Whoever_begins_an_assignment_later_cannot_take_a_case_before()
    {
        var newcomer = (await members.AddMemberAsync(Places.Karlstad)).Id;
        using var administrator = members.As(People.IdOf("ombudsman"), "assignments:manage@district");
        await administrator.PostAsync("/api/members/assignments",
            new { memberId = newcomer, kind = "deputyChair", associationId = Places.Karlstad, from = members.Today().AddDays(3) }).ReadAsync(HttpStatusCode.Created);
        var id = await OpenCaseAsync();
        await HandToAsync(id, newcomer).RefusedAsync(HttpStatusCode.Conflict, "care.not_assignable");
        await members.MoveClockAsync(TimeSpan.FromDays(3));
        await HandToAsync(id, newcomer).ReadAsync();
    }

    [Fact]
    public async Task A_person_has_one_open_case_of_a_kind()
    {
        var person = (await members.AddMemberAsync(Places.Karlstad)).Id;
        await members.OpenCaseAsync(person, "moved");
        await chair.PostAsync("/api/members/care/cases", new { memberId = person, reason = "moved" }).RefusedAsync(HttpStatusCode.Conflict, "care.case_exists");
        await members.OpenCaseAsync(person, "wantsToHelp");
    }

    [Fact]
    public async Task A_chosen_day_lasts_until_midnight_in_Sweden_and_cannot_be_past()
    {
        var person = (await members.AddMemberAsync(Places.Karlstad)).Id;
        var day = members.Today().AddDays(3);
        var opened = await chair.PostAsync("/api/members/care/cases", new { memberId = person, reason = "inactive", due = day }).ReadAsync(HttpStatusCode.Created);
        var midnight = ServiceDefaults.Time.SwedishTime.StartOf(day.AddDays(1));
        Assert.Equal(TimeSpan.FromSeconds(1), midnight - opened.GetProperty("due").GetDateTimeOffset());
        await chair.PostAsync("/api/members/care/cases", new { memberId = person, reason = "moved", due = members.Today().AddDays(-1) })
            .RefusedAsync(HttpStatusCode.BadRequest, "care.due_in_past");
    }

    [Fact]
    public async Task The_list_shows_the_oldest_promise_first_and_the_latest_done_first_and_pages_show_each_case_once()
    {
        foreach (var reason in (string[])["unpaidFee", "moved", "inactive"])
            await NoteAsync(await members.OpenCaseAsync((await members.AddMemberAsync(Places.Karlstad)).Id, reason), "done");
        var open = await ombudsman.AllPagesAsync("/api/members/care/cases?state=open", size: 7);
        Assert.Equal(open.Select(DueOfRow).Order(), open.Select(DueOfRow));
        Assert.Equal(open.Count, open.Select(one => one.Id("caseId")).Distinct().Count());
        var done = await ombudsman.AllPagesAsync("/api/members/care/cases?state=done", size: 2);
        Assert.Equal(done.Select(ClosedOf).OrderDescending(), done.Select(ClosedOf));
        Assert.Equal(await members.QueryAsync<long>("select count(*) from care_cases where state = 'done'"), done.Select(one => one.Id("caseId")).Distinct().Count());
        Assert.All(await chair.AllPagesAsync("/api/members/care/cases"), one => Assert.Equal(Places.Karlstad, one.Id("associationId")));
    }

    private static Guid Chair => People.IdOf("association-chair-karlstad");

    private static DateTimeOffset DueOf(JsonElement found) => DueOfRow(found.GetProperty("case"));

    private static DateTimeOffset DueOfRow(JsonElement row) => row.GetProperty("due").GetDateTimeOffset();

    private static DateTimeOffset ClosedOf(JsonElement row) => row.GetProperty("closedAt").GetDateTimeOffset();

    private async Task<Guid> OpenCaseAsync() => await members.OpenCaseAsync((await members.AddMemberAsync(Places.Karlstad)).Id);

    private Task<JsonElement> GetAsync(Guid id) => chair.GetAsync(Address($"cases/{id}")).ReadAsync();

    private Task<JsonElement> NoteAsync(Guid id, string outcome, string? note = null) => chair.PostAsync($"/api/members/care/cases/{id}/contacts", new { outcome, note }).ReadAsync();

    private Task<HttpResponseMessage> UndoAsync(Guid id, Guid contact) => chair.DeleteAsync(Address($"cases/{id}/contacts/{contact}"));

    private Task<HttpResponseMessage> HandToAsync(Guid id, Guid memberId) => chair.PostAsync($"/api/members/care/cases/{id}/assignee", new { memberId });

    private static Uri Address(string path) => new("/api/members/care/" + path, UriKind.Relative);
}
