using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;
using Npgsql;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Gateway.Tokens;

/// <summary>The signing keys in the database: public halves in the open, private ones encrypted with the data-protection keys.</summary>
internal sealed class KeyStore(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("signing keys");

    /// <summary>A key as it is kept.</summary>
    internal sealed record Row(string Id, DateTimeOffset CreatedAt, string PublicKey, byte[] PrivateKey)
    {
        internal SigningKeys.PublicKey Shown => JsonSerializer.Deserialize<SigningKeys.PublicKey>(PublicKey, Json.Options)!;
    }

    /// <summary>Every key; the table locked until the transaction ends: two instances that start together would else each make a first one.</summary>
    internal static async Task<List<Row>> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await connection.ExecuteAsync(new CommandDefinition("lock table signing_keys in exclusive mode", cancellationToken: cancel));
        return [.. await connection.QueryAsync<Row>(new CommandDefinition(
            "select id, created_at, public_key::text as public_key, private_key from signing_keys order by created_at", cancellationToken: cancel))];
    }

    internal static Task<int> DeleteAsync(NpgsqlConnection connection, string id, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition("delete from signing_keys where id = @id", new { id }, cancellationToken: cancel));

    /// <summary>Makes a key and keeps it.</summary>
    internal async Task<Row> MakeAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancel)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = Guid.CreateVersion7().ToString("N");
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var shown = new SigningKeys.PublicKey("EC", "P-256", "ES256", "sig", id, Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y));
        var row = new Row(id, now, JsonSerializer.Serialize(shown, Json.Options), protector.Protect(key.ExportPkcs8PrivateKey()));
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into signing_keys (id, created_at, public_key, private_key) values (@Id, @CreatedAt, @PublicKey::jsonb, @PrivateKey)", row, cancellationToken: cancel));
        return row;
    }

    /// <returns>Null where the key ring that encrypted it is lost: its tokens stay valid, and a new key takes over the signing.</returns>
    internal ECDsa? Open(Row row)
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
}
