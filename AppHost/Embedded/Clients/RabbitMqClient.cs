using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client;

// The namespace and the names of the Aspire.RabbitMQ.Client package, which is used instead in the Aspire way.
namespace Microsoft.Extensions.Hosting;

/// <summary>A broker connection for health from <c>ConnectionStrings:{name}</c>; messages go through the bus.</summary>
public static class AspireRabbitMQExtensions
{
    public static void AddRabbitMQClient(this IHostApplicationBuilder builder, string connectionName)
    {
        builder.Services.AddSingleton(services => new BrokerHealth(services.GetRequiredService<IConfiguration>().GetConnectionString(connectionName)));
        builder.Services.AddHealthChecks().AddCheck<BrokerHealth>("RabbitMQ");
    }

    private sealed class BrokerHealth(string? address) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var connection = await new ConnectionFactory { Uri = new Uri(address ?? ""), AutomaticRecoveryEnabled = false }.CreateConnectionAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (Exception fault) when (fault is RabbitMQ.Client.Exceptions.RabbitMQClientException or UriFormatException or IOException)
            {
                return new HealthCheckResult(context.Registration.FailureStatus, "The broker does not answer.");
            }
        }
    }
}
