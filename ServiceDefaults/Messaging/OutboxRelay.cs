namespace VpVarmland.ServiceDefaults.Messaging;

/// <summary>Empties the outbox: takes a batch, publishes each event with the broker's confirm, deletes what was confirmed. Killed between
/// publish and delete it publishes again, and the receivers' inboxes make that harmless. Woken by NOTIFY; polls slowly besides.</summary>
internal sealed class OutboxRelay(NpgsqlDataSource source, EventBus bus, Subscribers subscribers, ILogger<OutboxRelay> log) : Persistent(log)
{
    private const int BatchSize = 200;
    private static readonly TimeSpan SlowPoll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ConfirmedWithin = TimeSpan.FromSeconds(10);

    protected override async Task TurnAsync(CancellationToken cancel)
    {
        await subscribers.WaitAsync(cancel);
        await using var listener = await source.OpenConnectionAsync(cancel);
        await listener.ExecuteAsync($"listen {Outbox.Channel}");
        while (true)
        {
            while (await RelayBatchAsync(cancel) == BatchSize)
            {
            }
            await listener.WaitAsync(SlowPoll, cancel);
        }
    }

    protected override Task PauseAsync(Exception fault, CancellationToken cancel) => Task.Delay(TimeSpan.FromSeconds(1), cancel);

    /// <summary>Publishes one batch; returns how many were due. Rows that the broker did not confirm wait longer each time.</summary>
    internal async Task<int> RelayBatchAsync(CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        // Instants of delivery go by the machine's clock: the platform's may be moved years ahead.
        var due = (await connection.QueryAsync<Row>(new CommandDefinition(
            """
            select id, type, body::text as body, trace_parent, attempts from outbox
            where next_at <= greatest(now(), created_at) order by id limit @BatchSize for update skip locked
            """, new { BatchSize }, transaction, cancellationToken: cancel))).AsList();
        if (due.Count == 0)
            return 0;

        var outcomes = await Task.WhenAll(due.Select(row => TryPublishAsync(row, cancel)));
        await connection.ExecuteAsync(new CommandDefinition("delete from outbox where id = any(@ids)",
            new { ids = due.Where((_, index) => outcomes[index]).Select(row => row.Id).ToArray() }, transaction, cancellationToken: cancel));
        var failed = due.Where((_, index) => !outcomes[index]).Select(row => row.Id).ToArray();
        await connection.ExecuteAsync(new CommandDefinition(
            "update outbox set attempts = attempts + 1, next_at = now() + least(interval '1 minute', interval '1 second' * (2 ^ least(attempts, 6))) where id = any(@failed)",
            new { failed }, transaction, cancellationToken: cancel));
        await transaction.CommitAsync(cancel);
        return failed.Length > 0 ? 0 : due.Count;
    }

    private async Task<bool> TryPublishAsync(Row row, CancellationToken cancel)
    {
        using var activity = PlatformActivity.Source.StartActivity("outbox relay", ActivityKind.Internal, row.TraceParent);
        // While the broker is away the rows must not stay locked for as long as that lasts.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(ConfirmedWithin);
        try
        {
            var type = EventTypes.Of(row.Type);
            await bus.PublishAsync((IntegrationEvent)JsonSerializer.Deserialize(row.Body, type, Json.Options)!, patience.Token);
            return true;
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            log.LogWarning("Event {Type} not confirmed by the broker, attempt {Attempt}: {Fault}", row.Type, row.Attempts + 1, fault.GetType().Name);
            return false;
        }
    }

    private sealed record Row(long Id, string Type, string Body, string? TraceParent, int Attempts);
}
