namespace VpVarmland.ServiceDefaults.Jobs;

/// <summary>Runs one job for ever. The job's row is its lease: whoever holds it locked runs; how it fared is there for ops to see.</summary>
internal sealed class JobRunner<TJob>(IServiceScopeFactory scopes, PlatformClock clock, ILogger<TJob> log) : Persistent(log)
    where TJob : Job
{
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(20);

    protected override async Task TurnAsync(CancellationToken cancel)
    {
        var next = await RunIfDueAsync(cancel);
        await clock.WaitAsync(next < LongestNap ? next : LongestNap, cancel);
    }

    protected override async Task PauseAsync(Exception fault, CancellationToken cancel)
    {
        var nap = clock.WaitAsync(LongestNap, cancel);
        // Where the database is what is wrong, nothing can be noted; its own health says so.
        await NoteAsync(Inbox.ReasonOf(fault), cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await nap;
    }

    private async Task<TimeSpan> RunIfDueAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        var name = typeof(TJob).Name;
        await work.ExecuteAsync("insert into jobs (name, next_run_at) values (@name, @Now) on conflict do nothing", new { name, work.Now }, cancel);
        var due = await work.FindAsync<DateTimeOffset?>("select next_run_at from jobs where name = @name for update skip locked", new { name }, cancel);
        if (due is null || due > work.Now)
            return due - clock.GetUtcNow() ?? LongestNap;
        var job = scope.ServiceProvider.GetRequiredService<TJob>();
        await job.RunAsync(work, cancel);
        var next = work.Now + job.Every;
        await work.ExecuteAsync("update jobs set last_run_at = @Now, next_run_at = @next, failures = 0 where name = @name", new { name, work.Now, next }, cancel);
        await work.CommitAsync(cancel);
        return next - clock.GetUtcNow();
    }

    private Task NoteAsync(string reason, CancellationToken cancel) => scopes.RunAsync((_, work) => work.ExecuteAsync(
        """
        insert into jobs as job (name, next_run_at, failures, fault, faulted_at) values (@Name, @Now, 1, @reason, @Now)
        on conflict (name) do update set failures = job.failures + 1, fault = excluded.fault, faulted_at = excluded.faulted_at
        """, new { typeof(TJob).Name, work.Now, reason }, cancel), cancel);
}

/// <summary>A job that this release has.</summary>
internal sealed record JobName(string Name);

/// <summary>How a service says which jobs it has.</summary>
public static class JobRegistration
{
    /// <summary>Runs the job for as long as the service runs.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services)
        where TJob : Job => services.AddScoped<TJob>().AddSingleton(new JobName(typeof(TJob).Name)).AddHostedService<JobRunner<TJob>>();
}
