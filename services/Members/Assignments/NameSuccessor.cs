using VpVarmland.Members.Transfers;

namespace VpVarmland.Members.Assignments;

/// <summary>
/// Says who takes over an assignment: the successor's begins at the earliest on the day after the last one of whoever leaves, and the list of what is to be handed over
/// begins with it. Both see it on their start pages.
/// </summary>
internal static class NameSuccessor
{
    /// <param name="From">Null: the day after the last day.</param>
    /// <param name="Until">The successor's own last day; null: until further notice.</param>
    internal sealed record Request([property: NotEmpty] Guid MemberId, DateOnly? From, DateOnly? Until);

    internal sealed record Response(Guid AssignmentId, DateOnly From);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/assignments/{id:guid}/successor", Handle).RequirePermission(Permission.ManageAssignments).WithSummary("Say who takes over an assignment, and begin the list of what is handed over");
        api.MapDelete("/assignments/{id:guid}/successor", Undo).RequirePermission(Permission.ManageAssignments).WithSummary("Take back a successor who has not begun");
    }

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.ManageAssignments);
        if (await HeldAssignment.LockAsync(work, id, reach, cancel) is not { } held)
            return AssignmentFailures.Unknown.ToProblem(http);
        if (await AssignmentRights.RefusalAsync(work, caller, held.Kind, request.MemberId, cancel) is { } refusal)
            return refusal.ToProblem(http);
        if (held.HasSuccessor)
            return AssignmentFailures.HasSuccessor.ToProblem(http);
        if (held.PersonId == request.MemberId)
            return AssignmentFailures.OwnSuccessor.ToProblem(http);
        // Somebody who has left early is succeeded from that very day: its rights are gone.
        var earliest = held.EndedOn ?? held.UntilDate?.AddDays(1);
        if ((request.From ?? earliest) is not { } from)
            return AssignmentFailures.NeedsLastDay.ToProblem(http);
        if (from < earliest || from <= held.FromDate || (earliest is null && from <= clock.Today()))
            return AssignmentFailures.SuccessorTooEarly.ToProblem(http);
        var (successor, failure) = await StartAssignment.StartAsync(
            work, new(request.MemberId, held.Kind, held.AssociationId, from, request.Until), reach, held.CommitteeId, held.CommitteeFunction, cancel);
        if (failure is not null)
            return failure.ToProblem(http);
        if (earliest is null)
            await held.SetUntilAsync(work, from.AddDays(-1), cancel);
        await work.ExecuteAsync(
            "insert into assignment_successions (assignment_id, successor_id, was_open_ended, named_at, named_by) values (@id, @successor, @wasOpen, @Now, @MemberId)",
            new { id, successor, wasOpen = earliest is null, work.Now, caller.MemberId }, cancel);
        await TransferTemplates.BeginAsync(work, id, held.Kind, cancel);
        work.Record("assignment.successor_named", held.PersonId, content: new { id, successor });
        return TypedResults.Created("/api/members/assignments", new Response(successor, from));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Undo(Guid id, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (await HeldAssignment.LockAsync(work, id, caller.Reach(Permission.ManageAssignments), cancel) is not { } held)
            return AssignmentFailures.Unknown.ToProblem(http);
        var named = await work.FindAsync<Named>(
            """
            select successor.id, successor.person_id, was_open_ended, named_by from assignment_successions join assignments successor on successor.id = successor_id
            where assignment_id = @id and (successor.from_date > @today or successor.ended_on is not null) for update
            """, new { id, today = clock.Today() }, cancel);
        if (named is null)
            return AssignmentFailures.NoSuccessor.ToProblem(http);
        // Whoever leaves takes back only whom they have named themself: else they would go on in spite of who was elected.
        if (AssignmentRights.IsOwn(caller, held.PersonId) && named.NamedBy != caller.MemberId)
            return AssignmentFailures.Own.ToProblem(http);
        if (await AssignmentRights.RefusalAsync(work, caller, held.Kind, named.PersonId, cancel) is { } refusal)
            return refusal.ToProblem(http);
        await EndAssignment.EndAsync(work, [named.Id], clock.Today(), null, cancel);
        await work.ExecuteAsync("delete from assignment_successions where assignment_id = @id", new { id }, cancel);
        if (named.WasOpenEnded && held.EndedOn is null)
            await held.SetUntilAsync(work, null, cancel);
        work.Record("assignment.successor_taken_back", held.PersonId, content: new { id, successor = named.Id });
        return TypedResults.NoContent();
    }

    private sealed record Named(Guid Id, Guid PersonId, bool WasOpenEnded, Guid? NamedBy);
}
