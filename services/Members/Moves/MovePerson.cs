using VpVarmland.Members.Assignments;
using VpVarmland.Members.Care;
using VpVarmland.Members.Memberships;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Moves;

/// <summary>
/// A member goes from one association to another: the membership, the open cases and the right to vote go along; what the person was trusted with in the old one ends,
/// unless the person stays attached to it. Both associations are told: the one that is left by a notice, the one that receives also by a care case.
/// </summary>
internal static class MovePerson
{
    /// <param name="StaysAttached">True: takes part in the old association too, without a vote there.</param>
    internal sealed record Request([property: NotEmpty] Guid To, bool StaysAttached, [property: AtMost(2000)] string? Reason);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/people/{id:guid}/move", Handle)
        .RequirePermission(Permission.EditRegister)
        .WithSummary("Move a member to another association; both are told");

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Handle(
        Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await LatestMembership.LockAsync(work, id, caller.Reach(Permission.EditRegister), cancel) is not { } membership)
            return RegisterFailures.Unknown.ToProblem(http);
        if (membership.EndedOn is not null)
            return MoveFailures.NotCurrent.ToProblem(http);
        if (membership.AssociationId == request.To)
            return MoveFailures.AlreadyThere.ToProblem(http);
        if (!await Attachments.ReceivesAsync(work, request.To, cancel))
            return MoveFailures.NoReceiver.ToProblem(http);
        await MoveAsync(work, membership, request.To, request.StaysAttached, request.Reason.TrimmedOrNull(), cancel);
        var person = (await PersonView.ShowAsync(work, id, GetMe.Everywhere, null, cancel))!;
        http.SendVersion(person.Version);
        return TypedResults.Ok(person);
    }

    private static async Task MoveAsync(UnitOfWork work, LatestMembership membership, Guid to, bool staysAttached, string? reason, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        var ended = staysAttached
            ? []
            : await work.ListAsync<Guid>("select id from assignments where person_id = @PersonId and association_id = @AssociationId and ended_on is null order by id", membership, cancel);
        var p = new
        {
            id = Guid.CreateVersion7(), membership.PersonId, membershipId = membership.Id, from = membership.AssociationId, to, staysAttached, reason, today, ended = ended.ToArray(), work.Now,
            attachment = Guid.CreateVersion7(),
        };
        await work.ExecuteAsync(
            """
            insert into moves (id, person_id, from_id, to_id, moved_at, reason, stays_attached, was_attached, ended_assignments)
            values (@id, @PersonId, @from, @to, @Now, @reason, @staysAttached, (select since from attachments where person_id = @PersonId and association_id = @to and ended_on is null), @ended);
            update attachments set ended_on = @today where person_id = @PersonId and association_id = @to and ended_on is null;
            insert into attachments (id, person_id, association_id, since) select @attachment, @PersonId, @from, @today where @staysAttached;
            update memberships set association_id = @to where id = @membershipId;
            update people set association_id = @to where id = @PersonId;
            update care_cases set association_id = @to, version = version + 1,
                assignee_id = (select person_id from assignments where kind = 'membershipSecretary' and association_id = @to and ended_on is null and from_date <= @today order by person_id limit 1)
            where person_id = @PersonId and state = 'open'
            """, p, cancel);
        await EndAssignment.EndAsync(work, [.. ended], today, reason, cancel);
        var opened = await CareCases.OpenAsync(work, membership.PersonId, to, CareReason.Moved, null, cancel);
        await work.ExecuteAsync("update moves set case_id = @CaseId where id = @id", new { p.id, opened?.CaseId }, cancel);
        work.Record("person.moved", membership.PersonId, reason, new { p.from, to, staysAttached });
        await PersonEvents.PublishChangeAsync(work, membership.PersonId, cancel);
    }
}

/// <summary>Takes a move back within thirty days: the person, the open cases and the assignments are where they were.</summary>
internal static class UndoMove
{
    /// <summary>How long.</summary>
    internal static readonly TimeSpan Undoable = TimeSpan.FromDays(30);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/moves/{id:guid}/undo", Handle)
        .RequirePermission(Permission.EditRegister)
        .WithSummary("Undo a move within thirty days");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.EditRegister);
        var move = await work.FindAsync<Move>(
            """
            select person_id, from_id, to_id, moved_at, was_attached, case_id, undone_at from moves
            where id = @id and (@District or from_id = any(@Ids) or to_id = any(@Ids)) for update
            """, new { id, reach.District, reach.Ids }, cancel);
        if (move is null)
            return MoveFailures.Unknown.ToProblem(http);
        var membership = await LatestMembership.LockAsync(work, move.PersonId, GetMe.Everywhere, cancel);
        if (move.UndoneAt is not null || move.MovedAt <= work.Now - Undoable || membership is not { EndedOn: null } || membership.AssociationId != move.ToId)
            return MoveFailures.NotUndoable.ToProblem(http);
        var today = SwedishTime.DateOf(work.Now);
        await work.ExecuteAsync(
            """
            update moves set undone_at = @Now where id = @id;
            update memberships set association_id = @FromId where id = @membershipId;
            update people set association_id = @FromId where id = @PersonId;
            delete from attachments where person_id = @PersonId and association_id = @FromId and ended_on is null;
            update attachments set ended_on = null where id = (
                select id from attachments where person_id = @PersonId and association_id = @ToId and since = @WasAttached order by ended_on desc limit 1);
            delete from care_cases where id = @CaseId and not exists (select from care_contacts where case_id = @CaseId);
            update care_cases set association_id = @FromId, version = version + 1,
                assignee_id = (select person_id from assignments where kind = 'membershipSecretary' and association_id = @FromId and ended_on is null and from_date <= @today order by person_id limit 1)
            where person_id = @PersonId and state = 'open'
            """, new { id, work.Now, move.FromId, move.ToId, move.PersonId, move.WasAttached, move.CaseId, membershipId = membership.Id, today }, cancel);
        await EndAssignment.ReviveAsync(work, [.. await work.ListAsync<Guid>("select unnest(ended_assignments) from moves where id = @id", new { id }, cancel)], cancel);
        work.Record("person.move_undone", move.PersonId, content: new { id });
        await PersonEvents.PublishChangeAsync(work, move.PersonId, cancel);
        return TypedResults.NoContent();
    }

    private sealed record Move(
        Guid PersonId, Guid FromId, Guid ToId, DateTimeOffset MovedAt, DateOnly? WasAttached, Guid? CaseId, DateTimeOffset? UndoneAt);
}
