using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>Signs what the gateway would, with a key that the service under test is told to trust.</summary>
public sealed class GatewayTokens : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string keyId = Guid.NewGuid().ToString("N");

    /// <summary>The public key as a JWKS document, for <c>Auth:Keys</c>.</summary>
    public string PublicKeys
    {
        get
        {
            var point = key.ExportParameters(includePrivateParameters: false).Q;
            return JsonSerializer.Serialize(new
            {
                keys = new[] { new { kty = "EC", crv = "P-256", alg = "ES256", use = "sig", kid = keyId, x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y) } },
            });
        }
    }

    /// <summary>A token for a member with permissions such as <c>register:read@district</c>.</summary>
    /// <param name="lifetime">Negative: expired already.</param>
    public string For(Guid memberId, IEnumerable<string> permissions, TimeSpan? lifetime = null, string issuer = TokenClaims.Issuer) =>
        Sign(memberId.ToString(), TokenClaims.Member, memberId.ToString(), permissions, lifetime, issuer);

    /// <summary>A token for a partner's program.</summary>
    public string ForClient(string client, IEnumerable<string> permissions) => Sign(client, TokenClaims.Client, client, permissions, null, TokenClaims.Issuer);

    public void Dispose() => key.Dispose();

    private string Sign(string subject, string kind, string who, IEnumerable<string> permissions, TimeSpan? lifetime, string issuer)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var ends = now + (lifetime ?? TimeSpan.FromMinutes(5));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = TokenClaims.Audience,
            NotBefore = ends.AddMinutes(-10),
            IssuedAt = ends.AddMinutes(-10),
            Expires = ends,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [TokenClaims.Subject] = subject,
                [kind] = who,
                [TokenClaims.Permissions] = permissions.ToArray(),
            },
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = keyId }, SecurityAlgorithms.EcdsaSha256),
        });
    }
}
