using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VpVarmland.Tests;

/// <summary>What the association's membership secretary does in the browser.</summary>
internal sealed class Secretary(Cast cast, Screen screen, DemoPerson self)
{
    private string Home => $"/forening/{self.AssociationId}";

    internal async Task SignsInWithBothFactorsAsync()
    {
        await SignIn.ByMailAsync(cast, screen, self.Email);
        await screen.JudgeAsync("Visa att det är du");
        await screen.Field("Kod från appen").FillAsync(await Totp.NextAsync(self.TotpSecret!));
        await screen.Button("Fortsätt").ActivateAsync();
        await screen.JudgeAsync("Vänsterpartiet Arvika");
    }

    /// <summary>The association's lists, of which there are none yet.</summary>
    internal async Task LooksAtListsAsync()
    {
        await screen.GoAsync($"{Home}/listor");
        await screen.JudgeAsync("Listor");
        await screen.GoAsync($"{Home}/listor/ny");
        await screen.JudgeAsync("Ny lista");
    }

    /// <summary>Finds the person among those who wait, opens the case and works it to its end.</summary>
    internal async Task WorksTheCaseAsync(Applicant applicant)
    {
        await screen.GoAsync(Home);
        await screen.SeesAsync("De här väntar på att höra från er");
        await screen.GoAsync($"{Home}/arenden");
        await screen.JudgeAsync("Ärenden");
        await screen.Link(applicant.Name).ActivateAsync();
        await screen.JudgeAsync(applicant.Name);
        await screen.SeesAsync("Hälsa välkommen");
        await NoteAsync("Inget svar", $"Noterat att {applicant.Name} inte svarade.");
        await screen.Field("Anteckning (frivilligt)").FillAsync("Vill vara med i en studiecirkel.");
        await NoteAsync("Ringde", $"Noterat att du ringde {applicant.Name}.");
        await screen.SeesAsync("Vill vara med i en studiecirkel.");
        await NoteAsync("Träffades", $"Noterat att du träffade {applicant.Name}.");
        await NoteAsync("Klart", $"Ärendet för {applicant.Name} är klart.");
        await Expect(screen.Main.GetByRole(AriaRole.Group)).ToHaveCountAsync(0);
        await screen.JudgeAsync(applicant.Name);
        await screen.GoAsync($"{Home}/arenden?visa=done");
        await Expect(screen.Link(applicant.Name)).ToBeVisibleAsync();
    }

    /// <returns>The person's address in the app.</returns>
    internal async Task<string> NotesThePaymentAsync(Applicant applicant)
    {
        await screen.GoAsync($"{Home}/medlemmar");
        await screen.JudgeAsync("Medlemmar");
        await screen.Main.GetByRole(AriaRole.Searchbox).FillAsync(applicant.FamilyName);
        await screen.Link(applicant.Name).ActivateAsync();
        await screen.JudgeAsync(applicant.Name);
        await screen.Button("Notera betalning").ActivateAsync();
        await screen.IsToldAsync("Betalningen är noterad.");
        await screen.SeesAsync("(beräknat, 30 dagar efter betalning)");
        await screen.JudgeAsync(applicant.Name);
        return new Uri(screen.Page.Url).AbsolutePath;
    }

    private async Task NoteAsync(string verb, string told)
    {
        await screen.Button(verb).ActivateAsync();
        await screen.IsToldAsync(told);
    }
}
