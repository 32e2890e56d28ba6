namespace VpVarmland.ServiceDefaults.Time;

/// <summary>The platform's one clock. In Development it can run ahead of the machine's, so that thirty days or a year can be walked
/// through; elsewhere it is the machine's. Security lifetimes (tokens, sessions) go by <see cref="TimeProvider.System"/>.</summary>
public sealed class PlatformClock : TimeProvider
{
    private long aheadTicks;
    private TaskCompletionSource moved = NewSignal();

    /// <summary>How far ahead of the machine's clock.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref aheadTicks));

    /// <summary>In whole microseconds, so that an instant is the same before and after it was in the database.</summary>
    public override DateTimeOffset GetUtcNow() => new((System.GetUtcNow() + Ahead).Ticks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>Waits so long, or until the clock is moved: what was far ahead may be due now. What is due already, because the clock was moved meanwhile, waits not at all.</summary>
    public async Task WaitAsync(TimeSpan duration, CancellationToken cancel)
    {
        if (duration <= TimeSpan.Zero)
            return;
        var signal = Volatile.Read(ref moved).Task;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(signal, Task.Delay(duration, timeout.Token));
        await timeout.CancelAsync();
    }

    /// <summary>Moves the clock and wakes everyone who waits on it.</summary>
    internal void MoveTo(TimeSpan ahead)
    {
        Interlocked.Exchange(ref aheadTicks, ahead.Ticks);
        Interlocked.Exchange(ref moved, NewSignal()).SetResult();
    }

    /// <summary>The stored lead; none on the first start.</summary>
    internal static async Task<TimeSpan?> LoadAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<TimeSpan?>(new CommandDefinition("select ahead from platform_clock", cancellationToken: cancel));
    }

    internal static async Task StoreAsync(NpgsqlDataSource source, TimeSpan ahead, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into platform_clock (ahead) values (@ahead) on conflict (only_row) do update set ahead = excluded.ahead", new { ahead }, cancellationToken: cancel));
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
