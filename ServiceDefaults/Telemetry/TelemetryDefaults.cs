using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace VpVarmland.ServiceDefaults;

/// <summary>Traces, metrics and logs over OTLP to whoever <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names; nothing is sent where nobody is named.</summary>
internal static class TelemetryDefaults
{
    internal static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHostedService<OutboxMetrics>();
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.IncludeFormattedMessage = true;
            logs.AddOtlpExporter();
        });
        builder.Services.AddOpenTelemetry()
            .WithTracing(traces => traces
                .AddSource(PlatformActivity.Name, "Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "MassTransit", "Yarp.ReverseProxy")
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter(PlatformActivity.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime", "Npgsql", "MassTransit")
                .AddOtlpExporter());
    }

    /// <summary>Depth and age of the outbox, and how many events wait for a retry or for a person: what alarms look at.</summary>
    private sealed class OutboxMetrics : IHostedService, IDisposable
    {
        private readonly Meter meter = new(PlatformActivity.Name);

        public OutboxMetrics(NpgsqlDataSource source)
        {
            meter.CreateObservableGauge("vpvarmland.outbox.depth", () => Ask(source, "select count(*) from outbox"), "{event}");
            meter.CreateObservableGauge("vpvarmland.outbox.age", () => Ask(source, "select coalesce(extract(epoch from now() - min(created_at)), 0)::bigint from outbox"), "s");
            meter.CreateObservableGauge("vpvarmland.inbox.waiting", () => Ask(source, "select count(*) from inbox_retry where next_at is not null"), "{event}");
            meter.CreateObservableGauge("vpvarmland.inbox.set_aside", () => Ask(source, "select count(*) from inbox_retry where next_at is null"), "{event}");
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() => meter.Dispose();

        // Metrics callbacks are synchronous; this one runs once an export interval, on the exporter's own thread.
        private static long Ask(NpgsqlDataSource source, string sql)
        {
            using var connection = source.OpenConnection();
            return connection.ExecuteScalar<long>(sql);
        }
    }
}

/// <summary>The platform's own trace source, beside those of ASP.NET Core, HttpClient, Npgsql and MassTransit.</summary>
internal static class PlatformActivity
{
    internal const string Name = "VpVarmland";

    internal static readonly ActivitySource Source = new(Name);
}
