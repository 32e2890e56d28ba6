using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Members.Assignments;

/// <summary>
/// Tells the others what an assignment allows when a release has changed it. The migration that changes <c>assignment_permissions</c> sets
/// <c>rights_told</c> to false for the assignments concerned; without this, only those who begin later would get the new rights.
/// </summary>
internal sealed class RightsAreTold : Job
{
    private const int Batch = 500;

    public override TimeSpan Every => TimeSpan.FromMinutes(10);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        var untold = await work.ListAsync<Untold>(
            """
            update assignments set rights_told = true, version = version + 1
            where id in (select id from assignments where not rights_told order by id limit @Batch for update skip locked)
            returning id, ended_on
            """, new { Batch }, cancel);
        foreach (var one in untold.Where(one => one.EndedOn is null))
            await AssignmentEvents.PublishStartAsync(work, one.Id, cancel);
    }

    private sealed record Untold(Guid Id, DateOnly? EndedOn);
}
