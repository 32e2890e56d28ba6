using VpVarmland.Members.Privacy;

namespace VpVarmland.Members.Moves;

/// <summary>Who has moved to and from the associations within reach during the last ninety days, the latest first; and that it has been seen.</summary>
internal static class ListMoves
{
    private static readonly TimeSpan Shown = TimeSpan.FromDays(90);

    internal sealed record Query(Guid? Association, bool? Unseen, string? After, [property: PageSize] int? Size);

    /// <param name="IsSeen">Somebody of the caller's side has said so.</param>
    /// <param name="UndoableUntil">Null: it is undone, or too long ago.</param>
    internal sealed record Row(
        Guid MoveId, Guid MemberId, string Name, Guid FromId, string FromName, Guid ToId, string ToName, DateTimeOffset MovedAt, string? Reason, bool StaysAttached, bool IsSeen,
        DateTimeOffset? UndoneAt, DateTimeOffset? UndoableUntil);

    private sealed record Position(DateTimeOffset At, Guid Id);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/moves", Handle).RequirePermission(Permission.ReadRegister).WithSummary("Moves between associations, the latest first");
        api.MapPost("/moves/{id:guid}/seen", Seen).RequirePermission(Permission.ReadRegister).WithSummary("Note that a move has been seen");
    }

    private static async Task<Ok<Page<Row>>> Handle([AsParameters] Query query, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.ReadRegister);
        var size = query.Size ?? Cursor.Usual;
        var after = Cursor.Read<Position>(query.After);
        var rows = await work.ListAsync<Row>(
            """
            select * from (
                select move.id as move_id, person.id as member_id, person.given_name || ' ' || person.family_name as name, move.from_id, leaving.name as from_name, move.to_id, receiving.name as to_name,
                    move.moved_at, move.reason, move.stays_attached,
                    case when @Association::uuid is not null or not @District
                        then (move.from_id <> all(sides.mine) or move.seen_by_from is not null) and (move.to_id <> all(sides.mine) or move.seen_by_to is not null)
                        else move.seen_by_from is not null and move.seen_by_to is not null end as is_seen,
                    move.undone_at, case when move.undone_at is null and move.moved_at > @undoableSince then move.moved_at + @undoable end as undoable_until
                from moves move join people person on person.id = move.person_id
                join associations leaving on leaving.id = move.from_id join associations receiving on receiving.id = move.to_id
                cross join (select case when @Association::uuid is not null then array[@Association] else @Ids end as mine) sides
                where (@District or move.from_id = any(@Ids) or move.to_id = any(@Ids)) and (@Association::uuid is null or @Association in (move.from_id, move.to_id))
                    and move.moved_at > @since and (@afterId::uuid is null or (move.moved_at, move.id) < (@afterAt, @afterId))) found
            where @Unseen is not true or (not is_seen and undone_at is null)
            order by moved_at desc, move_id desc limit @limit
            """,
            new
            {
                query.Association, query.Unseen, reach.District, reach.Ids, since = work.Now - Shown, undoableSince = work.Now - UndoMove.Undoable, undoable = UndoMove.Undoable,
                afterId = after?.Id, afterAt = after?.At ?? default, limit = size + 1,
            }, cancel);
        var page = rows.ToPage(size, row => new Position(row.MovedAt, row.MoveId));
        await ReadLog.WriteAsync(work, page.Items.Select(row => row.MemberId), ReadKind.List, null, cancel);
        return TypedResults.Ok(page);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Seen(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.ReadRegister);
        var seen = await work.ExecuteAsync(
            """
            update moves set seen_by_from = case when @District or from_id = any(@Ids) then coalesce(seen_by_from, @Now) else seen_by_from end,
                seen_by_to = case when @District or to_id = any(@Ids) then coalesce(seen_by_to, @Now) else seen_by_to end
            where id = @id and (@District or from_id = any(@Ids) or to_id = any(@Ids))
            """, new { id, reach.District, reach.Ids, work.Now }, cancel);
        return seen == 0 ? MoveFailures.Unknown.ToProblem(http) : TypedResults.NoContent();
    }
}
