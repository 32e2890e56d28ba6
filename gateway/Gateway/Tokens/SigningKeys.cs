using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace VpVarmland.Gateway.Tokens;

/// <summary>The gateway's ES256 keys, shared by its instances through the database, as of the last minute. <see cref="RotateKeys"/> replaces them.</summary>
internal sealed class SigningKeys(NpgsqlDataSource source, KeyStore store) : IDisposable
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile Ring? ring;

    /// <summary>The keys as they are now.</summary>
    internal async ValueTask<Ring> GetAsync(CancellationToken cancel)
    {
        if (ring is { } current && IsFresh(current))
            return current;
        await gate.WaitAsync(cancel);
        try
        {
            if (ring is not { } read || !IsFresh(read))
                ring = await LoadAsync(cancel);
            return ring;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The next token is made with the keys as they then are.</summary>
    internal void Forget() => ring = null;

    public void Dispose() => gate.Dispose();

    private static bool IsFresh(Ring ring) => TimeProvider.System.GetUtcNow() - ring.ReadAt < Refresh;

    private async Task<Ring> LoadAsync(CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var rows = await KeyStore.ReadAsync(connection, cancel);
        var usable = rows.Select(row => (Row: row, Key: store.Open(row))).Where(one => one.Key is not null).Select(one => (one.Row, Key: one.Key!)).ToList();
        if (usable.Count == 0)
        {
            var made = await store.MakeAsync(connection, now, cancel);
            rows.Add(made);
            usable.Add((made, store.Open(made)!));
        }
        await transaction.CommitAsync(cancel);
        var signing = KeySchedule.Signing(usable, one => one.Row.CreatedAt, now);
        return new Ring(
            new SigningCredentials(new ECDsaSecurityKey(signing.Key) { KeyId = signing.Row.Id }, SecurityAlgorithms.EcdsaSha256),
            [.. rows.Select(row => row.Shown)], [.. rows.Select(row => (row.Id, row.CreatedAt))], now);
    }

    /// <summary>What signs now, and every key that a living token may have been signed with.</summary>
    internal sealed record Ring(
        SigningCredentials Signing, IReadOnlyList<PublicKey> Announced, IReadOnlyList<(string Id, DateTimeOffset CreatedAt)> Known, DateTimeOffset ReadAt);

    /// <summary>One key of a JWKS document (RFC 7517).</summary>
    internal sealed record PublicKey(string Kty, string Crv, string Alg, string Use, string Kid, string X, string Y);
}
