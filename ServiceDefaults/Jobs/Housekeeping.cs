namespace VpVarmland.ServiceDefaults.Jobs;

/// <summary>Forgets what is no longer needed: to recognise a repetition (an event for longer than any broker, retry or restored backup could hold it back), to undo a decision.</summary>
internal sealed class Housekeeping(IEnumerable<JobName> jobs) : Job
{
    public override TimeSpan Every => TimeSpan.FromHours(6);

    public override Task RunAsync(UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync(
        """
        delete from idempotency where created_at < @Now - interval '2 days';
        delete from inbox where seen_at < @Now - interval '90 days';
        delete from inbox_retry where dropped_at < @Now - interval '30 days';
        delete from jobs where name <> all(@names);
        update audit set content = null, reason = null, salt = null where salt is not null and at < @Now - interval '3 years'
        """, new { work.Now, names = jobs.Select(job => job.Name).ToArray() }, cancel);
}
