namespace VpVarmland.Members.Care;

/// <summary>Takes back one's own latest note within an hour, and puts the clock, the step and the state back as they were.</summary>
internal static class UndoContact
{
    internal static readonly TimeSpan Undoable = TimeSpan.FromHours(1);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/care/cases/{id:guid}/contacts/{contactId:guid}", Handle)
        .RequirePermission(Permission.WorkCare)
        .WithSummary("Undo one's own latest note");

    private static async Task<Results<Ok<GetCase.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid contactId, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var reach = CareReach.OfCare(caller);
        if (await CaseLock.TakeAsync(work, id, reach, cancel) is not { } open)
            return CareFailures.Unknown.ToProblem(http);
        // A case that something else has closed, such as a refusal, stays closed.
        var before = await work.FindAsync<Before>(
            """
            delete from care_contacts where id = @contactId and by_id = @MemberId and at > @since
                and id = (select id from care_contacts where case_id = @id order by at desc, id desc limit 1)
                and (outcome = 'done' or (select state from care_cases where id = @id) = 'open')
                and not exists (select from care_cases this join care_cases other using (person_id, reason) where this.id = @id and other.id <> @id and other.state = 'open')
            returning due_before, step_before, outcome
            """, new { id, contactId, caller.MemberId, since = work.Now - Undoable }, cancel);
        if (before is null)
            return CareFailures.CannotUndo.ToProblem(http);
        await work.ExecuteAsync(
            "update care_cases set due_at = @DueBefore, step = @StepBefore, state = 'open', closed_at = null, result = null, version = version + 1 where id = @id",
            new { id, before.DueBefore, before.StepBefore }, cancel);
        if (open.Reason == CareReason.Dead && before.Outcome == ContactOutcome.Done)
            await CareCases.StopMailAsync(work, open.PersonId, id, cancel);
        work.Record("care.note_undone", open.PersonId, content: new { id });
        return TypedResults.Ok((await GetCase.FindAsync(work, id, reach, cancel))!);
    }

    private sealed record Before(DateTimeOffset DueBefore, int StepBefore, ContactOutcome Outcome);
}
