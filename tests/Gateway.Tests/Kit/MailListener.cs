using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Tests;

/// <summary>Listens on the broker, where Communications would, for what the gateway wants mailed to one address.</summary>
internal sealed class MailListener<TEvent> : IDisposable
    where TEvent : IntegrationEvent
{
    private readonly Channel<TEvent> heard = Channel.CreateUnbounded<TEvent>();
    private IConnection connection = null!;

    /// <summary>Every such event for that address from now on.</summary>
    internal static async Task<MailListener<TEvent>> StartAsync(GatewayHost gateway, string email)
    {
        var listener = new MailListener<TEvent>();
        var address = gateway.Services.GetRequiredService<IConfiguration>().GetConnectionString("messaging")!;
        listener.connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync();
        var channel = await listener.connection.CreateChannelAsync();
        var exchange = $"{typeof(TEvent).Namespace}:{typeof(TEvent).Name}";
        await channel.ExchangeDeclareAsync(exchange, "fanout", durable: true);
        var queue = await channel.QueueDeclareAsync();
        await channel.QueueBindAsync(queue.QueueName, exchange, "");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            var message = JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(delivery.Body.Span)).GetProperty("message");
            if (message.GetProperty("email").GetString() == email)
                listener.heard.Writer.TryWrite(message.Deserialize<TEvent>(Json.Options)!);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
        return listener;
    }

    internal async Task<TEvent> NextAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await heard.Reader.ReadAsync(deadline.Token);
    }

    /// <summary>Events that have arrived so far.</summary>
    internal int Waiting => heard.Reader.Count;

    public void Dispose() => connection.Dispose();
}
