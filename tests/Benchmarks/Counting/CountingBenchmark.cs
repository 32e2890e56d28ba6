using System.Diagnostics;
using System.Globalization;
using System.Text;
using VpVarmland.Elections.Counting;
using VpVarmland.Elections.Counting.Account;
using VpVarmland.Elections.Counting.Arithmetic;
using VpVarmland.Elections.Counting.Ballots;
using VpVarmland.Elections.Counting.Seats;

namespace VpVarmland.Benchmarks.Counting;

/// <summary>
/// How long counts take, beside merely reading the same file and summing its first choices in the same run, and what memory they need.
/// </summary>
internal static class CountingBenchmark
{
    private const int Seed = 2026;

    public static int Run()
    {
        var folder = Directory.CreateTempSubdirectory("counting");
        try
        {
            Console.WriteLine($"seed {Seed}, {Environment.ProcessorCount} processors");
            Stv(folder.FullName);
            Growth(folder.FullName);
            Schulze(folder.FullName);
            Riksdag();
            Console.WriteLine($"largest working set: {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Stv(string folder)
    {
        var file = Write(folder, papers: 1_000_000, candidates: 20, seats: 9);
        var limit = Best(() => ReadAndSum(file));
        Report("1,000,000 papers, 20 candidates, 9 seats: read and sum", limit, limit);
        Report("  read into a ballot box, equal papers grouped", Best(() => Read(file)), limit);
        Report("  read and count, Scottish STV", Best(() => Count(file, Method.ScottishStv)), limit);
        Report("  read and count, Meek STV", Best(() => Count(file, Method.MeekStv)), limit);
    }

    private static void Growth(string folder)
    {
        foreach (var papers in new[] { 125_000, 250_000, 500_000 })
        {
            var file = Write(folder, papers, candidates: 20, seats: 9);
            var different = BltReader.Read(File.ReadAllBytes(file)).Require().Ballots.Count;
            var (scottish, meek) = (Best(() => Count(file, Method.ScottishStv)), Best(() => Count(file, Method.MeekStv)));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{different,9:N0} different papers: Scottish {scottish.TotalNanoseconds / different:N0} ns, Meek {meek.TotalNanoseconds / different:N0} ns each"));
        }
    }

    private static void Schulze(string folder)
    {
        var file = Write(folder, papers: 100_000, candidates: 60, seats: 1);
        var limit = Best(() => ReadAndSum(file));
        Report("100,000 papers, 60 candidates: read and sum", limit, limit);
        Report("  read and count, Schulze", Best(() => Count(file, Method.Schulze)), limit);
    }

    /// <summary>An election of the riksdag's size: 29 constituencies, 8 parties, 310 + 39 seats.</summary>
    private static void Riksdag()
    {
        var random = new Random(Seed);
        var constituencies = Enumerable.Range(0, 29).Select(i =>
        {
            var votes = Enumerable.Range(0, 8).ToDictionary(p => $"P{p}", _ => (long)random.Next(10_000, 90_000));
            return new Constituency($"C{i}", i < 20 ? 11 : 10, votes.Values.Sum(), votes);
        }).ToList();
        var whole = constituencies.SelectMany(c => c.Votes).GroupBy(v => v.Key).ToDictionary(g => g.Key, g => g.Sum(v => v.Value));
        var election = new SeatElection(
            39, new Rational(4, 100), new Rational(12, 100), new Rational(12, 10), SurplusSeats.Returned, whole.Values.Sum(), whole, constituencies);
        var time = Best(() => SeatAllocation.Share(election, Lots.None<string>()));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"riksdag allocation, 349 seats: {time.TotalMilliseconds:N1} ms"));
    }

    /// <summary>The least that any count must do: read every number of the file, and add up weights by first choice.</summary>
    private static long[] ReadAndSum(string file)
    {
        var sums = new long[100];
        var rest = (ReadOnlySpan<byte>)File.ReadAllBytes(file);
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            int place = 0, weight = 0, first = 0, number = 0;
            foreach (var b in line)
            {
                if (char.IsAsciiDigit((char)b))
                {
                    number = (number * 10) + (b - '0');
                    continue;
                }

                (weight, first) = place switch { 0 => (number, first), 1 => (weight, number), _ => (weight, first) };
                (place, number) = (place + 1, 0);
            }

            sums[first] += weight;
        }

        return sums;
    }

    private static Election Read(string file) => BltReader.Read(File.ReadAllBytes(file)).Require();

    private static CountResult Count(string file, Method method) => Counter.Count(method, Read(file), new CountOptions
    {
        Lots = new Lots<int>([Enumerable.Range(1, 60).ToList()]),
    }).Require();

    /// <summary>Processor time, which other work on the machine disturbs less than the clock on the wall; the best of five.</summary>
    private static TimeSpan Best(Func<object> work) => Enumerable.Range(0, 5).Min(_ =>
    {
        var before = Environment.CpuUsage.TotalTime;
        GC.KeepAlive(work());
        return Environment.CpuUsage.TotalTime - before;
    });

    private static void Report(string what, TimeSpan time, TimeSpan limit) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what}: {time.TotalMilliseconds:N0} ms, {time / limit:N1} × the limit"));

    private static string Write(string folder, int papers, int candidates, int seats)
    {
        var random = new Random(Seed);
        var path = Path.Combine(folder, $"{papers}-{candidates}.blt");
        using var file = new StreamWriter(path, append: false, Encoding.UTF8);
        file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{candidates} {seats}"));
        var order = Enumerable.Range(1, candidates).ToArray();
        var line = new StringBuilder();
        for (var i = 0; i < papers; i++)
        {
            random.Shuffle(order);
            line.Clear().Append('1');
            foreach (var candidate in order.AsSpan(0, random.Next(1, candidates + 1)))
            {
                line.Append(' ').Append(candidate);
            }

            file.Write(line.Append(" 0\n"));
        }

        file.WriteLine("0");
        foreach (var candidate in Enumerable.Range(1, candidates))
        {
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\"Candidate {candidate}\""));
        }

        return path;
    }
}
