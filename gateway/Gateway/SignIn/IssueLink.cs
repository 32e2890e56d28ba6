using VpVarmland.Contracts;
using VpVarmland.Gateway.Accounts;
using VpVarmland.Gateway.Protection;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;

namespace VpVarmland.Gateway.SignIn;

/// <summary>Makes the link for an address that has an account, and leaves the rest in silence: unknown addresses, and too many in a short time.</summary>
internal sealed class IssueLink : IConsume<SignInRequested>
{
    internal static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Links that one address gets within <see cref="Lifetime"/>: whoever is annoyed by mail of ours is annoyed little.</summary>
    internal const int Most = 5;

    public async Task HandleAsync(SignInRequested message, UnitOfWork work, CancellationToken cancel)
    {
        var expires = message.OccurredAt + Lifetime;
        if (expires <= work.Now)
            return;
        // Requests for one address are counted one after the other.
        await work.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended(@Email, 0))", new { message.Email }, cancel);
        var isWanted = await work.GetAsync<bool>(
            """
            select exists (select 1 from accounts where normalized_email = @Email and state = any(@Open))
               and (select count(*) from sign_in_links where email = @Email and created_at > @Since) < @Most
            """,
            new { message.Email, Account.Open, Since = work.Now - Lifetime, Most }, cancel);
        if (!isWanted)
            return;
        var token = Secret.New();
        await work.ExecuteAsync(
            "insert into sign_in_links (token_hash, email, created_at, expires_at) values (@Hash, @Email, @Now, @expires)",
            new { Hash = Secret.Hash(token), message.Email, work.Now, expires }, cancel);
        work.Publish(new SignInLinkRequested(message.Email, token, expires, message.Language));
    }
}
