namespace VpVarmland.ServiceDefaults.Messaging;

/// <summary>Events on their way out, written in the transaction of the change they tell about.</summary>
internal static class Outbox
{
    internal const string Channel = "outbox";

    internal static Task InsertAsync(NpgsqlConnection connection, IReadOnlyCollection<IntegrationEvent> events, DateTimeOffset now, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            insert into outbox (event_id, type, body, trace_parent, created_at, next_at)
            select event_id, type, body, @traceParent, @now, @now from unnest(@ids, @types, @bodies::jsonb[]) as event (event_id, type, body);
            notify {Channel}
            """,
            new
            {
                ids = events.Select(one => one.EventId).ToArray(),
                types = events.Select(one => one.GetType().Name).ToArray(),
                bodies = events.Select(one => JsonSerializer.Serialize(one, one.GetType(), Json.Options)).ToArray(),
                traceParent = Activity.Current?.Id,
                now,
            }, cancellationToken: cancel));
}
