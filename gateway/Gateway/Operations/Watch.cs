using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Gateway.Operations;

/// <summary>
/// Looks at the platform once a minute, keeps what it sees and judges it. By the machine's minutes: a demonstration that walks through a
/// year finds events on their way at every step, and no step is an outage.
/// </summary>
internal sealed class Watch(Lookout lookout, Alarms alarms, IServiceScopeFactory scopes, IConfiguration configuration, IHostApplicationLifetime lifetime, ILogger<Watch> log) : Persistent(log)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private readonly TimeSpan every = TimeSpan.FromSeconds(configuration.GetValue("Operations:EverySeconds", 60d));

    /// <summary>What was seen last; null until the first look.</summary>
    internal PlatformState? Latest { get; private set; }

    protected override async Task TurnAsync(CancellationToken cancel)
    {
        if (Latest is null)
            await ListeningAsync(cancel);
        var seen = await lookout.LookAsync(cancel);
        Latest = seen;
        await scopes.RunAsync(async (_, work) =>
        {
            await Measurements.KeepAsync(work, seen, cancel);
            await Measurements.SumUpAsync(work, seen.At, cancel);
            await alarms.JudgeAsync(work, seen, cancel);
        }, cancel);
        // What begins to work again is seen soon.
        await Task.Delay(seen.Parts.All(part => part.IsWell) || every < Soon ? every : Soon, cancel);
    }

    // Before they answer the gateway, services ask it for its keys.
    private async Task ListeningAsync(CancellationToken cancel)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(cancel);
    }

    protected override Task PauseAsync(Exception fault, CancellationToken cancel) => Task.Delay(every, cancel);
}
