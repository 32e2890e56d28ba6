using System.Diagnostics;

namespace VpVarmland.Tests;

/// <summary>Waiting for what happens by itself: polling with a deadline.</summary>
public static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>The first value that satisfies, or a failure that tells the last one seen.</summary>
    public static async Task<T> SeeAsync<T>(Func<Task<T>> look, Func<T, bool> satisfies)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var seen = await look();
            if (satisfies(seen))
                return seen;
            Assert.True(waited.Elapsed < Deadline, $"Waited {Deadline.TotalSeconds} s; last seen: {seen}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
