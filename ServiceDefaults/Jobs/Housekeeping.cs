namespace VpVarmland.ServiceDefaults.Jobs;

/// <summary>Forgets what is no longer needed: to recognise a repetition, to undo a decision.</summary>
internal sealed class Housekeeping(IEnumerable<JobName> jobs) : Job
{
    public override TimeSpan Every => TimeSpan.FromHours(6);

    // An event is known for longer than any broker, retry or restored backup could hold it back. Jobs of an earlier release would for ever be late.
    public override Task RunAsync(UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync(
        """
        delete from idempotency where created_at < @Now - interval '2 days';
        delete from inbox where seen_at < @Now - interval '90 days';
        delete from inbox_retry where dropped_at < @Now - interval '30 days';
        delete from jobs where name <> all(@names)
        """, new { work.Now, names = jobs.Select(job => job.Name).ToArray() }, cancel);
}
