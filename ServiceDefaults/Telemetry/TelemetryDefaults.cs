using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace VpVarmland.ServiceDefaults;

/// <summary>Traces, metrics and logs over OTLP to whoever <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names; nothing is sent where nobody is named.</summary>
internal static class TelemetryDefaults
{
    internal static void AddTelemetry(this IHostApplicationBuilder builder)
    {
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
}

/// <summary>The platform's own trace source, beside those of ASP.NET Core, HttpClient, Npgsql and MassTransit.</summary>
internal static class PlatformActivity
{
    internal const string Name = "VpVarmland";

    internal static readonly ActivitySource Source = new(Name);
}
