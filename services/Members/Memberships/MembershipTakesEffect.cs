using VpVarmland.Members.Register;
using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Members.Memberships;

/// <summary>Makes members of those whose thirty days have gone by (statutes §3), a batch at a time.</summary>
internal sealed class MembershipTakesEffect(TimeProvider clock) : Job
{
    private const int Batch = 500;

    public override TimeSpan Every => TimeSpan.FromMinutes(10);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        var due = await work.ListAsync<Due>(
            """
            update memberships set state = 'member'
            where id in (select id from memberships where state = 'paid' and effective_on <= @today order by effective_on limit @Batch for update skip locked)
            returning person_id, effective_on
            """, new { today = clock.Today(), Batch }, cancel);
        foreach (var one in due)
        {
            work.Record("membership.took_effect", one.PersonId, content: new { one.EffectiveOn });
            work.Publish(new MemberActivated(one.PersonId, one.EffectiveOn));
            await PersonEvents.PublishChangeAsync(work, one.PersonId, cancel);
        }
    }

    private sealed record Due(Guid PersonId, DateOnly EffectiveOn);
}
