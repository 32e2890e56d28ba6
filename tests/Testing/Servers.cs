using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using VpVarmland.Embedded.Servers;

namespace VpVarmland.Tests;

/// <summary>
/// A real PostgreSQL and a real RabbitMQ for one test run; every host gets a database and a virtual host of its own. A test project says
/// <c>[assembly: AssemblyFixture(typeof(Servers))]</c>.
/// </summary>
public sealed class Servers : IAsyncLifetime
{
    private readonly ServerFolder folder = ServerFolder.Temporary();
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> templates = new(StringComparer.Ordinal);
    private PostgresServer postgres = null!;
    private RabbitServer rabbit = null!;

    public async ValueTask InitializeAsync()
    {
        var first = PostgresServer.StartAsync(folder);
        var second = RabbitServer.StartAsync(folder, new ServerOptions { Management = true });
        postgres = await first;
        rabbit = await second;
    }

    public async ValueTask DisposeAsync()
    {
        await rabbit.DisposeAsync();
        await postgres.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>An empty database's connection string.</summary>
    public async Task<string> CreateDatabaseAsync() => postgres.ConnectionString(await NewDatabaseAsync(template: null));

    /// <summary>A copy of a database that is filled once a run: migrations and demo data are paid for once.</summary>
    /// <param name="fill">Fills the template, and leaves no connection to it open.</param>
    public async Task<string> CreateDatabaseAsync(string template, Func<string, Task> fill)
    {
        var name = await templates.GetOrAdd(template, _ => new Lazy<Task<string>>(async () =>
        {
            var made = await NewDatabaseAsync(template: null);
            await fill(postgres.ConnectionString(made) + ";Pooling=false");
            return made;
        })).Value;
        return postgres.ConnectionString(await NewDatabaseAsync(name));
    }

    /// <summary>An address of the broker where nobody else's queues are.</summary>
    public async Task<string> CreateVirtualHostAsync()
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

    private async Task<string> NewDatabaseAsync(string? template)
    {
        var name = "test_" + Guid.NewGuid().ToString("N");
        await postgres.CreateDatabaseAsync(name, template);
        return name;
    }
}
