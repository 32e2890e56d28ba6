using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VpVarmland.Tests;

/// <summary>What the ombudsman does about associations and committees.</summary>
internal sealed class AssociationsWalk(Screen screen)
{
    internal async Task SeesHowTheyStandAsync()
    {
        await screen.GoAsync("/distrikt/foreningar");
        await screen.SeesAsync("Så räknas det");
        await screen.JudgeAsync("Partiföreningarnas läge");
        await screen.Link("Karlstad").ActivateAsync();
        await screen.SeesAsync("Så står det till");
        await screen.JudgeAsync("Vänsterpartiet Karlstad");
        await screen.Button("Ändra uppgifterna").ActivateAsync();
        await screen.Field("Möteslokal (frivilligt)").FillAsync("Medborgarhuset");
        await screen.JudgeAsync("Vänsterpartiet Karlstad");
        await screen.Button("Spara").ActivateAsync();
        await screen.IsToldAsync("Föreningens uppgifter är sparade.");
        await screen.SeesAsync("Medborgarhuset");
    }

    internal async Task LooksAtCommitteesAsync()
    {
        await screen.GoAsync("/distrikt/utskott");
        await screen.SeesAsync("Studieutskottet");
        await screen.JudgeAsync("Utskott");
    }

    /// <summary>Looked at and not done: the preview changes nothing.</summary>
    internal async Task PreviewsAMergerAsync()
    {
        await screen.GoAsync("/distrikt/sammanslagning");
        await screen.Field("Förening som tar emot").SelectOptionAsync(new SelectOptionValue { Label = "Vänsterpartiet Forshaga" });
        await screen.Field("Vänsterpartiet Munkfors").TickAsync();
        await screen.Button("Förhandsgranska").ActivateAsync();
        await Expect(screen.Button("Slå ihop").Last).ToBeVisibleAsync();
        await screen.JudgeAsync("Slå ihop och dela");
    }
}
