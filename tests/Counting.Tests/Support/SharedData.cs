namespace VpVarmland.Tests.Support;

/// <summary>Published elections that are not part of the project: found in shared/data beside the repository, where there is such a folder.</summary>
internal static class SharedData
{
    /// <summary>The path of a file; skips the test, and says so, when it is not there.</summary>
    public static string Path(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = System.IO.Path.Combine(folder.FullName, "shared", "data", "elections", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip($"shared/data/elections/{name} is not beside this repository, so the published elections in it are not counted.");
        return string.Empty;
    }
}
