using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Gateway.Notices;

/// <summary>Tells people by mail what happens to their sign-in, so that it is noticed when it was not they.</summary>
internal static class Notice
{
    internal static async Task SendAsync(UnitOfWork work, Guid accountId, SecurityNotice notice, CancellationToken cancel)
    {
        var to = await work.FindAsync<Row>("select email, language from accounts where id = @accountId and email is not null", new { accountId }, cancel);
        if (to is not null)
            work.Publish(new SecurityNoticeRequested(to.Email, notice, to.Language));
    }

    private sealed record Row(string Email, string Language);
}
