using System.Net.Http.Json;
using Npgsql;
using RabbitMQ.Client;
using VpVarmland.Embedded.Servers;

namespace VpVarmland.Tests;

/// <summary>A host with servers, from start to end. Each test is one run, because a broker takes seconds to start.</summary>
public sealed class HostWithServersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Projects_get_what_Aspire_gives_them_a_dead_server_comes_back_and_Ctrl_C_leaves_nothing_behind()
    {
        await using var host = HostProcess.Start(servers: true, arguments: ["--date", "2025-09-01"]);
        using var http = new HttpClient { BaseAddress = await host.RunsAsync() };
        var given = (await http.GetFromJsonAsync<Dictionary<string, string?>>("/environment", Cancel))!;

        Assert.Matches(@"^Host=127\.0\.0\.1;Port=\d+;Username=\w+;Password=\w{32};Database=things$", given["ConnectionStrings__things"]);
        Assert.Matches(@"^amqp://\w+:\w{32}@127\.0\.0\.1:\d+$", given["ConnectionStrings__messaging"]);
        Assert.Equal("2025-09-01", given["Platform__StartDate"]);
        Assert.Equal(http.BaseAddress.ToString().TrimEnd('/'), given["ASPNETCORE_URLS"]);
        Assert.Equal("sample", given["OTEL_SERVICE_NAME"]);
        Assert.StartsWith("service.instance.id=", given["OTEL_RESOURCE_ATTRIBUTES"], StringComparison.Ordinal);
        using var other = new HttpClient { BaseAddress = new Uri(given["services__other__http__0"]!) };
        var givenToOther = (await other.GetFromJsonAsync<Dictionary<string, string?>>("/environment", Cancel))!;
        Assert.Equal(given["ASPNETCORE_URLS"], givenToOther["services__sample__http__0"]);

        await using (var broker = await new ConnectionFactory { Uri = new Uri(given["ConnectionStrings__messaging"]!) }.CreateConnectionAsync(Cancel))
            Assert.True(broker.IsOpen);
        var postgres = Processes.Below(host.Id).Single(process => process.CommandLine.Contains("bin/postgres -D", StringComparison.Ordinal));
        Unix.Send(postgres.Id, Signal.Kill);
        await host.SeesAsync("| is back");
        await using (var database = new NpgsqlConnection(given["ConnectionStrings__things"] + ";Pooling=false"))
            await database.OpenAsync(Cancel);

        var processes = Processes.Below(host.Id);
        Assert.Contains(processes, process => process.CommandLine.EndsWith("epmd", StringComparison.Ordinal));
        host.Send(Signal.Interrupt);
        Assert.Equal(0, await host.EndsAsync());
        await Processes.AllEndAsync(processes);
    }

    [Fact]
    public async Task An_ordinary_user_runs_it_too_and_kill_9_leaves_nothing_behind()
    {
        var ordinary = UnixUser.ForServer("nobody");
        Assert.SkipUnless(ordinary is null || CanBeReadByAll(), "This checkout is in a folder that only root can read, so no ordinary user can run it.");
        await using var host = HostProcess.Start(servers: true, user: ordinary);
        await host.RunsAsync();
        var processes = Processes.Below(host.Id);
        Assert.All(processes, process => Assert.NotEqual(0u, Processes.UserOf(process.Id)));
        Assert.Contains(processes, process => process.CommandLine.Contains("beam", StringComparison.Ordinal));
        host.Send(Signal.Kill);
        await Processes.AllEndAsync(processes);
    }

    private static bool CanBeReadByAll()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
                return false;
        }

        return true;
    }
}
