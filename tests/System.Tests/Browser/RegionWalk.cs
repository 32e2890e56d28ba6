namespace VpVarmland.Tests;

/// <summary>The region group's work space in the browser, and what an association sees of it.</summary>
internal sealed class RegionWalk(Screen councillor, Screen ombudsman, Screen chair)
{
    internal async Task PreparesAsync()
    {
        await councillor.GoAsync("/region");
        await councillor.SeesAsync("Platser som ingen har");
        await councillor.JudgeAsync("Regiongruppen");
        // The calendar has gone on since the demo was laid out.
        await councillor.GoAsync("/region/moten?visa=tidigare");
        await councillor.Link("Hälso- och sjukvårdsnämnden").First.ActivateAsync();
        await councillor.SeesAsync("Att förbereda till mötet");
        var matter = $"Yrkande {Guid.NewGuid():N}";
        await councillor.Button("Lägg till ett ärende").ActivateAsync();
        await councillor.Main.GetByLabel("Ärende", new() { Exact = true }).FillAsync(matter);
        await councillor.JudgeAsync("Hälso- och sjukvårdsnämnden");
        await councillor.Button("Spara").ActivateAsync();
        await councillor.IsToldAsync($"{matter} är sparat.");
        await councillor.GoAsync("/region/moten?visa=tidigare");
        await councillor.SeesAsync("Kollektivtrafiknämnden");
        await councillor.JudgeAsync("Möten i regionen");
        await ombudsman.GoAsync("/region/platser");
        await ombudsman.SeesAsync("Regionfullmäktige");
        await ombudsman.JudgeAsync("Platser i regionen");
    }

    internal async Task AdoptsAPositionAsync()
    {
        var title = $"Fler bussar {Guid.NewGuid():N}";
        await councillor.GoAsync("/region/standpunkter");
        await councillor.SeesAsync("Vårdcentralerna drivs av regionen");
        await councillor.JudgeAsync("Ståndpunkter");
        await councillor.Button("Skriv en ståndpunkt").ActivateAsync();
        await councillor.Field("Rubrik").FillAsync(title);
        await councillor.Main.GetByLabel("Ståndpunkt", new() { Exact = true }).FillAsync("Bussen går kväll och helg.");
        await councillor.Button("Spara utkastet").ActivateAsync();
        await councillor.Button("Notera att den är antagen").ActivateAsync();
        await councillor.Button("Anta").ActivateAsync();
        await councillor.IsToldAsync("Ståndpunkten är antagen och syns för partiföreningarna.");
        await councillor.JudgeAsync(title);
    }

    internal async Task InformsTheAssociationsAsync(Guid association, int year)
    {
        var title = $"Talepunkter {Guid.NewGuid():N}";
        await councillor.GoAsync("/region/underlag");
        await councillor.SeesAsync("Så svarar vi om vårdcentralerna");
        await councillor.JudgeAsync("Underlag till partiföreningarna");
        await councillor.Button("Publicera underlag").ActivateAsync();
        await councillor.Field("Rubrik").FillAsync(title);
        await councillor.Main.GetByLabel("Text", new() { Exact = true }).FillAsync("Tre saker att säga på torget.");
        await councillor.Button("Publicera").ActivateAsync();
        await councillor.IsToldAsync("Underlaget är publicerat.");
        await councillor.SeesAsync("Inte läst");
        await councillor.JudgeAsync(title);
        await chair.GoAsync($"/forening/{association}/region");
        await chair.SeesAsync(title);
        await chair.JudgeAsync("Från regiongruppen");
        await chair.Button($"Markera som läst: {title}").ActivateAsync();
        await chair.IsToldAsync("Markerat som läst för hela styrelsen.");

        await councillor.GoAsync("/region/rapport");
        await councillor.SeesAsync("Rapport till årskonferensen");
        // The other width may have begun it.
        await Eventually.SeeAsync(async () => await councillor.Link($"Regiongruppens rapport {year}").CountAsync() + await councillor.Button("Börja årets rapport").CountAsync(), count => count > 0);
        await councillor.JudgeAsync("Rapport till årskonferensen");
        var begun = councillor.Link($"Regiongruppens rapport {year}");
        await (await begun.CountAsync() > 0 ? begun : councillor.Button("Börja årets rapport")).ActivateAsync();
        await councillor.SeesAsync("Antagna ståndpunkter");
        await councillor.JudgeAsync($"Regiongruppens rapport {year}");
    }
}
