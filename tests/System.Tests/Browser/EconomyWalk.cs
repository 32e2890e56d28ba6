using Microsoft.Playwright;

namespace VpVarmland.Tests;

/// <summary>The economy in the browser: the district's chair files a claim and approves another's; the treasurer pays; an association applies for a grant.</summary>
internal sealed class EconomyWalk(Screen chair)
{
    internal async Task FilesAClaimAsync()
    {
        var purpose = $"Resa till konferensen {Guid.NewGuid():N}";
        await chair.GoAsync("/min-sida/utlagg");
        await chair.JudgeAsync("Utlägg");
        await chair.Button("Nytt utlägg").ActivateAsync();
        await chair.Field("Ändamål").FillAsync(purpose);
        await chair.Field("Vad betalade du?").FillAsync("Tågbiljett");
        await chair.Field("Belopp i kronor").FillAsync("420");
        await chair.Field("Konto").SelectOptionAsync("5800");
        await chair.Field("Betalas till").SelectOptionAsync("bankgiro");
        // Optional the second time on one platform: the account is known by then.
        await chair.Page.Locator("#payNumber").FillAsync("5050-1055");
        await chair.JudgeAsync("Utlägg");
        await chair.Button("Spara utkastet").ActivateAsync();
        await chair.JudgeAsync(purpose);
        await chair.Page.Locator("#receipt").SetInputFilesAsync(new FilePayload { Name = "kvitto.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n%%EOF\n"u8.ToArray() });
        await chair.IsToldAsync("Kvittot är sparat.");
        await chair.Button("Lämna in").ActivateAsync();
        await chair.IsToldAsync("Inlämnat. Två andra godkänner innan det betalas.");
        await chair.SeesAsync("0 av 2 har godkänt");
        await chair.JudgeAsync(purpose);
    }

    internal async Task ApprovesAnothersAsync()
    {
        await chair.GoAsync("/distrikt/ekonomi");
        await chair.SeesAsync("procent av budgetens kostnader är använda");
        await chair.JudgeAsync("Ekonomi");
        await chair.Button("Visa som tabell").ActivateAsync();
        await chair.JudgeAsync("Ekonomi");
        var purpose = "Resa till distriktsstyrelsens möte";
        await chair.Link(purpose).First.ActivateAsync();
        await chair.JudgeAsync(purpose);
        // The journey is made twice on one platform: the second time it is approved already.
        if (await chair.Button("Godkänn").CountAsync() > 0)
        {
            await chair.Button("Godkänn").ActivateAsync();
            await chair.IsToldAsync("Godkänt av dig.");
        }
        await chair.SeesAsync("av 2 har godkänt");
        await chair.JudgeAsync(purpose);
    }

    internal static async Task LooksAtTheRestAsync(Screen treasurer, int year)
    {
        foreach (var (address, title, seen) in ((string, string, string)[])
        [
            ("/distrikt/ekonomi/betalningar", "Betalningar", "Betalningslistor"), ($"/distrikt/ekonomi/budget/{year}", $"Budget {year}", "Budgeten är antagen"), ("/distrikt/ekonomi/kostnader", "Kostnader och intäkter", "Hyra av expedition"),
            ("/distrikt/ekonomi/bidrag", "Bidrag till föreningar", "Redovisningen är försenad"), ("/distrikt/ekonomi/installningar", "Konton och kostnadsställen", "Milersättning"),
        ])
        {
            await treasurer.GoAsync(address);
            await treasurer.SeesAsync(seen);
            await treasurer.JudgeAsync(title);
        }
    }

    internal static async Task AppliesForAGrantAsync(Screen association, Guid id)
    {
        await association.GoAsync($"/forening/{id}/bidrag");
        await association.JudgeAsync("Bidrag");
        await association.Button("Ansök om bidrag").ActivateAsync();
        await association.Field("Vad ska bidraget gå till?").FillAsync("Lokal till studiecirkeln");
        await association.Field("Belopp i kronor").FillAsync("2 500");
        await association.JudgeAsync("Bidrag");
        await association.Button("Skicka ansökan").ActivateAsync();
        await association.IsToldAsync("Ansökan är skickad.");
        await association.SeesAsync("Väntar på beslut");
    }
}
