using System.Collections.Concurrent;
using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using VpVarmland.Embedded.Servers;

namespace Aspire.Hosting.Running;

/// <summary>Starts resources when what they wait for is ready, all others at the same time; stops projects before servers.</summary>
internal sealed class Platform(IReadOnlyList<Resource> resources, ServerFolder folder, PrefixedConsole console) : IAsyncDisposable
{
    private static readonly Dictionary<string, string?> NoVariables = new(StringComparer.Ordinal);

    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Resource, Lazy<Task>> _ready = new();
    private readonly ConcurrentBag<ProjectRun> _projects = [];
    private readonly ConcurrentBag<ServerRun> _servers = [];
    private Dashboard? _dashboard;

    /// <summary>Where people go.</summary>
    internal IEnumerable<string> Addresses => resources.OfType<ProjectResource>().Where(project => project.IsExternal).Select(project => project.Url);

    /// <summary>Returns when everything is ready.</summary>
    /// <exception cref="ServerException">Something could not be started.</exception>
    internal async Task StartAsync(bool mayFetchDashboard, CancellationToken cancel)
    {
        foreach (var taken in resources.OfType<ProjectResource>().Where(project => project.PortIsFixed && !FreePort.IsFree(project.Port!.Value)))
            throw new ServerException($"Port {taken.Port} is in use by another program. Start with another one:  dotnet run --project AppHost -- --port {taken.Port + 1}");
        _dashboard = await Dashboard.LaunchAsync(mayFetchDashboard, console, cancel);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var tasks = resources.Select(resource => Ready(resource, failed.Token)).ToList();
        if (_dashboard is not null)
            tasks.Add(_dashboard.AnnounceAsync(console, failed.Token));
        try
        {
            // The first failure ends the waiting of all.
            await foreach (var task in Task.WhenEach(tasks).WithCancellation(cancel))
                await task;
        }
        finally
        {
            await failed.CancelAsync();
            await Task.WhenAll(tasks).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_projects.Select(project => project.StopAsync()));
        await Task.WhenAll(_servers.Select(server => server.StopAsync()));
        if (_dashboard is not null)
            await _dashboard.StopAsync();
        _stopping.Dispose();
    }

    private Task Ready(Resource resource, CancellationToken cancel) =>
        _ready.GetOrAdd(resource, _ => new Lazy<Task>(() => StartAsync(resource, cancel))).Value;

    private async Task StartAsync(Resource resource, CancellationToken cancel)
    {
        await Task.WhenAll(resource.WaitsFor.Select(other => Ready(other, cancel)));
        cancel.ThrowIfCancellationRequested();
        var watch = Stopwatch.StartNew();
        switch (resource)
        {
            case PostgresServerResource postgres:
                postgres.Server = await PostgresServer.StartAsync(folder, Options(resource), cancel);
                _servers.Add(new ServerRun(resource.Name, postgres.Server, console, _stopping.Token));
                break;
            case RabbitMQServerResource rabbit:
                // On a port that stays: services are told where it will be before it is there.
                var broker = RabbitServer.Create(folder, Options(resource) with { Port = FreePort.Next() });
                rabbit.Server.SetResult(broker);
                await broker.StartAsync(cancel);
                _servers.Add(new ServerRun(resource.Name, broker, console, _stopping.Token));
                break;
            case PostgresDatabaseResource database:
                await database.Parent.Server!.CreateDatabaseAsync(database.DatabaseName, cancel: cancel);
                return;
            case ProjectResource project:
                var run = new ProjectRun(project, _dashboard?.Variables ?? NoVariables, console, _stopping.Token);
                _projects.Add(run);
                await run.StartAsync(cancel);
                break;
        }

        console.Say(resource.Name, $"ready after {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private ServerOptions Options(Resource resource) => new() { Say = line => console.Say(resource.Name, line) };
}
