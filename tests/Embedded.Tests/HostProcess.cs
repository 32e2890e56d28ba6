using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using VpVarmland.Embedded.Servers;

namespace VpVarmland.Tests;

/// <summary>SampleHost, running as a person would run AppHost, with data of its own.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ChildProcess _child;

    private HostProcess(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> environment, UnixUser? user)
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var host = Path.GetFullPath(Path.Combine(
            AppContext.BaseDirectory, "../../Embedded.SampleHost", configuration, "VpVarmland.Embedded.SampleHost.dll"));
        _child = ChildProcess.Start(new ChildStart("host", "dotnet", [host, "--temporary", .. arguments], "/")
        {
            Environment = environment,
            User = user,
            OnLine = _lines.Enqueue,
        });
    }

    internal static string PathWithoutAspire => string.Join(
        ':', Environment.GetEnvironmentVariable("PATH")!.Split(':').Where(folder => !File.Exists(Path.Combine(folder, "aspire"))));

    internal string Output => string.Join('\n', _lines);

    internal int Id => _child.Id;

    internal Task<int> Exited => _child.Exited;

    /// <summary>Starts a host with one project, or with servers and two projects.</summary>
    internal static HostProcess Start(bool servers = false, UnixUser? user = null, string[]? arguments = null, params (string Name, string Value)[] environment)
    {
        var variables = environment.ToDictionary(variable => variable.Name, variable => (string?)variable.Value, StringComparer.Ordinal);
        // A dashboard would be started where there is a CLI: not on every developer's machine the same.
        variables.TryAdd("PATH", PathWithoutAspire);
        if (servers)
            variables["SAMPLE_SERVERS"] = "yes";
        return new HostProcess(arguments ?? ["--port", $"{FreePort.Next()}"], variables, user);
    }

    internal void Send(Signal signal) => _child.Send(signal);

    internal Task SeesAsync(string text) => Poll.UntilAsync(
        () => Output.Contains(text, StringComparison.Ordinal) || (_child.Exited.IsCompleted ? throw new InvalidOperationException($"The host ended:\n{Output}") : false),
        () => $"no '{text}' in\n{Output}");

    /// <summary>Waits for the line that says where to go, and returns the address.</summary>
    internal async Task<Uri> RunsAsync()
    {
        await SeesAsync(" is running: ");
        return new Uri(Address().Match(Output).Groups["address"].Value);
    }

    internal async Task<int> EndsAsync()
    {
        await Poll.UntilAsync(() => Exited.IsCompleted, () => $"the host runs on:\n{Output}");
        return await Exited;
    }

    public async ValueTask DisposeAsync()
    {
        _child.Send(Signal.Kill);
        await _child.Exited;
    }

    [GeneratedRegex(@" is running: (?<address>http://localhost:\d+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
