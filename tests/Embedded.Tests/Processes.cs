using System.Globalization;
using VpVarmland.Embedded.Servers;

namespace VpVarmland.Tests;

/// <summary>A process that was alive when it was looked at; Linux may give its id to another one later, but not with the same start time.</summary>
internal sealed record SeenProcess(int Id, string Started, string CommandLine)
{
    internal bool IsAlive => ProcessRecord.StartTime(Id) == Started;
}

internal static class Processes
{
    /// <summary>The children of a process, their children, and so on.</summary>
    internal static IReadOnlyList<SeenProcess> Below(int ancestor)
    {
        var all = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Parent: ProcessRecord.ParentOf(id)))
            .ToList();
        List<int> found = [ancestor];
        for (var i = 0; i < found.Count; i++)
            found.AddRange(all.Where(process => process.Parent == found[i]).Select(process => process.Id));
        return found.Skip(1).Select(See).OfType<SeenProcess>().ToList();
    }

    internal static async Task AllEndAsync(IReadOnlyList<SeenProcess> processes)
    {
        Assert.NotEmpty(processes);
        await Poll.UntilAsync(
            () => processes.All(process => !process.IsAlive),
            () => "still alive: " + string.Join(", ", processes.Where(process => process.IsAlive)));
    }

    /// <summary>The effective user of a process.</summary>
    internal static uint UserOf(int id) =>
        uint.Parse(File.ReadLines($"/proc/{id}/status").First(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[2], CultureInfo.InvariantCulture);

    /// <summary>The local addresses that a process listens on, as Linux writes them: hexadecimal, and a port after a colon.</summary>
    internal static IReadOnlyList<string> ListensOn(int id)
    {
        const string Listening = "0A";
        var sockets = Directory.EnumerateFiles($"/proc/{id}/fd").Select(file => new FileInfo(file).LinkTarget).ToHashSet(StringComparer.Ordinal);
        return new[] { "/proc/net/tcp", "/proc/net/tcp6" }
            .SelectMany(file => File.ReadLines(file).Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == Listening && sockets.Contains($"socket:[{fields[9]}]"))
            .Select(fields => fields[1])
            .ToList();
    }

    /// <summary>The environment that a process was started with; empty when it is gone.</summary>
    internal static string EnvironmentOf(int id) => Read(id, "environ");

    private static SeenProcess? See(int id) =>
        ProcessRecord.StartTime(id) is { } started ? new SeenProcess(id, started, Read(id, "cmdline").Replace('\0', ' ').Trim()) : null;

    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
