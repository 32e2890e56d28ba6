using System.Text.Json.Serialization;

namespace VpVarmland.Members.Assignments;

/// <summary>Where an assignment is held.</summary>
internal enum AssignmentScope
{
    Association,
    District,
}

/// <summary>Assignments within reach, and the kinds there are with what each allows.</summary>
internal static class ListAssignments
{
    internal sealed record Query(
        Guid? Association, bool? Current, string? After, [property: PageSize] int? Size);

    /// <param name="MemberName">Null with the id: somebody who is no longer a member, and is in no list.</param>
    internal sealed record Row(
        Guid AssignmentId, Guid? MemberId, string? MemberName, string Kind, Guid? AssociationId, string? AssociationName, DateOnly From, DateOnly? Until, DateOnly? EndedOn,
        string? SuccessorName, DateOnly? SuccessorFrom, [property: JsonIgnore] int Position);

    internal sealed record Kind(string Name, AssignmentScope Scope, string[] Permissions);

    private sealed record Position(string Place, int Kind, Guid Id);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/assignments", Handle).RequirePermission(Permission.ManageAssignments).WithSummary("Assignments: the district's first, then by association, each in the order in which a board is named");
        api.MapGet("/assignments/kinds", Kinds).RequirePermission(Permission.ManageAssignments).WithSummary("The kinds of assignment within reach and what each allows");
    }

    private static async Task<Ok<Page<Row>>> Handle([AsParameters] Query query, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.ManageAssignments);
        var size = query.Size ?? Cursor.Usual;
        var after = Cursor.Read<Position>(query.After);
        var rows = await work.ListAsync<Row>(
            """
            select assignment.id as assignment_id, person.id as member_id, person.given_name || ' ' || person.family_name as member_name, assignment.kind,
                association.id as association_id, association.name as association_name, assignment.from_date as "from", assignment.until_date as until, assignment.ended_on,
                (select next.given_name || ' ' || next.family_name from people next where next.id = successor.person_id) as successor_name, successor.from_date as successor_from, kinds.position
            from assignments assignment join assignment_kinds kinds using (kind)
            left join people person on person.id = assignment.person_id and exists (select from memberships where memberships.person_id = person.id and memberships.ended_on is null)
            left join associations association on association.id = assignment.association_id
            left join assignment_successions named on named.assignment_id = assignment.id left join assignments successor on successor.id = named.successor_id
            where (@District or assignment.association_id = any(@Ids)) and (@Association::uuid is null or assignment.association_id = @Association)
                and (not @current or assignment.ended_on is null)
                and (@id::uuid is null or (coalesce(association.name, '' collate "sv-SE-x-icu"), kinds.position, assignment.id) > (@place, @kind, @id))
            order by coalesce(association.name, '' collate "sv-SE-x-icu"), kinds.position, assignment.id limit @limit
            """,
            new { reach.District, reach.Ids, query.Association, current = query.Current ?? true, id = after?.Id, place = after?.Place ?? "", kind = after?.Kind ?? 0, limit = size + 1 }, cancel);
        return TypedResults.Ok(rows.ToPage(size, row => new Position(row.AssociationName ?? "", row.Position, row.AssignmentId)));
    }

    private static async Task<Ok<IReadOnlyList<Kind>>> Kinds(Caller caller, UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await work.ListAsync<Kind>(
        """
        select kind as name, scope, array(select permission from assignment_permissions where kind = assignment_kinds.kind order by permission) as permissions
        from assignment_kinds where kind not in ('committeeMember', 'regionSeat') and (@District or scope = 'association') order by scope desc, position
        """, new { caller.Reach(Permission.ManageAssignments).District }, cancel));
}
