using VpVarmland.Benchmarks.Counting;

return args switch
{
    ["counting"] => CountingBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Name a benchmark: counting");
    return 2;
}
