using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Time;

namespace VpVarmland.Tests;

/// <summary>The gateway on real sockets, with a database and a virtual host of its own.</summary>
internal sealed class GatewayHost : ServiceHost<Program>
{
    private GatewayHost(Dictionary<string, string?> settings, string environment)
        : base(environment, settings)
    {
        UseKestrel(0);
        IsBehindTls = environment != "Development";
    }

    /// <summary>True where a proxy before it speaks TLS; the test's browser plays it.</summary>
    internal bool IsBehindTls { get; }

    internal Uri Address => new(ClientOptions.BaseAddress, "/");

    internal DateOnly Today => Clock.Today();

    /// <summary>Its database, with the password that a data source no longer tells.</summary>
    internal string ConnectionString => Services.GetRequiredService<IConfiguration>().GetConnectionString("identity")!;

    internal static async Task<GatewayHost> StartAsync(Servers servers, string environment = "Development", params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:identity"] = await servers.CreateDatabaseAsync(),
            ["ConnectionStrings:messaging"] = await servers.CreateVirtualHostAsync(),
        };
        if (environment != "Development")
            (all["Proxies:0"], all["Proxies:1"]) = ("127.0.0.1", "::1");
        foreach (var (key, value) in settings)
            all[key] = value;
        // Outside Development nothing migrates by itself: a deployment runs this command first.
        if (environment != "Development")
            Assert.Equal(0, (await RunCommandAsync(all, "--migrate")).ExitCode);
        var host = new GatewayHost(all, environment);
        host.StartServer();
        // An event that is told before the gateway's queue is there would be heard by nobody.
        await Eventually.SeeAsync(host.HealthAsync, health => health.Contains("\"bus\":{\"status\":\"healthy\"", StringComparison.Ordinal));
        return host;
    }

    /// <summary>Runs the gateway as a command of the deployment, in Production, and waits for its end.</summary>
    internal static async Task<(int ExitCode, string Said)> RunCommandAsync(IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "VpVarmland.Gateway.dll"), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        using var command = Process.Start(start)!;
        var said = await Task.WhenAll(command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        await command.WaitForExitAsync();
        return (command.ExitCode, string.Concat(said));
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    internal Browser NewBrowser() => new(this);

    /// <summary>Tells one event after the other.</summary>
    internal async Task TellAsync(params IntegrationEvent[] events)
    {
        foreach (var message in events)
            await base.TellAsync(message);
    }

    internal Task MoveClockAsync(double days = 0, double minutes = 0) => NewBrowser().PostAsync("/dev/clock", new { days, minutes }, HttpStatusCode.OK);

    private async Task<string> HealthAsync()
    {
        using var answer = await NewBrowser().Client.GetAsync("/health");
        return await answer.Content.ReadAsStringAsync();
    }
}
