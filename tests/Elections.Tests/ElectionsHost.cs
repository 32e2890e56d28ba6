[assembly: AssemblyFixture(typeof(VpVarmland.Tests.Servers))]

namespace VpVarmland.Tests;

/// <summary>The Elections service on a database and a virtual host of its own.</summary>
internal sealed class ElectionsHost(string environment, IReadOnlyDictionary<string, string?> settings) : ServiceHost<Program>(environment, settings)
{
    internal static async Task<ElectionsHost> StartAsync(Servers servers)
    {
        var host = new ElectionsHost("Development", new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:elections"] = await servers.CreateDatabaseAsync(),
            ["ConnectionStrings:messaging"] = await servers.CreateVirtualHostAsync(),
        });
        _ = host.Server;
        // An event that is published before the service's queue is there reaches nobody.
        await Eventually.SeeAsync(async () => (await host.Anonymous().GetAsync("/health", TestContext.Current.CancellationToken)).IsSuccessStatusCode, healthy => healthy);
        return host;
    }
}
