using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace VpVarmland.Tests;

/// <summary>A service in a process of its own, to be killed as an accident would.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private const string Listening = "Now listening on: ";
    private readonly ConcurrentQueue<string> lines = new();
    private readonly Process process;

    private ServiceProcess(string project, string[] arguments, IEnumerable<(string Name, string Value)> settings)
    {
        var program = typeof(ServiceProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == project).Value!;
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(program), RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    internal HttpClient Client { get; } = new() { Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>Starts the service and returns when it listens.</summary>
    /// <param name="project">One of those that the test project names as its programs.</param>
    internal static async Task<ServiceProcess> StartAsync(string project, string[] arguments, params (string Name, string Value)[] settings)
    {
        var service = new ServiceProcess(project, arguments, settings);
        var line = await Eventually.SeeAsync(() => Task.FromResult(service.lines.FirstOrDefault(line => line.Contains(Listening, StringComparison.Ordinal))),
            line => line is not null || (service.process.HasExited ? throw new InvalidOperationException(string.Join('\n', service.lines)) : false));
        service.Client.BaseAddress = new Uri(line!.Split(Listening)[1]);
        return service;
    }

    /// <summary>Runs the service's program to its end, which must be a good one.</summary>
    internal static async Task RunAsync(string project, string[] arguments, params (string Name, string Value)[] settings)
    {
        using var service = new ServiceProcess(project, arguments, settings);
        await service.process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(service.process.ExitCode == 0, string.Join('\n', service.lines));
    }

    /// <summary>SIGKILL: no goodbye to anybody.</summary>
    internal void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
        Client.Dispose();
    }
}
