using System.ComponentModel.DataAnnotations;
using VpVarmland.Members.Health;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Plan;

/// <summary>Following the plan: its activities, the numbers that only the owner knows, and what the owner says each quarter. For the goal's owner, and for those who manage the plan.</summary>
internal static class FollowUp
{
    internal sealed record Activity(
        [property: NotEmpty, AtMost(200)] string Title, Guid? OwnerId, [property: NotEmpty] DateOnly? Due, [property: Defined] ActivityState? State, DateOnly? DoneOn, [property: AtMost(2000)] string? Note);

    internal sealed record Reading([property: NotEmpty, Range(0d, 1_000_000d)] decimal? Value);

    internal sealed record Status([property: Defined] Light? Light, [property: NotEmpty, AtMost(4000)] string Text);

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string goal = "/plan/{year:int}/goals/{code}", quarter = "{quarter:int:range(1,4)}";
        api.MapPost(goal + "/activities", AddActivity).RequirePermission(Permission.ReadPlan).WithSummary("Add an activity to a goal");
        api.MapPut("/plan/activities/{id:guid}", ChangeActivity).RequirePermission(Permission.ReadPlan).WithSummary("Change an activity, or how it went");
        api.MapDelete("/plan/activities/{id:guid}", RemoveActivity).RequirePermission(Permission.ReadPlan).WithSummary("Remove an activity that was added by mistake");
        api.MapPut(goal + "/statuses/" + quarter, WriteStatus).RequirePermission(Permission.ReadPlan).WithSummary("Write how a quarter went");
        api.MapPut("/plan/indicators/{id:guid}/readings/" + quarter, NoteReading).RequirePermission(Permission.ReadPlan).WithSummary("Note the number of an own measure at a quarter's end");
    }

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> AddActivity(int year, string code, Activity request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await RefuseAsync(work, year, code, cancel) is { } refusal)
            return refusal.ToProblem(http);
        if (await CheckAsync(request, year, work, cancel) is { } wrong)
            return wrong.ToProblem(http);
        var id = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync(
            "insert into plan_activities (id, year, code, title, owner_id, due_on, state, done_on, note) values (@id, @year, @code, @title, @OwnerId, @Due, @state, @done, @note)", Values(request, id, year, code, work), cancel);
        work.Record("plan.activity_added", id, content: new { year, code });
        return await PlanView.AnswerAsync(work, year, http, cancel);
    }

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> ChangeActivity(Guid id, Activity request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await TakeAsync(work, id, cancel) is not { } at)
            return PlanFailures.Unknown.ToProblem(http);
        if (await RefuseAsync(work, at.Year, at.Code, cancel) is { } refusal)
            return refusal.ToProblem(http);
        if (http.CheckVersion(at.Version) is { } stale)
            return stale.ToProblem(http);
        if (await CheckAsync(request, at.Year, work, cancel) is { } wrong)
            return wrong.ToProblem(http);
        await work.ExecuteAsync(
            "update plan_activities set title = @title, owner_id = @OwnerId, due_on = @Due, state = @state, done_on = @done, note = @note, version = version + 1 where id = @id", Values(request, id, at.Year, at.Code, work), cancel);
        work.Record("plan.activity_changed", id, content: new { request.State });
        return await PlanView.AnswerAsync(work, at.Year, http, cancel);
    }

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> RemoveActivity(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await TakeAsync(work, id, cancel) is not { } at)
            return PlanFailures.Unknown.ToProblem(http);
        if (await RefuseAsync(work, at.Year, at.Code, cancel) is { } refusal)
            return refusal.ToProblem(http);
        await work.ExecuteAsync("delete from plan_activities where id = @id", new { id }, cancel);
        work.Record("plan.activity_removed", id);
        return await PlanView.AnswerAsync(work, at.Year, http, cancel);
    }

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> WriteStatus(int year, string code, int quarter, Status request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await RefuseAsync(work, year, code, cancel) is { } refusal)
            return refusal.ToProblem(http);
        if (!PlanRule.HasBegun(year, quarter, SwedishTime.DateOf(work.Now)))
            return PlanFailures.QuarterAhead.ToProblem(http);
        var light = request.Light!.Value;
        // Whoever writes has seen what stood there: an empty place has version 0.
        if (http.CheckVersion(await work.FindAsync<int>("select version from plan_statuses where year = @year and code = @code and quarter = @quarter for update", new { year, code, quarter }, cancel)) is { } stale)
            return stale.ToProblem(http);
        if (light == Light.Unknown)
            return CommonFailures.Invalid.ToProblem(http);
        await work.ExecuteAsync(
            """
            insert into plan_statuses as status (year, code, quarter, light, text, written_at, written_by) values (@year, @code, @quarter, @light, @text, @Now, @MemberId)
            on conflict (year, code, quarter) do update set light = excluded.light, text = excluded.text, written_at = excluded.written_at, written_by = excluded.written_by, version = status.version + 1
            """, new { year, code, quarter, light = light.ToText(), text = request.Text.Trim(), work.Now, work.Caller.MemberId }, cancel);
        work.Record("plan.status_written", Guid.Empty, content: new { year, code, quarter });
        return await PlanView.AnswerAsync(work, year, http, cancel);
    }

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> NoteReading(Guid id, int quarter, Reading request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<Noted>("select year, code, measure from plan_indicators where id = @id for update", new { id }, cancel) is not { } at)
            return PlanFailures.Unknown.ToProblem(http);
        if (await RefuseAsync(work, at.Year, at.Code, cancel) is { } refusal)
            return refusal.ToProblem(http);
        if (at.Measure != Measure.Manual)
            return PlanFailures.NotManual.ToProblem(http);
        if (!PlanRule.HasBegun(at.Year, quarter, SwedishTime.DateOf(work.Now)))
            return PlanFailures.QuarterAhead.ToProblem(http);
        await work.ExecuteAsync(
            """
            insert into plan_readings (indicator_id, quarter, value, noted_at, noted_by) values (@id, @quarter, @Value, @Now, @MemberId)
            on conflict (indicator_id, quarter) do update set value = excluded.value, noted_at = excluded.noted_at, noted_by = excluded.noted_by
            """, new { id, quarter, request.Value, work.Now, work.Caller.MemberId }, cancel);
        work.Record("plan.reading_noted", id, content: new { quarter });
        return await PlanView.AnswerAsync(work, at.Year, http, cancel);
    }

    /// <summary>Null for the goal's owner and for those who manage the plan.</summary>
    private static async Task<Failure?> RefuseAsync(UnitOfWork work, int year, string code, CancellationToken cancel)
    {
        var goal = (await work.ListAsync<Goal>("select owner_id from plan_goals where year = @year and code = @code", new { year, code }, cancel)).SingleOrDefault();
        return goal is null ? PlanFailures.Unknown
            : work.Caller.Reach(Permission.ManagePlan).District || (work.Caller.MemberId is { } me && goal.OwnerId == me) ? null : PlanFailures.NotOwner;
    }

    private static async Task<Failure?> CheckAsync(Activity request, int year, UnitOfWork work, CancellationToken cancel) =>
        Math.Abs(request.Due!.Value.Year - year) > 1 || request.DoneOn > SwedishTime.DateOf(work.Now) || (request.DoneOn is { } done && Math.Abs(done.Year - year) > 1) ? PlanFailures.UnlikelyDay
        : await WritePlan.OwnerIsWrongAsync(work, request.OwnerId, cancel) ? PlanFailures.BadOwner : null;

    private static object Values(Activity request, Guid id, int year, string code, UnitOfWork work) => new
    {
        id, year, code, title = request.Title.Trim(), request.OwnerId, request.Due, state = request.State!.Value.ToText(), note = request.Note.TrimmedOrNull(),
        done = request.State == ActivityState.Done ? request.DoneOn ?? SwedishTime.DateOf(work.Now) : (DateOnly?)null,
    };

    private static Task<At?> TakeAsync(UnitOfWork work, Guid id, CancellationToken cancel) => work.FindAsync<At>("select year, code, version from plan_activities where id = @id for update", new { id }, cancel);

    private sealed record At(int Year, string Code, int Version);

    private sealed record Noted(int Year, string Code, Measure Measure);

    private sealed record Goal(Guid? OwnerId);
}
