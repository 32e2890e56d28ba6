using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace VpVarmland.Tests;

/// <summary>A small OpenID Connect provider: discovery, keys, authorization code with PKCE. Whoever comes is the <see cref="Person"/> it is told.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    internal const string ClientId = "vpvarmland", ClientSecret = "a secret of the tests";
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Request> codes = new(StringComparer.Ordinal);
    private readonly SigningCredentials signing;
    private readonly JsonWebKey shown;

    private TestProvider(WebApplication app, string algorithm)
    {
        this.app = app;
        SecurityKey key = algorithm == SecurityAlgorithms.EcdsaSha256
            ? new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" }
            : new RsaSecurityKey(RSA.Create(2048)) { KeyId = "test" };
        signing = new SigningCredentials(key, algorithm);
        shown = key is ECDsaSecurityKey ec ? JsonWebKeyConverter.ConvertFromECDsaSecurityKey(ec) : JsonWebKeyConverter.ConvertFromRSASecurityKey((RsaSecurityKey)key);
    }

    /// <summary>Who has signed in at the provider, by the claims of the identity token.</summary>
    internal Dictionary<string, object> Person { get; } = new(StringComparer.Ordinal) { ["sub"] = Guid.NewGuid().ToString() };

    /// <summary>Signs with a key that it does not publish, as somebody between us would.</summary>
    internal SigningCredentials? Forged { get; set; }

    /// <summary>The nonce that it puts into the token instead of the one asked for.</summary>
    internal string? WrongNonce { get; set; }

    internal Uri Address => new(app.Urls.First());

    internal (string Key, string Value)[] Settings =>
    [
        ("SignIn:OpenIdConnect:Authority", Address.ToString()), ("SignIn:OpenIdConnect:ClientId", ClientId),
        ("SignIn:OpenIdConnect:ClientSecret", ClientSecret), ("SignIn:OpenIdConnect:DisplayName", "Testkontot"),
    ];

    internal static async Task<TestProvider> StartAsync(string algorithm = SecurityAlgorithms.EcdsaSha256)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new TestProvider(builder.Build(), algorithm);
        provider.Map();
        await provider.app.StartAsync();
        return provider;
    }

    /// <summary>Follows the browser's way: from our start page to the provider and back. Gives the page of ours on which it ends.</summary>
    internal static async Task<string> GoThroughAsync(Browser browser, string start = "/auth/external/start")
    {
        var next = start;
        for (var step = 0; step < 6; step++)
        {
            using var answer = await browser.Client.GetAsync(next);
            if (answer.StatusCode != HttpStatusCode.Redirect)
                return next;
            var location = answer.Headers.Location!;
            next = location.ToString();
            if (!location.IsAbsoluteUri && !next.StartsWith("/auth/", StringComparison.Ordinal))
                return next;
        }
        throw new InvalidOperationException("Round in circles: " + next);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => new
        {
            issuer = Address.ToString(),
            authorization_endpoint = new Uri(Address, "/authorize"),
            token_endpoint = new Uri(Address, "/token"),
            jwks_uri = new Uri(Address, "/keys"),
            response_types_supported = new[] { "code" },
            subject_types_supported = new[] { "public" },
            id_token_signing_alg_values_supported = new[] { signing.Algorithm },
        });
        app.MapGet("/keys", () => new { keys = new object[] { new { kty = shown.Kty, crv = shown.Crv, x = shown.X, y = shown.Y, n = shown.N, e = shown.E, kid = shown.Kid, use = "sig" } } });
        app.MapGet("/authorize", (string redirect_uri, string state, string nonce, string client_id, string response_type, string code_challenge, string code_challenge_method) =>
        {
            if (client_id != ClientId || response_type != "code" || code_challenge_method != "S256")
                return Results.BadRequest();
            var code = Guid.NewGuid().ToString("N");
            codes[code] = new Request(redirect_uri, nonce, code_challenge);
            return Results.Redirect($"{redirect_uri}?code={code}&state={Uri.EscapeDataString(state)}");
        });
        app.MapPost("/token", async (HttpRequest http) =>
        {
            var form = await http.ReadFormAsync();
            // A code works once, for the client with its secret, at the same address, with the verifier of the challenge.
            var isRight = codes.TryRemove(form["code"].ToString(), out var request) && form["redirect_uri"] == request.Address && form["client_id"] == ClientId
                && form["client_secret"] == ClientSecret && Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == request.Challenge;
            return isRight ? Results.Json(new { access_token = "none", token_type = "Bearer", expires_in = 60, id_token = TokenFor(request!) }) : Results.BadRequest(new { error = "invalid_grant" });
        });
    }

    private string TokenFor(Request request)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address.ToString(),
            Audience = ClientId,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object>(Person, StringComparer.Ordinal) { ["nonce"] = WrongNonce ?? request.Nonce },
            SigningCredentials = Forged ?? signing,
        });
    }

    private sealed record Request(string Address, string Nonce, string Challenge);
}
