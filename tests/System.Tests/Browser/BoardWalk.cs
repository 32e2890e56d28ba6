using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VpVarmland.Tests;

/// <summary>The board room and the link to the party centrally in the browser: an ombudsman prepares a meeting and relays a national deadline.</summary>
internal sealed class BoardWalk(Screen ombudsman)
{
    internal async Task PreparesAMeetingAsync()
    {
        var title = $"Extra möte {Guid.NewGuid():N}";
        await ombudsman.GoAsync("/distrikt/styrelse");
        await ombudsman.SeesAsync("Distriktsstyrelsens nästa möte");
        await ombudsman.JudgeAsync("Styrelserummet");
        await ombudsman.Button("Planera ett möte").ActivateAsync();
        await ombudsman.Field("Rubrik").FillAsync(title);
        await ombudsman.Field("Plats").FillAsync("Expeditionen");
        await ombudsman.JudgeAsync("Styrelserummet");
        await ombudsman.Button("Planera mötet").ActivateAsync();
        await ombudsman.JudgeAsync(title);
        await ombudsman.Button("Ändra dagordningen").ActivateAsync();
        await ombudsman.Button("Flytta upp punkt 6").ActivateAsync();
        await ombudsman.JudgeAsync(title);
        await ombudsman.Button("Spara dagordningen").ActivateAsync();
        await ombudsman.IsToldAsync("Dagordningen är sparad.");
        await ombudsman.SeesAsync("5. Ekonomi");
        await ombudsman.Button("Skicka kallelsen").First.ActivateAsync();
        await ombudsman.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Skicka kallelsen" }).ActivateAsync();
        await Expect(ombudsman.Page.GetByRole(AriaRole.Status).GetByText("Kallelsen är på väg till")).ToBeVisibleAsync();
        await ombudsman.SeesAsync("Kallat");
        await ombudsman.JudgeAsync(title);
    }

    internal static async Task LooksAtMinutesAndTheArchiveAsync(Screen districtChair)
    {
        await districtChair.GoAsync("/distrikt/styrelse");
        await districtChair.Link("Distriktsstyrelsens senaste möte").First.ActivateAsync();
        await districtChair.SeesAsync("Kassören gick igenom utfallet mot budgeten.");
        await districtChair.JudgeAsync("Distriktsstyrelsens senaste möte");
        await districtChair.GoAsync("/min-sida/dokument?sok=budget");
        await districtChair.SeesAsync("Protokoll: Distriktsstyrelsens förra möte");
        await districtChair.JudgeAsync("Dokument");
        await districtChair.Link("Protokoll: Distriktsstyrelsens förra möte").ActivateAsync();
        await districtChair.SeesAsync("Närvarande:");
        await districtChair.JudgeAsync("Protokoll: Distriktsstyrelsens förra möte");
    }

    internal async Task RelaysADeadlineAsync(Screen association, Guid id)
    {
        var title = $"Anmäl ombud {Guid.NewGuid():N}";
        await ombudsman.GoAsync("/distrikt/centralt");
        await ombudsman.JudgeAsync("Från partiet centralt");
        await ombudsman.Button("Skriv in något nytt").ActivateAsync();
        await ombudsman.Field("Rubrik").FillAsync(title);
        await ombudsman.Field("Vad gäller det?").FillAsync("Anmälan görs till partiexpeditionen.");
        await ombudsman.JudgeAsync("Från partiet centralt");
        await ombudsman.Button("Skicka vidare").ActivateAsync();
        await Expect(ombudsman.Page.GetByRole(AriaRole.Status).GetByText("Skickat vidare till")).ToBeVisibleAsync();
        await ombudsman.Link(title).ActivateAsync();
        await ombudsman.SeesAsync("Inte läst");
        await ombudsman.JudgeAsync(title);

        await association.GoAsync($"/forening/{id}/centralt");
        await association.SeesAsync(title);
        await association.JudgeAsync("Från partiet centralt");
        await association.Button($"Klart: {title}").ActivateAsync();
        await association.IsToldAsync("Markerat som klart.");
    }
}
