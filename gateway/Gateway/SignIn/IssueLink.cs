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

    /// <summary>
    /// Links that one address gets within <see cref="Lifetime"/> on strangers' asking, from however many networks: whoever is annoyed by mail
    /// of ours is annoyed little. What the address's own people ask for in a browser they have used is counted apart, and any of the links
    /// works: strangers can neither use up the owner's links nor spoil them.
    /// </summary>
    internal const int Most = 20;

    public async Task HandleAsync(SignInRequested message, UnitOfWork work, CancellationToken cancel)
    {
        var expires = message.OccurredAt + Lifetime;
        if (expires <= work.Now)
            return;
        // Requests for one address are counted one after the other.
        await work.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended(@Email, 0))", new { message.Email }, cancel);
        var people = await work.ListAsync<Guid>(
            "select id from accounts where normalized_email = @Email and state = any(@Open)", new { message.Email, Account.Open }, cancel);
        var isKnown = people.Intersect(message.KnownAs ?? []).Any();
        var earlier = await work.GetAsync<int>(
            "select count(*)::int from sign_in_links where email = @Email and created_at > @Since and known_device = @isKnown",
            new { message.Email, Since = work.Now - Lifetime, isKnown }, cancel);
        if (people.Count == 0 || earlier >= Most)
            return;
        var token = Secret.New();
        await work.ExecuteAsync(
            "insert into sign_in_links (token_hash, email, created_at, expires_at, known_device) values (@Hash, @Email, @Now, @expires, @isKnown)",
            new { Hash = Secret.Hash(token), message.Email, work.Now, expires, isKnown }, cancel);
        work.Publish(new SignInLinkRequested(message.Email, token, expires, message.Language));
    }
}
