using VpVarmland.Embedded.Servers;

namespace Aspire.Hosting.Running;

/// <summary>
/// <c>dotnet run</c>, when it started us. It passes Ctrl-C and SIGTERM on, but when it is killed (<c>kill -9</c>) nobody tells us, and the
/// person believes that everything has ended.
/// </summary>
internal static class Launcher
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    /// <summary>Completes when <c>dotnet run</c> is gone; never when somebody else started us, who may have left on purpose.</summary>
    internal static async Task GoneAsync(CancellationToken cancel)
    {
        var launcher = ProcessRecord.ParentOf(Environment.ProcessId);
        var started = IsDotnetRun(launcher) ? ProcessRecord.StartTime(launcher) : null;
        while (started is null || ProcessRecord.StartTime(launcher) == started)
            await Task.Delay(started is null ? Timeout.InfiniteTimeSpan : PollInterval, cancel);
    }

    private static bool IsDotnetRun(int processId)
    {
        try
        {
            var words = File.ReadAllText($"/proc/{processId}/cmdline").Split('\0');
            return Path.GetFileName(words[0]) == "dotnet" && words.Contains("run", StringComparer.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
