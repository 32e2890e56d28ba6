using static Microsoft.Playwright.Assertions;

namespace VpVarmland.Tests;

/// <summary>The same journey in a real browser, on a phone and on a desktop; every page of the web app is looked at on the way.</summary>
public sealed class BrowserTests(Platform platform, Chromium chromium)
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_journey_goes_through_every_page_of_the_web_app(int width)
    {
        await using var cast = new Cast(platform, chromium, width);
        await cast.PlayAsync(() => JourneyAsync(cast));
        Assert.Empty(cast.Routes.Unvisited);
    }

    private async Task JourneyAsync(Cast cast)
    {
        var (joining, refused) = (Applicant.New(Applicant.Arvika), Applicant.New(Applicant.Karlstad));
        var newcomer = new Newcomer(cast, await cast.EnterAsync(), joining);
        await newcomer.LooksAroundAsync();
        await newcomer.AppliesAsync();
        await newcomer.ConfirmsAsync();
        await newcomer.SignsInAsync();
        await newcomer.CorrectsOwnDataAsync();

        var secretary = new Secretary(cast, await cast.EnterAsync(), await DemoDistrict.FindAsync(platform, DemoDistrict.Secretary));
        await secretary.SignsInWithBothFactorsAsync();
        await secretary.LooksAtListsAsync();
        await secretary.WorksTheCaseAsync(joining);
        var person = await secretary.NotesThePaymentAsync(joining);
        await newcomer.SeesWhoHasReadAsync();

        var chair = await cast.EnterAsync(DemoDistrict.Chair);
        await SeesNothingAsync(chair, person);
        await RefusesAsync(chair, refused);

        await Calendar.ForwardAsync(platform, days: 30);
        await newcomer.IsMemberAsync();

        var (association, today) = ((await DemoDistrict.FindAsync(platform, DemoDistrict.Chair)).AssociationId!.Value, await Calendar.TodayAsync(platform));
        // The demo's plan is of the year in which the platform was laid out; the calendar may have left it meanwhile.
        var planned = Platform.FirstYear;
        var weeks = new Weeks(cast);
        await weeks.OfAChairAsync(chair, association);
        await weeks.OfAnOmbudsmanAsync(chair, association, planned);

        var ombudsman = await cast.EnterAsync(DemoDistrict.Ombudsman);
        var district = new District(ombudsman);
        await district.ReadsTheOverviewAsync();
        await district.FindsAsync(joining.FamilyName + "z", joining.Name);
        await district.MakesAListAsync();
        await district.HandsOverAsync(joining);
        await district.DealsWithTheReportAsync(refused);
        await district.ReadsAssignmentsAsync();
        var register = new RegisterWalk(ombudsman);
        await register.IsAskedForWhatAsync();
        await register.LooksAtTheRulesAsync();
        var associations = new AssociationsWalk(ombudsman);
        await associations.SeesHowTheyStandAsync();
        await associations.LooksAtCommitteesAsync();
        await associations.PreviewsAMergerAsync();
        await Liaisons.NotesAContactAsync(await cast.EnterAsync(DemoDistrict.BoardMember));

        var districtChair = await cast.EnterAsync(DemoDistrict.DistrictChair);
        await EconomyWalk.LooksAtTheRestAsync(await cast.EnterAsync(DemoDistrict.Treasurer), today.Year);
        await EconomyWalk.AppliesForAGrantAsync(chair, association);
        await BoardWalk.LooksAtMinutesAndTheArchiveAsync(districtChair);
        await PlanWalk.DescribesAQuarterAsync(districtChair, planned, today.Year > planned ? 4 : ((today.Month - 1) / 3) + 1);
        await new PlanWalk(ombudsman).WritesTheAnnualReportAsync(planned - 1);

        var officer = await cast.EnterAsync(DemoDistrict.FeministOfficer);
        await new CareWalk(chair, association).LooksAtTheOwnAsync();
        await CareWalk.TheDistrictChangesAStepAsync(ombudsman);
        await CareWalk.AConversationIsOfferedAsync(officer);
        var asks = new AsksWalk(cast, chair, association);
        await asks.LooksAtTheLadderAsync(ombudsman);
        await asks.AnswersAsync(await cast.EnterAsync());

        var councillor = await cast.EnterAsync(DemoDistrict.RegionCouncillor);
        var office = new OfficeWalk(ombudsman, councillor, officer, await cast.EnterAsync(DemoDistrict.StudyOrganiser), await cast.EnterAsync());
        await office.HandsOverAsync();
        await office.IsPresentedAsync();
        await office.FollowsTheBalanceAsync(association, today.Year);
        var region = new RegionWalk(councillor, ombudsman, chair);
        await region.PreparesAsync();
        await region.AdoptsAPositionAsync();
        await region.InformsTheAssociationsAsync(association, today.Year);

        var operations = await cast.EnterAsync(DemoDistrict.Operator);
        await operations.GoAsync("/drift");
        await operations.SeesAsync("Allt fungerar.");
        await operations.JudgeAsync("Drift");
        await operations.Button("Visa som tabell").ActivateAsync();
        await operations.JudgeAsync("Drift");
        foreach (var (address, title, seen) in OperationsPages)
        {
            await operations.GoAsync(address);
            await operations.SeesAsync(seen);
            await operations.JudgeAsync(title);
        }

        await newcomer.GuardsTheAccountAsync();
        var administrators = new Administrators(await cast.EnterAsync(DemoDistrict.Administrator), await cast.EnterAsync(DemoDistrict.SecondAdministrator));
        await administrators.ResetAsync(joining);
        await newcomer.LearnsOfTheResetAsync();
        await administrators.GivesAPartnerAccessAsync();
        await administrators.ReadTheRestAsync();
    }

    private static readonly (string Address, string Title, string Seen)[] OperationsPages =
    [
        ("/drift/meddelanden", "Meddelanden", "Inget meddelande väntar på ett beslut."),
        ("/drift/mejl", "Mejl", "Inget mejl har misslyckats."),
        ("/drift/jobb", "Jobb", "Medlemskap börjar gälla"),
        ("/drift/logg", "Driftlogg", "Vad som har gjorts för att hålla plattformen igång, senast först."),
    ];

    /// <summary>Another association's person is, to this one, a page that there is not.</summary>
    private static async Task SeesNothingAsync(Screen elsewhere, string person)
    {
        elsewhere.ExpectsRefusal = true;
        await elsewhere.GoAsync(person);
        await elsewhere.SeesAsync("Det du söker finns inte, eller så har du inte behörighet att se det.");
        await elsewhere.GoAsync("/drift");
        await elsewhere.SeesAsync("Det du söker finns inte, eller så har du inte behörighet att se det.");
        elsewhere.ExpectsRefusal = false;
    }

    private async Task RefusesAsync(Screen chair, Applicant applicant)
    {
        await applicant.JoinAsync(platform);
        var association = (await DemoDistrict.FindAsync(platform, DemoDistrict.Chair)).AssociationId;
        await chair.GoAsync($"/forening/{association}/medlemmar?sok={applicant.FamilyName}");
        await chair.Link(applicant.Name).ActivateAsync();
        await chair.JudgeAsync(applicant.Name);
        await chair.Button("Neka medlemskap").ActivateAsync();
        var dialog = chair.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog, new() { Name = $"Neka {applicant.Name} medlemskap?" });
        await dialog.GetByLabel("Skäl").FillAsync("Medlem i ett annat parti.");
        await chair.JudgeAsync(applicant.Name);
        await dialog.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Neka medlemskap" }).ActivateAsync();
        await chair.IsToldAsync($"{applicant.Name} är nekad medlemskap.");
        await Expect(dialog).ToBeHiddenAsync();
        await chair.SeesAsync("Nekad");
    }
}
