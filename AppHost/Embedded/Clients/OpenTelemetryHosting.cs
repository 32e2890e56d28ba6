using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

// The namespace and the names of the OpenTelemetry.Extensions.Hosting package, which is used instead in the Aspire way.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Builds the tracer and meter providers with the host, and flushes them when it stops.</summary>
public static class OpenTelemetryServicesExtensions
{
    /// <summary>Adds OpenTelemetry to the host.</summary>
    public static OpenTelemetryHostBuilder AddOpenTelemetry(this IServiceCollection services) => new(services);
}

/// <summary>What is traced and measured.</summary>
public sealed class OpenTelemetryHostBuilder(IServiceCollection services)
{
    public OpenTelemetryHostBuilder WithTracing(Action<TracerProviderBuilder> configure) => Keep(() =>
    {
        var builder = Sdk.CreateTracerProviderBuilder();
        configure(builder);
        return builder.Build();
    });

    public OpenTelemetryHostBuilder WithMetrics(Action<MeterProviderBuilder> configure) => Keep(() =>
    {
        var builder = Sdk.CreateMeterProviderBuilder();
        configure(builder);
        return builder.Build();
    });

    private OpenTelemetryHostBuilder Keep(Func<IDisposable> build)
    {
        services.AddSingleton<IHostedService>(_ => new Provider(build));
        return this;
    }

    private sealed class Provider(Func<IDisposable> build) : IHostedService
    {
        private IDisposable? running;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            running = build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            running?.Dispose();
            return Task.CompletedTask;
        }
    }
}
