using System.Net;

namespace VpVarmland.Tests;

/// <summary>Goal G2 of the operating plan, the part about member care: an association keeps its promises to members, and the district sees that it does.</summary>
public sealed class CareTests(Platform platform)
{
    private const string Cases = "/api/members/care/cases", Help = "/api/members/me/help";

    [Fact]
    public async Task G2_support_associations()
    {
        using var chair = await DemoDistrict.SignInAsync(platform, DemoDistrict.Chair);
        using var ombudsman = await DemoDistrict.SignInAsync(platform, DemoDistrict.Ombudsman);
        var caseId = await AMemberOffersHelpAsync(chair);
        await TheChairHandsItOverAsync(chair, ombudsman, caseId);
        await ItRestsAndComesBackAsync(ombudsman, caseId);
        await TheOmbudsmanIsRemindedAsync(ombudsman);
        await ItEndsWellAsync(ombudsman, caseId);
        await AnExitConversationStaysBetweenTwoAsync(chair, ombudsman);
    }

    private async Task<Guid> AMemberOffersHelpAsync(Visitor chair)
    {
        using var member = await DemoDistrict.SignInAsync(platform, DemoDistrict.PlainMember);
        await member.PostAsync(Help);
        Assert.Equal("Vänsterpartiet Karlstad", (await member.PostAsync(Help)).Text("associationName"));
        var mine = Assert.Single(await chair.ListAsync($"{Cases}?state=open"), one => one.Id("memberId") == member.MemberId && one.Text("reason") == "wantsToHelp");
        Assert.Equal(("membershipSecretary", 0L), (mine.Text("assignedBecause"), mine.Number("step")));
        await member.RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden", HttpMethod.Get, $"{Cases}/{mine.Id("caseId")}");
        return mine.Id("caseId");
    }

    private static async Task TheChairHandsItOverAsync(Visitor chair, Visitor ombudsman, Guid caseId)
    {
        var called = await chair.PostAsync($"{Cases}/{caseId}/contacts", new { outcome = "called", note = "Kan köra bil." });
        Assert.Equal(1, called.Number("case.step"));
        var handed = await chair.PostAsync($"{Cases}/{caseId}/assignee", new { memberId = ombudsman.MemberId, note = "Ni behöver någon som kör." });
        Assert.Equal(("handedOver", "Ni behöver någon som kör."), (handed.Rows("events")[0].Text("what"), handed.Rows("events")[0].Text("note")));
        Assert.Contains(await ombudsman.ListAsync($"{Cases}?mine=true"), one => one.Id("caseId") == caseId);
    }

    private async Task ItRestsAndComesBackAsync(Visitor ombudsman, Guid caseId)
    {
        var until = (await Calendar.TodayAsync(platform)).AddDays(1);
        await ombudsman.PostAsync($"{Cases}/{caseId}/snooze", new { until = $"{until:yyyy-MM-dd}", reason = "Är bortrest." });
        Assert.DoesNotContain(await ombudsman.ListAsync($"{Cases}?state=open"), one => one.Id("caseId") == caseId);
        await Calendar.ForwardAsync(platform, days: 1);
        Assert.Contains(await ombudsman.ListAsync($"{Cases}?state=open"), one => one.Id("caseId") == caseId);
    }

    /// <summary>By mail, which only opens a page, and in the own calendar; neither tells whom it is about.</summary>
    private async Task TheOmbudsmanIsRemindedAsync(Visitor ombudsman)
    {
        var self = await DemoDistrict.FindAsync(platform, DemoDistrict.Ombudsman);
        var reminder = (await Eventually.SeeAsync(
            async () => (await new Mailbox(ombudsman, self.Email).ReadAsync()).LastOrDefault(mail => mail.Subject.EndsWith("medlemmar som väntar på oss", StringComparison.Ordinal)), mail => mail is not null))!;
        await ombudsman.OpenPageAsync(reminder.LinkTo("/mina-arenden"));
        using var member = await DemoDistrict.SignInAsync(platform, DemoDistrict.PlainMember);
        var name = (await member.GetAsync("/api/members/me")).Text("familyName")!;
        Assert.DoesNotContain(name, reminder.Text, StringComparison.Ordinal);

        var address = (await ombudsman.PostAsync("/api/members/care/me/calendar")).Text("path")!;
        using var calendarProgram = new Visitor(platform);
        var feed = await calendarProgram.ReadTextAsync(address);
        Assert.Contains("SUMMARY:Hitta en första uppgift", feed, StringComparison.Ordinal);
        Assert.DoesNotContain(name, feed, StringComparison.Ordinal);
        await ombudsman.PostAsync("/api/members/care/me/calendar");
        await calendarProgram.RefusedAsync(HttpStatusCode.NotFound, "request.not_found", HttpMethod.Get, address);
    }

    private static async Task ItEndsWellAsync(Visitor ombudsman, Guid caseId)
    {
        var before = (await ombudsman.GetAsync("/api/members/care/statistics")).Rows("quarters")[^1];
        await ombudsman.PostAsync($"{Cases}/{caseId}/steps", new { step = 1 });
        Assert.Equal("foundPlace", (await ombudsman.PostAsync($"{Cases}/{caseId}/contacts", new { outcome = "done", result = "foundPlace" })).Text("case.result"));
        var after = (await ombudsman.GetAsync("/api/members/care/statistics")).Rows("quarters")[^1];
        Assert.Equal(before.Number("closed") + 1, after.Number("closed"));
    }

    private async Task AnExitConversationStaysBetweenTwoAsync(Visitor chair, Visitor ombudsman)
    {
        using var officer = await DemoDistrict.SignInAsync(platform, "feminist-officer");
        var talk = (await officer.ListAsync("/api/members/care/exit-talks"))[0].Id("caseId");
        await officer.PostAsync($"/api/members/care/exit-talks/{talk}/contacts", new { outcome = "met", note = "Mötena låg för sent." });
        foreach (var other in (Visitor[])[chair, ombudsman])
        {
            var seen = await other.GetAsync($"{Cases}/{talk}");
            Assert.False(seen.Flag("mayRead"));
            Assert.DoesNotContain("Mötena låg för sent.", seen.ToString(), StringComparison.Ordinal);
        }
        await officer.RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden", HttpMethod.Get, Cases);
    }
}
