namespace VpVarmland.Members.Liaisons;

/// <summary>Somebody on the district board, as a possible liaison.</summary>
/// <param name="AssociationName">Where the person is a member.</param>
/// <param name="Associations">How many the person answers for now.</param>
internal sealed record BoardMember(Guid MemberId, string Name, string Assignment, Guid AssociationId, string AssociationName, long Associations);

/// <summary>The district board and its deputies (operating plan, G11): who can be a liaison or stand in for one.</summary>
internal static class Board
{
    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/liaisons/board", Handle)
        .RequirePermission(Permission.WorkLiaison)
        .WithSummary("The district board and its deputies, with how many associations each answers for");

    private static async Task<Ok<IReadOnlyList<BoardMember>>> Handle(UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await ListAsync(work, cancel));

    /// <summary>Each once, by the first of their assignments, in the order in which a board is named.</summary>
    internal static Task<IReadOnlyList<BoardMember>> ListAsync(UnitOfWork work, CancellationToken cancel) => work.ListAsync<BoardMember>(
        $"""
        select person.id as member_id, person.given_name || ' ' || person.family_name as name, held.kind as assignment, association.id as association_id, association.name as association_name,
            (select count(*) from liaisons liaison join associations association on association.id = liaison.association_id where liaison.person_id = person.id and {LiaisonReach.Wanting}) as associations
        from (
            select distinct on (person_id) person_id, kind, position from assignments join assignment_kinds using (kind)
            where kind in {LiaisonReach.BoardKinds} and ended_on is null and from_date <= @today order by person_id, position) held
        join people person on person.id = held.person_id
        join associations association on association.id = person.association_id
        order by held.position, person.family_name, person.given_name, person.id
        """, new { today = SwedishTime.DateOf(work.Now) }, cancel);

    /// <summary>True where the person sits on the board today.</summary>
    internal static async Task<bool> HasAsync(UnitOfWork work, Guid person, CancellationToken cancel) => (await ListAsync(work, cancel)).Any(one => one.MemberId == person);
}
