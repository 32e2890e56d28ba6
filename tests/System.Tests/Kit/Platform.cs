using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using VpVarmland.Embedded.Servers;

[assembly: AssemblyFixture(typeof(VpVarmland.Tests.Platform))]
// One platform with one clock: a test that moves it by a month must not have another beside it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace VpVarmland.Tests;

/// <summary>
/// The whole platform, once for the assembly, started as a newcomer starts it: AppHost with a port, an empty data folder of its own, and the
/// demo in the operating plan's year. Ended with Ctrl-C; nothing of it may be left then.
/// </summary>
public sealed partial class Platform : IAsyncLifetime
{
    /// <summary>The day on which the platform's clock begins: no journey of these tests then crosses a New Year, where this year's figures start over.</summary>
    private const string FirstDay = "2025-09-01";

    /// <summary>The year in which the demo district was laid out.</summary>
    internal const int FirstYear = 2025;

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5), LongestStop = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<string> lines = new();
    private readonly string mark = Guid.NewGuid().ToString("N");
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ChildProcess? process;
    private int killed;

    /// <summary>Where the platform is.</summary>
    public Uri Address => address.Task.Result;

    /// <summary>Everything that AppHost has written so far.</summary>
    private string Log => string.Join('\n', lines);

    public async ValueTask InitializeAsync()
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var appHost = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../AppHost", configuration, "VpVarmland.AppHost.dll"));
        Assert.True(File.Exists(appHost), $"{appHost} is missing: build tests/System.Tests, which builds it.");
        process = ChildProcess.Start(new ChildStart("AppHost", "dotnet", [appHost, "--port", $"{FreePort.Next()}", "--temporary", "--date", FirstDay], "/")
        {
            Environment = new Dictionary<string, string?> { [Leftovers.Variable] = mark },
            OnLine = Hear,
        });
        await Task.WhenAny(address.Task, process.Exited, Task.Delay(LongestStart));
        if (!address.Task.IsCompleted)
            await GiveUpAsync(process.Exited.IsCompleted ? "The platform ended while it was starting." : $"The platform was not there after {LongestStart.TotalMinutes} minutes.");
        await Calendar.BeginInTheMorningAsync(this);
        await DemoDistrict.ArrivesAsync(this);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null || process.Exited.IsCompleted)
            return;
        var folder = DataFolder().Match(Log).Groups["folder"].Value;
        Assert.Contains(Leftovers.Of(mark, folder), one => one.Contains("VpVarmland.Members.dll", StringComparison.Ordinal));
        process.Send(Signal.Interrupt);
        await Task.WhenAny(process.Exited, Task.Delay(LongestStop));
        await KeepLogAsync();
        if (!process.Exited.IsCompleted)
            await GiveUpAsync($"The platform runs on {LongestStop.TotalSeconds} s after Ctrl-C.");
        Assert.Equal(0, await process.Exited);
        Assert.Equal("Stopped.", lines.Last());
        Assert.Empty(Leftovers.Of(mark, folder));
        Assert.False(Directory.Exists(folder), $"{folder} is still there.");
        // Whatever the tests did: nothing crashed but what they killed, and no request ended in an exception.
        Assert.Equal(killed, lines.Count(line => line.Contains("ended unexpectedly", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => Fault().IsMatch(line));
    }

    /// <summary>Kills the service with that program, without a word; AppHost starts it again.</summary>
    internal void Kill(string program)
    {
        var found = Leftovers.Of(mark, DataFolder().Match(Log).Groups["folder"].Value).Single(one => one.Contains(program, StringComparison.Ordinal));
        using var service = System.Diagnostics.Process.GetProcessById(int.Parse(found[..found.IndexOf(':', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture));
        service.Kill();
        killed++;
    }

    private void Hear(string line)
    {
        lines.Enqueue(line);
        if (Running().Match(line) is { Success: true } match)
            address.TrySetResult(new Uri(match.Groups["address"].Value));
    }

    private async Task GiveUpAsync(string why)
    {
        await process!.KillAsync();
        await KeepLogAsync();
        Assert.Fail($"{why} Its last lines:\n{process.LastLines}");
    }

    /// <summary>The log outlives the run, beside the tests' assembly, for whoever has to find out.</summary>
    private Task KeepLogAsync() => File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "platform.log"), Log + '\n');

    [GeneratedRegex(@" is running: (?<address>http://localhost:\d+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Running();

    [GeneratedRegex("Data and logs: (?<folder>/.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DataFolder();

    [GeneratedRegex(@"^\w+ +\| (fail|crit): ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fault();
}
