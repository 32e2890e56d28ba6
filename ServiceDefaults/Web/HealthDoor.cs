using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace VpVarmland.ServiceDefaults.Web;

/// <summary><c>/alive</c>: the process answers. <c>/health</c>: it can do its work; JSON with one entry a dependency.</summary>
public static class HealthDoor
{
    /// <summary>Opens both, to anyone: they say nothing but up or down.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(
        new { report.Status, Entries = report.Entries.ToDictionary(entry => NameOf(entry.Key), entry => new { entry.Value.Status, entry.Value.Description }, StringComparer.Ordinal) },
        Json.Options, http.RequestAborted);

    /// <summary>What a dependency is to us, rather than the product that it is (the names that Aspire's client integrations register).</summary>
    public static string NameOf(string check) =>
        check.StartsWith("PostgreSql", StringComparison.Ordinal) ? "database"
        : check.StartsWith("RabbitMQ", StringComparison.Ordinal) ? "broker"
        : check == "masstransit-bus" ? "bus"
        : check;
}
