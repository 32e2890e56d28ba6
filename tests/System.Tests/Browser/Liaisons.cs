namespace VpVarmland.Tests;

/// <summary>The contact between the district and its associations, seen from all three ends in the browser.</summary>
internal static class Liaisons
{
    /// <summary>A liaison notes a call and a promise.</summary>
    internal static async Task NotesAContactAsync(Screen liaison)
    {
        var said = $"Ringde ordföranden om vårens möten, {Guid.NewGuid():N}.";
        await liaison.GoAsync("/distrikt/faddrar");
        await liaison.JudgeAsync("Faddrar");
        // Named first among what waits, if anything does, then in the table of all: both lead to the same page.
        await liaison.Link("Vänsterpartiet Sunne").First.ActivateAsync();
        await liaison.JudgeAsync("Vänsterpartiet Sunne");
        await liaison.Button("Notera en kontakt").ActivateAsync();
        await liaison.Field("Vad sa ni?").FillAsync(said);
        await liaison.Button("Lägg till ett löfte").ActivateAsync();
        await liaison.Field("Löfte 1").FillAsync("Skicka kallelsen till årsmötet");
        await liaison.JudgeAsync("Vänsterpartiet Sunne");
        await liaison.Button("Spara kontakten").ActivateAsync();
        await liaison.IsToldAsync("Kontakten med Vänsterpartiet Sunne är noterad.");
        await liaison.SeesAsync(said);
        await liaison.JudgeAsync("Vänsterpartiet Sunne");
    }

    /// <summary>A chair sees who answers for the association, and writes.</summary>
    internal static async Task AsksAsync(Screen chair, Guid association)
    {
        var asked = $"Kan du vara med på vårt möte, {Guid.NewGuid():N}?";
        await chair.GoAsync($"/forening/{association}/fadder");
        await chair.JudgeAsync("Vår fadder");
        await chair.Main.Locator("#message").FillAsync(asked);
        await chair.Button("Skicka").ActivateAsync();
        await chair.IsToldAsync("Skickat. Faddern ser det bland det som behöver göras.");
        await chair.SeesAsync(asked);
    }

    /// <summary>Everybody has a liaison; one line of the proposal is chosen by hand, adopted, and taken back.</summary>
    internal static async Task AreAppointedAsync(Screen ombudsman)
    {
        await ombudsman.GoAsync("/distrikt/faddrar");
        await ombudsman.SeesAsync("100 % har en fadder");
        await ombudsman.JudgeAsync("Faddrar");
        await ombudsman.Link("Föreslå en fördelning").ActivateAsync();
        await ombudsman.JudgeAsync("Förslag till faddrar");
        await ombudsman.SeesAsync("Allt är redan så här. Inget behöver ändras.");
        // The chair of the board, who has none.
        await ombudsman.Field("Fadder för Vänsterpartiet Eda").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 0 });
        await ombudsman.SeesAsync("Ändrat för hand.");
        await ombudsman.JudgeAsync("Förslag till faddrar");
        await ombudsman.Button("Utse 1 fadder").ActivateAsync();
        await ombudsman.IsToldAsync("1 förening har fått en ny fadder.");
        await ombudsman.SeesAsync("Ersättare vid frånvaro");
        await ombudsman.Button("Ångra").ActivateAsync();
        await ombudsman.IsToldAsync("Det är som förut igen.");
        await ombudsman.JudgeAsync("Faddrar");
    }
}
