using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Care;

/// <summary>The steps of every reason as the district has them, and changing them. Open cases follow the plan as it is now.</summary>
internal static class CarePlans
{
    /// <param name="Results">What can come of such a case, besides being simply seen to.</param>
    /// <param name="Version">0: the platform's own proposal.</param>
    internal sealed record Plan(CareReason Reason, IReadOnlyList<PlanStep> Steps, IReadOnlyList<CareResult> Results, int Version);

    /// <summary>When cases open by themselves.</summary>
    /// <param name="UnpaidDays">Days without the fee, from the application or from the day it ran out.</param>
    /// <param name="InactiveMonths">Months in which nothing is known to have happened.</param>
    /// <param name="ANight">The most cases of a kind that a night opens in an association.</param>
    /// <param name="InactiveOpen">While so many are open in an association no more are opened.</param>
    internal sealed record Settings(
        [property: Range(7, 365)] int UnpaidDays, [property: Range(3, 60)] int InactiveMonths, [property: Range(0, 50)] int ANight, [property: Range(1, 500)] int InactiveOpen);

    internal sealed record Response(IReadOnlyList<Plan> Plans, Settings Settings, int SettingsVersion);

    internal sealed record Request([property: NotEmpty] IReadOnlyList<PlanStep?>? Steps);

    private sealed record Row(CareReason Reason, string Steps, int Version);

    private sealed record SettingsRow(int UnpaidDays, int InactiveMonths, int ANight, int InactiveOpen, int Version);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/care/plans", List).RequirePermission(Permission.WorkCare).WithSummary("The steps and results of every reason for care, and when cases open by themselves");
        api.MapPut("/care/plans/{reason}", Change).RequirePermission(Permission.ManageCare).WithSummary("Change the steps of a reason");
        api.MapDelete("/care/plans/{reason}", Restore).RequirePermission(Permission.ManageCare).WithSummary("Put the steps of a reason back to the platform's proposal");
        api.MapPut("/care/settings", ChangeSettings).RequirePermission(Permission.ManageCare).WithSummary("Change when cases open by themselves");
    }

    /// <summary>The reason's steps as they are now.</summary>
    internal static async Task<IReadOnlyList<PlanStep>> FindAsync(UnitOfWork work, CareReason reason, CancellationToken cancel) =>
        await work.FindAsync<string>("select steps::text from care_plans where reason = @reason", new { reason = reason.ToText() }, cancel) is { } steps ? Read(steps) : CarePlan.Default(reason);

    /// <summary>The steps of every reason as they are now.</summary>
    internal static async Task<IReadOnlyDictionary<CareReason, IReadOnlyList<PlanStep>>> AllAsync(UnitOfWork work, CancellationToken cancel) =>
        (await ReadAsync(work, cancel)).ToDictionary(plan => plan.Reason, plan => plan.Steps);

    internal static async Task<Settings> SettingsAsync(UnitOfWork work, CancellationToken cancel)
    {
        var row = await work.GetAsync<SettingsRow>("select unpaid_days, inactive_months, a_night, inactive_open, version from care_settings", null, cancel);
        return new Settings(row.UnpaidDays, row.InactiveMonths, row.ANight, row.InactiveOpen);
    }

    private static async Task<Ok<Response>> List(UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await AnswerAsync(work, cancel));

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Change(string reason, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!caller.Reach(Permission.ManageCare).District || ReasonOf(reason) is not { } known)
            return CareFailures.Unknown.ToProblem(http);
        var steps = request.Steps!.OfType<PlanStep>().Select(step => step with { Swedish = (step.Swedish ?? "").Trim(), English = (step.English ?? "").Trim() }).ToList();
        if (steps.Count != request.Steps!.Count || steps.Count > CarePlan.MostSteps || steps.Exists(step => !IsWhole(step)))
            return CareFailures.BadPlan.ToProblem(http);
        var version = await work.FindAsync<int?>("select version from care_plans where reason = @reason for update", new { reason = known.ToText() }, cancel) ?? 0;
        if (http.CheckVersion(version) is { } stale)
            return stale.ToProblem(http);
        await work.ExecuteAsync(
            "insert into care_plans (reason, steps) values (@reason, @steps::jsonb) on conflict (reason) do update set steps = excluded.steps, version = care_plans.version + 1",
            new { reason = known.ToText(), steps = JsonSerializer.Serialize(steps, Json.Options) }, cancel);
        work.Record("care.plan_changed", Guid.Empty, content: new { reason = known, steps });
        return TypedResults.Ok(await AnswerAsync(work, cancel));
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Restore(string reason, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!caller.Reach(Permission.ManageCare).District || ReasonOf(reason) is not { } known)
            return CareFailures.Unknown.ToProblem(http);
        if (await work.ExecuteAsync("delete from care_plans where reason = @reason", new { reason = known.ToText() }, cancel) > 0)
            work.Record("care.plan_restored", Guid.Empty, content: new { reason = known });
        return TypedResults.Ok(await AnswerAsync(work, cancel));
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> ChangeSettings(Settings request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!caller.Reach(Permission.ManageCare).District)
            return CareFailures.Unknown.ToProblem(http);
        var version = await work.GetAsync<int>("select version from care_settings for update", null, cancel);
        if (http.CheckVersion(version) is { } stale)
            return stale.ToProblem(http);
        await work.ExecuteAsync(
            "update care_settings set unpaid_days = @UnpaidDays, inactive_months = @InactiveMonths, a_night = @ANight, inactive_open = @InactiveOpen, version = version + 1", request, cancel);
        work.Record("care.settings_changed", Guid.Empty, content: request);
        return TypedResults.Ok(await AnswerAsync(work, cancel));
    }

    private static async Task<Response> AnswerAsync(UnitOfWork work, CancellationToken cancel) =>
        new(await ReadAsync(work, cancel), await SettingsAsync(work, cancel), await work.GetAsync<int>("select version from care_settings", null, cancel));

    private static async Task<IReadOnlyList<Plan>> ReadAsync(UnitOfWork work, CancellationToken cancel)
    {
        var changed = (await work.ListAsync<Row>("select reason, steps::text as steps, version from care_plans", null, cancel)).ToDictionary(row => row.Reason);
        return [.. Enum.GetValues<CareReason>().Select(reason => changed.TryGetValue(reason, out var row)
            ? new Plan(reason, Read(row.Steps), CareResults.Of(reason), row.Version)
            : new Plan(reason, CarePlan.Default(reason), CareResults.Of(reason), 0))];
    }

    private static IReadOnlyList<PlanStep> Read(string steps) => JsonSerializer.Deserialize<List<PlanStep>>(steps, Json.Options)!;

    private static bool IsWhole(PlanStep step) =>
        step is { Swedish.Length: > 0 and <= 120, English.Length: > 0 and <= 120, Days: >= 1 and <= CarePlan.MostDays } && Enum.IsDefined(step.Kind);

    private static CareReason? ReasonOf(string text) => Enum.GetValues<CareReason>().Where(reason => reason.ToText() == text).Select(reason => (CareReason?)reason).FirstOrDefault();
}
