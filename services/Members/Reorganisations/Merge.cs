using System.ComponentModel.DataAnnotations;
using VpVarmland.Members.Associations;

namespace VpVarmland.Members.Reorganisations;

/// <summary>Associations go up in another. They are kept as ended, with their history and a pointer; the other receives those who live where they were.</summary>
internal static class Merge
{
    internal sealed record PreviewRequest([property: NotEmpty, MaxLength(20)] Guid[]? From, [property: NotEmpty] Guid Into);

    /// <param name="People">As the preview said.</param>
    internal sealed record Request(
        [property: NotEmpty, MaxLength(20)] Guid[]? From, [property: NotEmpty] Guid Into, [property: Defined] AssignmentChoice? Assignments, [property: NotEmpty, AtMost(2000)] string Reason, long People);

    internal sealed record PreviewResponse(MovingCounts Counts, IReadOnlyList<MovingOfficer> Officers, string[] Municipalities);

    internal sealed record Response(Guid Id, MovingCounts Counts);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/reorganisations/merge/preview", Preview).RequirePermission(Permission.ManageAssociations).WithSummary("What a merger would move");
        api.MapPost("/reorganisations/merge", Handle).RequirePermission(Permission.ManageAssociations).WithSummary("Merge associations into another");
    }

    private static async Task<Results<Ok<PreviewResponse>, ProblemHttpResult>> Preview(PreviewRequest request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await CheckAsync(work, request.From!, request.Into, caller, cancel) is { } failure)
            return failure.ToProblem(http);
        await Moving.ChooseAsync(work, request.From!, null, cancel);
        return TypedResults.Ok(new PreviewResponse(await Moving.CountAsync(work, cancel), await Moving.OfficersAsync(work, cancel),
            [.. await work.ListAsync<string>("select name from municipalities where covered_by = any(@From) or code in (select municipality_code from associations where id = any(@From)) order by name", new { request.From }, cancel)]));
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (from, into, reason) = (request.From!, request.Into, request.Reason.Trim());
        if (await CheckAsync(work, from, into, caller, cancel) is { } failure)
            return failure.ToProblem(http);
        await Moving.ChooseAsync(work, from, null, cancel);
        var counts = await Moving.CountAsync(work, cancel);
        if (counts.People != request.People)
            return ReorganisationFailures.Changed.ToProblem(http);
        var (id, today) = (Guid.CreateVersion7(), SwedishTime.DateOf(work.Now));
        await work.ExecuteAsync(
            """
            insert into reorganisations (id, kind, into_id, done_at, reason, people) values (@id, 'merge', @into, @Now, @reason, @People);
            insert into reorganised_from (reorganisation_id, association_id, state) select @id, id, state from associations where id = any(@from);
            insert into reorganised_rows (reorganisation_id, what, code, association_id) select @id, 'municipalities', code, covered_by from municipalities
                where covered_by = any(@from) or code in (select municipality_code from associations where id = any(@from));
            update municipalities set covered_by = @into where covered_by = any(@from) or code in (select municipality_code from associations where id = any(@from));
            insert into reorganised_rows (reorganisation_id, what, id, association_id) select @id, 'liaison_terms', id, association_id from liaison_terms where association_id = any(@from) and until_date is null;
            update liaison_terms set until_date = greatest(@today, from_date) where association_id = any(@from) and until_date is null;
            update associations set state = 'dormant', ended_on = @today, merged_into = @into, version = version + 1 where id = any(@from)
            """, new { id, into, from, work.Now, today, reason, counts.People }, cancel);
        foreach (var one in from)
        {
            await AssociationEntry.AddAsync(work, one, AssociationEvent.Merged, today, reason, into, cancel);
            await AssociationEntry.AddAsync(work, into, AssociationEvent.Received, today, reason, one, cancel);
            work.Record("association.merged", one, reason, new { id, into });
        }
        await AssociationChange.PublishAsync(work, from, cancel);
        await Moving.RunAsync(work, id, into, request.Assignments!.Value, reason, cancel);
        return TypedResults.Ok(new Response(id, counts));
    }

    private static async Task<Failure?> CheckAsync(UnitOfWork work, Guid[] from, Guid into, Caller caller, CancellationToken cancel) =>
        from.Contains(into) || from.Distinct().Count() != from.Length
            ? ReorganisationFailures.SameAssociation
            : await Parties.LockAsync(work, from, into, caller, cancel);
}

/// <summary>The associations of a merger or split.</summary>
internal static class Parties
{
    /// <summary>Locks them; null where all of them stand and the receiver does not rest.</summary>
    internal static async Task<Failure?> LockAsync(UnitOfWork work, Guid[] from, Guid? into, Caller caller, CancellationToken cancel)
    {
        if (!caller.Reach(Permission.ManageAssociations).District)
            return AssociationFailures.Unknown;
        Guid[] all = into is { } receiver ? [.. from, receiver] : from;
        var found = await work.ListAsync<Party>("select id, state, ended_on, is_district from associations where id = any(@all) order by id for update", new { all }, cancel);
        return found.Count != all.Length ? AssociationFailures.Unknown
            : found.Any(one => one.IsDistrict) ? AssociationFailures.District
            : found.Any(one => one.EndedOn is not null) ? AssociationFailures.Ended
            : found.Any(one => one.Id == into && one.State == "dormant") ? ReorganisationFailures.ReceiverRests
            : null;
    }

    private sealed record Party(Guid Id, string State, DateOnly? EndedOn, bool IsDistrict);
}
