using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VpVarmland.Tests;

/// <summary>What the ombudsman does to keep the register right.</summary>
internal sealed class RegisterWalk(Screen screen)
{
    /// <summary>Two entries become one, and are told apart again.</summary>
    internal async Task MergesDuplicatesAsync()
    {
        await screen.GoAsync("/distrikt/medlemmar");
        await screen.Link("Dubbletter").ActivateAsync();
        await screen.JudgeAsync("Dubbletter");
        await screen.Button("De är samma person").First.ActivateAsync();
        var dialog = screen.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByRole(AriaRole.Radio)).ToHaveCountAsync(2);
        await screen.JudgeAsync("Dubbletter");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Slå ihop", Exact = true }).ActivateAsync();
        await screen.IsToldAsync("Posterna är nu en: ");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Ångra sammanslagningen med " }).First.ActivateAsync();
        await screen.IsToldAsync("De är två poster igen.");
        await screen.JudgeAsync("Dubbletter");
    }

    /// <summary>A list leaves the platform only for a purpose.</summary>
    internal async Task IsAskedForWhatAsync()
    {
        await screen.GoAsync("/distrikt/medlemmar");
        await screen.Button("Hämta som fil").ActivateAsync();
        await screen.Button("Hämta filen").ActivateAsync();
        await screen.SeesAsync("Skriv vad filen ska användas till.");
        await screen.JudgeAsync("Medlemmar i distriktet");
        await screen.Field("Vad ska filen användas till?").FillAsync("Telefonlista inför valet");
        var file = await screen.Page.RunAndWaitForDownloadAsync(() => screen.Button("Hämta filen").ActivateAsync());
        Assert.EndsWith(".xlsx", file.SuggestedFilename, StringComparison.Ordinal);
    }

    internal async Task LooksAtTheRulesAsync()
    {
        await screen.GoAsync("/distrikt/medlemmar/skyddade");
        await screen.JudgeAsync("Skyddade uppgifter");
        await screen.GoAsync("/distrikt/import/regler");
        await screen.Field("Telefon").TickAsync();
        await screen.Button("Spara").First.ActivateAsync();
        await screen.IsToldAsync("Reglerna är sparade och gäller nästa fil.");
        await screen.Field("Telefon").UncheckAsync();
        await screen.Button("Spara").First.ActivateAsync();
        await screen.JudgeAsync("Regler för registret");
    }
}
