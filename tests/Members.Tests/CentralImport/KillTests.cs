using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.CentralImport;

/// <summary>A service that is killed in the middle of an import leaves nothing half done, and the next one finishes it.</summary>
public sealed class KillTests(Servers servers)
{
    private const int Rows = 6_000;

    [Fact]
    public async Task A_service_killed_in_the_middle_changes_nothing_and_the_next_one_applies_it_once()
    {
        await using var members = await MembersHost.StartAsync(servers);
        var importing = new Importing(members);
        var changed = CentralPerson.Somebody();
        await importing.ApplyAsync(await importing.PreviewAsync(changed));
        var before = await importing.RegisterAsync();
        var file = CentralFile.Utf8(Enumerable.Range(0, Rows).Select(_ => CentralPerson.Somebody()).Prepend(changed with { GivenName = "Ändrad" }));
        Assert.True(file.Length > 500_000, $"{file.Length}");
        var id = await importing.PreviewAsync(file);
        var settings = MembersHost.Settings(members.ConnectionString, "amqp://127.0.0.1:1");
        await members.DisposeAsync();

        // Somebody else holds the person that is to be changed, so that the work stands still in its middle until the service is dead.
        await using (var other = NpgsqlDataSource.Create(settings["ConnectionStrings:members"]!))
        {
            await using var connection = await other.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await ExecuteAsync(connection, $"select 1 from people where member_number = '{changed.Number}' for update");
            await using (var asking = other.CreateCommand($"update central_imports set state = 'applying', acting = 'member:{People.IdOf("ombudsman")}', version = version + 1 where id = '{id}'"))
                await asking.ExecuteNonQueryAsync();
            using var service = await StartAsync(settings);
            try
            {
                await Eventually.SeeAsync(() => ReadAsync<long>(other, "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%for update of person%'"), waiting => waiting > 0);
            }
            finally
            {
                service.Kill();
                await service.WaitForExitAsync();
            }
            await transaction.RollbackAsync();
            Assert.Equal("applying", await ReadAsync<string>(other, $"select state from central_imports where id = '{id}'"));
            Assert.Equal(0, await ReadAsync<long>(other, $"select count(*) from people where member_number > '{changed.Number}' and given_name like 'Ny7%'"));
        }

        await using var next = await MembersHost.StartOnAsync(settings["ConnectionStrings:members"]!, servers);
        var resumed = new Importing(next);
        var outcome = (await resumed.UntilAsync(id, "applied")).GetProperty("outcome");
        Assert.Equal((Rows, 1), (outcome.GetProperty("added").GetInt32(), outcome.GetProperty("changed").GetInt32()));
        Assert.Equal(Rows, await next.QueryAsync<long>("select count(*) from audit where action = 'central.added' and content ->> 'import' = @id", new { id = id.ToString() }));
        await resumed.UndoAsync(id);
        Assert.Equal(before, await resumed.RegisterAsync());
    }

    /// <summary>The service as a process of its own, which signals reach.</summary>
    private static async Task<Process> StartAsync(Dictionary<string, string?> settings)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "VpVarmland.Members.dll"), $"--urls=http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}"])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Logging__LogLevel__Default"] = "None" },
        };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await Eventually.SeeAsync(
            async () =>
            {
                try
                {
                    using var answer = await client.GetAsync(new Uri("/alive", UriKind.Relative));
                    return answer.IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            }, alive => alive);
        return process;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<T> ReadAsync<T>(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
