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

/// <summary>Listens on the broker for sign-in links, where Communications would.</summary>
internal sealed class LinkListener : IDisposable
{
    private readonly Channel<SignInLinkRequested> links = Channel.CreateUnbounded<SignInLinkRequested>();
    private IConnection connection = null!;

    /// <summary>Every link for that address from now on.</summary>
    internal static async Task<LinkListener> StartAsync(GatewayHost gateway, string email)
    {
        var listener = new LinkListener();
        var address = gateway.Services.GetRequiredService<IConfiguration>().GetConnectionString("messaging")!;
        listener.connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync();
        var channel = await listener.connection.CreateChannelAsync();
        var exchange = $"{typeof(SignInLinkRequested).Namespace}:{nameof(SignInLinkRequested)}";
        await channel.ExchangeDeclareAsync(exchange, "fanout", durable: true);
        var queue = await channel.QueueDeclareAsync();
        await channel.QueueBindAsync(queue.QueueName, exchange, "");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            var envelope = JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(delivery.Body.Span));
            var link = envelope.GetProperty("message").Deserialize<SignInLinkRequested>(Json.Options)!;
            if (link.Email == email)
                listener.links.Writer.TryWrite(link);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
        return listener;
    }

    internal async Task<SignInLinkRequested> NextAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await links.Reader.ReadAsync(deadline.Token);
    }

    /// <summary>Links that have arrived so far.</summary>
    internal int Waiting => links.Reader.Count;

    public void Dispose() => connection.Dispose();
}
