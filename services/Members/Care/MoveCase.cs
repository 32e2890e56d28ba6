using VpVarmland.Members.Memberships;

namespace VpVarmland.Members.Care;

/// <summary>Ticks off the step that a case stands at.</summary>
internal static class TickStep
{
    /// <param name="Step">The step that the caller means, from 0: pressed twice it is done once.</param>
    internal sealed record Request([property: System.ComponentModel.DataAnnotations.Range(0, CarePlan.MostSteps)] int Step, [property: AtMost(2000)] string? Note);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/care/cases/{id:guid}/steps", Handle)
        .RequirePermission(Permission.WorkCare)
        .WithSummary("Tick off the step that a case stands at");

    private static async Task<Results<Ok<GetCase.Response>, ProblemHttpResult>> Handle(Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var reach = CareReach.OfCare(caller);
        if (await CaseLock.TakeAsync(work, id, reach, cancel) is not { } open)
            return CareFailures.Unknown.ToProblem(http);
        if (open.State != CaseState.Open)
            return CareFailures.Closed.ToProblem(http);
        if (!open.MayRead)
            return CareFailures.Confidential.ToProblem(http);
        var plan = await CarePlans.FindAsync(work, open.Reason, cancel);
        if (request.Step != open.Step || open.Step >= plan.Count)
            return CareFailures.OtherStep.ToProblem(http);
        var (step, due) = CareDeadlines.AfterTick(plan, open.Step, open.DueAt, work.Now);
        await work.ExecuteAsync("update care_cases set step = @step, due_at = @due, snoozed_until = null, version = version + 1 where id = @id", new { id, step, due }, cancel);
        await CaseEvents.AddAsync(work, id, CaseEventKind.StepDone, request.Note, cancel, step: open.Step);
        work.Record("care.step_done", open.PersonId, content: new { id, open.Step });
        return TypedResults.Ok((await GetCase.FindAsync(work, id, reach, cancel))!);
    }
}

/// <summary>Lets a case rest until a day, and wakes it before. It comes back by itself: the day decides, no job.</summary>
internal static class SnoozeCase
{
    private const int MostDays = 180;

    /// <param name="Until">The day on which it is due again.</param>
    internal sealed record Request([property: NotEmpty] DateOnly? Until, [property: NotEmpty, AtMost(500)] string Reason);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/care/cases/{id:guid}/snooze", Handle).RequirePermission(Permission.WorkCare).WithSummary("Let a case rest until a day");
        api.MapDelete("/care/cases/{id:guid}/snooze", Wake).RequirePermission(Permission.WorkCare).WithSummary("Wake a case that rests");
    }

    private static async Task<Results<Ok<GetCase.Response>, ProblemHttpResult>> Handle(Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (reach, today, until) = (CareReach.OfCare(caller), SwedishTime.DateOf(work.Now), request.Until!.Value);
        if (await CaseLock.TakeAsync(work, id, reach, cancel) is not { } open)
            return CareFailures.Unknown.ToProblem(http);
        if (open.State != CaseState.Open)
            return CareFailures.Closed.ToProblem(http);
        if (!open.MayRead)
            return CareFailures.Confidential.ToProblem(http);
        if (until <= today || until > today.AddDays(MostDays))
            return CareFailures.BadRest.ToProblem(http);
        await work.ExecuteAsync("update care_cases set snoozed_until = @until, due_at = @due, version = version + 1 where id = @id", new { id, until, due = EndOf(until) }, cancel);
        await CaseEvents.AddAsync(work, id, CaseEventKind.Snoozed, request.Reason, cancel, until: until);
        work.Record("care.snoozed", open.PersonId, content: new { id, until });
        return TypedResults.Ok((await GetCase.FindAsync(work, id, reach, cancel))!);
    }

    private static async Task<Results<Ok<GetCase.Response>, ProblemHttpResult>> Wake(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (reach, today) = (CareReach.OfCare(caller), SwedishTime.DateOf(work.Now));
        if (await CaseLock.TakeAsync(work, id, reach, cancel) is not { } open)
            return CareFailures.Unknown.ToProblem(http);
        if (open.State == CaseState.Open && open.SnoozedUntil > today)
        {
            await work.ExecuteAsync("update care_cases set snoozed_until = null, due_at = @due, version = version + 1 where id = @id", new { id, due = EndOf(today) }, cancel);
            await CaseEvents.AddAsync(work, id, CaseEventKind.Woken, null, cancel);
            work.Record("care.woken", open.PersonId, content: new { id });
        }
        return TypedResults.Ok((await GetCase.FindAsync(work, id, reach, cancel))!);
    }

    /// <summary>A day is kept until its last moment.</summary>
    internal static DateTimeOffset EndOf(DateOnly day) => SwedishTime.StartOf(day.AddDays(1)).AddSeconds(-1);
}

/// <summary>Takes a done case up again.</summary>
internal static class ReopenCase
{
    internal sealed record Request([property: AtMost(2000)] string? Note);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/care/cases/{id:guid}/reopen", Handle)
        .RequirePermission(Permission.WorkCare)
        .WithSummary("Take a done case up again");

    private static async Task<Results<Ok<GetCase.Response>, ProblemHttpResult>> Handle(Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var reach = CareReach.OfCare(caller);
        if (await CaseLock.TakeAsync(work, id, reach, cancel) is not { } done)
            return CareFailures.Unknown.ToProblem(http);
        if (done.State == CaseState.Open)
            return TypedResults.Ok((await GetCase.FindAsync(work, id, reach, cancel))!);
        if (!done.MayRead)
            return CareFailures.Confidential.ToProblem(http);
        // Former members are left in peace.
        if (await LatestMembership.LockAsync(work, done.PersonId, new Reach(true, []), cancel) is not { EndedOn: null })
            return CareFailures.HasLeft.ToProblem(http);
        await work.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended(@person, 16))", new { person = done.PersonId.ToString() }, cancel);
        if (await work.GetAsync<bool>("select exists (select from care_cases where person_id = @PersonId and reason = @reason and state = 'open')", new { done.PersonId, reason = done.Reason.ToText() }, cancel))
            return CareFailures.CaseExists.ToProblem(http);
        await work.ExecuteAsync(
            "update care_cases set state = 'open', closed_at = null, result = null, due_at = @due, version = version + 1 where id = @id", new { id, due = work.Now + CareDeadlines.TryAgain }, cancel);
        await CaseEvents.AddAsync(work, id, CaseEventKind.Reopened, request.Note, cancel);
        if (done.Reason == CareReason.Dead)
            await CareCases.StopMailAsync(work, done.PersonId, id, cancel);
        work.Record("care.reopened", done.PersonId, content: new { id });
        return TypedResults.Ok((await GetCase.FindAsync(work, id, reach, cancel))!);
    }
}
