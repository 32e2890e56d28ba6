using VpVarmland.Embedded.Servers;

[assembly: AssemblyFixture(typeof(VpVarmland.Tests.Servers))]

namespace VpVarmland.Tests;

/// <summary>A real PostgreSQL and a real RabbitMQ for this run.</summary>
public sealed class Servers : IAsyncLifetime
{
    private readonly ServerFolder folder = ServerFolder.Temporary();

    internal PostgresServer Postgres { get; private set; } = null!;

    internal RabbitServer Rabbit { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var postgres = PostgresServer.StartAsync(folder);
        var rabbit = RabbitServer.StartAsync(folder);
        Postgres = await postgres;
        Rabbit = await rabbit;
    }

    public async ValueTask DisposeAsync()
    {
        await Rabbit.DisposeAsync();
        await Postgres.DisposeAsync();
        folder.Dispose();
    }

    internal async Task<string> CreateDatabaseAsync()
    {
        var name = "test_" + Guid.NewGuid().ToString("N");
        await Postgres.CreateDatabaseAsync(name);
        return Postgres.ConnectionString(name);
    }
}
