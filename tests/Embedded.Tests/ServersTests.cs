using System.Text;
using Npgsql;
using RabbitMQ.Client;
using VpVarmland.Embedded.Servers;

namespace VpVarmland.Tests;

/// <summary>The two servers of one temporary folder, shared by the tests of a class.</summary>
public sealed class RunningServers : IAsyncLifetime
{
    internal ServerFolder Folder { get; } = ServerFolder.Temporary();

    internal PostgresServer Postgres { get; private set; } = null!;

    internal RabbitServer Rabbit { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var postgres = PostgresServer.StartAsync(Folder);
        var rabbit = RabbitServer.StartAsync(Folder);
        (Postgres, Rabbit) = (await postgres, await rabbit);
    }

    public async ValueTask DisposeAsync()
    {
        await Rabbit.DisposeAsync();
        await Postgres.DisposeAsync();
        Folder.Dispose();
        Assert.False(Directory.Exists(Folder.Path), "A temporary folder is deleted.");
    }
}

public sealed class ServersTests(RunningServers servers) : IClassFixture<RunningServers>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_is_made_once_and_can_be_copied()
    {
        await servers.Postgres.CreateDatabaseAsync("a \"strange\" name", cancel: Cancel);
        await servers.Postgres.CreateDatabaseAsync("a \"strange\" name", cancel: Cancel);
        await servers.Postgres.CreateDatabaseAsync("original", cancel: Cancel);
        await RunAsync("original", "create table things (name text); insert into things values ('Ölme')");
        await servers.Postgres.CreateDatabaseAsync("copy", template: "original", Cancel);
        Assert.Equal("Ölme", await RunAsync("copy", "select name from things"));
    }

    [Fact]
    public async Task Swedish_order_is_there()
    {
        await servers.Postgres.CreateDatabaseAsync("order", cancel: Cancel);
        Assert.Equal("Z,Å,Ä,Ö", await RunAsync("order", """select string_agg(c, ',' order by c collate "sv-SE-x-icu") from unnest('{Ö,Z,Ä,Å}'::text[]) c"""));
    }

    [Fact]
    public async Task A_wrong_password_is_refused_by_both()
    {
        var postgres = new NpgsqlConnectionStringBuilder(servers.Postgres.ConnectionString("postgres")) { Password = "guess", Pooling = false };
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Cancel));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
        var rabbit = new ConnectionFactory { Uri = new Uri(servers.Rabbit.ConnectionString), Password = "guess" };
        await Assert.ThrowsAsync<RabbitMQ.Client.Exceptions.BrokerUnreachableException>(() => rabbit.CreateConnectionAsync(Cancel));
    }

    [Fact]
    public void They_listen_on_loopback_only_and_never_run_as_root()
    {
        var processes = Processes.Below(Environment.ProcessId)
            .Where(process => process.CommandLine.Contains(servers.Folder.Path, StringComparison.Ordinal) ||
                Processes.EnvironmentOf(process.Id).Contains(servers.Folder.Path, StringComparison.Ordinal))
            .ToList();
        Assert.Contains(processes, process => process.CommandLine.EndsWith("epmd", StringComparison.Ordinal));
        Assert.All(processes, process => Assert.NotEqual(0u, Processes.UserOf(process.Id)));
        var addresses = processes.SelectMany(process => Processes.ListensOn(process.Id)).ToList();
        Assert.Contains($"0100007F:{servers.Postgres.Port:X4}", addresses);
        Assert.Contains($"0100007F:{servers.Rabbit.Port:X4}", addresses);
        // PostgreSQL, AMQP, Erlang's distribution, and epmd, which insists on IPv6 too.
        Assert.True(addresses.Count >= 4, string.Join(' ', addresses));
        Assert.All(addresses, address => Assert.Matches("^(0100007F|00000000000000000000000001000000):", address));
    }

    [Fact]
    public void Passwords_can_be_read_by_their_owner_alone()
    {
        var secrets = Path.Combine(servers.Folder.Path, "secrets");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(secrets));
        Assert.All(Directory.GetFiles(secrets), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.False(File.Exists(Path.Combine(servers.Folder.Path, "postgres", "password")), "initdb's copy is deleted.");
        Assert.DoesNotContain(Processes.Below(Environment.ProcessId), process => process.CommandLine.Contains(servers.Folder.Secret("rabbitmq"), StringComparison.Ordinal));
    }

    private async Task<object?> RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(servers.Postgres.ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancel);
    }
}

/// <summary>Servers of their own, because these tests kill them.</summary>
public sealed class ServerCrashTests(RunningServers servers) : IClassFixture<RunningServers>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_PostgreSQL_restarts_on_its_port_with_what_was_committed()
    {
        await using var source = NpgsqlDataSource.Create(servers.Postgres.ConnectionString("postgres"));
        await using (var create = source.CreateCommand("create table kept (id int); insert into kept values (7)"))
            await create.ExecuteNonQueryAsync(Cancel);
        var (port, process) = (servers.Postgres.Port, servers.Postgres.ProcessId);
        await servers.Postgres.KillAsync();
        Assert.True(servers.Postgres.Exited.IsCompleted);
        await servers.Postgres.RestartAsync(Cancel);
        Assert.Equal(port, servers.Postgres.Port);
        Assert.NotEqual(process, servers.Postgres.ProcessId);
        source.Clear();
        await using var read = source.CreateCommand("select id from kept");
        Assert.Equal(7, await read.ExecuteScalarAsync(Cancel));
    }

    [Fact]
    public async Task A_killed_RabbitMQ_restarts_on_its_port_with_its_durable_messages()
    {
        var factory = new ConnectionFactory { Uri = new Uri(servers.Rabbit.ConnectionString) };
        var queue = new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" };
        var channelWithConfirms = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using (var connection = await factory.CreateConnectionAsync(Cancel))
        await using (var channel = await connection.CreateChannelAsync(channelWithConfirms, Cancel))
        {
            await channel.QueueDeclareAsync("kept", durable: true, exclusive: false, autoDelete: false, queue, cancellationToken: Cancel);
            await channel.BasicPublishAsync("", "kept", Encoding.UTF8.GetBytes("hej"), Cancel);
        }

        // RabbitMQ 3.10 writes down half a second later which quorum queues it has; a queue younger than that does not outlive a kill.
        var names = Path.Combine(servers.Folder.Path, "rabbitmq/data/rabbit@localhost/quorum/rabbit@localhost/names.dets");
        await Poll.UntilAsync(() => File.ReadAllText(names, Encoding.Latin1).Contains("_kept", StringComparison.Ordinal), () => "the queue is not written down");
        await servers.Rabbit.KillAsync();
        await servers.Rabbit.RestartAsync(Cancel);
        await using (var connection = await factory.CreateConnectionAsync(Cancel))
        await using (var channel = await connection.CreateChannelAsync(cancellationToken: Cancel))
        {
            BasicGetResult? message = null;
            await Poll.UntilAsync(async () => (message = await channel.BasicGetAsync("kept", autoAck: true, Cancel)) is not null, () => "no message");
            Assert.Equal("hej", Encoding.UTF8.GetString(message!.Body.Span));
        }
    }
}
