using System.Diagnostics;

namespace VpVarmland.Tests;

/// <summary>Waits for something to become true, and fails with what it was when it does not.</summary>
internal static class Poll
{
    internal static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    internal static async Task UntilAsync(Func<Task<bool>> isTrue, Func<string> otherwise)
    {
        var waited = Stopwatch.StartNew();
        while (!await isTrue())
        {
            Assert.True(waited.Elapsed < Deadline, $"Not within {Deadline.TotalSeconds} s: {otherwise()}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    internal static Task UntilAsync(Func<bool> isTrue, Func<string> otherwise) => UntilAsync(() => Task.FromResult(isTrue()), otherwise);
}
