using System.Net.Http.Headers;
using System.Text;
using VpVarmland.Embedded.Servers;

[assembly: AssemblyFixture(typeof(VpVarmland.Tests.Servers))]

namespace VpVarmland.Tests;

/// <summary>A real PostgreSQL and a real RabbitMQ for this run; each host gets a database and a virtual host of its own.</summary>
public sealed class Servers : IAsyncLifetime
{
    private readonly ServerFolder folder = ServerFolder.Temporary();
    private PostgresServer postgres = null!;
    private RabbitServer rabbit = null!;
    private readonly Lazy<Task<(TestService Service, GatewayHost Gateway)>> shared;

    public Servers() => shared = new(() => TestService.StartBehindGatewayAsync(this));

    /// <summary>A gateway with a service behind it, for all tests that do not move the clock or count what others do.</summary>
    internal Task<(TestService Service, GatewayHost Gateway)> SharedAsync() => shared.Value;

    public async ValueTask InitializeAsync()
    {
        var first = PostgresServer.StartAsync(folder);
        var second = RabbitServer.StartAsync(folder, new ServerOptions { Management = true });
        postgres = await first;
        rabbit = await second;
    }

    public async ValueTask DisposeAsync()
    {
        if (shared.IsValueCreated)
        {
            var (service, gateway) = await shared.Value;
            await gateway.DisposeAsync();
            await service.DisposeAsync();
        }
        await rabbit.DisposeAsync();
        await postgres.DisposeAsync();
        folder.Dispose();
    }

    internal async Task<string> CreateDatabaseAsync()
    {
        var name = "test_" + Guid.NewGuid().ToString("N");
        await postgres.CreateDatabaseAsync(name);
        return postgres.ConnectionString(name);
    }

    /// <summary>An address of the broker where nobody else's queues are.</summary>
    internal async Task<string> CreateVirtualHostAsync()
    {
        var name = "test-" + Guid.NewGuid().ToString("N");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{rabbit.ManagementPort}") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(new Uri(rabbit.ConnectionString).UserInfo))));
        await Eventually.SeeAsync(
            async () =>
            {
                try
                {
                    using var answer = await client.PutAsync($"/api/vhosts/{name}", null);
                    return answer.IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            }, made => made);
        return $"{rabbit.ConnectionString}/{name}";
    }
}
