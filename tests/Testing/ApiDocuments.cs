using System.Runtime.CompilerServices;

namespace VpVarmland.Tests;

/// <summary>
/// The API documents from which the web app's typed client is generated are committed, and each service's tests hold its own against the
/// committed one. Run with <c>UPDATE_SNAPSHOTS=1</c> to write what the service says now.
/// </summary>
public static class ApiDocuments
{
    /// <summary>Fails where the service's document differs from <c>gateway/web/openapi/{service}.json</c>.</summary>
    public static async Task CheckAsync(HttpClient client, string service) =>
        Snapshots.Check(Path.Combine(Snapshots.Root(), "gateway", "web", "openapi", service + ".json"), await client.GetStringAsync($"/openapi/{service}.json"));
}

/// <summary>Texts that are committed and compared; written anew with <c>UPDATE_SNAPSHOTS=1</c>.</summary>
public static class Snapshots
{
    /// <summary>The checkout's top folder.</summary>
    public static string Root() => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <summary>Fails where the text differs from the committed file.</summary>
    public static void Check(string file, string text)
    {
        var now = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, now);
        }
        Assert.True(File.Exists(file), $"{file} is missing; run with UPDATE_SNAPSHOTS=1");
        Assert.Equal(File.ReadAllText(file), now);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
