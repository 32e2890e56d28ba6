using System.Diagnostics;
using System.Globalization;

namespace VpVarmland.Embedded.Servers;

/// <summary>
/// A file <c>name.pid</c> with id and start time of a process we started, and the signal that ends it gently. Ids are used again by
/// Linux, the pair is not, so a record never ends somebody else's process.
/// </summary>
internal static class ProcessRecord
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    internal static void Write(string folder, string name, int processId, Signal gently)
    {
        if (StartTime(processId) is { } started)
            File.WriteAllText(FileFor(folder, name), string.Create(CultureInfo.InvariantCulture, $"{processId} {started} {(int)gently}"));
    }

    internal static void Delete(string folder, string name) => File.Delete(FileFor(folder, name));

    /// <summary>Ends what an earlier, killed run left behind: politely first, then for good.</summary>
    internal static async Task EndAsync(string folder, string name, CancellationToken cancel)
    {
        var file = FileFor(folder, name);
        if (!File.Exists(file))
            return;
        var parts = (await File.ReadAllTextAsync(file, cancel)).Split(' ');
        if (parts.Length == 3)
            await EndAsync(Number(parts[0]), parts[1], (Signal)Number(parts[2]), cancel);
        File.Delete(file);
    }

    /// <summary>The same for every record in a folder.</summary>
    internal static async Task EndAllAsync(string folder, CancellationToken cancel)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.pid"))
            await EndAsync(folder, Path.GetFileNameWithoutExtension(file), cancel);
    }

    /// <summary>The process' start time in clock ticks since boot; null when it is gone or a zombie.</summary>
    internal static string? StartTime(int processId) => Stat(processId) is { } fields && fields[0] != "Z" ? fields[19] : null;

    /// <summary>The id of the process' parent; 0 when it is gone.</summary>
    internal static int ParentOf(int processId) => Stat(processId) is { } fields ? Number(fields[1]) : 0;

    /// <summary>The fields of <c>/proc/N/stat</c> from the third on (state, parent …); null when there is no such process.</summary>
    private static string[]? Stat(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            // The second field is the name in parentheses, which may contain spaces.
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task EndAsync(int processId, string started, Signal gently, CancellationToken cancel)
    {
        var waited = Stopwatch.StartNew();
        for (var signal = gently; StartTime(processId) == started; signal = waited.Elapsed > Patience ? Signal.Kill : Signal.None)
        {
            Unix.Send(processId, signal);
            await Task.Delay(50, cancel);
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string FileFor(string folder, string name) => Path.Combine(folder, name + ".pid");
}
