using Microsoft.AspNetCore.Http.HttpResults;

namespace VpVarmland.Gateway.Tokens;

/// <summary>The public keys, for services and partners to check tokens with (JWKS).</summary>
internal static class PublishKeys
{
    internal sealed record Document(IReadOnlyList<SigningKeys.PublicKey> Keys);

    internal static void Map(WebApplication app) => app
        .MapGet("/.well-known/jwks.json", Handle)
        .AllowAnonymous()
        .WithSummary("The keys that tokens are signed with (JWKS)");

    private static async Task<Ok<Document>> Handle(HttpContext http, SigningKeys keys, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.Ok(new Document((await keys.GetAsync(cancel)).Announced));
    }
}
