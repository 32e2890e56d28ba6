namespace VpVarmland.ServiceDefaults.Jobs;

/// <summary>Something a service does by the clock. Runs in one transaction, in one instance at a time, right after the clock reaches its
/// time (also when the clock is moved), and at least once a <see cref="Every"/>. It must do nothing when there is nothing to do.</summary>
public abstract class Job
{
    /// <summary>The longest time between two runs, by the platform's clock.</summary>
    public abstract TimeSpan Every { get; }

    /// <summary>The work; what runs it commits.</summary>
    public abstract Task RunAsync(UnitOfWork work, CancellationToken cancel);
}
