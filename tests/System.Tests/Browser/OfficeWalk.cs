namespace VpVarmland.Tests;

/// <summary>Assignments, those who are elected, gender balance and the feminist officer's desk in the browser.</summary>
internal sealed class OfficeWalk(Screen ombudsman, Screen councillor, Screen officer, Screen leaver, Screen anybody)
{
    internal async Task HandsOverAsync()
    {
        await ombudsman.GoAsync("/distrikt/uppdrag");
        await ombudsman.SeesAsync("Mandattider som snart löper ut");
        await ombudsman.Main.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { NameRegex = new System.Text.RegularExpressions.Regex("^Mandattid för ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }).First.ActivateAsync();
        await ombudsman.JudgeAsync("Uppdrag");
        await ombudsman.Page.Keyboard.PressAsync("Escape");
        await ombudsman.GoAsync("/distrikt/uppdrag/overlamning");
        await ombudsman.SeesAsync("Skulle ha varit klart");
        await ombudsman.JudgeAsync("Överlämning av uppdrag");
        await ombudsman.GoAsync("/distrikt/uppdrag/historik?uppdrag=districtBoardMember");
        await ombudsman.SeesAsync("Mandattiden tog slut");
        await ombudsman.JudgeAsync("Tidigare uppdrag");
        await leaver.GoAsync("/min-sida");
        await leaver.SeesAsync("Du lämnar över: studieansvarig");
        await leaver.SeesAsync("Bekräftad");
        await leaver.JudgeAsync(await leaver.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
    }

    internal async Task IsPresentedAsync()
    {
        var text = $"Jag arbetar för fler bussar {Guid.NewGuid():N}.";
        await councillor.GoAsync("/min-sida/profil");
        await councillor.JudgeAsync("Din publika profil");
        await councillor.Button("Skriv").ActivateAsync();
        await councillor.Field("Text").FillAsync(text);
        await councillor.Field("Jag vill att det här visas för vem som helst").TickAsync();
        await councillor.JudgeAsync("Din publika profil");
        await councillor.Button("Spara").ActivateAsync();
        await councillor.IsToldAsync("Profilen är sparad.");
        await councillor.Main.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Visa för allmänheten" }).First.ActivateAsync();
        await councillor.SeesAsync("Visas sedan");
        await ombudsman.GoAsync("/distrikt/profiler");
        await ombudsman.SeesAsync("Godkänd av personen");
        await ombudsman.JudgeAsync("Publika profiler");
        // It comes by the broker: whoever comes too soon looks again.
        await Eventually.SeeAsync(
            async () =>
            {
                await anybody.GoAsync("/politiker");
                await anybody.Main.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Level = 2 }).First.WaitForAsync();
                return await anybody.Main.GetByText(text).CountAsync();
            }, shown => shown > 0);
        await anybody.JudgeAsync("Våra politiker");
    }

    internal async Task FollowsTheBalanceAsync(Guid association, int year)
    {
        await ombudsman.GoAsync("/distrikt/jamstalldhet");
        await ombudsman.SeesAsync("Styrelser och utskott i dag");
        await ombudsman.JudgeAsync("Jämställdhet");
        await ombudsman.Button("Visa som tabell").ActivateAsync();
        await ombudsman.JudgeAsync("Jämställdhet");
        await officer.GoAsync($"/forening/{association}/jamstalldhet");
        await officer.SeesAsync("Nya medlemmar");
        await officer.JudgeAsync("Jämställdhet");

        var title = $"Läsecirkel {Guid.NewGuid():N}";
        await officer.GoAsync($"/forening/{association}/internfeminism");
        await officer.SeesAsync("Separatistiska möten");
        await officer.Button("Lägg till en punkt").ActivateAsync();
        await officer.Field("Vad").FillAsync(title);
        await officer.JudgeAsync($"Internfeministiskt arbete {year}");
        await officer.Button("Spara").ActivateAsync();
        await officer.IsToldAsync($"{title} är sparad.");
        await ombudsman.GoAsync("/distrikt/internfeminism");
        await ombudsman.SeesAsync("Valberedningens checklista");
        await ombudsman.SeesAsync("Rapport till årskonferensen");
        await ombudsman.JudgeAsync($"Internfeministiskt arbete {year}");
        // The other width may have begun it.
        var begun = ombudsman.Link($"Internfeministisk rapport {year}");
        await (await begun.CountAsync() > 0 ? begun : ombudsman.Button("Börja årets rapport")).ActivateAsync();
        await ombudsman.SeesAsync("Jämställdhet i uppdrag");
        await ombudsman.JudgeAsync($"Internfeministisk rapport {year}");
        await ombudsman.Button("Skriv").ActivateAsync();
        await ombudsman.JudgeAsync($"Internfeministisk rapport {year}");
    }
}
