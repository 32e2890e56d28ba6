using static Microsoft.Playwright.Assertions;

namespace VpVarmland.Tests;

/// <summary>A chair's evening: two late cases, one that rests, and the figures; the district's steps; the feminist officer's conversation.</summary>
internal sealed class CareWalk(Screen chair, Guid association)
{
    internal async Task WorksTwoLateCasesAsync()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await chair.GoAsync($"/forening/{association}/arenden?visa=late");
            await chair.JudgeAsync("Ärenden");
            var first = chair.Main.GetByRole(Microsoft.Playwright.AriaRole.Table).GetByRole(Microsoft.Playwright.AriaRole.Link).First;
            var name = await first.InnerTextAsync();
            await first.ActivateAsync();
            await chair.JudgeAsync(name);
            await chair.Button("Ringde").ActivateAsync();
            await chair.IsToldAsync($"Noterat att du ringde {name}.");
            await chair.Field("Vad blev det av det?").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
            await chair.Button("Klart").ActivateAsync();
            await chair.IsToldAsync($"Ärendet för {name} är klart.");
        }
        await chair.Button("Öppna ärendet igen").ActivateAsync();
        await chair.Button("Låt ärendet vila").ActivateAsync();
        await chair.Field("Varför").FillAsync("Är bortrest.");
        await chair.Button("Låt vila").ActivateAsync();
        await chair.SeesAsync("Ärendet vilar till");
        await chair.SeesAsync("Vad som har gjorts med ärendet");
    }

    internal async Task LooksAtTheOwnAsync()
    {
        await chair.GoAsync("/mina-arenden");
        await chair.JudgeAsync("Mina ärenden");
        await chair.Button("Skapa en adress").ActivateAsync();
        await chair.SeesAsync("Kopiera adressen nu.");
        await chair.JudgeAsync("Mina ärenden");
        // Gone again, so that whoever walks next finds it as it was.
        await chair.Button("Ta bort adressen").ActivateAsync();
        await Expect(chair.Button("Skapa en adress")).ToBeVisibleAsync();
        await chair.GoAsync($"/forening/{association}/medlemsvard");
        await chair.JudgeAsync("Medlemsvård");
        await chair.Button("Visa som tabell").ActivateAsync();
        await chair.JudgeAsync("Medlemsvård");
    }

    internal static async Task TheDistrictChangesAStepAsync(Screen ombudsman)
    {
        await ombudsman.GoAsync("/distrikt/medlemsvard");
        await ombudsman.JudgeAsync("Medlemsvård");
        await ombudsman.GoAsync("/distrikt/medlemsvard/planer");
        await ombudsman.JudgeAsync("Stegen i medlemsvården");
        await ombudsman.Button("Ändra stegen för Har flyttat").ActivateAsync();
        await ombudsman.Main.GetByLabel("Dagar", new() { Exact = true }).First.FillAsync("5");
        await ombudsman.JudgeAsync("Stegen i medlemsvården");
        await ombudsman.Button("Spara stegen").ActivateAsync();
        await ombudsman.IsToldAsync("Stegen för Har flyttat är sparade.");
        await ombudsman.Button("Tillbaka till förslaget för Har flyttat").ActivateAsync();
        await ombudsman.IsToldAsync("Har flyttat följer plattformens förslag igen.");
    }

    internal static async Task AConversationIsOfferedAsync(Screen officer)
    {
        await officer.GoAsync("/mina-arenden");
        await officer.JudgeAsync("Mina ärenden");
        var first = officer.Main.Locator("ol").GetByRole(Microsoft.Playwright.AriaRole.Link).First;
        var name = await first.InnerTextAsync();
        await first.ActivateAsync();
        await officer.JudgeAsync(name);
        await officer.Button("Ringde").ActivateAsync();
        await officer.IsToldAsync($"Noterat att du ringde {name}.");
    }
}
