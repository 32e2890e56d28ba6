using System.Reflection;

namespace VpVarmland.Tests;

/// <summary>The platform as the rules see it: its assemblies, and the files that are in version control's reach.</summary>
internal static class Platform
{
    internal static readonly string[] Services = ["Members", "Events", "Communications", "Elections"];

    internal static readonly string[] WebProjects = [.. Services, "Gateway"];

    internal static string Root { get; } = Snapshots.Root();

    internal static Assembly Load(string project) => Assembly.Load("VpVarmland." + project);

    /// <summary>Our own assemblies that this one refers to, by project name.</summary>
    internal static IReadOnlyList<string> Neighbours(Assembly assembly) =>
        [.. References(assembly).Where(name => name.StartsWith("VpVarmland.", StringComparison.Ordinal)).Select(name => name["VpVarmland.".Length..])];

    internal static IReadOnlyList<string> References(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(name => name.Name!)];

    /// <summary>Source files below a folder, without what tools make.</summary>
    internal static IReadOnlyList<string> Files(string folder, params string[] endings)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "artifacts" or "node_modules" or "wwwroot" or "generated" or ".data" or "bin" or "obj"))
            .ToList();
        // A rule over nothing says nothing.
        Assert.NotEmpty(files);
        return files;
    }
}
