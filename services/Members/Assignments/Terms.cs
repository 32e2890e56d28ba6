namespace VpVarmland.Members.Assignments;

/// <summary>Terms over time: which run out soon, and who has held an assignment before.</summary>
internal static class Terms
{
    private const int Usual = 60;

    /// <param name="Days">The term's last day lies at most so many days ahead; 60 unless said.</param>
    /// <param name="Association">Null: everywhere within reach.</param>
    internal sealed record EndingQuery(Guid? Association, [property: System.ComponentModel.DataAnnotations.Range(1, 800)] int? Days, string? After, [property: PageSize] int? Size);

    internal sealed record Ending(Guid AssignmentId, Guid MemberId, string MemberName, string Kind, Guid? AssociationId, string? AssociationName, string? CommitteeName, DateOnly Until, string? SuccessorName, DateOnly? SuccessorFrom);

    /// <param name="Association">Null: an assignment of the district.</param>
    internal sealed record PastQuery([property: NotEmpty] string? Kind, Guid? Association, string? After, [property: PageSize] int? Size);

    /// <param name="MemberName">Null with the id: somebody who is no longer a member, and is in no list.</param>
    internal sealed record Past(Guid AssignmentId, Guid? MemberId, string? MemberName, DateOnly From, DateOnly? Until, DateOnly? EndedOn, bool LeftEarly);

    private sealed record Position(DateOnly Day, Guid Id);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/assignments/ending", Soon).RequirePermission(Permission.ManageAssignments).WithSummary("Terms that run out within so many days, the first first, with their successors");
        api.MapGet("/assignments/history", History).RequirePermission(Permission.ManageAssignments).WithSummary("Everybody who holds or has held one kind of assignment in one place, latest first");
    }

    private static async Task<Ok<Page<Ending>>> Soon([AsParameters] EndingQuery query, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var (reach, size, after) = (caller.Reach(Permission.ManageAssignments), query.Size ?? Cursor.Usual, Cursor.Read<Position>(query.After));
        var rows = await work.ListAsync<Ending>(
            """
            select held.id as assignment_id, person.id as member_id, person.given_name || ' ' || person.family_name as member_name, held.kind, association.id as association_id, association.name as association_name,
                committee.name as committee_name, held.until_date as until, next.given_name || ' ' || next.family_name as successor_name, successor.from_date as successor_from
            from assignments held join people person on person.id = held.person_id
            left join associations association on association.id = held.association_id left join committees committee on committee.id = held.committee_id
            left join assignment_successions named on named.assignment_id = held.id left join assignments successor on successor.id = named.successor_id left join people next on next.id = successor.person_id
            where held.ended_on is null and held.until_date <= @last and (@District or held.association_id = any(@Ids)) and (@Association::uuid is null or held.association_id = @Association)
                and (@id::uuid is null or (held.until_date, held.id) > (@day, @id))
            order by held.until_date, held.id limit @limit
            """, new { last = SwedishTime.DateOf(work.Now).AddDays(query.Days ?? Usual), query.Association, reach.District, reach.Ids, id = after?.Id, day = after?.Day ?? default, limit = size + 1 }, cancel);
        return TypedResults.Ok(rows.ToPage(size, row => new Position(row.Until, row.AssignmentId)));
    }

    private static async Task<Ok<Page<Past>>> History([AsParameters] PastQuery query, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var (reach, size, after) = (caller.Reach(Permission.ManageAssignments), query.Size ?? Cursor.Usual, Cursor.Read<Position>(query.After));
        // One that ended before it began was a slip, and is no part of who held what.
        var rows = await work.ListAsync<Past>(
            """
            select held.id as assignment_id, person.id as member_id, person.given_name || ' ' || person.family_name as member_name, held.from_date as "from", held.until_date as until, held.ended_on,
                coalesce(held.ended_on < coalesce(held.until_date, 'infinity'), false) as left_early
            from assignments held left join people person on person.id = held.person_id and exists (select from memberships where memberships.person_id = person.id and memberships.ended_on is null)
            where held.kind = @Kind and held.association_id is not distinct from @Association and (@District or held.association_id = any(@Ids)) and (held.ended_on is null or held.ended_on >= held.from_date)
                and (@id::uuid is null or (held.from_date, held.id) < (@day, @id))
            order by held.from_date desc, held.id desc limit @limit
            """, new { query.Kind, query.Association, reach.District, reach.Ids, id = after?.Id, day = after?.Day ?? default, limit = size + 1 }, cancel);
        return TypedResults.Ok(rows.ToPage(size, row => new Position(row.From, row.AssignmentId)));
    }
}
