using System.Security.Cryptography;
using System.Text;

namespace VpVarmland.Embedded.Servers;

/// <summary>
/// Where the servers of one checkout, or of one test run, keep data, passwords and logs. Reachable by the unprivileged account
/// that they run as, and used by one process at a time.
/// </summary>
public sealed class ServerFolder : IDisposable
{
    private const UnixFileMode PassableByAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly FileStream _lock;

    private ServerFolder(string path, bool isTemporary)
    {
        if (!OperatingSystem.IsLinux())
            throw new ServerException("The embedded servers need Linux. Elsewhere, start the platform with Aspire and a container engine (UseAspire=true).");
        Path = path;
        IsTemporary = isTemporary;
        Directory.CreateDirectory(path, PassableByAll);
        _lock = Lock(path);
    }

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>True when the data is deleted on dispose. Servers then skip what only makes data outlive a power cut.</summary>
    public bool IsTemporary { get; }

    /// <summary>A short name that no other folder has (for containers and volumes).</summary>
    internal string Id => ShortHash(Path);

    /// <summary>
    /// The folder of a checkout: <c>.data</c> in it, or for root <c>/var/lib/vpvarmland/&lt;hash of its path&gt;</c>, because the accounts that
    /// the servers then run as cannot be expected to reach a checkout in root's home.
    /// </summary>
    /// <exception cref="ServerException">Another process is running the servers of this checkout.</exception>
    public static ServerFolder ForCheckout(string checkout) => new(PathForCheckout(checkout), isTemporary: false);

    /// <summary>A folder that somebody has chosen. Where root starts the servers, their users must be able to reach it.</summary>
    /// <exception cref="ServerException">Another process is running servers there.</exception>
    public static ServerFolder At(string path) => new(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)), isTemporary: false);

    /// <summary>An empty folder of its own, deleted on dispose; those of processes that were killed are deleted on the way.</summary>
    public static ServerFolder Temporary()
    {
        var home = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"vpvarmland-{Environment.UserName}");
        Directory.CreateDirectory(home, PassableByAll);
        // A folder that another process is just creating has no lock yet, so only older ones count as abandoned.
        var oldest = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1);
        foreach (var folder in Directory.EnumerateDirectories(home).Where(folder => Directory.GetCreationTimeUtc(folder) < oldest))
            DeleteIfAbandoned(folder);
        return new ServerFolder(System.IO.Path.Combine(home, Guid.NewGuid().ToString("N")[..12]), isTemporary: true);
    }

    internal static string PathForCheckout(string checkout)
    {
        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(checkout));
        return Unix.IsRoot ? $"/var/lib/vpvarmland/{ShortHash(full)}" : System.IO.Path.Combine(full, ".data");
    }

    /// <summary>A generated password, kept under this name in a file that its owner alone can read.</summary>
    public string Secret(string name)
    {
        var folder = System.IO.Path.Combine(Path, "secrets");
        Unix.CreatePrivateFolder(folder, owner: null);
        var file = System.IO.Path.Combine(folder, name);
        if (!File.Exists(file))
            Unix.WritePrivateFile(file, RandomNumberGenerator.GetHexString(32, lowercase: true));
        return File.ReadAllText(file);
    }

    /// <summary>Forgets everything: data, passwords and logs. The servers must be stopped; what a killed process left running is ended.</summary>
    public async Task ClearAsync(CancellationToken cancel = default)
    {
        await ProcessRecord.EndAllAsync(Path, cancel);
        await ContainerEngine.ForgetAsync(Id, cancel);
        foreach (var folder in Directory.EnumerateDirectories(Path))
            Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.EnumerateFiles(Path).Where(file => file != _lock.Name))
            File.Delete(file);
    }

    /// <summary>Lets the next process in, and deletes a temporary folder.</summary>
    public void Dispose()
    {
        if (IsTemporary)
            Delete();
        _lock.Dispose();
    }

    private void Delete()
    {
        for (var attempt = 1; Directory.Exists(Path); attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException) when (attempt < 50)
            {
                // The children of a killed PostgreSQL notice in a moment, and may write until then.
                Thread.Sleep(100);
            }
        }
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new ServerException($"The platform is already running on the data in {path}. Stop that one first.", e);
        }
    }

    private static void DeleteIfAbandoned(string path)
    {
        try
        {
            using (Lock(path))
            {
                ProcessRecord.EndAllAsync(path, CancellationToken.None).GetAwaiter().GetResult();
                Directory.Delete(path, recursive: true);
            }
        }
        catch (Exception e) when (e is ServerException or IOException or UnauthorizedAccessException)
        {
            // In use, or somebody else's: not ours to delete.
        }
    }

    private static string ShortHash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];
}
