namespace VpVarmland.Members.Associations;

/// <summary>Whether an association receives members.</summary>
internal enum AssociationState
{
    Active,
    Dormant,
    Forming,

    /// <summary>Merged into another: kept for its history only. Stored as dormant with a last day, and never set by hand.</summary>
    Ended,
}

/// <summary>The associations within the caller's reach, with the figures a board acts on.</summary>
internal static class ListAssociations
{
    internal sealed record Response(
        Guid Id, string Name, string? MunicipalityCode, AssociationState State, bool IsDistrict, long Members, long JoinedThisYear, long LeftThisYear, long OpenCases, long LateCases);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/associations", Handle)
        .RequirePermission(Permission.ReadStatistics)
        .WithSummary("Associations with members now, joined and left this year, open and late care cases");

    private static async Task<Ok<IReadOnlyList<Response>>> Handle(UnitOfWork work, Caller caller, TimeProvider clock, CancellationToken cancel) =>
        TypedResults.Ok(await ListAsync(work, caller.Reach(Permission.ReadStatistics), clock.Today(), cancel));

    /// <summary>One row an association within reach, in Swedish order, the district last.</summary>
    internal static Task<IReadOnlyList<Response>> ListAsync(UnitOfWork work, Reach reach, DateOnly today, CancellationToken cancel) => work.ListAsync<Response>(
        """
        select association.id, association.name, association.municipality_code, association.state, association.is_district,
            coalesce(figures.members, 0) as members, coalesce(figures.joined, 0) as joined_this_year, coalesce(figures.gone, 0) as left_this_year,
            coalesce(care.open, 0) as open_cases, coalesce(care.late, 0) as late_cases
        from associations association
        left join (
            select association_id,
                count(*) filter (where state = 'member') as members,
                count(*) filter (where effective_on between @newYear and @today and (ended_on is null or ended_on >= effective_on)) as joined,
                count(*) filter (where ended_on >= @newYear and effective_on <= ended_on) as gone
            from memberships group by association_id) figures on figures.association_id = association.id
        left join (
            select association_id, count(*) as open, count(*) filter (where due_at < @Now) as late
            from care_cases where state = 'open' group by association_id) care on care.association_id = association.id
        where association.ended_on is null and (@District or association.id = any(@Ids))
        order by association.is_district, association.name
        """, new { today, newYear = new DateOnly(today.Year, 1, 1), work.Now, reach.District, reach.Ids }, cancel);
}
