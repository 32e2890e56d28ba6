namespace VpVarmland.Members.Care;

/// <summary>Notes a contact: called, no answer, met; or that the case is done. Each moves the clock as <see cref="CareDeadlines.Next"/> says.</summary>
internal static class NoteContact
{
    internal sealed record Request([property: Defined] ContactOutcome? Outcome, [property: AtMost(2000)] string? Note);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/care/cases/{id:guid}/contacts", Handle)
        .RequirePermission(Permission.WorkCare)
        .WithSummary("Note a contact in a care case");

    private static async Task<Results<Ok<GetCase.Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await CaseLock.TakeAsync(work, id, caller, cancel) is not { } open)
            return CareFailures.Unknown.ToProblem(http);
        if (open.State != CaseState.Open)
            return CareFailures.Closed.ToProblem(http);
        var outcome = request.Outcome!.Value;
        await work.ExecuteAsync(
            """
            insert into care_contacts (id, case_id, at, by_id, outcome, note, due_before) values (@contact, @id, @Now, @MemberId, @outcome, @note, @DueAt);
            update care_cases set due_at = @next, state = @state, closed_at = @closed, version = version + 1 where id = @id
            """,
            new
            {
                contact = Guid.CreateVersion7(), id, work.Now, caller.MemberId, outcome = outcome.ToText(), note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(), open.DueAt,
                next = CareDeadlines.Next(outcome, open.DueAt, work.Now), state = outcome == ContactOutcome.Done ? "done" : "open", closed = outcome == ContactOutcome.Done ? work.Now : (DateTimeOffset?)null,
            }, cancel);
        work.Record("care." + outcome.ToText(), open.PersonId, content: new { id });
        return TypedResults.Ok((await GetCase.FindAsync(work, id, caller, cancel))!);
    }
}

/// <summary>A case within the caller's reach, locked for a change.</summary>
internal sealed record CaseLock(Guid PersonId, Guid AssociationId, CaseState State, DateTimeOffset DueAt)
{
    internal static Task<CaseLock?> TakeAsync(UnitOfWork work, Guid id, Caller caller, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.WorkCare);
        return work.FindAsync<CaseLock>(
            "select person_id, association_id, state, due_at from care_cases where id = @id and (@District or association_id = any(@Ids)) for update",
            new { id, reach.District, reach.Ids }, cancel);
    }
}
