using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Tokens;

namespace VpVarmland.Gateway.Partners;

/// <summary>
/// Recognises a partner's system by the token from <c>/connect/token</c>. A client that is closed is out within a second, and so is a scope
/// that is taken from it.
/// </summary>
internal sealed class PartnerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SigningKeys keys, PartnerClients clients)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    internal const string SchemeName = "Partner";

    /// <summary>The claim with the client's own limit, in calls a minute.</summary>
    internal const string LimitClaim = "calls_per_minute";

    private const string Prefix = "Bearer ";
    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    internal static bool Carries(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Carries(Request))
            return AuthenticateResult.NoResult();
        var ring = await keys.GetAsync(Context.RequestAborted);
        var result = await Tokens.ValidateTokenAsync(Request.Headers.Authorization.ToString()[Prefix.Length..].Trim(), new TokenValidationParameters
        {
            ValidIssuer = TokenClaims.Issuer,
            ValidAudience = IssueClientToken.Audience,
            IssuerSigningKeys = ring.Announced.Select(key => new JsonWebKey { Kty = key.Kty, Crv = key.Crv, X = key.X, Y = key.Y, Kid = key.Kid }),
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ClockSkew = TimeSpan.FromSeconds(10),
        });
        if (!result.IsValid || result.ClaimsIdentity.FindFirst(TokenClaims.Client)?.Value is not { } id || await clients.FindAsync(id) is not { } client)
            return AuthenticateResult.Fail("invalid");
        var granted = (result.ClaimsIdentity.FindFirst(IssueClientToken.ScopeClaim)?.Value ?? "").Split(' ').Intersect(client.Scopes, StringComparer.Ordinal);
        var identity = new ClaimsIdentity(
            [
                new Claim(TokenClaims.Subject, id),
                new Claim(TokenClaims.Client, id),
                .. client.CallsPerMinute is { } limit ? [new Claim(LimitClaim, limit.ToString(System.Globalization.CultureInfo.InvariantCulture))] : Array.Empty<Claim>(),
                .. Scopes.ToPermissions(granted).Select(permission => new Claim(TokenClaims.Permissions, permission)),
            ], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
