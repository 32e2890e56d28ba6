using System.Diagnostics;
using Dapper;
using Npgsql;

namespace VpVarmland.Tests;

/// <summary>The commands that an operator backs up and restores with, on a real server.</summary>
public sealed class BackupTests(Servers servers) : IDisposable
{
    private string names = "";
    private readonly string folder = Directory.CreateTempSubdirectory("backup").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_was_backed_up_is_there_again_after_a_restore_whatever_has_happened_since()
    {
        var (identity, other) = await FillAsync();
        var before = (await SumAsync(identity), await SumAsync(other));
        var backup = (await RunAsync(identity, "backup", "--verify", folder)).Said.Trim();
        Assert.Equal((Path.GetFileName(backup), true), await QueryAsync<(string, bool)>(identity, "select name, verified_at is not null from backups"));

        await ExecuteAsync(identity, "delete from accounts; drop table sessions cascade");
        await ExecuteAsync(other, "update notes set text = 'förlorad'");
        Assert.NotEqual(before, (await SumAsync(identity), await SumAsync(other)));
        var (code, said) = await RunAsync(identity, "restore", backup);

        Assert.True(code == 0, said);
        Assert.Equal(before, (await SumAsync(identity), await SumAsync(other)));
    }

    [Fact]
    public async Task A_damaged_backup_a_missing_database_and_one_in_use_are_refused_and_change_nothing()
    {
        var (identity, other) = await FillAsync();
        var backup = (await RunAsync(identity, "backup", folder)).Said.Trim();
        await ExecuteAsync(other, "update notes set text = 'nyare'");
        var before = await SumAsync(other);

        Assert.Contains("no database nowhere", (await RunAsync(identity, "restore", backup, "nowhere")).Said, StringComparison.Ordinal);
        await using (var user = new NpgsqlConnection(other))
        {
            await user.OpenAsync(TestContext.Current.CancellationToken);
            Assert.Contains("is in use", (await RunAsync(identity, "restore", backup)).Said, StringComparison.Ordinal);
        }
        await File.AppendAllTextAsync(Path.Combine(backup, NameOf(other) + ".dump"), "x", TestContext.Current.CancellationToken);
        Assert.Contains("damaged", (await RunAsync(identity, "restore", backup)).Said, StringComparison.Ordinal);
        Assert.Equal(before, await SumAsync(other));
    }

    [Fact]
    public async Task The_newest_backups_are_kept_and_half_a_one_is_never_seen()
    {
        var (identity, _) = await FillAsync();
        foreach (var old in new[] { "20200101T000000Z", "20200102T000000Z" })
            Directory.CreateDirectory(Path.Combine(folder, old));
        await RunAsync(identity, "backup", folder);
        Assert.Equal(2, Directory.GetDirectories(folder).Length);
        Assert.DoesNotContain(Directory.GetDirectories(folder), one => one.EndsWith("20200101T000000Z", StringComparison.Ordinal));

        Assert.NotEqual(0, (await RunAsync(identity, "backup", folder, databases: "nowhere")).Code);
        Assert.Equal(2, Directory.GetFileSystemEntries(folder).Length);
    }

    /// <summary>The gateway's database with an account in it, and another with what is awkward to write down.</summary>
    private async Task<(string Identity, string Other)> FillAsync()
    {
        string identity;
        await using (var gateway = await GatewayHost.StartAsync(servers))
        {
            await gateway.JoinAsync();
            identity = gateway.ConnectionString + ";Pooling=false";
        }
        var other = await servers.CreateDatabaseAsync() + ";Pooling=false";
        await ExecuteAsync(other,
            """
            create table notes (id uuid primary key default gen_random_uuid(), text text collate "sv-SE-x-icu", at timestamptz default clock_timestamp(), body jsonb, hash bytea);
            insert into notes (text, body, hash) select E'åäö 👩‍👩‍👧 \t\n''"' || n, jsonb_build_object('n', n), sha256(n::text::bytea) from generate_series(1, 500) n
            """);
        names = $"{NameOf(identity)} {NameOf(other)}";
        return (identity, other);
    }

    private async Task<(int Code, string Said)> RunAsync(string identity, string command, string first, string? second = null, string? databases = null)
    {
        var server = new NpgsqlConnectionStringBuilder(identity);
        var start = new ProcessStartInfo(Path.Combine(Snapshots.Root(), "AppHost", "deploy", command)) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(first);
        if (second is not null)
            start.ArgumentList.Add(second);
        foreach (var (key, value) in new[]
        {
            ("PGHOST", server.Host), ("PGPORT", $"{server.Port}"), ("PGUSER", server.Username), ("PGPASSWORD", server.Password),
            ("VPVARMLAND_DATABASES", databases ?? names), ("VPVARMLAND_IDENTITY", server.Database), ("VPVARMLAND_KEEP", "2"),
        })
            start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    /// <summary>Every table's rows.</summary>
    private static async Task<string> SumAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        return await Checksums.OfAsync(connection, ["backups"]);
    }

    private static async Task<T> QueryAsync<T>(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        return await connection.QuerySingleAsync<T>(sql);
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.ExecuteAsync(sql);
    }

    private static string NameOf(string database) => new NpgsqlConnectionStringBuilder(database).Database!;
}
