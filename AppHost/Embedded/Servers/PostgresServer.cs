using Npgsql;

namespace VpVarmland.Embedded.Servers;

/// <summary>A private PostgreSQL, 15 to 18: whichever is installed, or made the data.</summary>
public sealed class PostgresServer : Server
{
    private const string DuplicateDatabase = "42P04";


    private PostgresServer(ServerFolder folder, ServerOptions options)
        : base("postgres", "postgresql", folder, options)
    {
    }

    private protected override bool IsInstalled => Bin is not null;

    private protected override ContainerImage Image =>
        new(Name, "docker.io/library/postgres:18", 5432, "/var/lib/postgresql", ["postgres", .. Settings]);

    private protected override IReadOnlyDictionary<string, string?> ContainerEnvironment => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["POSTGRES_USER"] = UserName,
        ["POSTGRES_PASSWORD"] = Password,
    };

    /// <summary>Ends open connections and writes everything down ("fast shutdown").</summary>
    private protected override Signal Gently => Signal.Interrupt;

    private protected override int Attempts => 8;

    private string Home => Path.Combine(Folder.Path, Name);

    /// <summary>Looked up each time: the account comes with the package, which may just have been installed.</summary>
    private static UnixUser? User => UnixUser.ForServer("postgres", "nobody");

    private string Data => Path.Combine(Home, "data");

    private string? Bin => Options.Programs.FindPostgres(Programs.PostgresVersionOf(Data));

    private IEnumerable<string> Settings
    {
        get
        {
            // Four services and a gateway, each with a pool of up to a hundred, of which few are ever in use; tests run side by side.
            yield return "-cmax_connections=400";
            // Taken when it is used; the server's own 128 MB are less than a large register's indexes.
            yield return "-cshared_buffers=512MB";
            yield return "-ctimezone=UTC";
            if (!Folder.IsTemporary)
                yield break;
            // Nothing written is forced to the disk; what was committed still outlives a killed server, only not a power cut.
            yield return "-cfsync=off";
            yield return "-cfull_page_writes=off";
        }
    }

    /// <summary>Starts the server in a folder, making the database cluster when there is none, and returns when it answers.</summary>
    /// <exception cref="ServerException">It is not installed and cannot be, or does not start.</exception>
    public static async Task<PostgresServer> StartAsync(ServerFolder folder, ServerOptions? options = null, CancellationToken cancel = default)
    {
        var server = new PostgresServer(folder, options ?? new ServerOptions());
        await server.BeginAsync(cancel);
        return server;
    }

    /// <summary>What Npgsql needs to reach one of the databases, as Aspire writes it.</summary>
    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port};Username={UserName};Password={Password};Database={database}";

    /// <summary>Creates a database unless it exists.</summary>
    /// <param name="template">Copies this database, to which nobody may be connected; null for an empty one.</param>
    public async Task CreateDatabaseAsync(string name, string? template = null, CancellationToken cancel = default)
    {
        await using var connection = await OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = $"create database {Quote(name)}" + (template is null ? "" : $" template {Quote(template)}");
        try
        {
            await command.ExecuteNonQueryAsync(cancel);
        }
        catch (PostgresException e) when (e.SqlState == DuplicateDatabase)
        {
            // It is there.
        }
    }

    private protected override ChildStart Program() => Native(
        "postgres",
        [$"-D{Data}", $"-cport={Port}", "-clisten_addresses=127.0.0.1", "-cunix_socket_directories=", .. Settings]);

    private protected override async Task PrepareAsync(CancellationToken cancel)
    {
        if (Directory.Exists(Data))
            return;
        Unix.CreatePrivateFolder(Home, User);
        // Made beside and moved into place, so that an interrupted one is never taken for data.
        var unfinished = Data + ".new";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        var passwordFile = Path.Combine(Home, "password");
        Unix.WritePrivateFile(passwordFile, Password, User);
        try
        {
            string[] arguments =
            [
                $"--pgdata={unfinished}", $"--username={UserName}", $"--pwfile={passwordFile}", "--auth=scram-sha-256",
                "--encoding=UTF8", "--locale=C.UTF-8",
            ];
            await ChildProcess.RunAsync(Native("initdb", Folder.IsTemporary ? [.. arguments, "--no-sync"] : arguments), cancel);
        }
        finally
        {
            File.Delete(passwordFile);
        }

        Directory.Move(unfinished, Data);
    }

    private protected override async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        try
        {
            await using var connection = await OpenAsync(cancel);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private ChildStart Native(string program, IReadOnlyList<string> arguments) => new(Name, Path.Combine(Bin!, program), arguments, Home)
    {
        InheritsEnvironment = false,
        User = User,
        Gently = Gently,
        WhenOrphaned = Gently,
    };

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancel)
    {
        // Not pooled: a pooled connection would be in the way of a restart, and of copying a template.
        var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false;Timeout=5");
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
