using System.Reflection;

namespace VpVarmland.ServiceDefaults.Messaging;

/// <summary>Tries stored events again when their time comes, and sets those aside that never succeed.</summary>
internal sealed class InboxRetry(NpgsqlDataSource source, Inbox inbox, PlatformClock clock, ILogger<InboxRetry> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    private static readonly MethodInfo TryApply = typeof(InboxRetry).GetMethod(nameof(TryApplyAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RetryOneAsync(stoppingToken))
                {
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Retry of stored events pauses: {Fault}", fault.GetType().Name);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            await clock.WaitAsync(Poll, stoppingToken);
        }
    }

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

        var type = EventTypes.Of(due.Type);
        var message = JsonSerializer.Deserialize(due.Body, type, Json.Options)!;
        var fault = await (Task<Exception?>)TryApply.MakeGenericMethod(type).Invoke(this, [message, due.Consumer, cancel])!;
        if (fault is null)
            return true;
        var wait = due.Attempts - 3;
        var isLast = wait >= Inbox.Waits.Length;
        if (isLast)
            log.LogError("{Event} {EventId} is set aside after {Attempts} attempts: {Consumer} failed with {Fault}", due.Type, due.EventId, due.Attempts, due.Consumer, fault.GetType().Name);
        await connection.ExecuteAsync(new CommandDefinition(
            "update inbox_retry set reason = @reason, next_at = @next, set_aside_at = @aside where event_id = @EventId and consumer = @Consumer",
            new
            {
                due.EventId,
                due.Consumer,
                reason = Inbox.ReasonOf(fault),
                next = isLast ? (DateTimeOffset?)null : clock.GetUtcNow() + Inbox.Waits[Math.Max(wait, 0)],
                aside = isLast ? clock.GetUtcNow() : (DateTimeOffset?)null,
            }, cancellationToken: cancel));
        return true;
    }

    private Task<Exception?> TryApplyAsync<TEvent>(TEvent message, string consumer, CancellationToken cancel)
        where TEvent : IntegrationEvent => inbox.TryApplyAsync(message, consumer, cancel);

    private sealed record Row(Guid EventId, string Consumer, string Type, string Body, int Attempts);
}
