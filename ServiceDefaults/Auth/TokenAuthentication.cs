using System.Text.Encodings.Web;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace VpVarmland.ServiceDefaults.Auth;

/// <summary>Accepts the gateway's token and nothing else: ES256, issuer, audience, lifetime, known key. Lifetimes go by the machine's clock,
/// not the platform's, which a demonstration may move.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, GatewayKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    internal const string SchemeName = "Gateway";
    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? header = Request.Headers.Authorization;
        if (header is null || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        JsonWebToken token;
        try
        {
            token = Tokens.ReadJsonWebToken(header["Bearer ".Length..].Trim());
        }
        catch (ArgumentException)
        {
            return AuthenticateResult.Fail("unreadable");
        }
        if (await keys.FindAsync(token.Kid ?? "", Context.RequestAborted) is not { } key)
            return AuthenticateResult.Fail("unknown key");
        var result = await Tokens.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = TokenClaims.Issuer,
            ValidAudience = TokenClaims.Audience,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ClockSkew = TimeSpan.FromSeconds(10),
        });
        return result.IsValid
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(result.ClaimsIdentity), SchemeName))
            : AuthenticateResult.Fail("invalid");
    }
}
