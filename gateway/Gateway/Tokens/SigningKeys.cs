using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;
using Npgsql;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Gateway.Tokens;

/// <summary>The gateway's ES256 keys, shared by its instances through the database; made and replaced by whichever notices first.</summary>
internal sealed class SigningKeys(NpgsqlDataSource source, IDataProtectionProvider protection) : IDisposable
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMinutes(1);
    private readonly IDataProtector protector = protection.CreateProtector("signing keys");
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile Ring? ring;

    /// <summary>The keys as they are now.</summary>
    internal async ValueTask<Ring> GetAsync(CancellationToken cancel)
    {
        if (ring is { } current && TimeProvider.System.GetUtcNow() - current.ReadAt < Refresh)
            return current;
        await gate.WaitAsync(cancel);
        try
        {
            if (ring is null || TimeProvider.System.GetUtcNow() - ring.ReadAt >= Refresh)
                ring = await LoadAsync(cancel);
            return ring;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<Ring> LoadAsync(CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        // One at a time, or two instances that start together would each make a first key.
        await connection.ExecuteAsync("lock table signing_keys in exclusive mode");
        var rows = (await connection.QueryAsync<Row>("select id, created_at, public_key::text as public_key, private_key from signing_keys")).ToList();
        foreach (var old in rows.Where(row => KeySchedule.IsForgotten(row.CreatedAt, now)).ToList())
        {
            await connection.ExecuteAsync("delete from signing_keys where id = @Id", new { old.Id });
            rows.Remove(old);
        }
        var usable = rows.Select(row => (row, key: Unprotect(row))).Where(one => one.key is not null).ToList();
        if (KeySchedule.NeedsNew(usable.Select(one => one.row.CreatedAt), now))
        {
            var (row, key) = Make(now);
            await connection.ExecuteAsync(
                "insert into signing_keys (id, created_at, public_key, private_key) values (@Id, @CreatedAt, @PublicKey::jsonb, @PrivateKey)", row);
            rows.Add(row);
            usable.Add((row, key));
        }
        await transaction.CommitAsync(cancel);
        var signing = KeySchedule.Signing(usable, one => one.row.CreatedAt, now);
        return new Ring(
            new SigningCredentials(new ECDsaSecurityKey(signing.key!) { KeyId = signing.row.Id }, SecurityAlgorithms.EcdsaSha256),
            [.. rows.Select(row => JsonSerializer.Deserialize<PublicKey>(row.PublicKey, Json.Options)!)], now);
    }

    private (Row Row, ECDsa Key) Make(DateTimeOffset now)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = Guid.CreateVersion7().ToString("N");
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var shown = new PublicKey("EC", "P-256", "ES256", "sig", id, Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y));
        return (new Row(id, now, JsonSerializer.Serialize(shown, Json.Options), protector.Protect(key.ExportPkcs8PrivateKey())), key);
    }

    // Null where the key ring that encrypted it is lost: its tokens stay valid, and a new key takes over the signing.
    private ECDsa? Unprotect(Row row)
    {
        try
        {
            var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(protector.Unprotect(row.PrivateKey), out _);
            return key;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>What signs now, and every key that a living token may have been signed with.</summary>
    internal sealed record Ring(SigningCredentials Signing, IReadOnlyList<PublicKey> Announced, DateTimeOffset ReadAt);

    /// <summary>One key of a JWKS document (RFC 7517).</summary>
    internal sealed record PublicKey(string Kty, string Crv, string Alg, string Use, string Kid, string X, string Y);

    private sealed record Row(string Id, DateTimeOffset CreatedAt, string PublicKey, byte[] PrivateKey);
}
