namespace VpVarmland.Members.Assignments;

/// <summary>Changes an assignment's last day: somebody is re-elected, or the day was written wrong. Its rights then end at midnight after that day.</summary>
internal static class RenewTerm
{
    /// <param name="Until">The term's last day; null: until further notice.</param>
    internal sealed record Request(DateOnly? Until);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/assignments/{id:guid}/term", Handle)
        .RequirePermission(Permission.ManageAssignments)
        .WithSummary("Change an assignment's last day");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Request request, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (await HeldAssignment.LockAsync(work, id, caller.Reach(Permission.ManageAssignments), cancel) is not { } held)
            return AssignmentFailures.Unknown.ToProblem(http);
        if (held.EndedOn is not null)
            return AssignmentFailures.Ended.ToProblem(http);
        if (await AssignmentRights.RefusalAsync(work, caller, held.Kind, held.PersonId, cancel) is { } refusal)
            return refusal.ToProblem(http);
        if (held.HasSuccessor)
            return AssignmentFailures.HasSuccessor.ToProblem(http);
        if (request.Until < held.FromDate || request.Until < clock.Today())
            return AssignmentFailures.TermTurned.ToProblem(http);
        if (!AssignmentTerm.IsLikely(request.Until, clock.Today()))
            return AssignmentFailures.UnlikelyTerm.ToProblem(http);
        await held.SetUntilAsync(work, request.Until, cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>An assignment within reach, locked for a change.</summary>
internal sealed record HeldAssignment(
    Guid Id, Guid PersonId, string Kind, Guid? AssociationId, Guid? CommitteeId, string? CommitteeFunction, DateOnly FromDate, DateOnly? UntilDate, DateOnly? EndedOn, bool HasSuccessor)
{
    internal static Task<HeldAssignment?> LockAsync(UnitOfWork work, Guid id, Reach reach, CancellationToken cancel) => work.FindAsync<HeldAssignment>(
        """
        select id, person_id, kind, association_id, committee_id, committee_function, from_date, until_date, ended_on, exists (select from assignment_successions where assignment_id = held.id) as has_successor
        from assignments held where id = @id and (@District or association_id = any(@Ids)) for update
        """, new { id, reach.District, reach.Ids }, cancel);

    /// <summary>Sets the last day and tells everyone; says nothing where it is that already.</summary>
    internal async Task SetUntilAsync(UnitOfWork work, DateOnly? until, CancellationToken cancel)
    {
        if (until == UntilDate)
            return;
        await work.ExecuteAsync("update assignments set until_date = @until, version = version + 1 where id = @Id", new { Id, until }, cancel);
        work.Record("assignment.term_changed", PersonId, content: new { Id, before = UntilDate, until });
        await AssignmentEvents.PublishStartAsync(work, Id, cancel);
    }
}
