using System.Globalization;

namespace VpVarmland.Embedded.Servers;

/// <summary>Where the installed programs are.</summary>
internal sealed class Programs
{
    private static readonly int[] PostgresVersions = [18, 17, 16, 15];
    private static readonly string[] RabbitScripts = ["usr/lib/rabbitmq/bin/rabbitmq-server", "opt/rabbitmq/sbin/rabbitmq-server"];

    /// <summary>Folders of packages are looked up below this one.</summary>
    internal string Root { get; init; } = "/";

    /// <summary>Folders with commands: PATH, and those of system programs, which an ordinary user's PATH leaves out.</summary>
    internal string SearchPath { get; init; } = $"{Environment.GetEnvironmentVariable("PATH")}:/usr/local/sbin:/usr/sbin:/sbin";

    /// <summary>The folder with <c>initdb</c> and <c>postgres</c>; null when none is installed.</summary>
    /// <param name="version">Existing data's major version, which alone can read it; null for the newest.</param>
    internal string? FindPostgres(int? version) => PostgresVersions
        .Where(major => version is null || major == version)
        .SelectMany(major => new[] { $"usr/lib/postgresql/{major}/bin", $"usr/pgsql-{major}/bin" })
        .Select(folder => Path.Combine(Root, folder))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "postgres")));

    /// <summary>
    /// RabbitMQ's own start script; null when it is not installed. Not Debian's <c>/usr/sbin/rabbitmq-server</c>: that one insists on
    /// the system's account, folders and logs.
    /// </summary>
    internal string? FindRabbit() => RabbitScripts
        .Select(file => Path.Combine(Root, file))
        .FirstOrDefault(File.Exists);

    /// <summary>Full path of a command; null when there is none of that name.</summary>
    internal string? FindCommand(string name) => SearchPath
        .Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    /// <summary>The major version that a data folder was made by; null when there is none.</summary>
    internal static int? PostgresVersionOf(string dataFolder)
    {
        var file = Path.Combine(dataFolder, "PG_VERSION");
        return File.Exists(file) ? int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture) : null;
    }
}
