using System.Net;
using System.Text.Json;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Liaisons;

/// <summary>A liaison at work: what is noted, promised, corrected and late.</summary>
public sealed class ContactLogTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;

    [Fact]
    public async Task A_contact_moves_the_clock_and_its_promises_wait_until_they_are_kept()
    {
        using var liaison = await BeginAsync(days: 61);
        Assert.Equal(("overdue", null, 0), Standing(await RowAsync(liaison)));
        var noted = await liaison.PostAsync(Log, LiaisonForms.Contact(members.Today())).ReadAsync(HttpStatusCode.Created);
        var row = await RowAsync(liaison);
        Assert.Equal(("inTime", $"{members.Today():yyyy-MM-dd}", 1), Standing(row));
        Assert.Equal($"{members.Today().AddDays(60):yyyy-MM-dd}", row.Text("due"));

        var promise = Assert.Single((await liaison.ReadAsync("liaisons/promises")).Items());
        Assert.Equal((noted.Id("contactId"), "Skicka mallen.", false), (promise.Id("contactId"), promise.Text("text"), promise.GetProperty("isLate").GetBoolean()));
        await members.MoveClockAsync(TimeSpan.FromDays(8));
        Assert.Equal(1, (await RowAsync(liaison)).GetProperty("latePromises").GetInt32());
        var done = $"/api/members/liaisons/promises/{promise.Id("promiseId")}/done";
        Assert.NotNull((await liaison.PostAsync(done, new { }).ReadAsync()).Text("doneAt"));
        Assert.Empty((await liaison.ReadAsync("liaisons/promises")).Items());
        Assert.Null((await liaison.DeleteAsync(new Uri(done, UriKind.Relative)).ReadAsync()).Text("doneAt"));
        Assert.Single((await liaison.ReadAsync("liaisons/promises")).Items());
    }

    [Fact]
    public async Task Nobody_contacted_yet_is_said_until_the_first_contact_and_becomes_overdue()
    {
        using var liaison = await BeginAsync();
        Assert.Equal("neverContacted", (await RowAsync(liaison)).Text("standing"));
        await members.MoveClockAsync(TimeSpan.FromDays(61));
        Assert.Equal("overdue", (await RowAsync(liaison)).Text("standing"));
        Assert.Equal(1, (await liaison.ReadAsync("liaisons/associations")).GetProperty("neverContacted").GetInt32());
    }

    [Fact]
    public async Task The_rhythm_is_chosen_on_the_version_that_was_read()
    {
        using var liaison = await BeginAsync(days: 40);
        var page = await liaison.ReadAsync(Page);
        Assert.Equal((60, 60, 1), (page.GetProperty("usualRhythmDays").GetInt32(), page.GetProperty("association").GetProperty("rhythmDays").GetInt32(), page.GetProperty("version").GetInt32()));
        await liaison.PutAsync(Address(Page), new { rhythmDays = 30, note = "Ring på kvällen." }, null).RefusedAsync(HttpStatusCode.PreconditionRequired, "request.version_needed");
        var changed = await liaison.PutAsync(Address(Page), new { rhythmDays = 30, note = "Ring på kvällen." }, "\"1\"").ReadAsync();
        Assert.Equal(("Ring på kvällen.", "overdue", 2), (changed.Text("note"), changed.GetProperty("association").Text("standing"), changed.GetProperty("version").GetInt32()));
        Assert.False(changed.GetProperty("association").GetProperty("isUsualRhythm").GetBoolean());
        await liaison.PutAsync(Address(Page), new { rhythmDays = 90 }, "\"1\"").RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        await liaison.PutAsync(Address(Page), new { rhythmDays = 6 }, "\"2\"").RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
        Assert.True((await liaison.PutAsync(Address(Page), new { note = "Ring på kvällen." }, "\"2\"").ReadAsync()).GetProperty("association").GetProperty("isUsualRhythm").GetBoolean());
    }

    [Fact]
    public async Task The_own_note_can_be_corrected_and_undone_within_the_hour_and_by_nobody_else()
    {
        using var liaison = await BeginAsync();
        var noted = await liaison.PostAsync(Log, LiaisonForms.Contact(members.Today())).ReadAsync(HttpStatusCode.Created);
        var address = $"/api/members/liaisons/contacts/{noted.Id("contactId")}";
        var correction = new { kind = "visit", on = members.Today().AddDays(-1), summary = "Träffade styrelsen." };
        using var manager = members.As(People.IdOf("ombudsman"), "liaison:work@district", "liaison:manage@district");
        await manager.PutAsync(address, correction, "\"1\"").RefusedAsync(HttpStatusCode.Conflict, "liaison.cannot_change");
        var corrected = await liaison.PutAsync(address, correction, "\"1\"").ReadAsync();
        Assert.Equal(("visit", "Träffade styrelsen.", 2), (corrected.Text("kind"), corrected.Text("summary"), corrected.GetProperty("version").GetInt32()));
        Assert.Empty(corrected.GetProperty("promises").EnumerateArray());
        await liaison.PutAsync(address, correction, "\"1\"").RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");

        await liaison.DeleteAsync(new Uri(address, UriKind.Relative)).ReadAsync(HttpStatusCode.NoContent);
        Assert.Empty((await liaison.ReadAsync(Page + "/contacts")).Items());
        var second = await liaison.PostAsync(Log, LiaisonForms.Contact(members.Today())).ReadAsync(HttpStatusCode.Created);
        await members.MoveClockAsync(TimeSpan.FromMinutes(61));
        Assert.False((await liaison.ReadAsync(Page + "/contacts")).Items()[0].GetProperty("canChange").GetBoolean());
        await liaison.DeleteAsync(new Uri($"/api/members/liaisons/contacts/{second.Id("contactId")}", UriKind.Relative)).RefusedAsync(HttpStatusCode.Conflict, "liaison.cannot_change");
    }

    [Fact]
    public async Task A_contact_has_happened_and_a_promise_says_who_what_and_when()
    {
        using var liaison = await BeginAsync();
        await liaison.PostAsync(Log, LiaisonForms.Contact(members.Today().AddDays(1))).RefusedAsync(HttpStatusCode.BadRequest, "liaison.unlikely_day");
        await liaison.PostAsync(Log, LiaisonForms.Contact(members.Today().AddYears(-1).AddDays(-1))).RefusedAsync(HttpStatusCode.BadRequest, "liaison.unlikely_day");
        var today = members.Today();
        foreach (object?[] promises in (object?[][])[[null], [new { side = "district", text = " ", due = today }], [new { text = "Ring.", due = today }], [new { side = "district", text = "Ring.", due = today.AddDays(-1) }], [new { side = "district", text = "Ring." }]])
            await liaison.PostAsync(Log, new { kind = "call", on = today, summary = "Läget.", promises }).RefusedAsync(HttpStatusCode.BadRequest, "liaison.bad_promise");
        Assert.Empty((await liaison.ReadAsync(Page + "/contacts")).Items());
    }

    [Fact]
    public async Task The_log_comes_latest_first_and_pages_show_each_contact_once()
    {
        using var liaison = await BeginAsync();
        foreach (var days in (int[])[3, 9, 1, 3, 7])
            await liaison.PostAsync(Log, LiaisonForms.Contact(members.Today().AddDays(-days))).ReadAsync(HttpStatusCode.Created);
        var all = await liaison.AllPagesAsync(Address(Page + "/contacts"), size: 2);
        Assert.Equal(5, all.Select(one => one.Id("contactId")).Distinct().Count());
        Assert.Equal(all.Select(one => one.Text("on")).OrderDescending(StringComparer.Ordinal), all.Select(one => one.Text("on")));
    }

    [Fact]
    public async Task A_liaison_sees_the_own_associations_and_no_other_and_reading_contact_ways_is_told()
    {
        using var liaison = await BeginAsync();
        Assert.Equal([Places.Arvika], (await liaison.ReadAsync("liaisons/associations")).Items().Select(row => row.Id("associationId")));
        await liaison.GetAsync(new Uri($"/api/members/liaisons/associations/{Places.Karlstad}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "liaison.unknown");
        await liaison.PostAsync($"/api/members/liaisons/associations/{Places.Karlstad}/contacts", LiaisonForms.Contact(members.Today())).RefusedAsync(HttpStatusCode.NotFound, "liaison.unknown");
        var secretary = (await liaison.ReadAsync(Page)).GetProperty("officers").EnumerateArray().Single(one => one.Text("assignment") == "membershipSecretary");
        Assert.NotNull(secretary.Text("email"));
        using var read = members.As(secretary.Id("memberId"), "member:self@district");
        Assert.Equal(("districtBoardMember", "details"), (await read.AllPagesAsync("/api/members/me/reads?"))[0] is var first ? (first.Text("assignment"), first.Text("what")) : default);
    }

    private static string Page => $"liaisons/associations/{Places.Arvika}";

    private static string Log => Address(Page + "/contacts");

    private static string Address(string path) => "/api/members/" + path;

    private static (string? Standing, string? LastContact, int OpenPromises) Standing(JsonElement row) => (row.Text("standing"), row.Text("lastContact"), row.GetProperty("openPromises").GetInt32());

    private static async Task<JsonElement> RowAsync(HttpClient liaison) => (await liaison.ReadAsync("liaisons/associations")).Items().Single();

    /// <summary>Somebody new, liaison for Arvika since so many days, where nothing has been said yet.</summary>
    private async Task<HttpClient> BeginAsync(int days = 0)
    {
        var person = await members.AddBoardMemberAsync(Places.Karlstad);
        await members.ForgetAsync(Places.Arvika);
        await members.ExecuteAsync("delete from liaison_terms where association_id = @Arvika", new { Places.Arvika });
        await members.AppointAsync(Places.Arvika, person, days);
        return members.AsLiaison(person);
    }
}
