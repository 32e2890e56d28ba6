using System.Net;

namespace VpVarmland.Tests;

/// <summary>
/// Goal 9, active internal feminist work: the floor is seen where somebody is named, rights end with the term, a woman who leaves early is offered a conversation, the year's work is
/// planned and reported to the annual conference; and those who are elected present themselves, as long as they want and are elected.
/// </summary>
public sealed class G9_internal_feminism(Platform platform)
{
    private const string Assignments = "/api/members/assignments", Desk = "/api/members/feminism";

    [Fact]
    public async Task A_year_of_internal_feminist_work_goes_from_the_plan_to_the_annual_conference()
    {
        using var ombudsman = await DemoDistrict.SignInAsync(platform, DemoDistrict.Ombudsman);
        using var officer = await DemoDistrict.SignInAsync(platform, "feminist-officer");
        var karlstad = (await DemoDistrict.FindAsync(platform, DemoDistrict.Chair)).AssociationId!.Value;
        var year = (await Calendar.TodayAsync(platform)).Year;

        // The officer plans in her association, and in no other.
        var title = $"Träff {Guid.NewGuid():N}";
        var item = (await officer.PostAsync($"{Desk}/{year}/items", new { associationId = karlstad, quarter = 4, title, ownerId = officer.MemberId })).Id("itemId");
        await officer.PutAsync($"{Desk}/items/{item}", new { quarter = 4, title, ownerId = officer.MemberId, state = "done", note = "Tolv kom." }, 1);
        Assert.Contains((await officer.GetAsync($"{Desk}/{year}?association={karlstad}")).Rows("items"), one => one.Text("title") == title && one.Text("state") == "done");
        await officer.RefusedAsync(HttpStatusCode.NotFound, "feminism.unknown", HttpMethod.Get, $"{Desk}/{year}");

        // The district's balance over time is open to the district's own, and new members' numbers are never small.
        var balance = await ombudsman.GetAsync("/api/members/balance");
        Assert.Equal(12, balance.Rows("quarters").Count);
        Assert.All(balance.Rows("newMembers").SelectMany(one => one.Rows("associations")), row => Assert.True(row.At("women").ValueKind == System.Text.Json.JsonValueKind.Null || row.Number("all") == 0 || row.Number("women") >= 5));
        await officer.RefusedAsync(HttpStatusCode.NotFound, "balance.unknown", HttpMethod.Get, "/api/members/balance");

        // The report of a year long past, which nobody else writes: begun from the desk, edited, adopted, read by a member.
        var begun = await ombudsman.PostAsync($"{Desk}/2001/report");
        var report = begun.Id("reportId");
        await ombudsman.PutAsync($"{Desk}/reports/{report}", new { title = "Internfeministisk rapport", body = begun.Text("body") + "\n\nVi fortsätter." }, 1);
        var adopted = await ombudsman.PostAsync($"{Desk}/reports/{report}/adoption", version: 2);
        using var member = await DemoDistrict.SignInAsync(platform, DemoDistrict.PlainMember);
        Assert.EndsWith("Vi fortsätter.", (await member.GetAsync($"/api/members/documents/{adopted.Id("documentId")}")).Text("body"), StringComparison.Ordinal);
        await ombudsman.DeleteAsync($"{Desk}/reports/{report}/adoption");
        await ombudsman.DeleteAsync($"{Desk}/reports/{report}");
    }

    [Fact]
    public async Task A_woman_is_chosen_by_the_floor_hands_over_leaves_and_is_asked_why()
    {
        using var ombudsman = await DemoDistrict.SignInAsync(platform, DemoDistrict.Ombudsman);
        using var officer = await DemoDistrict.SignInAsync(platform, "feminist-officer");
        var (alva, karlstad, email) = await NewMemberAsync(ombudsman);
        var (bea, _, _) = await NewMemberAsync(ombudsman);
        var today = await Calendar.TodayAsync(platform);

        var preview = await ombudsman.GetAsync($"/api/members/balance/preview?member={alva}&kind=boardMember&association={karlstad}");
        Assert.Equal((preview.Number("women") + 1, preview.Number("all") + 1), (preview.Number("womenThen"), preview.Number("allThen")));
        var seat = (await ombudsman.PostAsync(Assignments, new { memberId = alva, kind = "boardMember", associationId = karlstad, from = today, until = today.AddDays(40) })).Id("assignmentId");
        Assert.Contains(await ombudsman.ListAsync($"{Assignments}/ending?days=40"), row => row.Id("assignmentId") == seat);

        // A successor is named; both see the list, each does her own part.
        await ombudsman.PostAsync($"{Assignments}/{seat}/successor", new { memberId = bea });
        using var leaving = await DemoDistrict.SignInByMailAsync(platform, email);
        var list = Assert.Single((await leaving.GetAsync("/api/members/me/transfers")).Rows());
        await leaving.PostAsync($"/api/members/me/transfers/points/{list.Rows("points")[0].Id("pointId")}/done", new { note = "Pärmen står i skåpet." });
        Assert.Equal(1, Assert.Single((await ombudsman.GetAsync("/api/members/transfers")).Rows(), one => one.Id("assignmentId") == seat).Number("done"));

        // Ended early: she is offered a conversation by the feminist officer, and it is nobody else's to read.
        await ombudsman.PostAsync($"{Assignments}/{seat}/end", new { reason = "Mötena ligger för sent." });
        var talk = Assert.Single(await officer.ListAsync("/api/members/care/exit-talks?state=open"), one => one.Id("memberId") == alva);
        await officer.PostAsync($"/api/members/care/exit-talks/{talk.Id("caseId")}/contacts", new { outcome = "met", note = "Mötena låg för sent." });
        Assert.False((await ombudsman.GetAsync($"/api/members/care/cases/{talk.Id("caseId")}")).Flag("mayRead"));
    }

    [Fact]
    public async Task Rights_are_gone_on_the_day_after_the_terms_last()
    {
        using var ombudsman = await DemoDistrict.SignInAsync(platform, DemoDistrict.Ombudsman);
        var (alva, karlstad, email) = await NewMemberAsync(ombudsman);
        using var person = await DemoDistrict.SignInByMailAsync(platform, email);
        var today = await Calendar.TodayAsync(platform);
        await ombudsman.PostAsync(Assignments, new { memberId = alva, kind = "studyOrganiser", associationId = karlstad, from = today, until = today });
        await Eventually.SeeAsync(() => person.StatusAsync($"/api/members/associations/{karlstad}"), status => status == HttpStatusCode.OK);
        await Calendar.ForwardAsync(platform, days: 1);
        await Eventually.SeeAsync(() => person.StatusAsync($"/api/members/associations/{karlstad}"), status => status == HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Whoever_is_elected_is_shown_to_everyone_as_long_as_she_wants()
    {
        using var councillor = await DemoDistrict.SignInAsync(platform, "region-councillor");
        using var anybody = new Visitor(platform);
        var own = Assert.Single((await councillor.GetAsync("/api/members/me/profiles")).Rows());
        var (id, text) = (own.Id("profileId"), $"Jag arbetar för fler vårdplatser {Guid.NewGuid():N}.");
        var written = await councillor.PutAsync($"/api/members/me/profiles/{id}", new { area = "Sjukvård", text, email = "politik@demo.example", consents = true }, own.Number("version"));
        Assert.True(written.Flag("hasConsent"));
        await councillor.PostAsync($"/api/members/me/profiles/{id}/publication");
        await Eventually.SeeAsync(async () => (await anybody.GetAsync("/api/communications/profiles")).Rows().Any(one => one.Text("text") == text), shown => shown);
        await councillor.DeleteAsync($"/api/members/me/profiles/{id}/publication");
        await Eventually.SeeAsync(async () => (await anybody.GetAsync("/api/communications/profiles")).Rows().Any(one => one.Id("profileId") == id), shown => !shown);
    }

    /// <summary>A woman who has joined in Karlstad and whose membership is in effect.</summary>
    private async Task<(Guid MemberId, Guid Association, string Email)> NewMemberAsync(Visitor ombudsman)
    {
        var applicant = Applicant.New(Applicant.Karlstad);
        await applicant.JoinAsync(platform);
        var row = (await applicant.FindAsync(ombudsman))!.Value;
        await ombudsman.PostAsync($"/api/members/people/{row.Id("memberId")}/payment", new { paidOn = $"{(await Calendar.TodayAsync(platform)).AddDays(-30):yyyy-MM-dd}" });
        return (row.Id("memberId"), row.Id("associationId"), applicant.Email);
    }
}
