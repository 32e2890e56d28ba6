using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace VpVarmland.Tests;

/// <summary>What the annual meeting has elected, as an association's chair writes it down in the browser.</summary>
internal sealed class ChairWalk(Screen chair)
{
    /// <param name="elected">Somebody of the chair's own association who sits on its board as something else: nothing follows when it is taken back.</param>
    internal async Task NamesATreasurerAsync(DemoPerson elected)
    {
        var home = $"/forening/{elected.AssociationId}/uppdrag";
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
