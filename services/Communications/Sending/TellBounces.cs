using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Communications.Sending;

/// <summary>
/// Tells the other services to whom mail has failed for good. The sender only marks the mail, in its own transaction; publishing is an outbox's business.
/// </summary>
internal sealed class TellBounces : Job
{
    private const int Batch = 200;

    public override TimeSpan Every => TimeSpan.FromSeconds(30);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        var members = await work.ListAsync<Guid>(
            """
            update outgoing_mail set bounce_told = true
            where id in (select id from outgoing_mail where not bounce_told order by id limit @Batch for update skip locked)
            returning member_id
            """, new { Batch }, cancel);
        foreach (var member in members.Distinct())
            work.Publish(new RecipientBounced(member));
    }
}
