using System.Globalization;
using VpVarmland.Benchmarks.Chaos;
using VpVarmland.Benchmarks.Counting;
using VpVarmland.Benchmarks.Import;

return args switch
{
    ["counting"] => CountingBenchmark.Run(),
    ["chaos", .. var more] => await ChaosBenchmark.RunAsync(Number(more, "--kills") ?? 20, Number(more, "--seed")),
    ["import"] => await ImportBenchmark.RunAsync(),
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
          chaos [--kills 20] [--seed N]   processes killed under load; held, or what was lost
        """);
    return 2;
}
