using System.Globalization;
using VpVarmland.Benchmarks.Chaos;
using VpVarmland.Benchmarks.Counting;
using VpVarmland.Benchmarks.Events;
using VpVarmland.Benchmarks.Gateway;
using VpVarmland.Benchmarks.Import;
using VpVarmland.Benchmarks.Members;
using VpVarmland.Benchmarks.Start;

return args switch
{
    ["counting"] => CountingBenchmark.Run(),
    ["chaos", .. var more] => await ChaosBenchmark.RunAsync(Number(more, "--kills") ?? 20, Number(more, "--seed"), judgeTime: !more.Contains("--any-time", StringComparer.Ordinal)),
    ["members", .. var more] => await MembersBenchmark.RunAsync(Number(more, "--people") ?? 1_000_000),
    ["import"] => await ImportBenchmark.RunAsync(),
    ["start"] => await StartBenchmark.RunAsync(),
    ["gateway"] => await GatewayBenchmark.RunAsync(),
    ["events"] => await EventsBenchmark.RunAsync(),
    _ => Usage(),
};

static int? Number(string[] args, string name) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture) : null;

static int Usage()
{
    Console.Error.WriteLine(
        """
        Name a benchmark:
          counting                        counts beside merely reading their papers
          import                          a file of the central register beside COPY and one join
          members [--people 1000000]      search, count and page of a large register beside bare SQL
          start                           from nothing, and again, to all healthy; beside the servers alone
          gateway                         requests through the gateway beside nginx and the service itself
          events                          outbox to consumer beside a bare publisher
          chaos [--kills 20] [--seed N] [--any-time]
                                          processes killed under load: held, or what was lost
        """);
    return 2;
}
