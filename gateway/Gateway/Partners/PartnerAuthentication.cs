using System.Security.Claims;
using System.Text.Encodings.Web;
using Dapper;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Npgsql;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Tokens;

namespace VpVarmland.Gateway.Partners;

/// <summary>Recognises a partner's system by the token from <c>/connect/token</c>. A client that is disabled is out within a second.</summary>
internal sealed class PartnerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SigningKeys keys, PartnerClients clients)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    internal const string SchemeName = "Partner";
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
        if (!result.IsValid || result.ClaimsIdentity.FindFirst(TokenClaims.Client)?.Value is not { } id || !await clients.IsOpenAsync(id))
            return AuthenticateResult.Fail("invalid");
        var permissions = Scopes.ToPermissions((result.ClaimsIdentity.FindFirst(IssueClientToken.ScopeClaim)?.Value ?? "").Split(' '));
        var identity = new ClaimsIdentity(
            [new Claim(TokenClaims.Subject, id), new Claim(TokenClaims.Client, id), .. permissions.Select(one => new Claim(TokenClaims.Permissions, one))], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}

/// <summary>Which clients may call, as of the last second.</summary>
internal sealed class PartnerClients(NpgsqlDataSource source) : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);
    private readonly MemoryCache cache = new(new MemoryCacheOptions());

    // Only ids that stand in a token of ours are looked up, so the cache cannot be filled from outside.
    internal Task<bool> IsOpenAsync(string id) => cache.GetOrCreateAsync(id, async entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = Freshness;
        await using var connection = await source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<bool>("select exists (select 1 from partner_clients where id = @id and disabled_at is null)", new { id });
    });

    public void Dispose() => cache.Dispose();
}
