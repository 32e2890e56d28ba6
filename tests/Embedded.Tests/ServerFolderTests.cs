using Npgsql;
using VpVarmland.Embedded.Servers;

namespace VpVarmland.Tests;

/// <summary>What stays from one run to the next, and what does not.</summary>
public sealed class ServerFolderTests : IDisposable
{
    private readonly string _checkout = Directory.CreateTempSubdirectory("checkout").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Data_and_password_are_kept_until_they_are_cleared()
    {
        Assert.Equal(1, await CountStartsAsync(fresh: false));
        Assert.Equal(2, await CountStartsAsync(fresh: false));
        Assert.Equal(1, await CountStartsAsync(fresh: true));
    }

    [Fact]
    public void Root_keeps_data_where_the_servers_accounts_can_reach_it_and_others_in_the_checkout()
    {
        var path = ServerFolder.PathForCheckout(_checkout + "/");
        Assert.Equal(ServerFolder.PathForCheckout(_checkout), path);
        Assert.NotEqual(ServerFolder.PathForCheckout(_checkout + "2"), path);
        if (Unix.IsRoot)
            Assert.Matches("^/var/lib/vpvarmland/[0-9a-f]{10}$", path);
        else
            Assert.Equal(Path.Combine(_checkout, ".data"), path);
    }

    [Fact]
    public void One_folder_is_used_by_one_process_at_a_time()
    {
        using (ServerFolder.ForCheckout(_checkout))
            Assert.Contains("already running", Assert.Throws<ServerException>(() => ServerFolder.ForCheckout(_checkout)).Message, StringComparison.Ordinal);
        ServerFolder.ForCheckout(_checkout).Dispose();
    }

    [Fact]
    public async Task What_a_killed_run_left_running_is_ended_and_nobody_elses_process_is()
    {
        using var folder = ServerFolder.Temporary();
        var leftover = ChildProcess.Start(new ChildStart("leftover", "sleep", ["600"], "/"));
        var stranger = ChildProcess.Start(new ChildStart("stranger", "sleep", ["600"], "/"));
        ProcessRecord.Write(folder.Path, "leftover", leftover.Id, Signal.Terminate);
        // The same number as a process of ours once had, but started at another time.
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "stranger.pid"), $"{stranger.Id} 1 15", Cancel);
        await ProcessRecord.EndAllAsync(folder.Path, Cancel);
        Assert.True(await Task.WhenAny(leftover.Exited, Task.Delay(Poll.Deadline, Cancel)) == leftover.Exited);
        Assert.False(stranger.Exited.IsCompleted);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.pid"));
        await stranger.KillAsync();
    }

    public void Dispose()
    {
        Directory.Delete(_checkout, recursive: true);
        if (Directory.Exists(ServerFolder.PathForCheckout(_checkout)))
            Directory.Delete(ServerFolder.PathForCheckout(_checkout), recursive: true);
    }

    private async Task<long> CountStartsAsync(bool fresh)
    {
        using var folder = ServerFolder.ForCheckout(_checkout);
        if (fresh)
            await folder.ClearAsync(Cancel);
        await using var server = await PostgresServer.StartAsync(folder, cancel: Cancel);
        await server.CreateDatabaseAsync("counted", cancel: Cancel);
        await using var connection = new NpgsqlConnection(server.ConnectionString("counted") + ";Pooling=false");
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(
            "create table if not exists starts (id int); insert into starts values (1); select count(*) from starts", connection);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
