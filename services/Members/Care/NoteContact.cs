namespace VpVarmland.Members.Care;

/// <summary>Notes a contact: called, no answer, met; or that the case is done, and what came of it. Each moves the clock as <see cref="CareDeadlines.Next"/> says.</summary>
internal static class NoteContact
{
    /// <param name="Result">With <see cref="ContactOutcome.Done"/>: one of the reason's results; null: simply seen to.</param>
    internal sealed record Request([property: Defined] ContactOutcome? Outcome, [property: AtMost(2000)] string? Note, CareResult? Result = null);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/care/cases/{id:guid}/contacts", Handle)
        .RequirePermission(Permission.WorkCare)
        .WithSummary("Note a contact in a care case");

    private static Task<Results<Ok<GetCase.Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) => NoteAsync(id, request, CareReach.OfCare(caller), work, http, cancel);

    internal static async Task<Results<Ok<GetCase.Response>, ProblemHttpResult>> NoteAsync(
        Guid id, Request request, CareReach reach, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await CaseLock.TakeAsync(work, id, reach, cancel) is not { } open)
            return CareFailures.Unknown.ToProblem(http);
        if (open.State != CaseState.Open)
            return CareFailures.Closed.ToProblem(http);
        if (!open.MayRead)
            return CareFailures.Confidential.ToProblem(http);
        var (outcome, done) = (request.Outcome!.Value, request.Outcome == ContactOutcome.Done);
        if (request.Result is { } result && !(done && CareResults.Of(open.Reason).Contains(result)))
            return CareFailures.NoSuchResult.ToProblem(http);
        var (step, due) = CareDeadlines.Next(await CarePlans.FindAsync(work, open.Reason, cancel), open.Step, outcome, open.DueAt, work.Now);
        await work.ExecuteAsync(
            """
            insert into care_contacts (id, case_id, at, by_id, outcome, note, due_before, step_before) values (@contact, @id, @Now, @MemberId, @outcome, @note, @DueAt, @stepBefore);
            update care_cases set due_at = @due, step = @step, state = @state, closed_at = @closed, result = @result, snoozed_until = null, version = version + 1 where id = @id
            """,
            new
            {
                contact = Guid.CreateVersion7(), id, work.Now, work.Caller.MemberId, outcome = outcome.ToText(), note = request.Note.TrimmedOrNull(), open.DueAt, stepBefore = open.Step,
                due, step, state = done ? "done" : "open", closed = done ? work.Now : (DateTimeOffset?)null, result = request.Result?.ToText(),
            }, cancel);
        if (request.Result == CareResult.Mistake)
            await CareCases.LetMailGoAsync(work, open.PersonId, cancel);
        work.Record("care." + outcome.ToText(), open.PersonId, content: new { id });
        return TypedResults.Ok((await GetCase.FindAsync(work, id, reach, cancel))!);
    }
}
