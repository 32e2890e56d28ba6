using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VpVarmland.Tests;

/// <summary>What an association's chair does about the association and its members in the browser.</summary>
internal sealed class ChairWalk(Screen chair, Guid association)
{
    /// <summary>Somebody is found by the address they gave, and looked at.</summary>
    internal async Task FindsAMemberAsync(string email)
    {
        await chair.GoAsync($"/forening/{association}/medlemmar");
        await chair.Main.GetByRole(AriaRole.Searchbox).FillAsync(email);
        var found = chair.Main.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link);
        await Expect(found).ToHaveCountAsync(1);
        var name = await found.InnerTextAsync();
        await found.ActivateAsync();
        await chair.SeesAsync(email);
        await chair.JudgeAsync(name);
    }

    internal async Task SeesHowItStandsAsync()
    {
        await chair.GoAsync($"/forening/{association}/om");
        await chair.SeesAsync("Så står det till");
        await chair.SeesAsync("Kontakt med fadder");
        await chair.JudgeAsync("Vänsterpartiet Karlstad");
    }

    internal async Task ExportsAListAsync()
    {
        await chair.GoAsync($"/forening/{association}/medlemmar");
        await chair.Button("Hämta som fil").ActivateAsync();
        await chair.Field("Vad ska filen användas till?").FillAsync("Telefonrunda inför årsmötet");
        await chair.JudgeAsync("Medlemmar");
        var file = await chair.Page.RunAndWaitForDownloadAsync(() => chair.Button("Hämta filen").ActivateAsync());
        Assert.EndsWith(".xlsx", file.SuggestedFilename, StringComparison.Ordinal);
    }

    /// <param name="elected">Somebody of the chair's own association who sits on its board as something else: nothing follows when it is taken back.</param>
    internal async Task NamesATreasurerAsync(DemoPerson elected)
    {
        var home = $"/forening/{association}/uppdrag";
        await chair.GoAsync(home);
        await chair.SeesAsync("Årsmötet väljer.");
        await chair.JudgeAsync("Uppdrag");
        await chair.Button("Ge ett uppdrag").ActivateAsync();
        // Found by the address, which nobody else has.
        await chair.Field("Vem").FillAsync(elected.Email);
        var found = chair.Main.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(", Vänsterpartiet Karlstad$", RegexOptions.None, TimeSpan.FromSeconds(1)) });
        var name = (await found.InnerTextAsync()).Split(',')[0];
        await found.ActivateAsync();
        await chair.Page.Locator("#kind").SelectOptionAsync("treasurer");
        await chair.SeesAsync("Då blir det");
        await chair.JudgeAsync("Uppdrag");
        await chair.Button("Ge uppdraget").ActivateAsync();
        await chair.IsToldAsync($"{name} är nu kassör och får sin behörighet inom några sekunder.");

        // Those who come after in the journey find the board as it was.
        await chair.Button($"Avsluta uppdraget för {name}, kassör").ActivateAsync();
        await chair.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Avsluta", Exact = true }).ActivateAsync();
        await chair.IsToldAsync($"{name} är inte längre kassör.");
        await chair.GoAsync($"{home}/historik?uppdrag=treasurer");
        await chair.SeesAsync(name);
        await chair.JudgeAsync("Tidigare uppdrag");
    }
}
