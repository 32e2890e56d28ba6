namespace VpVarmland.ServiceDefaults.Messaging;

/// <summary>Applies events once. A few attempts in place; then the event is stored with a next time, so that it blocks nobody; after the
/// last of those it is set aside and waits for a person. While the database itself is away the event stays with the broker.</summary>
internal sealed class Inbox(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Inbox> log)
{
    internal const int AttemptsInPlace = 3;

    /// <summary>Waits between stored attempts; after the last the event is set aside.</summary>
    internal static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6),
    ];

    /// <summary>Hands the events to every consumer of their kind in this service: all in one transaction, or each in its own where one fails.</summary>
    internal async Task ReceiveAsync<TEvent>(IReadOnlyList<TEvent> messages, CancellationToken cancel)
        where TEvent : IntegrationEvent
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var consumer in scope.ServiceProvider.GetServices<IConsume<TEvent>>().Select(one => one.GetType().Name))
        {
            var together = messages.Count > 1 && await TryApplyAsync(messages, consumer, cancel) is null;
            foreach (var message in together ? [] : messages)
                await ReceiveAsync(message, consumer, cancel);
        }
    }

    /// <summary>One attempt for one consumer; what it failed with, or null if all are applied, now or before.</summary>
    internal async Task<Exception?> TryApplyAsync<TEvent>(IReadOnlyList<TEvent> messages, string consumer, CancellationToken cancel)
        where TEvent : IntegrationEvent
    {
        await using var scope = scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        try
        {
            var unseen = (await work.ListAsync<Guid>(
                """
                with applied as (delete from inbox_retry where event_id = any(@ids) and consumer = @consumer and dropped_at is null)
                insert into inbox (event_id, consumer, seen_at) select id, @consumer, @Now from unnest(@ids) id order by id on conflict do nothing returning event_id
                """, new { ids = messages.Select(message => message.EventId).ToArray(), consumer, work.Now }, cancel)).ToHashSet();
            var handler = scope.ServiceProvider.GetServices<IConsume<TEvent>>().Single(candidate => candidate.GetType().Name == consumer);
            await handler.HandleAsync([.. messages.Where(message => unseen.Remove(message.EventId))], work, cancel);
            await work.CommitAsync(cancel);
            return null;
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            return fault;
        }
    }

    private async Task ReceiveAsync<TEvent>(TEvent message, string consumer, CancellationToken cancel)
        where TEvent : IntegrationEvent
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await TryApplyAsync([message], consumer, cancel) is not { } fault)
                return;
            var databaseAway = fault is NpgsqlException { IsTransient: true };
            if (attempt >= AttemptsInPlace && !databaseAway)
            {
                log.LogWarning("{Event} {EventId} is stored for later: {Consumer} failed with {Fault}", typeof(TEvent).Name, message.EventId, consumer, ReasonOf(fault));
                await StoreAsync(message, consumer, fault, cancel);
                return;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(100 * Math.Pow(2, attempt), 5_000)), cancel);
        }
    }

    private Task StoreAsync(IntegrationEvent message, string consumer, Exception fault, CancellationToken cancel) => scopes.RunAsync((_, work) => work.ExecuteAsync(
        """
        insert into inbox_retry (event_id, consumer, type, body, reason, attempts, next_at, first_at)
        values (@EventId, @consumer, @Name, @body::jsonb, @reason, @AttemptsInPlace, @next, @Now)
        on conflict (event_id, consumer) do nothing
        """, new
        {
            message.EventId, consumer, message.GetType().Name, body = JsonSerializer.Serialize(message, message.GetType(), Json.Options),
            reason = ReasonOf(fault), AttemptsInPlace, next = clock.GetUtcNow() + Waits[0], work.Now,
        }, cancel), cancel);

    /// <summary>What ops may see of a fault: where it happened, never the data.</summary>
    internal static string ReasonOf(Exception fault) => fault is PostgresException { SqlState: var state, ConstraintName: var constraint }
        ? $"database {state} {constraint}".TrimEnd()
        : fault.GetType().Name;
}
