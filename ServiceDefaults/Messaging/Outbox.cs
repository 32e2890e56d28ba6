using System.Diagnostics;

namespace VpVarmland.ServiceDefaults.Messaging;

/// <summary>Events on their way out, written in the transaction of the change they tell about.</summary>
internal static class Outbox
{
    internal const string Channel = "outbox";

    internal static async Task InsertAsync(NpgsqlConnection connection, IEnumerable<IntegrationEvent> events, DateTimeOffset now, CancellationToken cancel)
    {
        var all = events.ToList();
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into outbox (event_id, type, body, trace_parent, created_at, next_at)
            select event_id, type, body, @traceParent, @now, @now from unnest(@ids, @types, @bodies::jsonb[]) as event (event_id, type, body)
            """,
            new
            {
                ids = all.Select(one => one.EventId).ToArray(),
                types = all.Select(one => one.GetType().Name).ToArray(),
                bodies = all.Select(one => JsonSerializer.Serialize(one, one.GetType(), Json.Options)).ToArray(),
                traceParent = Activity.Current?.Id,
                now,
            }, cancellationToken: cancel));
        await connection.ExecuteAsync(new CommandDefinition($"notify {Channel}", cancellationToken: cancel));
    }
}
