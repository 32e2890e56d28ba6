using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
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

    internal static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>The names are the standard's.</summary>
    internal sealed record Response(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("scope")] string Scope);

    internal static void Map(RouteGroupBuilder group) => group
        .MapPost("/connect/token", Handle)
        .AllowAnonymous()
        .RequireRateLimiting(RateLimits.SignIn)
        .WithSummary("A token for a partner's system (OAuth 2.0 client credentials)");

    private static async Task<Results<Ok<Response>, JsonHttpResult<TokenErrors.Body>>> Handle(
        HttpContext http, UnitOfWork work, TokenIssuer tokens, TokenPace pace, IServiceScopeFactory scopes, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Pragma = "no-cache";
        if (await ReadFormAsync(http.Request, cancel) is not { } form)
            return TokenErrors.InvalidRequest("The parameters must come as a form.");
        // §3.2: no parameter twice.
        if (form.Any(parameter => parameter.Value.Count > 1) || form["grant_type"].ToString().Length == 0)
            return TokenErrors.InvalidRequest("grant_type is missing, or a parameter is there twice.");
        if (form["grant_type"] != "client_credentials")
            return TokenErrors.UnsupportedGrantType();
        if (!ClientCredentials.TryRead(http.Request.Headers.Authorization, form, out var credentials))
            return TokenErrors.InvalidRequest("Give the client's id and secret once: in the Authorization header (Basic) or in the form.");
        if (await FindAsync(work, credentials, cancel) is not { } client)
        {
            await NoteRefusalAsync(scopes, credentials.Id, cancel);
            return TokenErrors.InvalidClient(http);
        }
        if (pace.WaitOf(credentials.Id) is { } wait)
            return TokenErrors.SlowDown(http, wait);
        var asked = form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (asked.Except(client.Scopes, StringComparer.Ordinal).Any())
            return TokenErrors.InvalidScope();
        await work.ExecuteAsync("update partner_secrets set last_used_at = @now where id = @SecretId", new { client.SecretId, now = TimeProvider.System.GetUtcNow() }, cancel);
        var scope = string.Join(' ', asked.Length > 0 ? asked.Distinct(StringComparer.Ordinal) : client.Scopes);
        var token = await tokens.IssueAsync(Audience, Lifetime, new(StringComparer.Ordinal)
        {
            [TokenClaims.Subject] = credentials.Id,
            [TokenClaims.Client] = credentials.Id,
            [ScopeClaim] = scope,
        });
        return TypedResults.Ok(new Response(token, "Bearer", (int)Lifetime.TotalSeconds, scope));
    }

    /// <returns>Null for what is not a form as the standard has it (§4.4.2), and for one that cannot be read: too many fields, NUL in a text.</returns>
    private static async Task<IFormCollection?> ReadFormAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.GetTypedHeaders().ContentType?.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
            return null;
        try
        {
            return await request.ReadFormAsync(cancel);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    // By the hash: 256 random bits are found or not found, and the time it takes tells nothing of them.
    private static async Task<Client?> FindAsync(UnitOfWork work, ClientCredentials credentials, CancellationToken cancel) =>
        Secret.Hash(credentials.Secret) is not { } hash ? null : await work.FindAsync<Client>(
            """
            select s.id as secret_id, c.scopes from partner_clients c join partner_secrets s on s.client_id = c.id
            where c.id = @Id and c.disabled_at is null and s.secret_hash = @hash and (s.ends_at is null or s.ends_at > @now)
            """, new { credentials.Id, hash, now = TimeProvider.System.GetUtcNow() }, cancel);

    /// <summary>Notes it for the administrators: of a client that there is, and at most once a minute, so that nobody can fill the record.</summary>
    private static Task NoteRefusalAsync(IServiceScopeFactory scopes, string id, CancellationToken cancel) => scopes.RunAsync(async (_, work) =>
    {
        var uid = await work.FindAsync<Guid?>(
            """
            select uid from partner_clients c where id = @id and not exists (
                select 1 from audit a where a.subject = c.uid and a.action = 'client.refused' and a.at > @Since)
            """, new { id, Since = work.Now.AddMinutes(-1) }, cancel);
        if (uid is not null)
            work.Record("client.refused", uid.Value);
    }, cancel);

    private sealed record Client(Guid SecretId, string[] Scopes);
}

/// <summary>How often a client may fetch a token: a token lasts a quarter of an hour. Counted after the secret has been checked, so nobody uses it up for another.</summary>
internal sealed class TokenPace(IConfiguration configuration) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(id => RateLimitPartition.GetSlidingWindowLimiter(id, _ => new SlidingWindowRateLimiterOptions
    {
        PermitLimit = configuration.GetValue("Limits:TokensPerMinute", 60),
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = 6,
    }));

    /// <returns>How long to wait; null for a client in no hurry.</returns>
    internal TimeSpan? WaitOf(string clientId)
    {
        using var lease = limiter.AttemptAcquire(clientId);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(10);
    }

    public void Dispose() => limiter.Dispose();
}
