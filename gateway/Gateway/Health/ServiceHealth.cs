using Microsoft.Extensions.Diagnostics.HealthChecks;
using VpVarmland.Gateway.Proxy;

namespace VpVarmland.Gateway.Health;

/// <summary>
/// One entry a service in <c>/health</c>: it answers that it is healthy within two seconds. A service that is down degrades the platform;
/// the gateway itself, and the other services, still work.
/// </summary>
internal sealed class ServiceHealth(string service, IConfiguration configuration, IHttpClientFactory http) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (configuration.AddressesOf(service) is not [var address, ..])
            return HealthCheckResult.Degraded("Not part of this start.");
        using var client = http.CreateClient(nameof(ServiceHealth));
        client.Timeout = Patience;
        try
        {
            using var answer = await client.GetAsync(new Uri(address, "/health"), cancellationToken);
            return answer.IsSuccessStatusCode ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("Answers that it is not well.");
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded("Does not answer.");
        }
    }

    internal static void Add(IServiceCollection services)
    {
        services.AddHttpClient(nameof(ServiceHealth));
        foreach (var service in Services.Names)
            services.AddHealthChecks().Add(new HealthCheckRegistration(service, provider => ActivatorUtilities.CreateInstance<ServiceHealth>(provider, service), HealthStatus.Degraded, null));
    }
}
