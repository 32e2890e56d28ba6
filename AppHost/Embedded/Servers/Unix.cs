using System.Globalization;
using System.Runtime.InteropServices;

namespace VpVarmland.Embedded.Servers;

/// <summary>The few signals that the servers and services are ended with (numbers as on every Linux).</summary>
internal enum Signal
{
    /// <summary>Reaches nobody.</summary>
    None = 0,
    Interrupt = 2,
    Quit = 3,
    Kill = 9,
    Terminate = 15,
}

/// <summary>What .NET has no word for on Linux.</summary>
internal static partial class Unix
{
    /// <summary>True for root: then the servers must run as somebody else.</summary>
    internal static bool IsRoot => Environment.IsPrivilegedProcess;

    /// <summary>Sends a signal. A process that is gone already is no error.</summary>
    internal static void Send(int processId, Signal signal) => _ = Kill(processId, (int)signal);

    /// <summary>Creates a folder for one user alone (mode 700), handing it over when we are root.</summary>
    internal static void CreatePrivateFolder(string path, UnixUser? owner)
    {
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        HandOver(path, owner);
    }

    /// <summary>Writes a file that one user alone may read (mode 600), handing it over when we are root.</summary>
    internal static void WritePrivateFile(string path, string content, UnixUser? owner = null)
    {
        // Deleted first: an existing file would keep its own mode and owner.
        File.Delete(path);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var writer = new StreamWriter(path, options))
            writer.Write(content);
        HandOver(path, owner);
    }

    private static void HandOver(string path, UnixUser? owner)
    {
        if (owner is not null && ChangeOwner(path, owner.UserId, owner.GroupId) != 0)
            throw new IOException($"{path} could not be given to {owner.Name} (errno {Marshal.GetLastPInvokeError()}).");
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);

    [LibraryImport("libc", EntryPoint = "chown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ChangeOwner(string path, uint user, uint group);
}

/// <summary>The unprivileged account that a server runs as when the platform was started by root.</summary>
internal sealed record UnixUser(string Name, uint UserId, uint GroupId)
{
    /// <summary>
    /// The first of the names that exists, for root; null for an ordinary user, who runs the servers as himself.
    /// </summary>
    internal static UnixUser? ForServer(params string[] names)
    {
        if (!Unix.IsRoot)
            return null;
        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToList();
        foreach (var name in names)
        {
            if (accounts.Find(fields => fields[0] == name) is { } account)
                return new UnixUser(name, uint.Parse(account[2], CultureInfo.InvariantCulture), uint.Parse(account[3], CultureInfo.InvariantCulture));
        }

        throw new ServerException($"None of the accounts {string.Join(", ", names)} exists, and the servers never run as root.");
    }
}
