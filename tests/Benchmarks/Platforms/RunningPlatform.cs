using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using VpVarmland.Embedded.Servers;

namespace VpVarmland.Benchmarks.Platforms;

/// <summary>The whole platform as <c>dotnet run --project AppHost</c> starts it, with data of its own, and its processes by name.</summary>
internal sealed partial class RunningPlatform : IAsyncDisposable
{
    /// <summary>Every process that can be killed: the services and the gateway, the database server, the broker.</summary>
    internal static readonly IReadOnlyList<string> Parts = ["members", "events", "communications", "elections", "gateway", "postgres", "messaging"];

    private const string Mark = "VPVARMLAND_BENCHMARK";
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5), LongestStop = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string mark = Guid.NewGuid().ToString("N");
    private ChildProcess process = null!;
    private string folder = "";

    private RunningPlatform()
    {
    }

    /// <summary>Where people go.</summary>
    internal Uri Address => address.Task.Result;

    /// <summary>Everything that AppHost has said.</summary>
    internal IEnumerable<string> Log => lines;

    /// <summary>Returns when everything is ready.</summary>
    /// <exception cref="InvalidOperationException">It did not come up; the message holds its last lines.</exception>
    internal static async Task<RunningPlatform> StartAsync(params string[] arguments)
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var appHost = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../AppHost", configuration, "VpVarmland.AppHost.dll"));
        var platform = new RunningPlatform();
        platform.process = ChildProcess.Start(new ChildStart("AppHost", "dotnet", [appHost, "--port", $"{FreePort.Next()}", .. arguments.Contains("--data", StringComparer.Ordinal) ? [] : new[] { "--temporary" }, .. arguments], "/")
        {
            Environment = new Dictionary<string, string?>(StringComparer.Ordinal) { [Mark] = platform.mark },
            OnLine = platform.Hear,
        });
        await Task.WhenAny(platform.address.Task, platform.process.Exited, Task.Delay(LongestStart));
        if (platform.address.Task.IsCompleted)
            return platform;
        await platform.process.KillAsync();
        throw new InvalidOperationException($"The platform did not come up. Its last lines:\n{platform.process.LastLines}");
    }

    public async ValueTask DisposeAsync()
    {
        process.Send(Signal.Interrupt);
        await Task.WhenAny(process.Exited, Task.Delay(LongestStop));
        await process.KillAsync();
    }

    /// <summary>The part's process; null while there is none.</summary>
    internal int? ProcessOf(string part)
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && IsPart(part, directory))
                return id;
        }
        return null;
    }

    /// <summary>A value that AppHost has given the part in its environment, such as <c>ConnectionStrings__members</c>.</summary>
    internal string SettingOf(string part, string name) => Read($"/proc/{ProcessOf(part)}", "environ").Split('\0')
        .First(one => one.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    /// <summary>Resident memory of the part, in bytes.</summary>
    internal long MemoryOf(string part) => ProcessOf(part) is { } id ? System.Diagnostics.Process.GetProcessById(id).WorkingSet64 : 0;

    private bool IsPart(string part, string directory)
    {
        var command = Read(directory, "cmdline");
        return part switch
        {
            "postgres" => command.Contains($"-D{folder}/postgres", StringComparison.Ordinal),
            "messaging" => command.Contains("beam.smp", StringComparison.Ordinal) && command.Contains(folder + "/", StringComparison.Ordinal),
            _ => command.EndsWith($"VpVarmland.{char.ToUpperInvariant(part[0])}{part[1..]}.dll\0", StringComparison.Ordinal)
                && Read(directory, "environ").Contains($"{Mark}={mark}", StringComparison.Ordinal),
        };
    }

    // Empty for what has just ended, and for what is another user's.
    private static string Read(string directory, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private void Hear(string line)
    {
        lines.Enqueue(line);
        if (Running().Match(line) is { Success: true } match)
            address.TrySetResult(new Uri(match.Groups["address"].Value));
        else if (Data().Match(line) is { Success: true } data)
            folder = data.Groups["folder"].Value;
    }

    [GeneratedRegex("Data and logs: (?<folder>/.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Data();

    [GeneratedRegex(@" is running: (?<address>http://localhost:\d+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Running();
}
