using Dapper;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace VpVarmland.Gateway.Partners;

/// <summary>Which clients may call, with which scopes and how fast, as of the last second.</summary>
internal sealed class PartnerClients(NpgsqlDataSource source) : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);
    private readonly MemoryCache cache = new(new MemoryCacheOptions());

    /// <param name="CallsPerMinute">The client's own limit; null for everybody's.</param>
    internal sealed record Client(string[] Scopes, int? CallsPerMinute)
    {
        internal IReadOnlyList<string> Permissions => Partners.Scopes.ToPermissions(Scopes);
    }

    /// <returns>Null for a client that is not there or closed.</returns>
    // Only ids that stand in a token of ours are looked up, so the cache cannot be filled from outside.
    internal Task<Client?> FindAsync(string id) => cache.GetOrCreateAsync(id, async entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = Freshness;
        await using var connection = await source.OpenConnectionAsync();
        return await connection.QuerySingleOrDefaultAsync<Client>("select scopes, calls_per_minute from partner_clients where id = @id and disabled_at is null", new { id });
    });

    /// <summary>The next call reads anew.</summary>
    internal void Forget(string id) => cache.Remove(id);

    public void Dispose() => cache.Dispose();
}
