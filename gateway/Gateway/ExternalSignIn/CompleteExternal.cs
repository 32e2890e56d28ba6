using Microsoft.AspNetCore.Authentication;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Accounts;
using VpVarmland.Gateway.Notices;
using VpVarmland.Gateway.Protection;
using VpVarmland.Gateway.Sessions;
using VpVarmland.Gateway.SignIn;
using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Gateway.ExternalSignIn;

/// <summary>
/// Back from the provider, which has said who it is. A linked name signs in its person; otherwise an address that the provider has verified
/// does. Where several share the address, the page of one-time links asks which of them it is. The second factor is still asked for, unless the
/// provider's own is configured as trusted.
/// </summary>
internal static class CompleteExternal
{
    internal static async Task HandleAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var items = context.Properties!.Items;
        var (issuer, subject) = (items[ExternalSetup.IssuerItem]!, context.Principal?.FindFirst("sub")?.Value);
        var next = ExternalPages.Failed;
        if (subject is not null)
        {
            await http.RequestServices.GetRequiredService<IServiceScopeFactory>().RunAsync(async (services, work) =>
                next = items.TryGetValue(ExternalSetup.LinkItem, out var linked) && Guid.TryParse(linked, out var account)
                    ? await LinkAsync(work, issuer, subject, account, http.RequestAborted)
                    : await SignInAsync(services, work, context, issuer, subject), http.RequestAborted);
        }
        context.HandleResponse();
        http.Response.Redirect(next);
    }

    private static async Task<string> LinkAsync(UnitOfWork work, string issuer, string subject, Guid accountId, CancellationToken cancel)
    {
        var holder = await work.GetAsync<Guid>(
            """
            insert into external_logins as l (issuer, subject, account_id, linked_at) values (@issuer, @subject, @accountId, @now)
            on conflict (issuer, subject) do update set linked_at = l.linked_at returning account_id
            """, new { issuer, subject, accountId, now = TimeProvider.System.GetUtcNow() }, cancel);
        if (holder != accountId)
            return ExternalPages.Taken;
        work.Record("external.linked", accountId);
        await Notice.SendAsync(work, accountId, SecurityNotice.SecondFactorChanged, cancel);
        return ExternalPages.Linked;
    }

    private static async Task<string> SignInAsync(IServiceProvider services, UnitOfWork work, TicketReceivedContext context, string issuer, string subject)
    {
        var cancel = context.HttpContext.RequestAborted;
        var people = await work.ListAsync<Guid>(
            "select a.id from external_logins l join accounts a on a.id = l.account_id where l.issuer = @issuer and l.subject = @subject and a.state = any(@Open)",
            new { issuer, subject, Account.Open }, cancel);
        var email = VerifiedAddressOf(context);
        if (people.Count == 0 && email is not null)
            people = await work.ListAsync<Guid>("select id from accounts where normalized_email = @email and state = any(@Open)", new { email, Account.Open }, cancel);
        if (people.Count == 0)
            return ExternalPages.Unknown;
        if (people.Count > 1)
            return "/logga-in/" + await IssueLinkAsync(work, email!, cancel);
        var hasFactor = context.Properties!.Items.ContainsKey(ExternalSetup.FactorItem);
        var session = await services.GetRequiredService<SessionWork>().OpenAsync(context.HttpContext, people[0], "external", hasFactor, cancel);
        return ExternalPages.After(session, context.Properties.Items.TryGetValue(ExternalSetup.ReturnItem, out var wanted) ? wanted : null);
    }

    private static string? VerifiedAddressOf(TicketReceivedContext context)
    {
        var claims = context.Principal!;
        return string.Equals(claims.FindFirst("email_verified")?.Value, "true", StringComparison.OrdinalIgnoreCase)
            && claims.FindFirst("email")?.Value is { Length: > 0 } email ? Email.Normalise(email) : null;
    }

    /// <summary>The provider has proved what a mailed link proves, so the same page goes on from here.</summary>
    private static async Task<string> IssueLinkAsync(UnitOfWork work, string email, CancellationToken cancel)
    {
        var token = Secret.New();
        await work.ExecuteAsync(
            "insert into sign_in_links (token_hash, email, created_at, expires_at, known_device) values (@Hash, @email, @Now, @Expires, true)",
            new { Hash = Secret.Hash(token), email, work.Now, Expires = work.Now + IssueLink.Lifetime }, cancel);
        return token;
    }
}
