using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Plan;

/// <summary>The plan before it is adopted: begun anew or from an earlier year, its goals with owners, and the indicators with targets. After that only who is responsible changes.</summary>
internal static partial class WritePlan
{
    private const int MostIndicators = 12;
    private const decimal Largest = 1_000_000;

    /// <param name="From">The year whose goals and indicators to begin from; null: an empty plan.</param>
    internal sealed record Begin([property: NotEmpty] int? Year, int? From);

    internal sealed record Goal(
        [property: Defined] GoalKind? Kind, [property: NotEmpty, AtMost(200)] string TitleSv, [property: NotEmpty, AtMost(200)] string TitleEn, [property: AtMost(4000)] string? About, Guid? OwnerId, [property: Range(0, 200)] int? Position);

    /// <param name="IndicatorId">Null: a new one.</param>
    /// <param name="Title">Of an own measure; of others the measure has a name.</param>
    internal sealed record Indicator(Guid? IndicatorId, Measure? Measure, string? Title, decimal? Target);

    internal sealed record Indicators([property: Required, MaxLength(MostIndicators)] IReadOnlyList<Indicator> Items);

    internal sealed record Owner(Guid? OwnerId);

    internal sealed record Adoption([property: NotEmpty] DateOnly? On);

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string plan = "/plan/{year:int}", goal = plan + "/goals/{code}";
        api.MapPost("/plan", BeginAsync).Managed().WithSummary("Begin a year's plan, empty or from an earlier year's");
        api.MapDelete(plan, DropAsync).Managed().WithSummary("Drop a draft");
        api.MapPut(goal, PutGoal).Managed().WithSummary("Write a goal of a draft; a new mark makes a new goal");
        api.MapDelete(goal, RemoveGoal).Managed().WithSummary("Remove a goal of a draft");
        api.MapPut(goal + "/indicators", PutIndicators).Managed().WithSummary("Write a goal's indicators and targets, in a draft");
        api.MapPut(goal + "/owner", PutOwner).Managed().WithSummary("Say who is responsible for a goal, also of an adopted plan");
        api.MapPost(plan + "/adoption", Adopt).Managed().WithSummary("Note that the annual conference adopted the plan");
        api.MapDelete(plan + "/adoption", TakeBack).Managed().WithSummary("Take the adoption back: the plan is a draft again");
    }

    private static RouteHandlerBuilder Managed(this RouteHandlerBuilder endpoint) => endpoint.ForTheDistrict(Permission.ManagePlan, PlanFailures.Unknown);

    private static async Task<Results<Created<PlanView>, ProblemHttpResult>> BeginAsync(Begin request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var year = request.Year!.Value;
        if (year is < 2000 or > 2100)
            return PlanFailures.BadYear.ToProblem(http);
        if (request.From is { } from && !await work.GetAsync<bool>("select exists (select from plans where year = @from)", new { from }, cancel))
            return PlanFailures.NothingToCopy.ToProblem(http);
        if (await work.ExecuteAsync("insert into plans (year) values (@year) on conflict do nothing", new { year }, cancel) == 0)
            return PlanFailures.Exists.ToProblem(http);
        await work.ExecuteAsync(
            """
            insert into plan_goals (year, code, kind, title_sv, title_en, position, about, owner_id)
            select @year, code, kind, title_sv, title_en, position, about, case when exists (select from plan_owners owner where owner.person_id = owner_id) then owner_id end from plan_goals where year = @From;
            insert into plan_indicators (id, year, code, measure, title, target, position) select new_id(@Now), @year, code, measure, title, target, position from plan_indicators where year = @From
            """, new { year, request.From, work.Now }, cancel);
        work.Record("plan.begun", Guid.Empty, content: new { year, request.From });
        http.SendVersion(1);
        return TypedResults.Created($"/api/members/plan/{year}", (await PlanView.FindAsync(work, year, Language.Of(http) == Language.English, cancel))!);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DropAsync(int year, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (plan, failure) = await PlanLock.TakeAsync(work, year, null, isDraft: true, cancel);
        if (plan is null)
            return failure!.ToProblem(http);
        if (await work.GetAsync<bool>("select exists (select from annual_reports where year = @year)", new { year }, cancel))
            return PlanFailures.ReportExists.ToProblem(http);
        await work.ExecuteAsync("delete from plans where year = @year", new { year }, cancel);
        work.Record("plan.dropped", Guid.Empty, content: new { year });
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> PutGoal(int year, string code, Goal request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!Code().IsMatch(code))
            return PlanFailures.BadCode.ToProblem(http);
        return await ChangeAsync(year, work, http, async () =>
        {
            if (await OwnerIsWrongAsync(work, request.OwnerId, cancel))
                return PlanFailures.BadOwner;
            await work.ExecuteAsync(
                """
                insert into plan_goals (year, code, kind, title_sv, title_en, about, owner_id, position)
                values (@year, @code, @kind, @sv, @en, @about, @OwnerId, coalesce(@Position, (select coalesce(max(position), 0) + 1 from plan_goals where year = @year)))
                on conflict (year, code) do update set kind = excluded.kind, title_sv = excluded.title_sv, title_en = excluded.title_en, about = excluded.about, owner_id = excluded.owner_id,
                    position = coalesce(@Position, plan_goals.position)
                """, new { year, code, kind = request.Kind!.Value.ToText(), sv = request.TitleSv.Trim(), en = request.TitleEn.Trim(), about = request.About.TrimmedOrNull(), request.OwnerId, request.Position }, cancel);
            work.Record("plan.goal_written", Guid.Empty, content: new { year, code });
            return null;
        }, cancel);
    }

    private static Task<Results<Ok<PlanView>, ProblemHttpResult>> RemoveGoal(int year, string code, UnitOfWork work, HttpContext http, CancellationToken cancel) => ChangeAsync(year, work, http, async () =>
    {
        if (await work.ExecuteAsync("delete from plan_goals where year = @year and code = @code", new { year, code }, cancel) == 0)
            return PlanFailures.Unknown;
        work.Record("plan.goal_removed", Guid.Empty, content: new { year, code });
        return null;
    }, cancel);

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> PutIndicators(int year, string code, Indicators request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!AreSound(request.Items))
            return PlanFailures.BadIndicator.ToProblem(http);
        return await ChangeAsync(year, work, http, async () =>
        {
            if (!await work.GetAsync<bool>("select exists (select from plan_goals where year = @year and code = @code)", new { year, code }, cancel))
                return PlanFailures.Unknown;
            // Those that stay keep their id, and with it what was noted of them.
            var kept = request.Items.Where(item => item.IndicatorId is not null).Select(item => item.IndicatorId!.Value).ToArray();
            if (await work.GetAsync<long>("select count(*) from plan_indicators where year = @year and code = @code and id = any(@kept)", new { year, code, kept }, cancel) != kept.Length)
                return PlanFailures.BadIndicator;
            await work.ExecuteAsync("delete from plan_indicators where year = @year and code = @code and id <> all(@kept)", new { year, code, kept }, cancel);
            foreach (var (position, item) in request.Items.Index())
            {
                await work.ExecuteAsync(
                    """
                    insert into plan_indicators (id, year, code, measure, title, target, position) values (@id, @year, @code, @measure, @title, @Target, @position)
                    on conflict (id) do update set measure = excluded.measure, title = excluded.title, target = excluded.target, position = excluded.position
                    """,
                    new
                    {
                        id = item.IndicatorId ?? Guid.CreateVersion7(work.Now), year, code, measure = item.Measure!.Value.ToText(),
                        title = item.Measure == Measure.Manual ? item.Title.TrimmedOrNull() : null, item.Target, position,
                    }, cancel);
            }
            work.Record("plan.indicators_written", Guid.Empty, content: new { year, code, request.Items.Count });
            return null;
        }, cancel);
    }

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> PutOwner(int year, string code, Owner request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (plan, failure) = await PlanLock.TakeAsync(work, year, http, isDraft: false, cancel);
        if (plan is null)
            return failure!.ToProblem(http);
        if (await OwnerIsWrongAsync(work, request.OwnerId, cancel))
            return PlanFailures.BadOwner.ToProblem(http);
        if (await work.ExecuteAsync("update plan_goals set owner_id = @OwnerId where year = @year and code = @code", new { year, code, request.OwnerId }, cancel) == 0)
            return PlanFailures.Unknown.ToProblem(http);
        await plan.RaiseAsync(work, cancel);
        work.Record("plan.owner_named", request.OwnerId ?? Guid.Empty, content: new { year, code });
        return await PlanView.AnswerAsync(work, year, http, cancel);
    }

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> Adopt(int year, Adoption request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (plan, failure) = await PlanLock.TakeAsync(work, year, http, isDraft: true, cancel);
        if (plan is null)
            return failure!.ToProblem(http);
        // The annual conference is before the end of March (statutes §53), and may adopt the plan of the coming year too.
        if (request.On > SwedishTime.DateOf(work.Now) || Math.Abs(request.On!.Value.Year - year) > 1)
            return PlanFailures.UnlikelyDay.ToProblem(http);
        if (!await work.GetAsync<bool>("select exists (select from plan_goals where year = @year)", new { year }, cancel))
            return PlanFailures.Empty.ToProblem(http);
        await work.ExecuteAsync("update plans set adopted_on = @On where year = @year", new { year, request.On }, cancel);
        await plan.RaiseAsync(work, cancel);
        work.Record("plan.adopted", Guid.Empty, content: new { year, request.On });
        return await PlanView.AnswerAsync(work, year, http, cancel);
    }

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> TakeBack(int year, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (plan, failure) = await PlanLock.TakeAsync(work, year, null, isDraft: false, cancel);
        if (plan is null)
            return failure!.ToProblem(http);
        if (plan.AdoptedOn is null)
            return PlanFailures.NotAdopted.ToProblem(http);
        await work.ExecuteAsync("update plans set adopted_on = null where year = @year", new { year }, cancel);
        await plan.RaiseAsync(work, cancel);
        work.Record("plan.adoption_taken_back", Guid.Empty, content: new { year });
        return await PlanView.AnswerAsync(work, year, http, cancel);
    }

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> ChangeAsync(int year, UnitOfWork work, HttpContext http, Func<Task<Failure?>> change, CancellationToken cancel)
    {
        var (plan, failure) = await PlanLock.TakeAsync(work, year, http, isDraft: true, cancel);
        if (plan is null)
            return failure!.ToProblem(http);
        if (await change() is { } wrong)
            return wrong.ToProblem(http);
        await plan.RaiseAsync(work, cancel);
        return await PlanView.AnswerAsync(work, year, http, cancel);
    }

    private static bool AreSound(IReadOnlyList<Indicator> items) =>
        items.All(item => item is { Measure: { } measure, Target: >= 0 and <= Largest } && Enum.IsDefined(measure) && (measure != Measure.Manual || item.Title is { Length: <= 100 } title && !string.IsNullOrWhiteSpace(title)))
        && items.Where(item => item.Measure != Measure.Manual).DistinctBy(item => item.Measure).Count() == items.Count(item => item.Measure != Measure.Manual)
        && items.Where(item => item.IndicatorId is not null).DistinctBy(item => item.IndicatorId).Count() == items.Count(item => item.IndicatorId is not null);

    internal static async Task<bool> OwnerIsWrongAsync(UnitOfWork work, Guid? owner, CancellationToken cancel) =>
        owner is not null && !await work.GetAsync<bool>("select exists (select from plan_owners where person_id = @owner)", new { owner }, cancel);

    [GeneratedRegex("^[A-ZÅÄÖ0-9]{1,4}$", RegexOptions.None, 100)]
    private static partial Regex Code();
}
