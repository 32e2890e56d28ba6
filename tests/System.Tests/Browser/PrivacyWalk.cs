using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VpVarmland.Tests;

/// <summary>A member asks what is held and is answered; the ombudsman answers another at the desk.</summary>
internal sealed class PrivacyWalk(Screen ombudsman)
{
    internal static async Task AsksForACopyAsync(Screen member)
    {
        await member.GoAsync("/min-sida/uppgifter-om-mig");
        await member.Main.Locator("summary").Filter(new() { HasText = "Namn och kontaktuppgifter" }).ActivateAsync();
        await member.JudgeAsync("Uppgifter om dig");
        await member.Button("Beställ en kopia").ActivateAsync();
        await member.IsToldAsync("Din begäran är mottagen.");
        await member.Link("Läs kopian").First.ActivateAsync();
        await Expect(member.Button("Skriv ut")).ToBeVisibleAsync();
        await member.JudgeAsync(await member.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }).InnerTextAsync());
        var file = await member.Page.RunAndWaitForDownloadAsync(() => member.Button("Hämta som fil (JSON)").ActivateAsync());
        Assert.EndsWith(".json", file.SuggestedFilename, StringComparison.Ordinal);
        await member.GoAsync("/min-sida/uppgifter-om-mig");
        await member.Button("Begär rättelse").ActivateAsync();
        await member.Field("Vad är fel, och hur ska det vara?").FillAsync("Jag betalade redan i januari.");
        await member.Button("Skicka begäran").ActivateAsync();
        await member.IsToldAsync("Din begäran är mottagen.");
        await member.JudgeAsync("Uppgifter om dig");
    }

    internal static async Task GivesANumberAndConsentsAsync(Screen member)
    {
        await member.Button("Lägg till").ActivateAsync();
        await member.Field("Personnummer").FillAsync("770525-2398");
        await member.Button("Spara personnummer").ActivateAsync();
        await member.SeesAsync("19770525-••••");
        await member.Button("Jag samtycker").ActivateAsync();
        await member.IsToldAsync("Samtycket är sparat.");
        await member.Button("Ta tillbaka samtycket").ActivateAsync();
        await member.IsToldAsync("Samtycket är återtaget.");
        await member.JudgeAsync("Uppgifter om dig");
        await member.Button("Ta bort").ActivateAsync();
        await member.IsToldAsync("Personnumret är borttaget.");
    }

    /// <summary>Looks at what would go, and starts nothing: other tests have their people.</summary>
    internal async Task TheReportIsReadAsync()
    {
        await ombudsman.GoAsync("/distrikt/dataskydd");
        await ombudsman.Link("Gallring: vad som tas bort i natt").ActivateAsync();
        await ombudsman.SeesAsync("Gallringen är inte igång");
        await ombudsman.JudgeAsync("Gallring");
    }

    internal async Task AreAnsweredAtTheDeskAsync()
    {
        await ombudsman.GoAsync("/distrikt/dataskydd");
        await ombudsman.SeesAsync("Senast besvarade");
        await ombudsman.JudgeAsync("Dataskydd");
        await ombudsman.Main.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = "Rättelse" }).First.GetByRole(AriaRole.Link).ActivateAsync();
        await ombudsman.SeesAsync("Jag betalade redan i januari.");
        await ombudsman.Field("Vad svarar du?").FillAsync("Det centrala registret säger februari.");
        await ombudsman.JudgeAsync(await HeadingAsync());
        await ombudsman.Button("Avslå").ActivateAsync();
        await ombudsman.SeesAsync("Avslagen");
        await ombudsman.GoAsync("/distrikt/dataskydd");
        await ombudsman.Main.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = "Kopia" }).First.GetByRole(AriaRole.Link).ActivateAsync();
        await ombudsman.SeesAsync("Inloggningen");
        await ombudsman.Link("Läs kopian").ActivateAsync();
        await Expect(ombudsman.Button("Skriv ut")).ToBeVisibleAsync();
        await ombudsman.JudgeAsync(await HeadingAsync());
    }

    private Task<string> HeadingAsync() => ombudsman.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }).InnerTextAsync();
}
