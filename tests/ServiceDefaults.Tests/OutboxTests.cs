using System.Text.Json;
using Dapper;
using Npgsql;
using RabbitMQ.Client;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Tests;

/// <summary>Nothing acknowledged is lost, nothing happens twice.</summary>
public sealed class OutboxTests(Servers servers)
{
    [Fact]
    public async Task An_event_takes_effect_once_although_the_publisher_is_killed_between_publish_and_delete()
    {
        var broker = await servers.CreateVirtualHostAsync();
        await using var receiver = await Probe.StartAsync(servers, broker);
        await using var deliveries = await Deliveries.CountAsync(broker, typeof(AssociationChanged));
        var message = new AssociationChanged(Guid.NewGuid(), "Vänsterpartiet Sunne", "1766", true) { Version = 1 };
        var database = await servers.CreateDatabaseAsync();

        using var first = await PublisherAsync(database, broker);
        await using (var connection = new NpgsqlConnection(database))
        {
            await connection.OpenAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.ExecuteAsync(
                "insert into outbox (event_id, type, body, created_at, next_at) values (@EventId, @type, @body::jsonb, now(), now()); notify outbox",
                new { message.EventId, type = nameof(AssociationChanged), body = JsonSerializer.Serialize(message, Json.Options) });
            await transaction.CommitAsync();

            // From here the relay can read and publish, but its delete waits for ever.
            await using var held = await connection.BeginTransactionAsync();
            await connection.ExecuteAsync("lock table outbox in share mode");
            await Eventually.SeeAsync(() => deliveries.SeenAsync(), seen => seen >= 1);
            first.Kill();
            await held.RollbackAsync();
            Assert.Equal(1, await connection.QuerySingleAsync<long>("select count(*) from outbox"));
        }

        using var second = await PublisherAsync(database, broker);
        await Eventually.SeeAsync(() => deliveries.SeenAsync(), seen => seen >= 2);
        await using (var connection = new NpgsqlConnection(database))
            await Eventually.SeeAsync(() => connection.QuerySingleAsync<long>("select count(*) from outbox"), left => left == 0);
        var marker = new AssociationChanged(Guid.NewGuid(), "Efter", null, true) { Version = 1 };
        await receiver.PublishAsync(marker);
        await Eventually.SeeAsync(() => EffectsAsync(receiver, marker.AssociationId), effects => effects == 1);
        Assert.Equal(1, await EffectsAsync(receiver, message.AssociationId));
    }

    [Fact]
    public async Task A_consumer_that_fails_a_while_is_tried_again_and_takes_effect_once()
    {
        await using var probe = await Probe.StartAsync(servers);
        var message = new AssociationChanged(Guid.NewGuid(), "A", null, true) { Version = 1 };
        // More often than is tried in place, so that the event is stored for later.
        probe.Faults.Plan(message.EventId, times: 4);

        await probe.PublishAsync(message);

        await Eventually.SeeAsync(() => probe.QueryAsync<long>("select count(*) from inbox_retry where event_id = @EventId and next_at is not null", new { message.EventId }), stored => stored == 1);
        Assert.Equal(0, await EffectsAsync(probe, message.AssociationId));
        (await probe.Client.PostAsync("/dev/clock", System.Net.Http.Json.JsonContent.Create(new { aheadSeconds = 3600 }))).EnsureSuccessStatusCode();
        await Eventually.SeeAsync(() => EffectsAsync(probe, message.AssociationId), effects => effects == 1);
        Assert.Equal(0, await probe.QueryAsync<long>("select count(*) from inbox_retry"));
    }

    [Fact]
    public async Task A_poison_event_is_set_aside_and_blocks_nobody()
    {
        await using var probe = await Probe.StartAsync(servers);
        var poison = new AssociationChanged(Guid.NewGuid(), "A", null, true) { Version = 1 };
        probe.Faults.Plan(poison.EventId, times: int.MaxValue);
        var healthy = new AssociationChanged(Guid.NewGuid(), "B", null, true) { Version = 1 };

        await probe.PublishAsync(poison, healthy);

        await Eventually.SeeAsync(() => EffectsAsync(probe, healthy.AssociationId), effects => effects == 1);
        // Each look is a day later, so that every wait between attempts has passed.
        var days = 0;
        await Eventually.SeeAsync(async () =>
        {
            (await probe.Client.PostAsync("/dev/clock", System.Net.Http.Json.JsonContent.Create(new { aheadSeconds = ++days * 86_400 }))).EnsureSuccessStatusCode();
            return await probe.QueryAsync<long>("select count(*) from inbox_retry where set_aside_at is not null");
        }, aside => aside == 1);
        Assert.Equal(nameof(InvalidOperationException), await probe.QueryAsync<string>("select reason from inbox_retry"));
        Assert.Equal(0, await EffectsAsync(probe, poison.AssociationId));
    }

    [Fact]
    public async Task State_events_in_any_order_end_in_the_newest_state()
    {
        await using var probe = await Probe.StartAsync(servers);
        var id = Guid.NewGuid();
        var versions = Enumerable.Range(1, 40).ToArray();
        Random.Shared.Shuffle(versions);

        foreach (var version in versions)
            await probe.PublishAsync(new AssociationChanged(id, "A", null, true) { Version = version });

        await Eventually.SeeAsync(() => probe.QueryAsync<long>("select count(*) from effects where id = @id", new { id }), seen => seen == versions.Length);
        Assert.Equal(40, await Eventually.SeeAsync(() => probe.QueryAsync<int>("select version from states where id = @id", new { id }), version => version == 40));
    }

    private static Task<long> EffectsAsync(Probe probe, Guid id) =>
        probe.QueryAsync<long>("select count(*) from effects where id = @id and consumer = 'count'", new { id });

    /// <summary>A service whose relay listens to its outbox.</summary>
    private static async Task<ServiceProcess> PublisherAsync(string database, string broker)
    {
        var service = await ServiceProcess.StartAsync("Events", [],
            ("ConnectionStrings__events", database), ("ConnectionStrings__messaging", broker), ("Messaging__Services", "probe"), ("Auth__Keys", """{"keys":[]}"""));
        await using var connection = new NpgsqlConnection(database);
        await Eventually.SeeAsync(
            () => connection.QuerySingleAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and query ilike 'listen%'"), listening => listening > 0);
        return service;
    }

    /// <summary>Counts what the broker delivers of one kind of event, repeated or not.</summary>
    private sealed class Deliveries(IConnection connection, IChannel channel, string queue) : IAsyncDisposable
    {
        internal static async Task<Deliveries> CountAsync(string broker, Type kind)
        {
            var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
            var channel = await connection.CreateChannelAsync();
            await channel.ExchangeDeclareAsync($"{kind.Namespace}:{kind.Name}", "fanout", durable: true);
            var queue = await channel.QueueDeclareAsync();
            await channel.QueueBindAsync(queue.QueueName, $"{kind.Namespace}:{kind.Name}", "");
            return new Deliveries(connection, channel, queue.QueueName);
        }

        internal async Task<uint> SeenAsync() => (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;

        public async ValueTask DisposeAsync() => await connection.DisposeAsync();
    }
}
