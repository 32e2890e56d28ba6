using System.ComponentModel.DataAnnotations;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Liaisons;

/// <summary>
/// Appoints liaisons: a whole proposal as it was adjusted, or one association handed over with a note to the successor. The former's term ends
/// and stays as history; log, promises and messages are the association's and go with it. Can be undone within an hour.
/// </summary>
internal static class AppointLiaisons
{
    internal static readonly TimeSpan Undoable = TimeSpan.FromHours(1);
    private const int LongestNote = 2000;

    internal sealed record Request([property: NotEmpty, MaxLength(500)] IReadOnlyList<Appointee> Choices);

    /// <param name="Note">What the successor should know; null: nothing said.</param>
    internal sealed record Appointee(Guid AssociationId, Guid MemberId, string? Note);

    /// <param name="AppointmentId">By which it can be undone; null where everybody was it already.</param>
    internal sealed record Response(Guid? AppointmentId, int Changed);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/liaisons/appointments", Handle).ForTheDistrict().WithSummary("Appoint liaisons, as proposed or by hand");
        api.MapPost("/liaisons/appointments/{id:guid}/undo", Undo).ForTheDistrict().WithSummary("Undo the latest appointment within an hour");
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        // Two who appoint at once wait for each other: the second is told that it has changed.
        await work.ExecuteAsync("lock table liaison_terms in share row exclusive mode", null, cancel);
        var associations = (await ProposeLiaisons.AssociationsAsync(work, cancel)).ToDictionary(one => one.Id);
        var board = (await Board.ListAsync(work, cancel)).Select(one => one.MemberId).ToHashSet();
        if (Fault(request.Choices, associations.Keys, board) is { } fault)
            return fault.ToProblem(http);
        if (http.CheckVersion(await ProposeLiaisons.VersionAsync(work, cancel)) is { } stale)
            return stale.ToProblem(http);

        var changes = request.Choices.Where(choice => associations[choice.AssociationId].HolderId != choice.MemberId).ToList();
        if (changes.Count == 0)
            return TypedResults.Ok(new Response(null, 0));
        var id = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync("insert into liaison_appointments (id, at, by_id) values (@id, @Now, @MemberId)", new { id, work.Now, caller.MemberId }, cancel);
        foreach (var choice in changes)
        {
            var (note, former) = (choice.Note.TrimmedOrNull(), associations[choice.AssociationId].HolderId);
            // Whoever had left the board answered for the association until then, not until today.
            await work.ExecuteAsync(
                $"""
                update liaison_terms term set ended_by = @id, until_date = greatest(term.from_date, case
                    when exists (select from assignments held where held.person_id = term.person_id and held.kind in {LiaisonReach.BoardKinds} and held.ended_on is null) then @today
                    else coalesce((select max(held.ended_on) from assignments held where held.person_id = term.person_id and held.kind in {LiaisonReach.BoardKinds}), @today) end)
                where term.association_id = @AssociationId and term.until_date is null;
                insert into liaison_terms (id, association_id, person_id, from_date, hand_over_note, started_by) values (@term, @AssociationId, @MemberId, @today, @note, @id)
                """, new { id, term = Guid.CreateVersion7(work.Now), choice.AssociationId, choice.MemberId, note, today = SwedishTime.DateOf(work.Now) }, cancel);
            work.Record("liaison.appointed", choice.MemberId, content: new { id, choice.AssociationId, former, note });
        }
        return TypedResults.Ok(new Response(id, changes.Count));
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Undo(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        await work.ExecuteAsync("lock table liaison_terms in share row exclusive mode", null, cancel);
        var found = await work.FindAsync<Appointment>(
            """
            select at, undone_at, exists (select from liaison_appointments later where later.id > this.id and later.undone_at is null)
                or exists (select from liaison_terms former join liaison_terms open using (association_id)
                    where former.ended_by = @id and open.until_date is null and open.started_by is distinct from @id) as is_overtaken
            from liaison_appointments this where id = @id
            """, new { id }, cancel);
        if (found is null)
            return LiaisonFailures.Unknown.ToProblem(http);
        if (found.UndoneAt is not null || found.IsOvertaken || found.At <= work.Now - Undoable)
            return LiaisonFailures.CannotUndoAppointment.ToProblem(http);
        var taken = await work.ListAsync<Taken>("delete from liaison_terms where started_by = @id returning association_id, person_id", new { id }, cancel);
        await work.ExecuteAsync(
            """
            update liaison_terms set until_date = null, ended_by = null where ended_by = @id;
            update liaison_appointments set undone_at = @Now where id = @id
            """, new { id, work.Now }, cancel);
        foreach (var one in taken)
            work.Record("liaison.appointment_undone", one.PersonId, content: new { id, one.AssociationId });
        return TypedResults.Ok(new Response(id, taken.Count));
    }

    private static Failure? Fault(IReadOnlyList<Appointee> choices, IEnumerable<Guid> associations, HashSet<Guid> board) =>
        choices.Any(choice => choice is null) ? CommonFailures.Malformed
        : choices.Select(choice => choice.AssociationId).Except(associations).Any() ? LiaisonFailures.UnknownAssociation
        : choices.DistinctBy(choice => choice.AssociationId).Count() < choices.Count ? LiaisonFailures.Twice
        : choices.Any(choice => !board.Contains(choice.MemberId)) ? LiaisonFailures.NotOnBoard
        : choices.Any(choice => choice.Note?.Trim().Length > LongestNote) ? LiaisonFailures.LongNote
        : null;

    private sealed record Appointment(DateTimeOffset At, DateTimeOffset? UndoneAt, bool IsOvertaken);

    private sealed record Taken(Guid AssociationId, Guid PersonId);
}
