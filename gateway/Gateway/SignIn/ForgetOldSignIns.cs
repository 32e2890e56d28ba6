using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Gateway.SignIn;

/// <summary>Deletes links, sessions and counted tries that nobody can use any more.</summary>
internal sealed class ForgetOldSignIns : Job
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public override TimeSpan Every => TimeSpan.FromHours(6);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        await work.ExecuteAsync("delete from sign_in_links where expires_at < @before", new { before = work.Now - Kept }, cancel);
        var now = TimeProvider.System.GetUtcNow();
        await work.ExecuteAsync("delete from factor_tries where tried_at < @before", new { before = now - Kept }, cancel);
        await work.ExecuteAsync("delete from sessions where expires_at < @now or seen_at < @idle", new { now, idle = now - Sessions.SessionRules.Idle }, cancel);
    }
}
