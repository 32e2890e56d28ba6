using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using VpVarmland.ServiceDefaults.Auth;

namespace VpVarmland.Tests;

/// <summary>Signs tokens as the gateway does.</summary>
internal static class Tokens
{
    private static readonly ECDsaSecurityKey Key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };

    /// <summary>For <c>Auth:Keys</c>.</summary>
    internal static string Keys
    {
        get
        {
            var point = Key.ECDsa.ExportParameters(false).Q;
            return JsonSerializer.Serialize(new
            {
                keys = new[] { new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = Key.KeyId, x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y) } },
            });
        }
    }

    internal static string For(params Permission[] permissions) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = TokenClaims.Issuer,
        Audience = TokenClaims.Audience,
        Expires = DateTime.UtcNow.AddMinutes(5),
        SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.EcdsaSha256),
        Claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [TokenClaims.Subject] = Guid.NewGuid().ToString(),
            [TokenClaims.Member] = Guid.NewGuid().ToString(),
            [TokenClaims.Permissions] = permissions.Select(permission => $"{permission.Name}@{TokenClaims.DistrictScope}").ToArray(),
        },
    });
}
