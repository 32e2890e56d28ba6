namespace VpVarmland.Members.CentralLink;

/// <summary>Something from the party centrally, as an association's board sees it.</summary>
internal sealed record OurCentralRow(
    Guid ItemId, CentralKind Kind, string Title, string Body, string? Link, DateOnly? Due, DateOnly ReceivedOn, DateTimeOffset? ReadAt, DateTimeOffset? DoneAt, string? Note, bool IsLate);

/// <summary>What the district has relayed to an association: read, done, and undone again. Anybody on its board marks for all of it.</summary>
internal static class OurCentral
{
    internal sealed record Done([property: AtMost(1000)] string? Note);

    private const string Select =
        """
        select item.id as item_id, item.kind, item.title, item.body, item.link, item.due_on as due, item.received_on, relay.read_at, relay.done_at, relay.note, relay.done_at is null and coalesce(item.due_on < @today, false) as is_late
        from central_relays relay join central_items item on item.id = relay.item_id
        """;

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string at = "/associations/{id:guid}/central", one = at + "/{itemId:guid}";
        api.MapGet(at, List).RequirePermission(Permission.ReadCentral).WithSummary("What the district has relayed: not done first, then the latest");
        api.MapPost(one + "/read", Read).RequirePermission(Permission.ReadCentral).WithSummary("Note that the board has read it");
        api.MapPost(one + "/done", Do).RequirePermission(Permission.ReadCentral).WithSummary("Note that the association has done its part");
        api.MapDelete(one + "/done", Undo).RequirePermission(Permission.ReadCentral).WithSummary("Take back that it is done");
    }

    private sealed record Position(bool IsDone, Guid Id);

    private static async Task<Results<Ok<Page<OurCentralRow>>, ProblemHttpResult>> List(Guid id, string? after, [PageSize] int? size, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel)
    {
        if (!await ReachesAsync(work, caller, id, cancel))
            return CentralFailures.Unknown.ToProblem(http);
        var (limit, from) = (size ?? Cursor.Usual, Cursor.Read<Position>(after));
        var rows = await work.ListAsync<OurCentralRow>(
            $"""
            {Select} where relay.association_id = @id and (@fromId::uuid is null or (relay.done_at is not null) > @fromDone or ((relay.done_at is not null) = @fromDone and item.id < @fromId))
            order by relay.done_at is not null, item.id desc limit @take
            """, new { id, today = SwedishTime.DateOf(work.Now), fromId = from?.Id, fromDone = from?.IsDone ?? false, take = limit + 1 }, cancel);
        return TypedResults.Ok(rows.ToPage(limit, row => new Position(row.DoneAt is not null, row.ItemId)));
    }

    private static Task<Results<Ok<OurCentralRow>, ProblemHttpResult>> Read(Guid id, Guid itemId, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel) => MarkAsync(
        "update central_relays set read_at = @Now, read_by = @MemberId where item_id = @itemId and association_id = @id and read_at is null", "central.read", id, itemId, null, work, caller, http, cancel);

    private static Task<Results<Ok<OurCentralRow>, ProblemHttpResult>> Do(Guid id, Guid itemId, Done done, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel) => MarkAsync(
        """
        update central_relays set done_at = @Now, done_by = @MemberId, note = @note, read_at = coalesce(read_at, @Now), read_by = case when read_at is null then @MemberId else read_by end
        where item_id = @itemId and association_id = @id and done_at is null
        """, "central.done", id, itemId, done.Note.TrimmedOrNull(), work, caller, http, cancel);

    private static Task<Results<Ok<OurCentralRow>, ProblemHttpResult>> Undo(Guid id, Guid itemId, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel) => MarkAsync(
        "update central_relays set done_at = null, done_by = null, note = null where item_id = @itemId and association_id = @id and done_at is not null", "central.reopened", id, itemId, null, work, caller, http, cancel);

    private static async Task<Results<Ok<OurCentralRow>, ProblemHttpResult>> MarkAsync(
        string change, string what, Guid id, Guid itemId, string? note, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel)
    {
        var known = new { id, itemId, note, work.Now, caller.MemberId, today = SwedishTime.DateOf(work.Now) };
        if (!await ReachesAsync(work, caller, id, cancel))
            return CentralFailures.Unknown.ToProblem(http);
        if (await work.ExecuteAsync(change, known, cancel) > 0)
            work.Record(what, itemId, content: new { id });
        return await work.FindAsync<OurCentralRow>($"{Select} where relay.association_id = @id and item.id = @itemId", known, cancel) is { } row ? TypedResults.Ok(row) : CentralFailures.Unknown.ToProblem(http);
    }

    private static async Task<bool> ReachesAsync(UnitOfWork work, Caller caller, Guid id, CancellationToken cancel) =>
        caller.Reach(Permission.ReadCentral).Covers(id) && await work.GetAsync<bool>("select exists (select from associations where id = @id)", new { id }, cancel);
}
