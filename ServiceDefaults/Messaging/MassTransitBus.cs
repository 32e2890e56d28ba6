using System.Net.Sockets;
using MassTransit;
using RabbitMQ.Client;

namespace VpVarmland.ServiceDefaults.Messaging;

/// <summary>The way out to the broker.</summary>
internal sealed class EventBus(IBus bus)
{
    /// <summary>Completes when the broker has confirmed the event.</summary>
    internal Task PublishAsync(IntegrationEvent message, CancellationToken cancel) =>
        bus.Publish(message, message.GetType(), context => context.MessageId = message.EventId, cancel);
}

/// <summary>RabbitMQ through MassTransit; the only file that knows MassTransit. One durable quorum queue a service. A message that fails
/// here (process stopping, database away) goes back to the queue, never to an error queue that nobody reads.</summary>
internal static class MassTransitBus
{
    private const int Prefetch = 256;

    internal static void Add(IHostApplicationBuilder builder, string service, IReadOnlyCollection<Type> consumedEvents)
    {
        builder.Services.AddSingleton<EventBus>();
        builder.Services.AddMassTransit(bus =>
        {
            // Else it reports how it is used to its makers: nothing of a party's platform leaves it unasked.
            bus.DisableUsageTelemetry();
            foreach (var consumed in consumedEvents)
                bus.AddConsumer(typeof(Receiver<>).MakeGenericType(consumed), typeof(InBatches<>).MakeGenericType(consumed));
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(new Uri(context.GetRequiredService<IConfiguration>().GetConnectionString("messaging")
                    ?? throw new InvalidOperationException("ConnectionStrings:messaging is missing.")), host => host.OnRefreshConnectionFactory = ThereAsync);
                // Enums by name, as on every other wire: an inserted value must not change what older events say.
                rabbit.ConfigureJsonSerializerOptions(Json.Configure);
                rabbit.Publish<IntegrationEvent>(topology => topology.Exclude = true);
                rabbit.Publish<StateEvent>(topology => topology.Exclude = true);
                rabbit.ReceiveEndpoint(service, endpoint =>
                {
                    endpoint.SetQuorumQueue();
                    endpoint.PrefetchCount = Prefetch;
                    endpoint.RethrowFaultedMessages();
                    endpoint.ConfigureConsumers(context);
                });
            });
        });
        // A service starts, and says so in its health, while the broker is away.
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = false);
    }

    /// <summary>Before each connection: waits for somebody to listen there. The bus by itself waits longer after each failure, a broker is back in seconds.</summary>
    internal static async Task ThereAsync(ConnectionFactory broker)
    {
        for (var looks = 0; looks < 100; looks++)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(broker.HostName, broker.Port).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (socket.Connected)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    /// <summary>What comes within a few milliseconds is applied together: a commit costs more than most events.</summary>
    private sealed class Receiver<TEvent>(Inbox inbox) : IConsumer<Batch<TEvent>>
        where TEvent : IntegrationEvent
    {
        public Task Consume(ConsumeContext<Batch<TEvent>> context) => inbox.ReceiveAsync([.. context.Message.Select(one => one.Message)], context.CancellationToken);
    }

    private sealed class InBatches<TEvent> : ConsumerDefinition<Receiver<TEvent>>
        where TEvent : IntegrationEvent
    {
        protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<Receiver<TEvent>> consumer, IRegistrationContext context) =>
            consumer.Options<BatchOptions>(batch => batch.SetMessageLimit(Prefetch / 4).SetTimeLimit(ms: 5).SetConcurrencyLimit(4));
    }
}
