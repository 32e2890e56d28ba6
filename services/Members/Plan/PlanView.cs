using VpVarmland.Members.Health;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Plan;

/// <summary>A number at the end of a quarter, or so far.</summary>
internal sealed record ReadingView(int Quarter, decimal Value);

/// <summary>An indicator with the light that the rule gives it.</summary>
/// <param name="Name">In the reader's language; of an own measure as it was written.</param>
/// <param name="Value">Null: nothing is known yet.</param>
/// <param name="Expected">What the rule holds the value against today.</param>
/// <param name="AmberFrom">The number from which it is amber rather than red; of those where less is better, up to which.</param>
internal sealed record IndicatorView(
    Guid IndicatorId, Measure Measure, MeasureKind Kind, bool IsShare, bool LessIsBetter, string Name, decimal Target, decimal? Value, decimal Expected, decimal AmberFrom, Light Light,
    IReadOnlyList<ReadingView> Readings);

/// <summary>Where an activity of the plan stands.</summary>
internal enum ActivityState
{
    Planned,
    UnderWay,
    Done,
    Dropped,
}

/// <summary>Something that is to be done for a goal.</summary>
/// <param name="Owner">Null where nobody is named, and for partners.</param>
internal sealed record ActivityView(Guid ActivityId, string Title, Guid? OwnerId, string? Owner, DateOnly Due, ActivityState State, DateOnly? DoneOn, string? Note, bool IsLate, int Version);

/// <summary>What the owner says of a quarter.</summary>
internal sealed record StatusView(int Quarter, Light Light, string Text, string? By, DateTimeOffset At, int Version);

/// <summary>A goal with all that shows how it goes.</summary>
/// <param name="Title">In the reader's language.</param>
/// <param name="Light">As the rule says: the worst of the indicators, and never better than amber while an activity is late.</param>
/// <param name="Missing">Quarters whose status should have been written.</param>
/// <param name="MayFollowUp">The caller is its owner, or manages the plan.</param>
internal sealed record GoalView(
    string Code, GoalKind Kind, string Title, string TitleSv, string TitleEn, string? About, Guid? OwnerId, string? Owner, Light Light, IReadOnlyList<IndicatorView> Indicators, IReadOnlyList<ActivityView> Activities,
    IReadOnlyList<StatusView> Statuses, IReadOnlyList<int> Missing, bool MayFollowUp);

/// <summary>A year's plan.</summary>
/// <param name="AdoptedOn">Null: a draft.</param>
/// <param name="Quarter">The one that runs; 4 after the year, 0 before it.</param>
internal sealed record PlanView(int Year, DateOnly? AdoptedOn, int Version, int Quarter, bool MayManage, bool HasReport, IReadOnlyList<GoalView> Goals)
{
    internal static async Task<PlanView?> FindAsync(UnitOfWork work, int year, bool english, CancellationToken cancel)
    {
        var caller = work.Caller;
        var known = new { year, today = SwedishTime.DateOf(work.Now), shows = caller.MemberId is not null };
        if (await work.FindAsync<Head>("select adopted_on, version, exists (select from annual_reports report where report.year = plans.year) as has_report from plans where year = @year", known, cancel) is not { } head)
            return null;
        var goals = await work.ListAsync<Goal>(
            $"select goal.code, goal.kind, goal.title_sv, goal.title_en, goal.about, {NameOf("owner")} from plan_goals goal left join people owner on owner.id = goal.owner_id where goal.year = @year order by goal.position, goal.code", known, cancel);
        var indicators = await work.ListAsync<Indicator>("select id, code, measure, title, target from plan_indicators where year = @year order by code, position", known, cancel);
        var readings = (await work.ListAsync<Reading>(
            "select reading.indicator_id, reading.quarter, reading.value from plan_readings reading join plan_indicators indicator on indicator.id = reading.indicator_id where indicator.year = @year order by reading.quarter", known, cancel)).ToLookup(reading => reading.IndicatorId);
        var activities = (await work.ListAsync<Activity>(
            $"""
            select activity.code, activity.id, activity.title, {NameOf("owner")}, activity.due_on, activity.state, activity.done_on, activity.note,
                activity.state in ('planned', 'underWay') and activity.due_on < @today as is_late, activity.version
            from plan_activities activity left join people owner on owner.id = activity.owner_id where activity.year = @year order by activity.due_on, activity.id
            """, known, cancel)).ToLookup(activity => activity.Code, StringComparer.Ordinal);
        var statuses = (await work.ListAsync<Status>(
            $"""
            select status.code, status.quarter, status.light, status.text, case when @shows then author.given_name || ' ' || author.family_name end as by, status.written_at as at, status.version
            from plan_statuses status left join people author on author.id = status.written_by where status.year = @year order by status.quarter
            """, known, cancel)).ToLookup(status => status.Code, StringComparer.Ordinal);
        var numbers = await PlanFigures.ReadAsync(work, year, cancel);
        var manages = caller.Reach(Permission.ManagePlan).District;
        return new PlanView(
            year, head.AdoptedOn, head.Version, known.today.Year < year ? 0 : known.today.Year > year ? 4 : PlanRule.QuarterOf(known.today), manages, head.HasReport,
            [
                .. goals.Select(goal =>
                {
                    var shown = indicators.Where(indicator => indicator.Code == goal.Code).Select(indicator => indicator.Seen(year, known.today, numbers, readings[indicator.Id], english)).ToList();
                    var told = statuses[goal.Code].Select(status => new StatusView(status.Quarter, status.Light, status.Text, status.By, status.At, status.Version)).ToList();
                    var (light, missing) = (
                        PlanRule.OfGoal(shown.Select(indicator => indicator.Light), activities[goal.Code].Any(activity => activity.IsLate)), PlanRule.Missing(year, [.. told.Select(status => status.Quarter)], known.today));
                    return new GoalView(
                        goal.Code, goal.Kind, english ? goal.TitleEn : goal.TitleSv, goal.TitleSv, goal.TitleEn, goal.About, goal.OwnerId, goal.Owner, light, shown,
                        [.. activities[goal.Code].Select(one => new ActivityView(one.Id, one.Title, one.OwnerId, one.Owner, one.DueOn, one.State, one.DoneOn, one.Note, one.IsLate, one.Version))], told, missing,
                        manages || (caller.MemberId is { } me && goal.OwnerId == me));
                }),
            ]);
    }

    internal static async Task<Results<Ok<PlanView>, ProblemHttpResult>> AnswerAsync(UnitOfWork work, int year, HttpContext http, CancellationToken cancel)
    {
        if (await FindAsync(work, year, Language.Of(http) == Language.English, cancel) is not { } view)
            return PlanFailures.Unknown.ToProblem(http);
        http.SendVersion(view.Version);
        return TypedResults.Ok(view);
    }

    private static string NameOf(string person) => $"case when @shows then {person}.id end as owner_id, case when @shows then {person}.given_name || ' ' || {person}.family_name end as owner";

    private sealed record Head(DateOnly? AdoptedOn, int Version, bool HasReport);

    private sealed record Goal(string Code, GoalKind Kind, string TitleSv, string TitleEn, string? About, Guid? OwnerId, string? Owner);

    private sealed record Reading(Guid IndicatorId, int Quarter, decimal Value);

    private sealed record Activity(string Code, Guid Id, string Title, Guid? OwnerId, string? Owner, DateOnly DueOn, ActivityState State, DateOnly? DoneOn, string? Note, bool IsLate, int Version);

    private sealed record Status(string Code, int Quarter, Light Light, string Text, string? By, DateTimeOffset At, int Version);

    private sealed record Indicator(Guid Id, string Code, Measure Measure, string? Title, decimal Target)
    {
        internal IndicatorView Seen(int year, DateOnly today, IReadOnlyDictionary<Measure, decimal> numbers, IEnumerable<Reading> readings, bool english)
        {
            var info = MeasureInfo.Of(Measure);
            var noted = readings.Select(reading => new ReadingView(reading.Quarter, reading.Value)).ToList();
            decimal? value = numbers.TryGetValue(Measure, out var number) ? number : noted.Count > 0 ? noted[^1].Value : null;
            var expected = PlanRule.Expected(info.Kind, Target, year, today);
            return new IndicatorView(
                Id, Measure, info.Kind, info.IsShare, info.LessIsBetter, Title ?? info.Name(english), Target, value, expected, PlanRule.AmberFrom(expected, info.LessIsBetter), PlanRule.Judge(value, expected, info.LessIsBetter), noted);
        }
    }
}

/// <summary>A plan locked for a change, in the version that the caller has read.</summary>
internal sealed record PlanLock(int Year, DateOnly? AdoptedOn, int Version)
{
    /// <summary>Takes the plan, or says why not.</summary>
    /// <param name="isDraft">True where only a draft may be changed so.</param>
    internal static async Task<(PlanLock? Plan, Failure? Failure)> TakeAsync(UnitOfWork work, int year, HttpContext? version, bool isDraft, CancellationToken cancel) =>
        await work.FindAsync<PlanLock>("select year, adopted_on, version from plans where year = @year for update", new { year }, cancel) is not { } plan ? (null, PlanFailures.Unknown)
        : version?.CheckVersion(plan.Version) is { } stale ? (null, stale)
        : isDraft && plan.AdoptedOn is not null ? (null, PlanFailures.Adopted) : (plan, null);

    internal Task RaiseAsync(UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync("update plans set version = version + 1 where year = @Year", new { Year }, cancel);
}
