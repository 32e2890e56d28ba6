using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VpVarmland.Tests;

/// <summary>What administrators do in the browser; some of it takes two of them.</summary>
internal sealed class Administrators(Screen first, Screen second)
{
    /// <summary>The first asks for a reset, cannot approve it, and the second does.</summary>
    internal async Task ResetAsync(Applicant person)
    {
        await first.GoAsync("/administration/konton");
        await first.JudgeAsync("Konton");
        await first.Main.GetByRole(AriaRole.Searchbox).FillAsync(person.Email);
        await first.Link(person.Email).ActivateAsync();
        await first.JudgeAsync(person.Email);
        await first.SeesAsync("App med engångskoder");
        await first.Button("Begär nollställning").ActivateAsync();
        await first.Button("Begär nollställning").ActivateAsync();
        await first.SeesAsync("Skriv skälet.");
        await first.Field("Skäl").FillAsync("Telefonen ligger i Glafsfjorden. Vi sågs på torget.");
        await first.Button("Begär nollställning").ActivateAsync();
        await first.IsToldAsync("Begärt. Nu behöver en annan administratör godkänna.");
        await first.GoAsync("/administration");
        await first.JudgeAsync("Att besluta");
        await first.SeesAsync("En annan administratör ska godkänna.");

        await second.GoAsync("/administration");
        await second.JudgeAsync("Att besluta");
        await second.Button($"Nollställ andra faktorn för {person.Email}").ActivateAsync();
        var dialog = second.Page.GetByRole(AriaRole.Dialog, new() { Name = $"Nollställ andra faktorn för {person.Email}?" });
        await second.JudgeAsync("Att besluta");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Nollställ andra faktorn", Exact = true }).ActivateAsync();
        await second.IsToldAsync($"Andra faktorn är nollställd för {person.Email}.");
        await second.Button("Avgjorda").ActivateAsync();
        await second.SeesAsync("Telefonen ligger i Glafsfjorden.");
        await second.JudgeAsync("Att besluta");
    }

    /// <summary>Makes a client for a partner, changes its secret and closes it.</summary>
    internal async Task GivesAPartnerAccessAsync()
    {
        var (id, name) = ($"partner-{Random.Shared.Next(1_000_000):D6}", $"Studieförbundet {Random.Shared.Next(1_000_000)}");
        await first.GoAsync("/administration/partner");
        await first.Button("Lägg till en partner").ActivateAsync();
        await first.Button("Lägg till").ActivateAsync();
        await first.SeesAsync("Välj minst en behörighet.");
        await first.JudgeAsync("Partner");
        await first.Field("Id").FillAsync(id);
        await first.Field("Namn").FillAsync(name);
        await first.Field("Siffror utan personer").TickAsync();
        await first.Button("Lägg till").ActivateAsync();
        await first.IsToldAsync($"{name} är tillagd.");
        await first.SeesAsync("Hemligheten visas bara nu");
        await first.JudgeAsync("Partner");
        await first.Button("Jag har sparat den").ActivateAsync();
        await first.Button($"Byt hemlighet för {name}").ActivateAsync();
        await first.JudgeAsync("Partner");
        await first.Button("Skapa en ny").ActivateAsync();
        await first.SeesAsync("Hemligheten visas bara nu");
        await first.Button("Jag har sparat den").ActivateAsync();
        await first.Button($"Stäng {name}").ActivateAsync();
        await first.IsToldAsync($"{name} är stängd.");
        await Expect(first.Button($"Öppna igen: {name}")).ToBeVisibleAsync();
    }

    internal async Task ReadTheRestAsync()
    {
        await first.GoAsync("/administration/nycklar");
        await first.JudgeAsync("Signeringsnycklar");
        await first.SeesAsync("Signerar");
        await first.GoAsync("/administration/logg");
        await first.JudgeAsync("Säkerhetslogg");
        await first.Button("Partner").ActivateAsync();
        await first.SeesAsync("Partnern stängdes");
        await first.JudgeAsync("Säkerhetslogg");
    }
}
