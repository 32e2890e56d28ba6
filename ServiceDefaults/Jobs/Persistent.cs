namespace VpVarmland.ServiceDefaults.Jobs;

/// <summary>Work in the background that goes on for as long as the service runs: a fault is logged and followed by a pause.</summary>
public abstract class Persistent(ILogger log) : BackgroundService
{
    /// <summary>One turn, with the wait for the next.</summary>
    protected abstract Task TurnAsync(CancellationToken cancel);

    /// <summary>What follows a fault before the next turn.</summary>
    protected abstract Task PauseAsync(Exception fault, CancellationToken cancel);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TurnAsync(stoppingToken);
            }
            catch (Exception fault)
            {
                if (stoppingToken.IsCancellationRequested)
                    return;
                log.LogWarning("{Work} pauses: {Fault}", GetType().Name, fault.GetType().Name);
                await PauseAsync(fault, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
