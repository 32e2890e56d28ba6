using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Communications.Sending;

/// <summary>
/// Deletes mails that were sent or failed long ago. Kept as long as an event can come again (the inbox's time), so that a late
/// repetition still finds its mail.
/// </summary>
internal sealed class ForgetMails : Job
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    // To somebody who is erased it is the last trace of the address.
    private static readonly TimeSpan Told = TimeSpan.FromDays(7);

    public override TimeSpan Every => TimeSpan.FromHours(6);

    public override Task RunAsync(UnitOfWork work, CancellationToken cancel) =>
        work.ExecuteAsync(
            "delete from outgoing_mail where state <> 'queued' and (created_at < @before or template = 'privacyNotice' and created_at < @told)", new { before = work.Now - Kept, told = work.Now - Told }, cancel);
}
