namespace VpVarmland.Embedded.Servers;

/// <summary>Docker or Podman, used when the servers' programs are not installed.</summary>
/// <param name="Program">Full path of the engine's command line.</param>
internal sealed record ContainerEngine(string Program)
{
    private static readonly string[] Names = ["docker", "podman"];

    /// <summary>The engine that answers; null when none does. A command line whose engine is not running is none.</summary>
    internal static async Task<ContainerEngine?> FindAsync(Programs programs, CancellationToken cancel)
    {
        foreach (var program in Names.Select(programs.FindCommand).OfType<string>())
        {
            try
            {
                var engine = new ContainerEngine(program);
                await engine.RunAsync(cancel, "info");
                return engine;
            }
            catch (ServerException)
            {
                // Installed, not running.
            }
        }

        return null;
    }

    /// <summary>Deletes the volumes of a folder's servers, when there is an engine that could have any.</summary>
    internal static async Task ForgetAsync(string folderId, CancellationToken cancel)
    {
        if (await FindAsync(new Programs(), cancel) is not { } engine)
            return;
        foreach (var server in new[] { "postgres", "rabbitmq" })
        {
            await engine.RemoveAsync(NameOf(folderId, server), cancel);
            await engine.RunAsync(cancel, "volume", "rm", "--force", NameOf(folderId, server));
        }
    }

    internal static string NameOf(string folderId, string server) => $"vpvarmland-{folderId}-{server}";

    /// <summary>Ends and removes a container, if there is one of that name.</summary>
    internal async Task RemoveAsync(string name, CancellationToken cancel)
    {
        try
        {
            await RunAsync(cancel, "rm", "--force", name);
        }
        catch (ServerException)
        {
            // There was none.
        }
    }

    /// <summary>
    /// What runs a server in the foreground. Signals to the command reach the server, so it is stopped, and ends with us, like a program.
    /// Values of the environment stay out of the command line, where every user of the machine could read them.
    /// </summary>
    internal ChildStart Start(ServerFolder folder, ContainerImage image, int port, IReadOnlyDictionary<string, string?> environment, Signal gently)
    {
        var name = NameOf(folder.Id, image.Server);
        List<string> arguments =
        [
            "run", "--rm", "--name", name, "--hostname", image.Server, "--publish", $"127.0.0.1:{port}:{image.Port}",
            "--volume", $"{name}:{image.DataFolder}",
            .. environment.Keys.SelectMany(key => new[] { "--env", key }),
            image.Image, .. image.Arguments,
        ];
        return new ChildStart(image.Server, Program, arguments, folder.Path) { Environment = environment, Gently = gently, WhenOrphaned = gently };
    }

    private Task RunAsync(CancellationToken cancel, params string[] arguments) =>
        ChildProcess.RunAsync(new ChildStart("engine", Program, arguments, "/"), cancel);
}

/// <summary>A server's image, and where in it its port and data are.</summary>
internal sealed record ContainerImage(string Server, string Image, int Port, string DataFolder, IReadOnlyList<string> Arguments);
