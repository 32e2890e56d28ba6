using VpVarmland.Members.Files;
using VpVarmland.Members.Health;

namespace VpVarmland.Members.Plan;

/// <summary>The operating plan as it is followed: a year's goals with indicators, lights, activities and what the owners say.</summary>
internal static class ReadPlan
{
    internal sealed record Year(int Number, DateOnly? AdoptedOn, bool HasReport);

    internal sealed record MeasureView(Measure Measure, string Name, MeasureKind Kind, bool IsShare, bool LessIsBetter);

    internal sealed record OwnerView(Guid MemberId, string Name);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/plan/years", ListYears).RequirePermission(Permission.ReadPlan).WithSummary("Years that have a plan, latest first");
        api.MapGet("/plan/{year:int}", Handle).RequirePermission(Permission.ReadPlan).WithSummary("A year's plan with indicators, lights and what the owners say");
        api.MapGet("/plan/{year:int}/export", Export).RequirePermission(Permission.ReadPlan).WithSummary("The plan's indicators, as CSV");
        api.MapGet("/plan/measures", ListMeasures).ForTheDistrict(Permission.ManagePlan, PlanFailures.Unknown).WithSummary("What an indicator can be bound to");
        api.MapGet("/plan/owners", ListOwners).ForTheDistrict(Permission.ManagePlan, PlanFailures.Unknown).WithSummary("Who can be responsible: those with an assignment in the district");
    }

    private static async Task<Ok<IReadOnlyList<Year>>> ListYears(UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await work.ListAsync<Year>(
        "select year as number, adopted_on, exists (select from annual_reports report where report.year = plans.year) as has_report from plans order by year desc", null, cancel));

    private static Task<Results<Ok<PlanView>, ProblemHttpResult>> Handle(int year, UnitOfWork work, HttpContext http, CancellationToken cancel) => PlanView.AnswerAsync(work, year, http, cancel);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Export(int year, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await PlanView.FindAsync(work, year, english: false, cancel) is not { } plan)
            return PlanFailures.Unknown.ToProblem(http);
        return CsvFile.Of($"verksamhetsplan-{year:0000}", ["Mål", "Namn", "Ansvarig", "Mått", "Målvärde", "Utfall", "Väntat nu", "Läge", "Kvartal 1", "Kvartal 2", "Kvartal 3", "Kvartal 4"], plan.Goals.SelectMany(goal => goal.Indicators.Select(indicator => (string[])
        [
            goal.Code, goal.TitleSv, goal.Owner ?? "", indicator.Name, SwedishNumber.Of(indicator.Target), SwedishNumber.Of(indicator.Value), SwedishNumber.Of(indicator.Expected), SwedishNumber.Of(indicator.Light),
            .. Enumerable.Range(1, 4).Select(quarter => SwedishNumber.Of(indicator.Readings.FirstOrDefault(reading => reading.Quarter == quarter)?.Value)),
        ])));
    }

    private static Ok<IReadOnlyList<MeasureView>> ListMeasures(HttpContext http)
    {
        var english = Language.Of(http) == Language.English;
        return TypedResults.Ok<IReadOnlyList<MeasureView>>([.. MeasureInfo.Live.Select(info => new MeasureView(info.Measure, info.Name(english), info.Kind, info.IsShare, info.LessIsBetter))]);
    }

    private static async Task<Ok<IReadOnlyList<OwnerView>>> ListOwners(UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await work.ListAsync<OwnerView>(
        """
        select person.id as member_id, person.given_name || ' ' || person.family_name as name from people person
        where exists (select from plan_owners owner where owner.person_id = person.id) order by person.family_name, person.given_name, person.id
        """, null, cancel));
}

/// <summary>Numbers and lights as a Swede reads them.</summary>
internal static class SwedishNumber
{
    private static readonly System.Globalization.CultureInfo Swedish = System.Globalization.CultureInfo.GetCultureInfo("sv-SE");

    internal static string Of(decimal? number) => number?.ToString("0.##", Swedish).Replace('\u2212', '-') ?? "";

    internal static string Of(Light light) => light switch { Light.Green => "grön", Light.Amber => "gul", Light.Red => "röd", _ => "" };
}
