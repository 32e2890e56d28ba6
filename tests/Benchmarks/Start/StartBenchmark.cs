using System.Diagnostics;
using VpVarmland.Benchmarks.Platforms;
using VpVarmland.Embedded.Servers;

namespace VpVarmland.Benchmarks.Start;

/// <summary>From nothing, and from data that is there, to all healthy; beside what PostgreSQL and RabbitMQ take by themselves.</summary>
internal static class StartBenchmark
{
    private const int Rounds = 3;

    internal static async Task<int> RunAsync()
    {
        var (postgres, rabbit) = await ServersAloneAsync();
        var slower = Math.Max(postgres, rabbit);
        using var folder = new DataFolder();
        var cold = await StartAsync(folder.Path, report: false);
        var warm = new List<double>();
        for (var round = 1; round <= Rounds; round++)
            warm.Add(await StartAsync(folder.Path, report: round == Rounds));
        Console.WriteLine($"PostgreSQL alone {postgres:0.0} s, RabbitMQ alone {rabbit:0.0} s (with their data there, best of {Rounds})");
        Console.WriteLine($"platform, first start with the demo district: {cold:0.0} s");
        Console.WriteLine($"platform, later start: {warm.Min():0.0} s (best of {Rounds}), {warm.Min() / slower:0.00} × the slower server alone; aim ≤ 1.5");
        return 0;
    }

    private static async Task<(double Postgres, double Rabbit)> ServersAloneAsync()
    {
        using var folder = ServerFolder.Temporary();
        await using var postgres = await PostgresServer.StartAsync(folder);
        await using var rabbit = await RabbitServer.StartAsync(folder);
        return (await BestAsync(postgres), await BestAsync(rabbit));
    }

    private static async Task<double> BestAsync(Server server)
    {
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            await server.StopAsync();
            var watch = Stopwatch.StartNew();
            await server.RestartAsync();
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }
        return best;
    }

    private static async Task<double> StartAsync(string folder, bool report)
    {
        var watch = Stopwatch.StartNew();
        await using var platform = await RunningPlatform.StartAsync("--data", folder);
        var elapsed = watch.Elapsed.TotalSeconds;
        if (report)
        {
            foreach (var part in RunningPlatform.Parts)
                Console.WriteLine($"{part,-16} {platform.MemoryOf(part) >> 20,5} MB");
        }
        return elapsed;
    }
}
