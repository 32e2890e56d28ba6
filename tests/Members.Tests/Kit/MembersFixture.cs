namespace VpVarmland.Tests.Kit;

/// <summary>One host for the tests of a class; they make their own people in it and never count on the clock's absolute time.</summary>
public sealed class MembersFixture(Servers servers) : IAsyncLifetime
{
    internal Servers Servers { get; } = servers;

    internal MembersHost Host { get; private set; } = null!;

    /// <summary>What the service has told the others since the host started.</summary>
    internal BrokerListener Events { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await MembersHost.StartAsync(Servers);
        Events = await BrokerListener.StartAsync(Host);
    }

    public async ValueTask DisposeAsync()
    {
        await Events.DisposeAsync();
        await Host.DisposeAsync();
    }
}
