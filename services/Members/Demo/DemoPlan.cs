using VpVarmland.Members.Plan;
using VpVarmland.Members.Plan.Report;

namespace VpVarmland.Members.Demo;

/// <summary>
/// The fourteen goals of the district's operating plan: eleven standing, three activities of the year; owned, measured and followed up until today, and a year before it with a
/// draft of the annual report.
/// </summary>
internal sealed class DemoPlan(UnitOfWork work, IReadOnlyList<DemoPerson> people, CancellationToken cancel)
{
    internal static readonly IReadOnlyList<(string Code, string Kind, string Swedish, string English)> Goals =
    [
        ("G1", "standing", "Växa i antal medlemmar", "Grow in members"),
        ("G2", "standing", "Stödja partiföreningarna i medlemsvård och medlemsadministration", "Support the associations in member care and administration"),
        ("G3", "standing", "Tillsammans med föreningarna aktivera medlemmarna och bygga rörelse", "With the associations, activate the members and build a movement"),
        ("G4", "standing", "Kommunicera inåt och utåt med medlemsutskick, webbplats, sociala medier och andra medier", "Communicate in and out by mailings, website, social and other media"),
        ("G5", "standing", "Lyfta fram region- och riksdagspolitikerna och deras politik", "Lift the region and riksdag politicians and their politics"),
        ("G6", "standing", "Föra dialog med föreningarna om regionpolitiken", "Have a dialogue with the associations on regional politics"),
        ("G7", "standing", "Hålla ordförandeträffar, fysiskt och digitalt", "Hold chair meetings, physical and digital"),
        ("G8", "standing", "Hålla regionala temaseminarier om centrala politikområden", "Hold regional theme seminars on central areas of policy"),
        ("G9", "standing", "Bedriva ett aktivt internfeministiskt arbete", "Do active internal feminist work"),
        ("G10", "standing", "Uppmuntra studier och ge verktyg för studiecirklar, bland annat med ABF", "Encourage studies and give tools for study circles, among others with ABF"),
        ("G11", "standing", "Bygga ett faddersystem där varje ledamot och ersättare ansvarar för kontakten med en förening", "Build a liaison system: each board member and deputy answers for an association"),
        ("A1", "activity", "Planera och hålla valkonferens och fastställa listorna till riksdags- och regionvalen", "Plan and hold an election conference that chooses the riksdag and region lists"),
        ("A2", "activity", "Ge ett begränsat antal medlemmar möjlighet att delta i Vänsterdagarna", "Give a limited number of members the chance to attend Vänsterdagarna"),
        ("A3", "activity", "Samordna en förvalskampanj för alla partiföreningar", "Coordinate a pre-election campaign for all associations"),
    ];

    /// <summary>What each goal is measured by, who answers for it, and what is to be done for it: quarter by quarter.</summary>
    private static readonly IReadOnlyList<(string Code, string Owner, (Measure Measure, decimal Target, string? Title)[] Indicators, (string Title, int Month)[] Activities)> Followed =
    [
        ("G1", "district-chair", [(Measure.Members, 1_050, null), (Measure.NewMembers, 250, null)], [("Värvarhelg i alla föreningar", 5), ("Bli medlem-kort till torgmötena", 8)]),
        ("G2", "board-member", [(Measure.WelcomedInTime, 80, null), (Measure.LateCases, 5, null)], [("Utbildning för medlemsansvariga", 3)]),
        ("G3", "board-member", [(Measure.Asks, 40, null), (Measure.Helpers, 100, null), (Measure.ActiveShare, 25, null)], []),
        ("G4", "ombudsman", [(Measure.MailingsSent, 12, null), (Measure.NewsPublished, 40, null)], [("Ny rutin för sociala medier", 4)]),
        ("G5", "region-councillor", [(Measure.PoliticiansLifted, 24, null)], []),
        ("G6", "region-councillor", [(Measure.ConsultationsHeld, 4, null), (Measure.ConsultationsAnswered, 70, null)], []),
        ("G7", "district-chair", [(Measure.ChairMeetingsHeld, 4, null)], [("Ordförandeträff i Kristinehamn", 2), ("Digital ordförandeträff", 9)]),
        ("G8", "board-member", [(Measure.ThemeSeminarsHeld, 3, null)], [("Temaseminarium om sjukvården", 10)]),
        ("G9", "deputy", [(Measure.WomenInAssignments, 50, null), (Measure.SeparatistMeetingsHeld, 4, null), (Measure.ExitTalks, 6, null)], [("Internfeministisk checklista till valberedningarna", 6)]),
        ("G10", "deputy", [(Measure.StudyCirclesHeld, 8, null)], [("Cirkelledarutbildning med ABF", 9)]),
        ("G11", "district-chair", [(Measure.LiaisonCoverage, 100, null), (Measure.LiaisonContacts, 60, null)], []),
        ("A1", "district-chair", [], [("Valkonferens", 12)]),
        ("A2", "ombudsman", [(Measure.SeatsTaken, 12, null)], [("Anmälan till Vänsterdagarna öppnar", 9)]),
        ("A3", "ombudsman", [(Measure.CampaignReadiness, 75, null), (Measure.Manual, 30, "Torgmöten i förvalskampanjen")], [("Gemensamt kampanjmaterial", 6)]),
    ];

    private DateOnly Today => SwedishTime.DateOf(work.Now);

    internal async Task LayOutAsync()
    {
        foreach (var year in (int[])[Today.Year - 1, Today.Year])
        {
            await work.ExecuteAsync("insert into plans (year, adopted_on) values (@year, @on)", new { year, on = new DateOnly(year - 1, 12, 6) }, cancel);
            foreach (var (position, goal) in Goals.Index())
                await work.ExecuteAsync(
                    "insert into plan_goals (year, code, kind, title_sv, title_en, position, owner_id) values (@year, @Code, @Kind, @Swedish, @English, @position, @owner)",
                    new { year, goal.Code, goal.Kind, goal.Swedish, goal.English, position, owner = Owner(Followed.Single(one => one.Code == goal.Code).Owner) }, cancel);
            foreach (var (code, owner, indicators, activities) in Followed)
            {
                foreach (var (position, indicator) in indicators.Index())
                    await MeasureAsync(year, code, position, indicator);
                foreach (var (title, month) in activities)
                    await ActivityAsync(year, code, title, owner, new DateOnly(year, month, 20));
                await StatusesAsync(year, code, owner);
            }
        }
        await ReportAsync(Today.Year - 1);
    }

    private async Task MeasureAsync(int year, string code, int position, (Measure Measure, decimal Target, string? Title) indicator)
    {
        var id = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync("insert into plan_indicators (id, year, code, measure, title, target, position) values (@id, @year, @code, @measure, @Title, @Target, @position)",
            new { id, year, code, measure = indicator.Measure.ToText(), indicator.Title, indicator.Target, position }, cancel);
        var info = MeasureInfo.Of(indicator.Measure);
        for (var quarter = 1; quarter <= 4 && PlanRule.EndOf(year, quarter) < Today; quarter++)
        {
            var value = info.Kind == MeasureKind.Sum ? Math.Round(indicator.Target * quarter / 4 * 0.9m) : Math.Round(indicator.Target * (info.LessIsBetter ? 1.1m : 0.93m + (0.02m * quarter)));
            await work.ExecuteAsync("insert into plan_readings (indicator_id, quarter, value, noted_at) values (@id, @quarter, @value, @at)", new { id, quarter, value, at = SwedishTime.StartOf(PlanRule.EndOf(year, quarter)) }, cancel);
        }
    }

    private Task ActivityAsync(int year, string code, string title, string owner, DateOnly due)
    {
        // The last one that should have been done by now is not.
        var isDone = due < Today.AddDays(-45);
        return work.ExecuteAsync("insert into plan_activities (id, year, code, title, owner_id, due_on, state, done_on) values (@id, @year, @code, @title, @owner, @due, @state, @done)",
            new { id = Guid.CreateVersion7(work.Now), year, code, title, owner = Owner(owner), due, state = isDone ? "done" : "planned", done = isDone ? due : (DateOnly?)null }, cancel);
    }

    /// <summary>Of the quarters that have passed; the last of them only some owners have written.</summary>
    private async Task StatusesAsync(int year, string code, string owner)
    {
        for (var quarter = 1; quarter <= 4 && PlanRule.EndOf(year, quarter) < Today; quarter++)
        {
            var isLast = year == Today.Year && PlanRule.EndOf(year, quarter).AddMonths(3) >= Today;
            if (isLast && code is "G5" or "G8" or "G10")
                continue;
            var (light, text) = (quarter + code.Length) % 3 == 0
                ? ("amber", "Arbetet har kommit i gång, men går långsammare än planerat. Vi tar upp det på nästa styrelsemöte.")
                : ("green", "Det går som planerat. Föreningarna är med och mötena blir av.");
            await work.ExecuteAsync("insert into plan_statuses (year, code, quarter, light, text, written_at, written_by) values (@year, @code, @quarter, @light, @text, @at, @by)",
                new { year, code, quarter, light, text, at = SwedishTime.StartOf(PlanRule.EndOf(year, quarter).AddDays(6)), by = Owner(owner) }, cancel);
        }
    }

    private async Task ReportAsync(int year)
    {
        await work.ExecuteAsync("insert into annual_reports (year, made_at) values (@year, @Now)", new { year, work.Now }, cancel);
        await WriteReport.PutAsync(work, year, await ReportDraft.WriteAsync(work, (await PlanView.FindAsync(work, year, english: false, cancel))!, cancel), cancel);
    }

    private Guid Owner(string role) => people.Single(one => one.Role == role).Id;
}
