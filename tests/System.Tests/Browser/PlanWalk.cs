using Microsoft.Playwright;

namespace VpVarmland.Tests;

/// <summary>The operating plan in the browser: an ombudsman follows it, an owner says how a quarter went, and the annual report is edited and saved.</summary>
internal sealed class PlanWalk(Screen ombudsman)
{
    internal async Task FollowsThePlanAsync(int year)
    {
        await ombudsman.GoAsync("/distrikt/plan");
        await ombudsman.SeesAsync("Växa i antal medlemmar");
        await ombudsman.JudgeAsync($"Verksamhetsplan {year}");
        await ombudsman.GoAsync($"/distrikt/plan/{year}/A3");
        await ombudsman.SeesAsync("Torgmöten i förvalskampanjen");
        await ombudsman.Button("Lägg till en aktivitet").ActivateAsync();
        await ombudsman.Field("Vad som ska göras").FillAsync("Kampanjstart på torget");
        await ombudsman.Page.Locator("#due").FillAsync($"{year}-08-20");
        // With the calendar open, as it is while one writes in the field.
        await ombudsman.JudgeAsync("A3 Samordna en förvalskampanj för alla partiföreningar");
        await ombudsman.Field("Anteckning (frivilligt)").FillAsync("Alla föreningar är med.");
        await ombudsman.Button("Spara aktiviteten").ActivateAsync();
        await ombudsman.IsToldAsync("Aktiviteten är tillagd.");
        await ombudsman.Button("Kampanjstart på torget är gjord").Last.ActivateAsync();
        await ombudsman.IsToldAsync("Aktiviteten är sparad.");
    }

    /// <summary>Whoever answers for a goal describes the running quarter.</summary>
    internal static async Task DescribesAQuarterAsync(Screen owner, int year, int quarter)
    {
        await owner.GoAsync($"/distrikt/plan/{year}/G1");
        await owner.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"läget för kvartal {quarter}" }).ActivateAsync();
        await owner.Field("Läget").FillAsync("Föreningarna värvar på torgen, och det märks.");
        await owner.Button("Spara läget").ActivateAsync();
        await owner.IsToldAsync("Läget är sparat.");
        await owner.SeesAsync("Föreningarna värvar på torgen, och det märks.");
        await owner.JudgeAsync("G1 Växa i antal medlemmar");
    }

    internal async Task WritesTheAnnualReportAsync(int year)
    {
        await ombudsman.GoAsync($"/distrikt/plan/{year}/berattelse");
        await ombudsman.SeesAsync("Året som gick");
        await ombudsman.JudgeAsync($"Verksamhetsberättelse {year}");
        await ombudsman.Button("Ändra Året som gick").ActivateAsync();
        await ombudsman.Field("Text").FillAsync("Vi växte, och vi höll ihop.");
        await ombudsman.JudgeAsync($"Verksamhetsberättelse {year}");
        await ombudsman.Button("Spara avsnittet").ActivateAsync();
        await ombudsman.IsToldAsync("Avsnittet är sparat.");
        await ombudsman.SeesAsync("Vi växte, och vi höll ihop.");
        var saved = await ombudsman.Page.APIRequest.GetAsync($"/api/members/plan/{year}/report/pdf");
        Assert.Equal("application/pdf", saved.Headers["content-type"]);
    }
}
