using VpVarmland.Members.Privacy;

namespace VpVarmland.Members.HandOvers;

/// <summary>How far a join has come on its way into the central register.</summary>
internal enum HandOverState
{
    ToSend,
    Sent,
    Confirmed,
}

/// <summary>Joins on their way into the party's central register, oldest first.</summary>
internal static class ListHandOvers
{
    /// <summary>A hand-over that has been sent for longer than this without being confirmed is overdue.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromDays(14);

    /// <param name="Overdue">True: only those sent that have waited too long.</param>
    internal sealed record Query(
        [property: NameOf(typeof(HandOverState))] string? State, bool? Overdue, string? After, [property: PageSize] int? Size);

    internal sealed record Row(
        Guid HandOverId, Guid MemberId, string Name, string AssociationName, DateOnly JoinedOn, HandOverState State, DateTimeOffset? SentAt, DateTimeOffset? ConfirmedAt,
        string? MemberNumber, bool IsOverdue, DateTimeOffset CreatedAt);

    private sealed record Position(DateTimeOffset CreatedAt, Guid Id);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/hand-overs", Handle)
        .RequirePermission(Permission.HandOver)
        .WithSummary("Joins to hand over to the central register");

    private static async Task<Ok<Page<Row>>> Handle([AsParameters] Query query, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.HandOver);
        var size = query.Size ?? Cursor.Usual;
        var after = Cursor.Read<Position>(query.After);
        var rows = await work.ListAsync<Row>(
            """
            select hand_over.id as hand_over_id, person.id as member_id, person.given_name || ' ' || person.family_name as name, association.name as association_name,
                membership.applied_on as joined_on, hand_over.state, hand_over.sent_at, hand_over.confirmed_at, person.member_number,
                hand_over.state = 'sent' and hand_over.sent_at < @overdue as is_overdue, hand_over.created_at
            from hand_overs hand_over
            join memberships membership on membership.id = hand_over.membership_id
            join people person on person.id = membership.person_id
            join associations association on association.id = membership.association_id
            where (@District or membership.association_id = any(@Ids)) and (@State::text is null or hand_over.state = @State)
                and (not @late or hand_over.state = 'sent' and hand_over.sent_at < @overdue)
                and (@afterId::uuid is null or (hand_over.created_at, hand_over.id) > (@afterAt, @afterId))
            order by hand_over.created_at, hand_over.id limit @limit
            """,
            new { reach.District, reach.Ids, query.State, late = query.Overdue ?? false, overdue = work.Now - Patience, afterId = after?.Id, afterAt = after?.CreatedAt ?? default, limit = size + 1 }, cancel);
        var page = rows.ToPage(size, row => new Position(row.CreatedAt, row.HandOverId));
        await ReadLog.WriteAsync(work, page.Items.Select(row => row.MemberId), ReadKind.List, null, cancel);
        return TypedResults.Ok(page);
    }
}
