using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Time;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Tests;

/// <summary>The gateway on real sockets, with a database and a virtual host of its own.</summary>
internal sealed class GatewayHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string?> settings;
    private readonly string environment;

    private GatewayHost(Dictionary<string, string?> settings, string environment)
    {
        this.settings = settings;
        this.environment = environment;
        UseKestrel(0);
    }

    internal Uri Address => new(ClientOptions.BaseAddress, "/");

    internal NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    internal DateOnly Today => Services.GetRequiredService<TimeProvider>().Today();

    internal static async Task<GatewayHost> StartAsync(Servers servers, string environment = "Development", params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:identity"] = await servers.CreateDatabaseAsync(),
            ["ConnectionStrings:messaging"] = await servers.CreateVirtualHostAsync(),
            ["Messaging:Services"] = "gateway",
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        // Outside Development nothing migrates by itself: a deployment runs this command first.
        if (environment != "Development")
            await MigrateAsync(all);
        var host = new GatewayHost(all, environment);
        host.StartServer();
        // An event that is told before the gateway's queue is there would be heard by nobody.
        await Eventually.SeeAsync(host.HealthAsync, health => health.Contains("\"bus\":{\"status\":\"healthy\"", StringComparison.Ordinal));
        return host;
    }

    private static async Task MigrateAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo("dotnet") { ArgumentList = { Path.Combine(AppContext.BaseDirectory, "VpVarmland.Gateway.dll"), "--migrate" } };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        using var migration = Process.Start(start)!;
        await migration.WaitForExitAsync();
        Assert.Equal(0, migration.ExitCode);
    }

    private async Task<string> HealthAsync()
    {
        using var answer = await NewBrowser().Client.GetAsync("/health");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    internal Browser NewBrowser() => new(this);

    /// <summary>Sends events as another service would: through an outbox and the broker.</summary>
    internal async Task TellAsync(params IntegrationEvent[] events)
    {
        await using var connection = await Database.OpenConnectionAsync();
        foreach (var message in events)
        {
            await connection.ExecuteAsync(
                "insert into outbox (event_id, type, body, created_at, next_at) values (@EventId, @type, @body::jsonb, now(), now())",
                new { message.EventId, type = message.GetType().Name, body = JsonSerializer.Serialize(message, message.GetType(), Json.Options) });
        }
        await connection.ExecuteAsync("notify outbox");
        await Eventually.SeeAsync(
            () => QueryAsync<int>("select count(*)::int from inbox where event_id = any(@ids)", new { ids = events.Select(message => message.EventId).ToArray() }),
            seen => seen == events.Length);
    }

    internal async Task<T> QueryAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        return (await connection.QuerySingleOrDefaultAsync<T>(sql, parameters))!;
    }

    internal Task MoveClockAsync(double days = 0, double minutes = 0) => NewBrowser().PostAsync("/dev/clock", new { days, minutes }, HttpStatusCode.OK);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
    }
}
