using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VpVarmland.Tests;

/// <summary>What the ombudsman does in the browser.</summary>
internal sealed class District(Screen screen)
{
    internal async Task ReadsTheOverviewAsync()
    {
        await screen.GoAsync("/distrikt");
        await screen.JudgeAsync("Distriktet");
        await screen.Button("Visa som tabell").ClickAsync();
        await Expect(screen.Button("Visa som diagram")).ToBeVisibleAsync();
        await screen.JudgeAsync("Distriktet");
        await screen.GoAsync("/distrikt/plan");
        await screen.JudgeAsync("Verksamhetsplan 2025");
    }

    internal async Task HandsOverAsync(Applicant applicant)
    {
        await screen.GoAsync("/distrikt/overlamning");
        await screen.JudgeAsync("Överlämning");
        await screen.Field(applicant.Name).CheckAsync();
        await screen.Button("Markera 1 som skickad").ClickAsync();
        await screen.IsToldAsync("1 person är markerad som skickad.");
        await screen.Button("Skickade").ClickAsync();
        await screen.Button($"Bekräfta {applicant.Name}").ClickAsync();
        var dialog = screen.Page.GetByRole(AriaRole.Dialog, new() { Name = $"Bekräfta {applicant.Name}" });
        await dialog.GetByLabel("Medlemsnummer").FillAsync($"{Random.Shared.Next(80_000_000, 90_000_000)}");
        await screen.JudgeAsync("Överlämning");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Bekräfta", Exact = true }).ClickAsync();
        await screen.IsToldAsync($"{applicant.Name} är bekräftad av centrala registret.");
        await screen.Button("Bekräftade").ClickAsync();
        await screen.SeesAsync(applicant.Name);
    }

    internal async Task DealsWithTheReportAsync(Applicant refused)
    {
        await screen.GoAsync("/distrikt/rapporter");
        await screen.JudgeAsync("Rapporter");
        var report = screen.Main.GetByRole(AriaRole.Listitem).Filter(new() { HasText = refused.Name });
        await Expect(report).ToContainTextAsync("Medlem i ett annat parti.");
        await report.GetByRole(AriaRole.Button, new() { Name = "Markera som behandlad" }).ClickAsync();
        await screen.IsToldAsync($"Rapporten om {refused.Name} är behandlad.");
        await Expect(report).ToContainTextAsync("Behandlad");
    }

    internal async Task ReadsAssignmentsAsync()
    {
        await screen.GoAsync("/distrikt/uppdrag");
        await screen.JudgeAsync("Uppdrag");
    }
}
