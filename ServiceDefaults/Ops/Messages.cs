namespace VpVarmland.ServiceDefaults.Ops;

/// <summary>Where a message stands that could not be applied at once.</summary>
internal enum MessageState
{
    /// <summary>Is tried again by itself.</summary>
    Waiting,
    /// <summary>Was tried as often as makes sense: a person decides.</summary>
    SetAside,
    /// <summary>A person decided that it shall not be applied.</summary>
    Dropped,
}

/// <summary>Messages that a consumer could not apply: seen, sent back, dropped. Type, id and reason; never what they say.</summary>
internal static class Messages
{
    internal static readonly Failure NoneLeft = Failure.Conflict("message.none_left",
        "Meddelandena väntar inte längre på ett beslut. Läs in listan på nytt.", "The messages no longer wait for a decision. Load the list again.");

    internal sealed record Row(
        Guid EventId, string Consumer, string Type, string Reason, int Attempts, DateTimeOffset FirstAt, DateTimeOffset? NextAt, DateTimeOffset? SetAsideAt, DateTimeOffset? DroppedAt, string? Note);

    internal sealed record Id([property: NotEmpty] Guid EventId, [property: NotEmpty] string Consumer);

    internal sealed record SendBackRequest([property: NotEmpty, MaxLength(Cursor.Most)] IReadOnlyList<Id> Messages);

    internal sealed record DropRequest([property: NotEmpty, MaxLength(Cursor.Most)] IReadOnlyList<Id> Messages, [property: NotEmpty, AtMost(500)] string Note);

    /// <param name="Count">How many it was done with; the rest had been applied or decided already.</param>
    internal sealed record Done(int Count);

    private const string Columns = "event_id, consumer, type, reason, attempts, first_at, next_at, set_aside_at, dropped_at, note";

    private sealed record Position(DateTimeOffset FirstAt, Guid EventId, string Consumer);

    internal static void Map(IEndpointRouteBuilder ops)
    {
        ops.MapGet("/messages", List).RequirePermission(Permission.Operate).WithSummary("Messages that could not be applied, oldest first");
        ops.MapPost("/messages/send-back", SendBack).RequirePermission(Permission.Operate).WithSummary("Try messages again now; also those dropped by mistake");
        ops.MapPost("/messages/drop", Drop).RequirePermission(Permission.Operate).WithSummary("Decide that messages shall not be applied, and say why");
    }

    private static async Task<Ok<Page<Row>>> List(
        UnitOfWork work, CancellationToken cancel, [NameOf(typeof(MessageState))] string? state = null, string? after = null, [PageSize] int size = Cursor.Usual)
    {
        var last = Cursor.Read<Position>(after);
        var rows = await work.ListAsync<Row>(
            $"""
            select {Columns} from inbox_retry
            where (@state::text is null or @state = case when dropped_at is not null then 'dropped' when set_aside_at is not null then 'setAside' else 'waiting' end)
                and (@id::uuid is null or (first_at, event_id, consumer) > (@at, @id, @consumer))
            order by first_at, event_id, consumer limit @limit
            """, new { state, id = last?.EventId, at = last?.FirstAt ?? default, consumer = last?.Consumer, limit = size + 1 }, cancel);
        return TypedResults.Ok(rows.ToPage(size, row => new Position(row.FirstAt, row.EventId, row.Consumer)));
    }

    // As if newly stored: it gets every attempt again. A dropped one counts as seen until then, so that no second delivery applies it.
    private static Task<Results<Ok<Done>, ProblemHttpResult>> SendBack(SendBackRequest request, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        DecideAsync("message.sent_back", null, request.Messages, work, http,
            $"set next_at = @Now, set_aside_at = null, dropped_at = null, note = null, attempts = {Messaging.Inbox.AttemptsInPlace} where true",
            "delete from inbox using unnest(@ids, @consumers) as decided (id, name) where event_id = id and consumer = name", cancel);

    private static Task<Results<Ok<Done>, ProblemHttpResult>> Drop(DropRequest request, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        DecideAsync("message.dropped", request.Note.Trim(), request.Messages, work, http,
            "set next_at = null, set_aside_at = coalesce(set_aside_at, @Now), dropped_at = @Now, note = @note where dropped_at is null",
            "insert into inbox (event_id, consumer, seen_at) select id, name, @Now from unnest(@ids, @consumers) as decided (id, name) on conflict do nothing", cancel);

    private static async Task<Results<Ok<Done>, ProblemHttpResult>> DecideAsync(
        string action, string? note, IReadOnlyList<Id> messages, UnitOfWork work, HttpContext http, string change, string inbox, CancellationToken cancel)
    {
        var decided = await work.ListAsync<Row>(
            $"""
            update inbox_retry {change} and (event_id, consumer) in (select * from unnest(@ids, @consumers))
            returning {Columns}
            """, new { ids = messages.OfType<Id>().Select(one => one.EventId).ToArray(), consumers = messages.OfType<Id>().Select(one => one.Consumer).ToArray(), note, work.Now }, cancel);
        if (decided.Count == 0)
            return NoneLeft.ToProblem(http);
        await work.ExecuteAsync(inbox, new { ids = decided.Select(one => one.EventId).ToArray(), consumers = decided.Select(one => one.Consumer).ToArray(), work.Now }, cancel);
        foreach (var one in decided)
            work.Record(action, one.EventId, note, new { one.Consumer, one.Type, one.Reason, one.Attempts });
        return TypedResults.Ok(new Done(decided.Count));
    }
}
