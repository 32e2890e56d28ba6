using System.ComponentModel.DataAnnotations;

namespace VpVarmland.Members.Care.Quiet;

/// <summary>
/// Opens care cases for many of whom nothing has been heard, each with whom the rule chooses, and takes them back together within an hour. Said twice it is said once: whoever has a case of silence
/// gets no other, and who has been heard from meanwhile, or is none of the caller's, none at all.
/// </summary>
internal static class OpenForQuiet
{
    internal const int MostAtOnce = 200;

    /// <param name="Months">The silence that the list was made by.</param>
    internal sealed record Request(
        [property: Range(QuietRule.Least, QuietRule.Most)] int Months, [property: NotEmpty, MaxLength(MostAtOnce)] IReadOnlyList<Guid>? MemberIds);

    /// <param name="OpeningId">By which it is taken back; null where nothing was opened.</param>
    /// <param name="HadCase">For so many a case of silence was open already.</param>
    /// <param name="NotQuiet">So many are not on the list any more: heard from, gone, or never within reach.</param>
    internal sealed record Response(Guid? OpeningId, int Opened, int HadCase, int NotQuiet);

    /// <param name="Kept">So many stay, because somebody has begun to work with them.</param>
    internal sealed record UndoResponse(int TakenBack, int Kept);

    private sealed record Found(Guid PersonId, Guid AssociationId);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/care/quiet/cases", Handle).RequirePermission(Permission.WorkCare).WithSummary("Open care cases for members not heard from");
        api.MapDelete("/care/quiet/cases/{id:guid}", Undo).RequirePermission(Permission.WorkCare).WithSummary("Take back, within an hour, the cases that one has opened together");
    }

    private static async Task<Ok<Response>> Handle(Request request, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var (reach, today) = (caller.Reach(Permission.WorkCare), SwedishTime.DateOf(work.Now));
        var chosen = request.MemberIds!.Distinct().ToArray();
        var quiet = await work.ListAsync<Found>(
            $"{QuietRule.Quiet} select person_id, association_id from quiet where person_id = any(@chosen) order by day, person_id",
            new { reach.District, reach.Ids, Association = (Guid?)null, today, before = QuietRule.Before(today, request.Months), chosen }, cancel);
        if (quiet.Count == 0)
            return TypedResults.Ok(new Response(null, 0, 0, chosen.Length));
        var opening = Guid.CreateVersion7();
        await work.ExecuteAsync("insert into care_openings (id, by_id, opened_at) values (@opening, @MemberId, @Now)", new { opening, caller.MemberId, work.Now }, cancel);
        var opened = await CareCases.OpenAsync(work, [.. quiet.Select(one => new CareCases.Wanted(one.PersonId, one.AssociationId, CareReason.Inactive))], opening, cancel);
        if (opened.Count == 0)
            await work.ExecuteAsync("delete from care_openings where id = @opening", new { opening }, cancel);
        return TypedResults.Ok(new Response(opened.Count > 0 ? opening : null, opened.Count, quiet.Count - opened.Count, chosen.Length - quiet.Count));
    }

    private static async Task<Results<Ok<UndoResponse>, ProblemHttpResult>> Undo(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.WorkCare);
        var opened = await work.FindAsync<long?>(
            """
            select (select count(*) from care_cases where opening_id = opening.id and (@District or association_id = any(@Ids))) from care_openings opening
            where id = @id and by_id = @MemberId and opened_at > @since for update
            """, new { id, caller.MemberId, since = work.Now - UndoContact.Undoable, reach.District, reach.Ids }, cancel) ?? 0;
        if (opened == 0)
            return CareFailures.OpeningGone.ToProblem(http);
        // A case that somebody has begun to work, or that something else has closed, is theirs.
        var gone = await work.ListAsync<Guid>(
            """
            delete from care_cases care where opening_id = @id and (@District or association_id = any(@Ids)) and state = 'open' and version = 1
                and not exists (select from care_contacts where case_id = care.id) and not exists (select from care_events where case_id = care.id)
            returning person_id
            """, new { id, reach.District, reach.Ids }, cancel);
        await work.ExecuteAsync("delete from care_openings where id = @id", new { id }, cancel);
        foreach (var person in gone)
            work.Record("care.opening_taken_back", person, content: new { id });
        return TypedResults.Ok(new UndoResponse(gone.Count, (int)opened - gone.Count));
    }
}
