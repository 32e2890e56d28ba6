using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace VpVarmland.ServiceDefaults.Messaging;

/// <summary>A broker forgets what is published before anybody's queue is bound. So before a service publishes for the first time it waits until
/// every service of the platform has been seen listening; afterwards their durable queues keep what comes while they are away.</summary>
internal sealed class Subscribers(NpgsqlDataSource source, IConfiguration configuration, ILogger<Subscribers> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Completes when all have been seen, now or earlier.</summary>
    internal async Task WaitAsync(CancellationToken cancel)
    {
        await using var database = await source.OpenConnectionAsync(cancel);
        var missing = PlatformServices.Of(configuration["Messaging:Services"]).Except(await database.QueryAsync<string>("select name from subscribers"), StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
            return;
        log.LogInformation("Publishing waits for {Services} to listen", string.Join(", ", missing));
        var factory = new ConnectionFactory { Uri = new Uri(configuration.GetConnectionString("messaging")!) };
        await MassTransitBus.ThereAsync(factory);
        await using var broker = await factory.CreateConnectionAsync(cancel);
        foreach (var name in missing)
        {
            while (!await IsListeningAsync(broker, name, cancel))
                await Task.Delay(Pause, cancel);
            await database.ExecuteAsync("insert into subscribers (name) values (@name) on conflict do nothing", new { name });
        }
    }

    /// <summary>A queue with a consumer has its bindings: they are made before anybody consumes.</summary>
    private static async Task<bool> IsListeningAsync(IConnection broker, string queue, CancellationToken cancel)
    {
        // Asking for a queue that is not there closes the channel.
        await using var channel = await broker.CreateChannelAsync(cancellationToken: cancel);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue, cancel)).ConsumerCount > 0;
        }
        catch (OperationInterruptedException)
        {
            return false;
        }
    }
}
