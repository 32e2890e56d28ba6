namespace VpVarmland.Tests;

/// <summary>
/// Every process of one start of the platform, whoever its parent is by now: our variable is in its environment, or it was started on the
/// platform's data folder, as the servers and Erlang's port mapper are, which get an environment of their own.
/// </summary>
internal static class Leftovers
{
    internal const string Variable = "VPVARMLAND_SYSTEM_TESTS";

    /// <returns>Id and command line of each.</returns>
    internal static IReadOnlyList<string> Of(string mark, string folder) =>
        [.. Directory.EnumerateDirectories("/proc").Where(process => Path.GetFileName(process).All(char.IsAsciiDigit) && IsOurs(process, mark, folder)).Select(Describe)];

    private static bool IsOurs(string process, string mark, string folder) =>
        Read(process, "environ") is var environment && (environment.Contains($"{Variable}={mark}", StringComparison.Ordinal) || environment.Contains(folder, StringComparison.Ordinal))
        || Read(process, "cmdline").Contains(folder, StringComparison.Ordinal);

    private static string Describe(string process) => $"{Path.GetFileName(process)}: {Read(process, "cmdline").Replace('\0', ' ')}";

    /// <summary>Empty for what has just ended, and for what is another user's.</summary>
    private static string Read(string process, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
