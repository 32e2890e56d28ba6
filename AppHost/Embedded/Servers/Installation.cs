namespace VpVarmland.Embedded.Servers;

/// <summary>Installs Debian packages when root has started the platform on Debian or Ubuntu.</summary>
internal static class Installation
{
    private const string PolicyFile = "/usr/sbin/policy-rc.d";
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute |
        UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Installs a package unless <paramref name="isInstalled"/> says that it is there by now.</summary>
    /// <exception cref="ServerException">We may not, or it failed; the message names the command to run.</exception>
    internal static async Task InstallAsync(string package, Func<bool> isInstalled, ServerOptions options, CancellationToken cancel)
    {
        if (!Unix.IsRoot || options.Programs.FindCommand("apt-get") is not { } aptGet)
            throw new ServerException(MissingMessage(package));
        using var turn = await WaitForTurnAsync(cancel);
        if (isInstalled())
            return;
        options.Say($"{package} is not installed: installing it with apt-get (once; a minute or two)…");
        var policyIsOurs = ForbidStartingServices();
        try
        {
            await AptAsync(aptGet, options.Say, cancel, "update");
            await AptAsync(aptGet, options.Say, cancel, "install", "--yes", "--no-install-recommends", package);
        }
        finally
        {
            if (policyIsOurs)
                File.Delete(PolicyFile);
        }

        if (!isInstalled())
            throw new ServerException($"{package} was installed, but its programs are not where they are expected.");
        options.Say($"{package} is installed.");
    }

    internal static string MissingMessage(string package) =>
        $"{package} is not installed. Run this once, then start again:  {(Unix.IsRoot ? "" : "sudo ")}apt-get install {package}\n" +
        "(any other system: install PostgreSQL 15 or later and RabbitMQ with its package manager, or start Docker or Podman)";

    private static Task AptAsync(string aptGet, Action<string> say, CancellationToken cancel, params string[] arguments) => ChildProcess.RunAsync(
        new ChildStart("apt-get", aptGet, ["-o", "DPkg::Lock::Timeout=300", "--quiet", .. arguments], "/")
        {
            // Interrupted, apt-get leaves its database in order.
            Gently = Signal.Interrupt,
            WhenOrphaned = Signal.Interrupt,
            Environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DEBIAN_FRONTEND"] = "noninteractive" },
            OnLine = line =>
            {
                if (line.StartsWith("Setting up", StringComparison.Ordinal))
                    say("  " + line);
            },
        },
        cancel);

    /// <summary>
    /// Debian starts a service as soon as its package is unpacked, unless this file says no. A file that the administrator has put there stays.
    /// </summary>
    private static bool ForbidStartingServices()
    {
        if (File.Exists(PolicyFile))
            return false;
        File.WriteAllText(PolicyFile, "#!/bin/sh\n# Put here while VpVarmland installs a package; it runs its servers itself.\nexit 101\n");
        File.SetUnixFileMode(PolicyFile, Executable);
        return true;
    }

    /// <summary>Two platforms that start at the same time install one after the other.</summary>
    private static async Task<IDisposable> WaitForTurnAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory("/var/lib/vpvarmland");
        while (true)
        {
            try
            {
                return new FileStream("/var/lib/vpvarmland/install.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(500, cancel);
            }
        }
    }
}
