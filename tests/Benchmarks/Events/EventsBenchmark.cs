using System.Diagnostics;
using System.Text.Json;
using Dapper;
using Npgsql;
using RabbitMQ.Client;
using VpVarmland.Benchmarks.Platforms;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Benchmarks.Events;

/// <summary>
/// Events from the outbox of Members until the gateway, their one receiver, has applied them; beside a bare publisher that puts the same
/// messages into one queue of the same kind, confirmed in batches, and does nothing else.
/// </summary>
internal static class EventsBenchmark
{
    private const int Burst = 20_000, Rounds = 3, BareBatch = 200, PerSecond = 200;
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(20);

    internal static async Task<int> RunAsync()
    {
        // With its data on disk to stay, as in earnest: what is called committed is written out.
        using var folder = new DataFolder();
        await using var platform = await RunningPlatform.StartAsync("--data", folder.Path);
        await using var members = NpgsqlDataSource.Create(platform.SettingOf("members", "ConnectionStrings__members"));
        await using var gateway = NpgsqlDataSource.Create(platform.SettingOf("gateway", "ConnectionStrings__identity"));
        // The demo's own events have gone through, and both sides are warm: what runs often is compiled twice.
        await SendAsync(members, gateway, Burst);
        await SendAsync(members, gateway, Burst);

        var (bare, rate) = (0d, 0d);
        for (var round = 0; round < Rounds; round++)
        {
            bare = Math.Max(bare, await PublishBareAsync(platform.SettingOf("members", "ConnectionStrings__messaging")));
            rate = Math.Max(rate, await SendAsync(members, gateway, Burst));
        }
        Console.WriteLine($"bare publisher, batches of {BareBatch} confirmed: {bare:0} events/s (best of {Rounds})");
        Console.WriteLine($"outbox to applied by the consumer: {rate:0} events/s (best of {Rounds}), {rate / bare:0.00} × the bare publisher; aim ≥ 0.4");
        var latencies = await SteadyAsync(members, gateway);
        Console.WriteLine($"at {PerSecond} events/s for {Steady.TotalSeconds:0} s: p50 {latencies[latencies.Length / 2]:0.0} ms, p99 {latencies[(int)(latencies.Length * 0.99)]:0.0} ms; aim p99 ≤ 100 ms");
        return 0;
    }

    private static AssignmentStarted Event() => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), "chair", Guid.CreateVersion7(), new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31), [new Grant("register:read", null)])
    {
        Version = 1,
    };

    /// <returns>Events a second from the commit of all until the last is applied.</returns>
    private static async Task<double> SendAsync(NpgsqlDataSource members, NpgsqlDataSource gateway, int count)
    {
        // Ids of one millisecond come in any order.
        var events = Enumerable.Range(0, count).Select(_ => Event()).OrderBy(one => one.EventId).ToList();
        await using var connection = await members.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            """
            insert into outbox (event_id, type, body, created_at, next_at)
            select id, 'AssignmentStarted', body::jsonb, now(), now() from unnest(@ids, @bodies) as event (id, body);
            notify outbox
            """, new { ids = events.Select(one => one.EventId).ToArray(), bodies = events.Select(Body).ToArray() }, transaction);
        var watch = Stopwatch.StartNew();
        await transaction.CommitAsync();
        await AppliedAsync(gateway, events[0].EventId, events[^1].EventId, count);
        return count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Latencies in milliseconds, sorted: from the insert's transaction to the consumer's.</summary>
    private static async Task<double[]> SteadyAsync(NpgsqlDataSource members, NpgsqlDataSource gateway)
    {
        var sent = new Dictionary<Guid, DateTimeOffset>();
        await using var connection = await members.OpenConnectionAsync();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1_000.0 / PerSecond));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Steady && await timer.WaitForNextTickAsync();)
        {
            // The timer skips what it is late for; the rate must not sink with it.
            while (sent.Count < watch.Elapsed.TotalSeconds * PerSecond)
            {
                var one = Event();
                sent[one.EventId] = TimeProvider.System.GetUtcNow();
                await connection.ExecuteAsync("insert into outbox (event_id, type, body, created_at, next_at) values (@EventId, 'AssignmentStarted', @body::jsonb, now(), now()); notify outbox",
                    new { one.EventId, body = Body(one) });
            }
        }
        var ids = sent.Keys.Order().ToArray();
        await AppliedAsync(gateway, ids[0], ids[^1], ids.Length);
        await using var reader = await gateway.OpenConnectionAsync();
        var seen = await reader.QueryAsync<(Guid Id, DateTime At)>("select event_id, seen_at from inbox where event_id = any(@ids)", new { ids });
        return [.. seen.Select(one => (new DateTimeOffset(one.At, TimeSpan.Zero) - sent[one.Id]).TotalMilliseconds).Order()];
    }

    private static async Task AppliedAsync(NpgsqlDataSource gateway, Guid first, Guid last, int count)
    {
        await using var connection = await gateway.OpenConnectionAsync();
        while (await connection.QuerySingleAsync<long>("select count(*) from inbox where event_id between @first and @last", new { first, last }) < count)
            await Task.Delay(20);
    }

    private static async Task<double> PublishBareAsync(string broker)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        var queue = $"bare-{Guid.NewGuid():N}";
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" });
        var body = JsonSerializer.SerializeToUtf8Bytes(Event(), Json.Options);
        var properties = new BasicProperties { Persistent = true };
        var watch = Stopwatch.StartNew();
        for (var sent = 0; sent < Burst; sent += BareBatch)
            await Task.WhenAll(Enumerable.Range(0, BareBatch).Select(_ => channel.BasicPublishAsync("", queue, mandatory: true, properties, body).AsTask()));
        var rate = Burst / watch.Elapsed.TotalSeconds;
        await channel.QueueDeleteAsync(queue);
        return rate;
    }

    private static string Body(IntegrationEvent one) => JsonSerializer.Serialize(one, one.GetType(), Json.Options);
}
