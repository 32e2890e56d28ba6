using System.Diagnostics;

namespace VpVarmland.Benchmarks.Gateway;

/// <summary>Asks for one address over and over on so many connections at once; every answer is read and must be 200.</summary>
internal static class Load
{
    /// <returns>Answers a second, and how long 99 of 100 took at most.</returns>
    internal static async Task<(double PerSecond, TimeSpan P99)> RunAsync(Uri address, int connections, TimeSpan duration)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseCookies = false });
        await AskAsync(http, address, connections, TimeSpan.FromSeconds(1));
        var times = await AskAsync(http, address, connections, duration);
        Array.Sort(times);
        return (times.Length / duration.TotalSeconds, Stopwatch.GetElapsedTime(0, times[(int)(times.Length * 0.99)]));
    }

    private static async Task<long[]> AskAsync(HttpClient http, Uri address, int connections, TimeSpan duration)
    {
        var ends = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            var times = new List<long>();
            while (Stopwatch.GetTimestamp() is var started && started < ends)
            {
                using var answer = await http.GetAsync(address);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                times.Add(Stopwatch.GetTimestamp() - started);
            }
            return times;
        }));
        return [.. all.SelectMany(times => times)];
    }
}
