using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Protection;
using VpVarmland.Gateway.Tokens;
using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Gateway.Partners;

/// <summary>
/// OAuth 2.0 client credentials (RFC 6749 §4.4) for partners' systems. The token is for the gateway alone; services get one of their own
/// with each call, so a leaked one is of no use inside.
/// </summary>
internal static class IssueClientToken
{
    /// <summary>The audience of what partners hold.</summary>
    internal const string Audience = "vpvarmland-partners";

    internal const string ScopeClaim = "scope";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>The names are the standard's.</summary>
    internal sealed record Response(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("scope")] string Scope);

    /// <summary>An error as the standard words it (§5.2).</summary>
    internal sealed record Error([property: JsonPropertyName("error")] string Code);

    internal static void Map(RouteGroupBuilder group) => group
        .MapPost("/connect/token", Handle)
        .AllowAnonymous()
        .RequireRateLimiting(RateLimits.SignIn)
        .WithSummary("A token for a partner's system (OAuth 2.0 client credentials)");

    private static async Task<Results<Ok<Response>, JsonHttpResult<Error>>> Handle(HttpContext http, UnitOfWork work, TokenIssuer tokens, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!http.Request.HasFormContentType)
            return Refuse("invalid_request", StatusCodes.Status400BadRequest);
        var form = await http.Request.ReadFormAsync(cancel);
        if (form["grant_type"] != "client_credentials")
            return Refuse("unsupported_grant_type", StatusCodes.Status400BadRequest);
        var (id, secret) = Credentials(http.Request.Headers.Authorization, form);
        var client = await work.FindAsync<Client>("select secret_hash, scopes from partner_clients where id = @id and disabled_at is null", new { id }, cancel);
        if (client is null || Secret.Hash(secret) is not { } hash || !CryptographicOperations.FixedTimeEquals(hash, client.SecretHash))
        {
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"vpvarmland\"";
            return Refuse("invalid_client", StatusCodes.Status401Unauthorized);
        }
        var asked = form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (asked.Except(client.Scopes, StringComparer.Ordinal).Any())
            return Refuse("invalid_scope", StatusCodes.Status400BadRequest);
        var scope = string.Join(' ', asked.Length > 0 ? asked : client.Scopes);
        var token = await tokens.IssueAsync(Audience, Lifetime, new(StringComparer.Ordinal) { [TokenClaims.Client] = id, [ScopeClaim] = scope });
        return TypedResults.Ok(new Response(token, "Bearer", (int)Lifetime.TotalSeconds, scope));
    }

    private static JsonHttpResult<Error> Refuse(string code, int status) => TypedResults.Json(new Error(code), statusCode: status);

    private static (string Id, string? Secret) Credentials(string? authorization, IFormCollection form)
    {
        if (authorization?.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) != true)
            return (form["client_id"].ToString(), form["client_secret"]);
        var bytes = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization["Basic ".Length..], bytes, out var count))
            return ("", null);
        var parts = Encoding.UTF8.GetString(bytes, 0, count).Split(':', 2);
        return parts is [var id, var secret] ? (Uri.UnescapeDataString(id), Uri.UnescapeDataString(secret)) : ("", null);
    }

    private sealed record Client(byte[] SecretHash, string[] Scopes);
}
