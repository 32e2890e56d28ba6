using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using VpVarmland.Gateway.Protection;
using VpVarmland.Gateway.Tokens;

namespace VpVarmland.Gateway.Sessions;

/// <summary>
/// Sessions as of the last second, each with the token that its proxied calls carry. A second is the whole of it: an assignment that
/// ends, a sign-out or a closed account takes effect within it, on every instance of the gateway, with nobody to notify.
/// </summary>
internal sealed class SessionCache(NpgsqlDataSource source, TimeProvider clock, TokenIssuer tokens) : IDisposable
{
    private const int Most = 50_000;
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The session of a cookie's secret; null for none. Simultaneous calls share one reading.</summary>
    internal Task<Known?> FindAsync(string secret)
    {
        if (Secret.Hash(secret) is not { } hash)
            return Task.FromResult<Known?>(null);
        var key = Convert.ToBase64String(hash);
        if (cache.TryGetValue(key, out Lazy<Task<Known?>>? reading))
            return reading!.Value;
        // Not the caller's cancellation: others may be waiting for the same reading.
        reading = new Lazy<Task<Known?>>(() => ReadAsync(hash));
        cache.Set(key, reading, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Freshness, Size = 1 });
        return reading.Value;
    }

    /// <summary>The next call reads anew.</summary>
    internal void Forget(byte[] hash) => cache.Remove(Convert.ToBase64String(hash));

    public void Dispose() => cache.Dispose();

    private async Task<Known?> ReadAsync(byte[] hash)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await SessionReader.ReadAsync(connection, hash, clock, CancellationToken.None) is { } session ? new Known(session, tokens) : null;
    }

    /// <summary>A session and, once asked for, its token.</summary>
    internal sealed class Known(Session session, TokenIssuer tokens)
    {
        private readonly Lazy<Task<string>> token = new(() => tokens.ForMemberAsync(session.AccountId, session.MemberId, session.Rights.Permissions));

        internal Session Session => session;

        internal Task<string> TokenAsync() => token.Value;
    }
}
