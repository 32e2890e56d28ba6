namespace VpVarmland.ServiceDefaults.Messaging;

/// <summary>Tries stored events again when their time comes, and sets those aside that never succeed.</summary>
internal sealed class InboxRetry(NpgsqlDataSource source, Inbox inbox, PlatformClock clock, ILogger<InboxRetry> log) : Persistent(log)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    private static readonly MethodInfo TryApply = typeof(Inbox).GetMethod(nameof(Inbox.TryApplyAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    protected override async Task TurnAsync(CancellationToken cancel)
    {
        while (await RetryOneAsync(cancel))
        {
        }
        await clock.WaitAsync(Poll, cancel);
    }

    protected override Task PauseAsync(Exception fault, CancellationToken cancel) => clock.WaitAsync(Poll, cancel);

    private async Task<bool> RetryOneAsync(CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        var due = await connection.QueryFirstOrDefaultAsync<Row>(new CommandDefinition(
            """
            update inbox_retry set attempts = attempts + 1, next_at = @lease
            where (event_id, consumer) = (select event_id, consumer from inbox_retry where next_at <= @now order by next_at limit 1 for update skip locked)
            returning event_id, consumer, type, body::text as body, attempts
            """, new { now = clock.GetUtcNow(), lease = clock.GetUtcNow().AddMinutes(1) }, cancellationToken: cancel));
        if (due is null)
            return false;

        var fault = await TryApplyAsync(due, cancel);
        if (fault is null)
            return true;
        var wait = due.Attempts - Inbox.AttemptsInPlace;
        var isLast = wait >= Inbox.Waits.Length;
        if (isLast)
            log.LogError("{Event} {EventId} is set aside after {Attempts} attempts: {Consumer} failed with {Fault}", due.Type, due.EventId, due.Attempts, due.Consumer, fault.GetType().Name);
        await connection.ExecuteAsync(new CommandDefinition(
            "update inbox_retry set reason = @reason, next_at = @next, set_aside_at = @aside where event_id = @EventId and consumer = @Consumer",
            new
            {
                due.EventId, due.Consumer, reason = Inbox.ReasonOf(fault),
                next = isLast ? (DateTimeOffset?)null : clock.GetUtcNow() + Inbox.Waits[Math.Max(wait, 0)], aside = isLast ? clock.GetUtcNow() : (DateTimeOffset?)null,
            }, cancellationToken: cancel));
        return true;
    }

    // What this release cannot even read is as much a fault as what it cannot apply.
    private async Task<Exception?> TryApplyAsync(Row due, CancellationToken cancel)
    {
        try
        {
            var type = EventTypes.Of(due.Type);
            var alone = JsonSerializer.Deserialize($"[{due.Body}]", type.MakeArrayType(), Json.Options);
            return await (Task<Exception?>)TryApply.MakeGenericMethod(type).Invoke(inbox, [alone, due.Consumer, cancel])!;
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException)
        {
            return unreadable;
        }
    }

    private sealed record Row(Guid EventId, string Consumer, string Type, string Body, int Attempts);
}
