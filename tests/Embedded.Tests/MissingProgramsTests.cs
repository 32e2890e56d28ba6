using Npgsql;
using VpVarmland.Embedded.Servers;

namespace VpVarmland.Tests;

/// <summary>A machine without PostgreSQL and RabbitMQ: an empty folder stands for its packages, another for its commands.</summary>
public sealed class MissingProgramsTests : IDisposable
{
    private readonly string _machine = Directory.CreateTempSubdirectory("machine").FullName;
    private readonly ServerFolder _folder = ServerFolder.Temporary();
    private readonly List<string> _said = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ServerOptions Options => new() { Say = _said.Add, Programs = new Programs { Root = _machine, SearchPath = _machine } };

    [Fact]
    public async Task Without_an_engine_the_command_to_run_is_named()
    {
        var postgres = await Assert.ThrowsAsync<ServerException>(() => PostgresServer.StartAsync(_folder, Options, Cancel));
        Assert.Contains("apt-get install postgresql\n", postgres.Message, StringComparison.Ordinal);
        var rabbit = await Assert.ThrowsAsync<ServerException>(() => RabbitServer.StartAsync(_folder, Options, Cancel));
        Assert.Contains("apt-get install rabbitmq-server\n", rabbit.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_does_not_answer_is_none()
    {
        Script("docker", "exit 1");
        await Assert.ThrowsAsync<ServerException>(() => PostgresServer.StartAsync(_folder, Options, Cancel));
        Assert.Empty(_said);
    }

    [Fact]
    public async Task PostgreSQL_runs_as_a_container_on_the_same_port()
    {
        var real = new Programs().FindPostgres(version: null);
        Assert.SkipWhen(real is null, "PostgreSQL, which stands in for the image, is not installed.");
        // Does what the image's entry point does with what it is given, as an account that may.
        var drop = UnixUser.ForServer("postgres") is { } user ? $"setpriv --reuid={user.UserId} --regid={user.GroupId} --init-groups --" : "";
        Engine($"""
            home=$(mktemp -d) && chmod 755 $home && mkdir $home/data
            echo "$POSTGRES_PASSWORD" > $home/password
            {(drop.Length == 0 ? "" : "chown -R postgres $home")}
            cd $home
            {drop} {real}/initdb --pgdata=$home/data --username="$POSTGRES_USER" --pwfile=$home/password --auth=scram-sha-256 --no-sync >/dev/null
            exec {drop} {real}/postgres -D $home/data -cport=$port -clisten_addresses=127.0.0.1 -cunix_socket_directories=
            """);
        var server = await PostgresServer.StartAsync(_folder, Options, Cancel);
        await using (server)
        {
            await using var connection = new NpgsqlConnection(server.ConnectionString("postgres") + ";Pooling=false");
            await connection.OpenAsync(Cancel);
        }

        Assert.Equal(["postgresql is not installed: running docker.io/library/postgres:18 with docker."], _said);
        var run = Assert.Single(Calls(), call => call.StartsWith("run ", StringComparison.Ordinal));
        Assert.Contains($"--publish 127.0.0.1:{server.Port}:5432 ", run, StringComparison.Ordinal);
        Assert.Contains($"--volume vpvarmland-{_folder.Id}-postgres:/var/lib/postgresql ", run, StringComparison.Ordinal);
        Assert.Contains("--env POSTGRES_PASSWORD docker.io/library/postgres:18 postgres ", run, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Secret("postgres"), run, StringComparison.Ordinal);
        Assert.Equal($"rm --force vpvarmland-{_folder.Id}-postgres", Calls()[^1]);
    }

    [Fact]
    public async Task RabbitMQ_runs_as_a_container_on_the_same_port()
    {
        Assert.SkipWhen(new Programs().FindCommand("socat") is null, "socat, which stands in for the image, is not installed.");
        // Answers as the first frame of a broker begins: method, channel 0.
        Script("answer", """printf '\001\000\000'; cat >/dev/null""");
        Engine($"exec socat TCP-LISTEN:$port,bind=127.0.0.1,fork,reuseaddr EXEC:{_machine}/answer");
        var server = await RabbitServer.StartAsync(_folder, Options, Cancel);
        await server.DisposeAsync();
        var run = Assert.Single(Calls(), call => call.StartsWith("run ", StringComparison.Ordinal));
        Assert.Contains($"--hostname rabbitmq --publish 127.0.0.1:{server.Port}:5672 ", run, StringComparison.Ordinal);
        Assert.EndsWith("--env RABBITMQ_DEFAULT_USER --env RABBITMQ_DEFAULT_PASS docker.io/library/rabbitmq:4.3", run, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        Directory.Delete(_machine, recursive: true);
    }

    /// <summary>A command line of an engine: notes each call, and runs a container by this script, which finds its port in <c>$port</c>.</summary>
    private void Engine(string run) => Script("docker", $"""
        echo "$*" >> {_machine}/calls
        [ "$1" = run ] || exit 0
        port=$(echo "$*" | sed 's/.*--publish 127.0.0.1:\([0-9]*\):.*/\1/')
        {run}
        """);

    private string[] Calls() => File.ReadAllLines(Path.Combine(_machine, "calls"));

    private void Script(string name, string content)
    {
        var file = Path.Combine(_machine, name);
        File.WriteAllText(file, $"#!/bin/sh\n{content}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
