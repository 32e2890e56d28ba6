using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Tests.Kit;

/// <summary>Listens on the broker as another service would, to every kind of event.</summary>
internal sealed class BrokerListener : IAsyncDisposable
{
    // The bus writes enums by number.
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) } };
    private readonly ConcurrentQueue<IntegrationEvent> heard = new();
    private readonly MembersHost host;
    private IConnection connection = null!;

    private BrokerListener(MembersHost host) => this.host = host;

    internal static async Task<BrokerListener> StartAsync(MembersHost host)
    {
        var listener = new BrokerListener(host);
        var address = host.Services.GetRequiredService<IConfiguration>().GetConnectionString("messaging")!;
        listener.connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync();
        var channel = await listener.connection.CreateChannelAsync();
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        var types = typeof(IntegrationEvent).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(IntegrationEvent)))
            .ToDictionary(type => $"{type.Namespace}:{type.Name}", StringComparer.Ordinal);
        foreach (var exchange in types.Keys)
        {
            await channel.ExchangeDeclareAsync(exchange, "fanout", durable: true);
            await channel.QueueBindAsync(queue, exchange, "");
        }
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            var envelope = JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(delivery.Body.Span));
            listener.heard.Enqueue((IntegrationEvent)envelope.GetProperty("message").Deserialize(types[delivery.Exchange], Readable)!);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
        return listener;
    }

    /// <summary>Waits for an event that satisfies.</summary>
    internal async Task<T> HearAsync<T>(Func<T, bool> satisfies)
        where T : IntegrationEvent =>
        (await Eventually.SeeAsync(() => Task.FromResult(heard.OfType<T>().FirstOrDefault(satisfies)), found => found is not null))!;

    /// <summary>Every event that satisfies, once nothing is waiting to be sent.</summary>
    internal async Task<IReadOnlyList<T>> AllAsync<T>(Func<T, bool> satisfies)
        where T : IntegrationEvent
    {
        // An event of our own, sent last, is heard last: everything before it has then arrived.
        var mark = Guid.CreateVersion7();
        await Eventually.SeeAsync(() => host.QueryAsync<long>("select count(*) from outbox"), waiting => waiting == 0);
        await host.ExecuteAsync(
            "insert into outbox (event_id, type, body, created_at, next_at) values (@mark, @type, @body::jsonb, now(), now()); notify outbox",
            new { mark, type = nameof(SignInRequested), body = JsonSerializer.Serialize(new SignInRequested("mark@test.example", "sv") { EventId = mark }, Json.Options) });
        await HearAsync<SignInRequested>(message => message.EventId == mark);
        return [.. heard.OfType<T>().Where(satisfies)];
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
