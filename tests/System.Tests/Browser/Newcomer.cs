using static Microsoft.Playwright.Assertions;

namespace VpVarmland.Tests;

/// <summary>What somebody who joins does in the browser.</summary>
internal sealed class Newcomer(Cast cast, Screen screen, Applicant applicant)
{
    internal async Task LooksAroundAsync()
    {
        await screen.GoAsync("/");
        await screen.JudgeAsync("Var med i Vänsterpartiet där du bor");
        await screen.GoAsync("/om-uppgifter");
        await screen.JudgeAsync("Dina uppgifter");
        await screen.GoAsync("/finns-inte");
        await screen.JudgeAsync("Sidan finns inte");
        await screen.Link("Till startsidan").ActivateAsync();
    }

    internal async Task AppliesAsync()
    {
        await screen.Link("Bli medlem").First.ActivateAsync();
        await screen.JudgeAsync("Bli medlem");
        await screen.Button("Skicka ansökan").ActivateAsync();
        await screen.SeesAsync("uppgifter behöver rättas. Inget har skickats.");
        await screen.JudgeAsync("Bli medlem");

        await screen.Field("Förnamn").FillAsync(applicant.GivenName);
        await screen.Field("Efternamn").FillAsync(applicant.FamilyName);
        await screen.Field("E-post").FillAsync(applicant.Email);
        await screen.Field("Telefon (frivilligt)").FillAsync("070-174 06 05");
        await screen.Field("Postnummer (frivilligt)").FillAsync("671 31");
        await Expect(screen.Field("Kommun")).ToHaveValueAsync(applicant.MunicipalityCode);
        await screen.SeesAsync("Du kommer att höra till Vänsterpartiet Arvika.");
        await screen.Field("Studera eller leda cirklar").TickAsync();
        await screen.Field("Jag ansöker om medlemskap och godtar partiets stadgar.").TickAsync();
        await screen.Button("Skicka ansökan").DblClickAsync();
        await screen.JudgeAsync("Titta i din mejl");
        await screen.SeesAsync(applicant.Email);
    }

    internal async Task ConfirmsAsync()
    {
        var mailbox = new Mailbox(cast.Outside, applicant.Email);
        await screen.GoAsync((await mailbox.GetsAsync("Bekräfta din ansökan om medlemskap")).LinkTo("/bli-medlem/bekrafta/"));
        await screen.JudgeAsync("Bekräfta din ansökan");
        await screen.Button("Bekräfta ansökan").ActivateAsync();
        await screen.JudgeAsync($"Välkommen, {applicant.GivenName}");
        await screen.SeesAsync("Din ansökan är hos Vänsterpartiet Arvika.");
        await mailbox.GetsAsync("Välkommen till Vänsterpartiet");
    }

    internal async Task SignsInAsync()
    {
        await screen.Link("Logga in och se din sida").ActivateAsync();
        await screen.JudgeAsync("Logga in");
        await SignIn.ByMailAsync(cast, screen, applicant.Email);
        await screen.JudgeAsync($"Hej {applicant.GivenName}");
        await screen.SeesAsync("Din ansökan kom in");
        await screen.SeesAsync("Vänsterpartiet Arvika");
    }

    internal async Task CorrectsOwnDataAsync()
    {
        await screen.Link("Rätta dina uppgifter").ActivateAsync();
        await screen.JudgeAsync("Dina uppgifter");
        await screen.Field("Telefon (frivilligt)").FillAsync("070-174 06 99");
        await screen.Button("Spara uppgifterna").ActivateAsync();
        await screen.IsToldAsync("Uppgifterna är sparade.");
        await screen.GoAsync("/min-sida/sakerhet");
        await screen.JudgeAsync("Säkerhet");
    }

    /// <summary>Sets up an authenticator app, and sees where the account is signed in.</summary>
    internal async Task GuardsTheAccountAsync()
    {
        await screen.GoAsync("/min-sida/sakerhet");
        await screen.Button("Skaffa engångskoder").ActivateAsync();
        var shown = await screen.Main.GetByText(new System.Text.RegularExpressions.Regex("^[A-Z2-7]{4}[A-Z2-7 ]{28,}$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))).InnerTextAsync();
        await screen.Field("Kod från appen").FillAsync(await Totp.NextAsync(shown.Replace(" ", "", StringComparison.Ordinal)));
        await screen.Button("Aktivera").ActivateAsync();
        await screen.JudgeAsync("Säkerhet");
        await screen.Field("Jag har sparat koderna.").TickAsync();
        await screen.Button("Fortsätt").ActivateAsync();
        await screen.IsToldAsync("Appen används nu när du loggar in.");
        await screen.SeesAsync("Du har 10 koder kvar.");
        await screen.SeesAsync("Den här webbläsaren");
        await screen.JudgeAsync("Säkerhet");
    }

    /// <summary>After a reset: signed out, and told by mail.</summary>
    internal async Task LearnsOfTheResetAsync()
    {
        await new Mailbox(cast.Outside, applicant.Email).GetsAsync("Din andra faktor är nollställd");
        await screen.GoAsync("/min-sida");
        await screen.JudgeAsync("Logga in");
    }

    internal async Task SeesWhoHasReadAsync()
    {
        await screen.GoAsync("/min-sida/lasningar");
        await screen.JudgeAsync("Vem som har läst dina uppgifter");
        await screen.SeesAsync("Medlemsansvarig, Vänsterpartiet Arvika");
    }

    internal async Task IsMemberAsync()
    {
        // The page asks when it is opened: opened again until the month has had its effect.
        await Eventually.SeeAsync(
            async () =>
            {
                await screen.GoAsync("/min-sida");
                await screen.SeesAsync("medlem");
                return await screen.Page.GetByText("Du är medlem sedan").CountAsync();
            }, found => found == 1);
        await screen.JudgeAsync($"Hej {applicant.GivenName}");
    }
}
