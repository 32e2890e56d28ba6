namespace VpVarmland.Members.Transfers;

/// <summary>A point of what is handed over: ticked by who leaves, confirmed by who comes.</summary>
internal sealed record TransferPoint(Guid PointId, string Text, string? Note, DateTimeOffset? DoneAt, DateTimeOffset? ConfirmedAt);

/// <summary>An assignment on its way from one to another.</summary>
/// <param name="LeaverName">Null: somebody who is no longer a member, and is in no list.</param>
/// <param name="LastDay">Of whoever leaves.</param>
/// <param name="Due">When every point should be confirmed.</param>
internal sealed record Transfer(
    Guid AssignmentId, string Kind, Guid? AssociationId, string? AssociationName, Guid LeaverId, string? LeaverName, DateOnly LastDay, Guid SuccessorId, string SuccessorName, DateOnly From, DateOnly Due, bool IsLate,
    long Points, long Done, long Confirmed)
{
    /// <summary>Transfers that satisfy the condition, which reads <c>held</c> (who leaves), <c>next</c> (who comes) and <c>counted</c>; the earliest first.</summary>
    internal static async Task<IReadOnlyList<Transfer>> ListAsync(UnitOfWork work, string condition, object values, CancellationToken cancel) =>
        [.. (await work.ListAsync<Row>(
            $"""
            select held.id, held.kind, association.id as association_id, association.name as association_name, held.person_id as leaver_id, leaver.given_name || ' ' || leaver.family_name as leaver_name,
                coalesce(held.ended_on, held.until_date, next.from_date - 1) as last_day, next.person_id as successor_id, comer.given_name || ' ' || comer.family_name as successor_name, next.from_date, counted.points, counted.done, counted.confirmed
            from assignment_successions named join assignments held on held.id = named.assignment_id join assignments next on next.id = named.successor_id
            left join people leaver on leaver.id = held.person_id and exists (select from memberships where memberships.person_id = leaver.id and memberships.ended_on is null) join people comer on comer.id = next.person_id left join associations association on association.id = held.association_id
            cross join lateral (select count(*) as points, count(done_at) as done, count(confirmed_at) as confirmed from transfer_points where assignment_id = held.id) counted
            where {condition} order by next.from_date, held.id limit 200
            """, values, cancel)).Select(row => row.View(SwedishTime.DateOf(work.Now)))];

    private sealed record Row(
        Guid Id, string Kind, Guid? AssociationId, string? AssociationName, Guid LeaverId, string? LeaverName, DateOnly LastDay, Guid SuccessorId, string SuccessorName, DateOnly FromDate, long Points, long Done, long Confirmed)
    {
        internal Transfer View(DateOnly today)
        {
            var due = TransferRule.Due(FromDate);
            return new(Id, Kind, AssociationId, AssociationName, LeaverId, LeaverName, LastDay, SuccessorId, SuccessorName, FromDate, due, due < today && Confirmed < Points, Points, Done, Confirmed);
        }
    }
}

/// <summary>Hand-overs under way, for those who follow that they are done: an association's board its own, the district all. Counts only; what the points say is for the two.</summary>
internal static class ListTransfers
{
    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/transfers", Handle)
        .RequirePermission(Permission.ReadStatistics)
        .WithSummary("Assignments that are being handed over, with how far each has come");

    private static async Task<Ok<IReadOnlyList<Transfer>>> Handle(Guid? association, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.ReadStatistics);
        return TypedResults.Ok(await Transfer.ListAsync(work,
            "counted.confirmed < counted.points and next.ended_on is null and (@District or held.association_id = any(@Ids)) and (@association::uuid is null or held.association_id = @association)", new { reach.District, reach.Ids, association }, cancel));
    }
}
