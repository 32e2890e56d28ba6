using System.Text;
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
        await screen.Button("Visa som tabell").ActivateAsync();
        await Expect(screen.Button("Visa som diagram")).ToBeVisibleAsync();
        await screen.JudgeAsync("Distriktet");
        await screen.GoAsync("/distrikt/plan");
        await screen.JudgeAsync("Verksamhetsplan 2025");
    }

    /// <summary>Somebody is found in the whole register, with a slip in the name.</summary>
    internal async Task FindsAsync(string typed, string name)
    {
        await screen.GoAsync("/distrikt/medlemmar");
        await screen.JudgeAsync("Medlemmar i distriktet");
        await screen.Field("Sök på namn, e-post, telefon eller medlemsnummer").FillAsync(typed);
        await screen.SeesAsync("Det här liknar.");
        await screen.SeesAsync(name);
        await screen.JudgeAsync("Medlemmar i distriktet");
    }

    /// <summary>A question to the register, said in words and counted while it is written, and saved.</summary>
    internal async Task MakesAListAsync()
    {
        await screen.GoAsync("/distrikt/listor");
        await screen.JudgeAsync("Listor");
        await screen.GoAsync("/distrikt/listor/ny");
        await screen.Field("Namn").FillAsync("Karlstadsbor");
        await screen.Button("Lägg till villkor").ActivateAsync();
        await screen.Field("Vänsterpartiet Karlstad").TickAsync();
        await screen.SeesAsync("De som hör till Vänsterpartiet Karlstad.");
        await screen.JudgeAsync("Ny lista");
        await screen.Button("Spara listan").ActivateAsync();
        await screen.IsToldAsync("Listan ”Karlstadsbor” är sparad.");
        await screen.JudgeAsync("Karlstadsbor");
    }

    internal async Task HandsOverAsync(Applicant applicant)
    {
        await screen.GoAsync("/distrikt/overlamning");
        await screen.JudgeAsync("Överlämning");
        await screen.Field(applicant.Name).TickAsync();
        await screen.Button("Markera 1 som skickad").ActivateAsync();
        await screen.IsToldAsync("1 person är markerad som skickad.");
        await screen.Button("Skickade").ActivateAsync();
        await screen.Button($"Bekräfta {applicant.Name}").ActivateAsync();
        var dialog = screen.Page.GetByRole(AriaRole.Dialog, new() { Name = $"Bekräfta {applicant.Name}" });
        await dialog.GetByLabel("Medlemsnummer").FillAsync($"{Random.Shared.Next(80_000_000, 90_000_000)}");
        await screen.JudgeAsync("Överlämning");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Bekräfta", Exact = true }).ActivateAsync();
        await screen.IsToldAsync($"{applicant.Name} är bekräftad av centrala registret.");
        await screen.Button("Bekräftade").ActivateAsync();
        await screen.SeesAsync(applicant.Name);
    }

    /// <summary>The register as a file, and in it somebody new: chosen, looked through, applied and taken back.</summary>
    internal async Task ImportsAsync()
    {
        await screen.GoAsync("/distrikt/import");
        await screen.JudgeAsync("Import från centrala registret");
        var file = await screen.Page.APIRequest.GetAsync("/api/members/central-imports/register");
        var number = $"{Random.Shared.Next(60_000_000, 70_000_000)}";
        byte[] content = [.. await file.BodyAsync(), .. Encoding.UTF8.GetBytes($"{number};Nyimporterad;Åkesson{number};;;652 24;Karlstad;Vänsterpartiet Karlstad;;;2020-01-01;\r\n")];
        await screen.Page.SetInputFilesAsync("#centralFile", new FilePayload { Name = "medlemmar.csv", MimeType = "text/csv", Buffer = content });
        await screen.SeesAsync("Vad kolumnerna i medlemmar.csv betyder");
        await Expect(screen.Field("Telefon (frivilligt)")).ToHaveValueAsync("4");
        await screen.JudgeAsync("Import från centrala registret");
        await screen.Button("Läs in och jämför").ActivateAsync();
        await Expect(screen.Button("Nya 1")).ToBeVisibleAsync();
        await screen.Button("Nya 1").ActivateAsync();
        await screen.SeesAsync($"Nyimporterad Åkesson{number}");
        await screen.JudgeAsync("Import");
        await screen.Button("Genomför importen").ActivateAsync();
        var dialog = screen.Page.GetByRole(AriaRole.Dialog, new() { Name = "Genomföra importen?" });
        await screen.JudgeAsync("Import");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Genomför", Exact = true }).ActivateAsync();
        await screen.SeesAsync("1 tillagda");
        await screen.JudgeAsync("Import");
        await screen.Button("Ångra importen").ActivateAsync();
        await screen.SeesAsync("Ångrad");
        await Expect(screen.Button("Ångra importen")).ToBeHiddenAsync();
        await screen.JudgeAsync("Import");
    }

    internal async Task DealsWithTheReportAsync(Applicant refused)
    {
        await screen.GoAsync("/distrikt/rapporter");
        await screen.JudgeAsync("Rapporter");
        var report = screen.Main.GetByRole(AriaRole.Listitem).Filter(new() { HasText = refused.Name });
        await Expect(report).ToContainTextAsync("Medlem i ett annat parti.");
        await report.GetByRole(AriaRole.Button, new() { Name = "Markera som behandlad" }).ActivateAsync();
        await screen.IsToldAsync($"Rapporten om {refused.Name} är behandlad.");
        await Expect(report).ToContainTextAsync("Behandlad");
    }

    internal async Task ReadsAssignmentsAsync()
    {
        await screen.GoAsync("/distrikt/uppdrag");
        await screen.JudgeAsync("Uppdrag");
    }
}
