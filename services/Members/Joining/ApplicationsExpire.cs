using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Members.Joining;

/// <summary>Deletes applications two weeks after they were made: the confirmed ones live on as persons, the others were never anybody's consent.</summary>
internal sealed class ApplicationsExpire : Job
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    public override TimeSpan Every => TimeSpan.FromHours(1);

    public override Task RunAsync(UnitOfWork work, CancellationToken cancel) =>
        work.ExecuteAsync("delete from applications where created_at < @before", new { before = work.Now - Kept }, cancel);
}
