[assembly: AssemblyFixture(typeof(VpVarmland.Tests.Servers))]
[assembly: AssemblyFixture(typeof(VpVarmland.Tests.SharedGateway))]

namespace VpVarmland.Tests;

/// <summary>One gateway with a service behind it, for all tests that neither move the clock nor count what others do.</summary>
public sealed class SharedGateway : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private (TestService Service, GatewayHost Gateway)? started;

    internal async Task<(TestService Service, GatewayHost Gateway)> StartAsync(Servers servers)
    {
        await gate.WaitAsync();
        try
        {
            return started ??= await TestService.StartBehindGatewayAsync(servers);
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (started is { } both)
        {
            await both.Gateway.DisposeAsync();
            await both.Service.DisposeAsync();
        }
        gate.Dispose();
    }
}
