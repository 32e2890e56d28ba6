using VpVarmland.Embedded.Servers;

namespace Aspire.Hosting.Running;

/// <summary>Keeps a server running: one that dies is started again on the same port, and its clients find it by themselves.</summary>
internal sealed class ServerRun
{
    private readonly Server _server;
    private readonly Task _watching;

    internal ServerRun(string name, Server server, PrefixedConsole console, CancellationToken stopping)
    {
        _server = server;
        _watching = WatchAsync(name, console, stopping);
    }

    internal async Task StopAsync()
    {
        await _watching;
        await _server.DisposeAsync();
    }

    private async Task WatchAsync(string name, PrefixedConsole console, CancellationToken stopping)
    {
        var backoff = new Backoff();
        try
        {
            while (true)
            {
                await _server.Exited.WaitAsync(stopping);
                var wait = backoff.Ended();
                console.Say(name, $"ended unexpectedly; starting it again in {wait.TotalSeconds:0} s. Its log: {_server.LogFile}");
                await Task.Delay(wait, stopping);
                try
                {
                    await _server.RestartAsync(stopping);
                    backoff.Started();
                    console.Say(name, "is back");
                }
                catch (ServerException e)
                {
                    console.Say(name, e.Message);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The platform stops, and the server with it.
        }
    }
}
