namespace VpVarmland.Tests;

/// <summary>A chair asks for helpers, and somebody answers from the mail without signing in.</summary>
internal sealed class AsksWalk(Cast cast, Screen chair, Guid association)
{
    internal async Task AsksForHelpersAsync()
    {
        await chair.GoAsync($"/forening/{association}/hjalp");
        await chair.JudgeAsync("Be om hjälp");
        await chair.Link("Dela ut flygblad").ActivateAsync();
        await chair.JudgeAsync("Dela ut flygblad");
        await chair.GoAsync($"/forening/{association}/hjalp");
        await chair.Link("Fråga om hjälp").ActivateAsync();
        await chair.JudgeAsync("Fråga om hjälp");
        await chair.Field("Vad behöver ni hjälp med?").FillAsync("Baka till mötet");
        var day = (await Calendar.TodayAsync(cast.Platform)).AddDays(20);
        await chair.Main.Locator("#day").FillAsync($"{day:yyyy-MM-dd}");
        await chair.Field("Var").FillAsync("Folkets hus");
        await chair.Field("Hur många behövs").FillAsync("1");
        await chair.Button("Visa vilka som passar").ActivateAsync();
        await chair.SeesAsync("De som passar bäst står först.");
        await chair.JudgeAsync("Fråga om hjälp");
        await chair.Button("Fråga 3 personer").ActivateAsync();
        await chair.IsToldAsync("3 personer får var sitt mejl.");
        await chair.JudgeAsync("Baka till mötet");
    }

    /// <summary>How it grows, whom nobody has heard from, and opening cases for one of them and taking it back.</summary>
    internal async Task LooksAtTheLadderAsync(Screen district)
    {
        foreach (var (screen, place) in new[] { (chair, $"/forening/{association}"), (district, "/distrikt") })
        {
            await screen.GoAsync($"{place}/engagemang");
            await screen.SeesAsync("Så räknas det");
            await screen.JudgeAsync("Engagemang");
            await screen.GoAsync($"{place}/inte-horts-av");
            await screen.SeesAsync("har inte hörts av på 6 månader");
            await screen.JudgeAsync("Inte hörts av");
        }
        await chair.Main.GetByRole(Microsoft.Playwright.AriaRole.Row).GetByRole(Microsoft.Playwright.AriaRole.Checkbox, new() { Disabled = false }).First.TickAsync();
        await chair.Button("Öppna ärende för 1").ActivateAsync();
        await chair.JudgeAsync("Inte hörts av");
        await chair.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog).GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Öppna ärende för 1" }).ActivateAsync();
        await chair.IsToldAsync("1 ärende är öppnat.");
        await chair.Button("Ångra").ActivateAsync();
        await chair.IsToldAsync("1 ärende är borttaget.");
    }

    internal async Task AnswersAsync(Screen helper)
    {
        var asked = (await cast.Outside.GetAsync("/dev/mail")).Rows().First(mail => mail.Text("subject") == "Kan du hjälpa till: Baka till mötet?");
        await helper.GoAsync(new Mail(asked.Number("id"), asked.Text("subject")!, asked.Text("text")!, asked.Text("html")!).LinkTo("/svara/"));
        await helper.SeesAsync("Baka till mötet");
        var title = await helper.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();
        await helper.JudgeAsync(title);
        await helper.Button("Ja, jag kommer").ActivateAsync();
        await helper.SeesAsync("Tack. Du har en plats.");
        await helper.JudgeAsync(title);
    }
}
