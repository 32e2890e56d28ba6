using System.Diagnostics;

namespace Aspire.Hosting.Running;

/// <summary>How long to wait before starting something again: 1, 2, 4 … 30 seconds, and from the beginning after it has run for a minute.</summary>
internal sealed class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Recovered = TimeSpan.FromMinutes(1);

    private readonly Stopwatch _running = Stopwatch.StartNew();
    private int _failures;

    /// <summary>Crashes in a row.</summary>
    internal int Failures => _failures;

    /// <summary>To be called when it has started.</summary>
    internal void Started() => _running.Restart();

    /// <summary>To be called when it has ended; returns how long to wait.</summary>
    internal TimeSpan Ended()
    {
        _failures = _running.Elapsed > Recovered ? 1 : _failures + 1;
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(_failures - 1, 10)));
        return wait < Longest ? wait : Longest;
    }
}
