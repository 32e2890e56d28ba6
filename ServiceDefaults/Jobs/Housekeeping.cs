namespace VpVarmland.ServiceDefaults.Jobs;

/// <summary>Forgets what is no longer needed: to recognise a repetition, to undo a decision.</summary>
internal sealed class Housekeeping(IEnumerable<JobName> jobs) : Job
{
    private static readonly TimeSpan AnswersKept = TimeSpan.FromDays(2);
    // Longer than any broker, retry or restored backup could hold an event back.
    private static readonly TimeSpan SeenEventsKept = TimeSpan.FromDays(90);
    private static readonly TimeSpan DroppedKept = TimeSpan.FromDays(30);

    public override TimeSpan Every => TimeSpan.FromHours(6);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        await work.ExecuteAsync("delete from idempotency where created_at < @before", new { before = work.Now - AnswersKept }, cancel);
        await work.ExecuteAsync("delete from inbox where seen_at < @before", new { before = work.Now - SeenEventsKept }, cancel);
        await work.ExecuteAsync("delete from inbox_retry where dropped_at < @before", new { before = work.Now - DroppedKept }, cancel);
        // Jobs of an earlier release would for ever be late.
        await work.ExecuteAsync("delete from jobs where name <> all(@names)", new { names = jobs.Select(job => job.Name).ToArray() }, cancel);
    }
}
