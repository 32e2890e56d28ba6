using System.Net.Http.Headers;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Proxy;
using VpVarmland.Gateway.Tokens;
using VpVarmland.ServiceDefaults.Ops;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Gateway.Operations;

/// <summary>Looks at the whole platform: the health of each part, and the figures that each service has of itself.</summary>
internal sealed class Lookout(
    HealthCheckService health, Figures own, TokenIssuer tokens, IConfiguration configuration, IHttpClientFactory http, NpgsqlDataSource source, TimeProvider clock)
{
    private const string Name = "gateway";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly DateTimeOffset Started = TimeProvider.System.GetUtcNow();

    /// <summary>Never fails because a part does: that is what it is to find out.</summary>
    internal async Task<PlatformState> LookAsync(CancellationToken cancel)
    {
        var report = await health.CheckHealthAsync(cancel);
        var states = (await Task.WhenAll(Services.Names.Select(async service => (service, state: await TryAskAsync(service, cancel))))).ToDictionary(one => one.service, one => one.state, StringComparer.Ordinal);
        var parts = report.Entries.Select(entry => PartOf(HealthDoor.NameOf(entry.Key), entry.Value, states)).Append(new Part(Name, true, null, OpsDoor.Version, Started)).ToList();
        var readings = parts.Select(part => new Reading(part.Name, Reading.Health, "", part.IsWell ? 0 : 1))
            .Concat(states.SelectMany(one => one.Value?.Figures.Select(figure => new Reading(one.Key, figure.Name, figure.Label ?? "", figure.Value)) ?? []))
            .Concat((await own.ReadAsync(cancel)).Select(figure => new Reading(Name, figure.Name, figure.Label ?? "", figure.Value)))
            .Concat(await BackupAsync(cancel));
        return new PlatformState(clock.GetUtcNow(), parts, [.. readings]);
    }

    private static Part PartOf(string name, HealthReportEntry entry, Dictionary<string, ServiceState?> states)
    {
        var state = states.GetValueOrDefault(name);
        return new Part(name, entry.Status == HealthStatus.Healthy, entry.Description, state?.Version, state?.StartedAt);
    }

    private async Task<ServiceState?> TryAskAsync(string service, CancellationToken cancel)
    {
        if (configuration.AddressesOf(service) is not [var address, ..])
            return null;
        using var client = http.CreateClient(nameof(Lookout));
        client.Timeout = Patience;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer",
            await tokens.ForClientAsync("operations", [$"{Permission.Operate.Name}@{TokenClaims.DistrictScope}"]));
        try
        {
            return await client.GetFromJsonAsync<ServiceState>(new Uri(address, $"/api/{service}/ops/state"), Json.Options, cancel);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or JsonException && !cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<IEnumerable<Reading>> BackupAsync(CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        var age = await connection.QuerySingleAsync<long?>(new CommandDefinition(
            "select extract(epoch from @now - max(at))::bigint from backups", new { now = clock.GetUtcNow() }, cancellationToken: cancel));
        return age is { } seconds ? [new Reading(Name, Reading.BackupAge, "", seconds)] : [];
    }

    private sealed record ServiceState(string Version, DateTimeOffset StartedAt, IReadOnlyList<Measured> Figures);
}
