using System.Diagnostics;
using System.Text.Json;
using Dapper;
using Npgsql;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.ServiceDefaults.Messaging;

/// <summary>Events on their way out, written in the transaction of the change they tell about.</summary>
internal static class Outbox
{
    internal const string Channel = "outbox";

    internal static async Task InsertAsync(NpgsqlConnection connection, IEnumerable<IntegrationEvent> events, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = events.Select(one => new
        {
            one.EventId,
            Type = one.GetType().Name,
            Body = JsonSerializer.Serialize(one, one.GetType(), Json.Options),
            TraceParent = Activity.Current?.Id,
            Now = now,
        });
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into outbox (event_id, type, body, trace_parent, created_at, next_at)
            values (@EventId, @Type, @Body::jsonb, @TraceParent, @Now, @Now)
            """, rows, cancellationToken: cancel));
        await connection.ExecuteAsync(new CommandDefinition($"notify {Channel}", cancellationToken: cancel));
    }
}
