using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using VpVarmland.Contracts;

namespace VpVarmland.Gateway.Tokens;

/// <summary>Makes the tokens that services trust: ES256, five minutes, by the machine's clock.</summary>
internal sealed class TokenIssuer(SigningKeys keys)
{
    /// <summary>Longer than any call waits for its service; rights that end are gone sooner, because each call gets a new token.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A person's token for the services.</summary>
    internal Task<string> ForMemberAsync(Guid accountId, Guid memberId, IReadOnlyList<string> permissions) => IssueAsync(TokenClaims.Audience, Lifetime,
        new(StringComparer.Ordinal)
        {
            [TokenClaims.Subject] = accountId.ToString(),
            [TokenClaims.Member] = memberId.ToString(),
            [TokenClaims.Permissions] = permissions.ToArray(),
        });

    /// <summary>A partner client's token for the services.</summary>
    internal Task<string> ForClientAsync(string clientId, IReadOnlyList<string> permissions) => IssueAsync(TokenClaims.Audience, Lifetime,
        new(StringComparer.Ordinal)
        {
            [TokenClaims.Subject] = clientId,
            [TokenClaims.Client] = clientId,
            [TokenClaims.Permissions] = permissions.ToArray(),
        });

    /// <summary>A signed token of any kind.</summary>
    internal async Task<string> IssueAsync(string audience, TimeSpan lifetime, Dictionary<string, object> claims)
    {
        var ring = await keys.GetAsync(CancellationToken.None);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = TokenClaims.Issuer,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            Claims = claims,
            SigningCredentials = ring.Signing,
        });
    }
}
