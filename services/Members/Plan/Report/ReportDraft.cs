using System.Globalization;
using VpVarmland.Members.BoardRoom;
using VpVarmland.Members.ConferenceReports;
using VpVarmland.Members.Economy.Budgets;
using VpVarmland.Members.Health;

namespace VpVarmland.Members.Plan.Report;

/// <summary>A section as it is written from the plan.</summary>
internal sealed record DraftSection(string Source, string Title, string Text, ReportTable Table);

/// <summary>Writes the report's first draft from what the platform knows: the goals with outcome, activities and what the owners said, the board's work, and the economy. In Swedish.</summary>
internal static class ReportDraft
{
    internal static async Task<IReadOnlyList<DraftSection>> WriteAsync(UnitOfWork work, PlanView plan, CancellationToken cancel) =>
    [
        Opening(plan), .. plan.Goals.Select(OfGoal), await BoardAsync(work, plan.Year, cancel), await EconomyAsync(work, plan.Year, cancel),
    ];

    private static DraftSection Opening(PlanView plan)
    {
        var (standing, activities) = (plan.Goals.Count(goal => goal.Kind == GoalKind.Standing), plan.Goals.Count(goal => goal.Kind == GoalKind.Activity));
        var text = new List<string> { $"Under {plan.Year:0000} arbetade distriktet efter en verksamhetsplan med {Count(standing, "löpande mål", "löpande mål")} och {Count(activities, "aktivitet", "aktiviteter")}." };
        if (plan.Goals.SelectMany(goal => goal.Indicators).FirstOrDefault(one => one.Measure == Measure.Members)?.Value is { } members)
            text.Add($"Vid årets slut hade distriktet {SwedishNumber.Of(members)} medlemmar.");
        if (plan.Goals.SelectMany(goal => goal.Indicators).FirstOrDefault(one => one.Measure == Measure.NewMembers)?.Value is { } joined)
            text.Add($"{SwedishNumber.Of(joined)} personer blev medlemmar under året.");
        return new DraftSection("opening", "Året som gick", string.Join(' ', text), new ReportTable(
            ["Mål", "Läge"], [.. plan.Goals.Select(goal => (IReadOnlyList<string>)[$"{goal.Code} {goal.TitleSv}", LightName(goal.Light)])]));
    }

    private static DraftSection OfGoal(GoalView goal)
    {
        var paragraphs = new List<string>();
        if (goal.About is not null)
            paragraphs.Add(goal.About);
        paragraphs.AddRange(goal.Statuses.Select(status => status.Text));
        if (goal.Activities.Where(activity => activity.State == ActivityState.Done).Select(Told).ToList() is { Count: > 0 } done)
            paragraphs.Add("Genomfört: " + string.Join("; ", done) + ".");
        if (goal.Activities.Where(activity => activity.State != ActivityState.Done).Select(Told).ToList() is { Count: > 0 } left)
            paragraphs.Add("Inte genomfört under året: " + string.Join("; ", left) + ".");
        return new DraftSection("goal:" + goal.Code, $"{goal.Code} {goal.TitleSv}", string.Join("\n\n", paragraphs), goal.Indicators.Count == 0 ? ReportTable.None : new ReportTable(
            ["Mått", "Målvärde", "Utfall"], [.. goal.Indicators.Select(one => (IReadOnlyList<string>)[one.Name, SwedishNumber.Of(one.Target), one.Value is null ? "Uppgift saknas" : SwedishNumber.Of(one.Value)])]));

        static string Told(ActivityView activity) => activity.Note is null ? activity.Title : $"{activity.Title} ({activity.Note})";
    }

    private static async Task<DraftSection> BoardAsync(UnitOfWork work, int year, CancellationToken cancel)
    {
        var known = new { first = new DateOnly(year, 1, 1), last = new DateOnly(year, 12, 31), from = SwedishTime.StartOf(new DateOnly(year, 1, 1)), until = SwedishTime.StartOf(new DateOnly(year + 1, 1, 1)) };
        var (meetings, decisions) = await work.GetAsync<(long, long)>(
            """
            select (select count(*) from board_meetings where state in ('minuted', 'locked') and starts_at >= @from and starts_at < @until),
                (select count(*) from board_decisions decision join board_meetings meeting on meeting.id = decision.meeting_id where meeting.starts_at >= @from and meeting.starts_at < @until)
            """, known, cancel);
        // Whoever sits on the district's board is public by the assignment; nobody else is named.
        var seats = await work.ListAsync<Seat>(
            $"""
            select held.kind, person.given_name || ' ' || person.family_name as name, held.from_date, least(held.until_date, held.ended_on) as until
            from assignments held join people person on person.id = held.person_id
            where held.kind in {MeetingView.Kinds} and held.kind <> 'ombudsman' and held.from_date <= @last and coalesce(least(held.until_date, held.ended_on), @last) >= @first and not person.is_protected
            order by array_position(array['districtChair', 'districtTreasurer', 'districtBoardMember', 'districtDeputy'], held.kind), person.family_name, person.given_name
            """, known, cancel);
        return new DraftSection("board", "Distriktsstyrelsens arbete", $"Distriktsstyrelsen höll {Count((int)meetings, "protokollfört möte", "protokollförda möten")} och fattade {Count((int)decisions, "beslut", "beslut")} med ansvarig.", new ReportTable(
            ["Uppdrag", "Namn", "Från", "Till"],
            [.. seats.Select(seat => (IReadOnlyList<string>)[KindName(seat.Kind), seat.Name, Day(seat.FromDate), seat.Until is { } until && until <= known.last ? Day(until) : ""])]));
    }

    private static async Task<DraftSection> EconomyAsync(UnitOfWork work, int year, CancellationToken cancel)
    {
        var budget = await BudgetView.ReadAsync(work, year, cancel);
        var rows = budget.Lines.GroupBy(line => (line.CostCentre, line.CostCentreName, line.IsIncome)).Select(group => (IReadOnlyList<string>)
            [$"{group.Key.CostCentre} {group.Key.CostCentreName}", group.Key.IsIncome ? "Intäkter" : "Kostnader", Kronor(group.Sum(line => line.Budget)), Kronor(group.Sum(line => line.Outcome))]).ToList();
        var (income, costs) = (budget.Lines.Where(line => line.IsIncome).Sum(line => line.Outcome), budget.Lines.Where(line => !line.IsIncome).Sum(line => line.Outcome));
        return new DraftSection("economy", "Ekonomi", rows.Count == 0
            ? "Någon budget eller bokföring finns inte för året."
            : $"Intäkterna blev {Kronor(income)} kronor och kostnaderna {Kronor(costs)} kronor. Den ekonomiska berättelsen och revisorernas berättelse lämnas för sig.", new ReportTable(rows.Count == 0 ? [] : ["Kostnadsställe", "Slag", "Budget, kr", "Utfall, kr"], rows));
    }

    private static string Count(int number, string one, string many) => number == 1 ? "1 " + one : string.Create(CultureInfo.InvariantCulture, $"{number} {many}");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Kronor(long ore) => Math.Round(ore / 100m, MidpointRounding.AwayFromZero).ToString("#,0", CultureInfo.GetCultureInfo("sv-SE")).Replace('\u2212', '-');

    private static string LightName(Light light) => light switch { Light.Green => "Nått", Light.Amber => "Delvis nått", Light.Red => "Inte nått", _ => "Bedöms inte av mått" };

    private static string KindName(string kind) => kind switch { "districtChair" => "Ordförande", "districtTreasurer" => "Kassör", "districtBoardMember" => "Ledamot", _ => "Ersättare" };

    private sealed record Seat(string Kind, string Name, DateOnly FromDate, DateOnly? Until);
}
