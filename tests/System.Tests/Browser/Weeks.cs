namespace VpVarmland.Tests;

/// <summary>The two weeks that the platform is built for, each from end to end in the browser: a chair's and an ombudsman's.</summary>
internal sealed class Weeks(Cast cast)
{
    /// <param name="chair">The chair's browser.</param>
    internal async Task OfAChairAsync(Screen chair, Guid association)
    {
        var (own, organiser) = (new ChairWalk(chair, association), await DemoDistrict.FindAsync(cast.Platform, DemoDistrict.StudyOrganiser));
        await own.FindsAMemberAsync(organiser.Email);
        await new CareWalk(chair, association).WorksTwoLateCasesAsync();
        await new CorrectionsWalk(chair, association).ImportsACorrectionAsync();
        await new AsksWalk(cast, chair, association).AsksForHelpersAsync();
        await own.NamesATreasurerAsync(organiser);
        await Liaisons.AsksAsync(chair, association);
        // Claims are approved by those whom the district has given it: its chair files one, and approves another's.
        var economy = new EconomyWalk(await cast.EnterAsync(DemoDistrict.DistrictChair));
        await economy.FilesAClaimAsync();
        await economy.ApprovesAnothersAsync();
        await own.SeesHowItStandsAsync();
        await own.ExportsAListAsync();
    }

    /// <param name="chair">The browser of a chair to whom something is relayed.</param>
    /// <param name="year">The operating plan's.</param>
    internal async Task OfAnOmbudsmanAsync(Screen chair, Guid association, int year)
    {
        var ombudsman = await cast.EnterAsync(DemoDistrict.Ombudsman);
        await new District(ombudsman).ImportsAsync();
        await new RegisterWalk(ombudsman).MergesDuplicatesAsync();
        await Liaisons.AreAppointedAsync(ombudsman);
        await new PlanWalk(ombudsman).FollowsThePlanAsync(year);
        var board = new BoardWalk(ombudsman);
        await board.RelaysADeadlineAsync(chair, association);
        await board.PreparesAMeetingAsync();
        var (privacy, member) = (new PrivacyWalk(ombudsman), await cast.EnterAsync(DemoDistrict.StudyOrganiser));
        await privacy.TheReportIsReadAsync();
        await PrivacyWalk.AsksForACopyAsync(member);
        await PrivacyWalk.GivesANumberAndConsentsAsync(member);
        await privacy.AreAnsweredAtTheDeskAsync();
    }
}
