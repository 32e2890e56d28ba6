namespace VpVarmland.ServiceDefaults.Jobs;

/// <summary>Runs one job for ever. The job's row is its lease: whoever holds it locked runs; when it ran last is there for ops to see.</summary>
internal sealed class JobRunner<TJob>(IServiceScopeFactory scopes, PlatformClock clock, ILogger<TJob> log) : BackgroundService
    where TJob : Job
{
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = LongestNap;
            try
            {
                next = await RunIfDueAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Job {Job} failed and will run again: {Fault}", typeof(TJob).Name, fault.GetType().Name);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            await clock.WaitAsync(next < LongestNap ? next : LongestNap, stoppingToken);
        }
    }

    private async Task<TimeSpan> RunIfDueAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        var job = scope.ServiceProvider.GetRequiredService<TJob>();
        var name = typeof(TJob).Name;
        await work.ExecuteAsync("insert into jobs (name, next_run_at) values (@name, @Now) on conflict do nothing", new { name, work.Now }, cancel);
        var due = await work.FindAsync<DateTimeOffset?>("select next_run_at from jobs where name = @name for update skip locked", new { name }, cancel);
        if (due is null)
            return LongestNap;
        if (due > work.Now)
            return due.Value - clock.GetUtcNow();
        await job.RunAsync(work, cancel);
        var next = work.Now + job.Every;
        await work.ExecuteAsync("update jobs set last_run_at = @Now, next_run_at = @next, outcome = 'done' where name = @name", new { name, work.Now, next }, cancel);
        await work.CommitAsync(cancel);
        return next - clock.GetUtcNow();
    }
}

/// <summary>How a service says which jobs it has.</summary>
public static class JobRegistration
{
    /// <summary>Runs the job for as long as the service runs.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services)
        where TJob : Job => services.AddScoped<TJob>().AddHostedService<JobRunner<TJob>>();
}
