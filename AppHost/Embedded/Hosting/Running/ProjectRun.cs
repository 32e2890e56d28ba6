using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using VpVarmland.Embedded.Servers;

namespace Aspire.Hosting.Running;

/// <summary>Runs one project as a process, waits until it is healthy, and starts it again when it crashes.</summary>
internal sealed class ProjectRun(
    ProjectResource project, IReadOnlyDictionary<string, string?> telemetry, PrefixedConsole console, CancellationToken stopping)
{
    /// <summary>Crashes before it was ever healthy, after which the platform gives up.</summary>
    private const int MostFailures = 4;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly Backoff _backoff = new();
    private ChildProcess? _child;
    private Task _watching = Task.CompletedTask;

    /// <summary>Starts it and returns when it is healthy.</summary>
    /// <exception cref="ServerException">It crashed again and again, or did not get healthy.</exception>
    internal async Task StartAsync(CancellationToken cancel)
    {
        var waited = Stopwatch.StartNew();
        var child = await LaunchAsync(cancel);
        while (!await IsHealthyAsync(cancel))
        {
            if (waited.Elapsed > LongestStart)
                throw new ServerException($"{project.Name} did not answer 200 at {project.Url}{project.HealthPath} within {LongestStart.TotalMinutes} minutes.");
            if (child.Exited.IsCompleted)
            {
                var wait = _backoff.Ended();
                if (_backoff.Failures >= MostFailures)
                    throw new ServerException($"{project.Name} ended {MostFailures} times before it was healthy. Its last words:\n{child.LastLines}");
                await RelaunchAsync(wait, cancel);
                child = _child!;
            }

            await Task.WhenAny(child.Exited, Task.Delay(PollInterval, cancel));
        }

        _backoff.Started();
        _watching = WatchAsync();
    }

    internal async Task StopAsync()
    {
        await _watching;
        if (_child is { } child)
            await child.StopAsync(Patience);
    }

    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                await _child!.Exited.WaitAsync(stopping);
                await RelaunchAsync(_backoff.Ended(), stopping);
                _backoff.Started();
            }
        }
        catch (OperationCanceledException)
        {
            // The platform stops.
        }
    }

    private async Task RelaunchAsync(TimeSpan wait, CancellationToken cancel)
    {
        console.Say(project.Name, $"ended unexpectedly with code {await _child!.Exited}; starting it again in {wait.TotalSeconds:0} s");
        await Task.Delay(wait, cancel);
        await LaunchAsync(cancel);
    }

    private async Task<ChildProcess> LaunchAsync(CancellationToken cancel)
    {
        var variables = new Dictionary<string, string?>(telemetry, StringComparer.Ordinal)
        {
            ["OTEL_SERVICE_NAME"] = project.Name,
            ["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={Guid.NewGuid():N}",
            ["ASPNETCORE_URLS"] = project.Port is null ? null : project.Url,
            // A terminal has room for one line a message, and none for each request, health check and endpoint. The dashboard has them.
            ["Logging__Console__FormatterName"] = "simple",
            ["Logging__Console__FormatterOptions__SingleLine"] = "true",
            ["Logging__Console__LogLevel__Microsoft.AspNetCore"] = "Warning",
            ["Logging__Console__LogLevel__Microsoft.Extensions.Diagnostics.HealthChecks"] = "None",
            ["Logging__Console__LogLevel__MassTransit"] = "Warning",
        };
        foreach (var (name, value) in project.Environment)
            variables[name] = await value(cancel);
        return _child = ChildProcess.Start(new ChildStart(
            project.Name, "dotnet", [project.Project.AssemblyPath], Path.GetDirectoryName(project.Project.ProjectPath)!)
        {
            Environment = variables,
            OnLine = line => console.Say(project.Name, line),
        });
    }

    private async Task<bool> IsHealthyAsync(CancellationToken cancel)
    {
        if (project.HealthPath is null)
            return true;
        try
        {
            using var answer = await Http.GetAsync(project.Url + project.HealthPath, cancel);
            return (int)answer.StatusCode == project.HealthStatus;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }
}
