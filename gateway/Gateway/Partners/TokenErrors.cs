using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace VpVarmland.Gateway.Partners;

/// <summary>What the token endpoint refuses, in the standard's words (RFC 6749 §5.2).</summary>
internal static class TokenErrors
{
    internal sealed record Body([property: JsonPropertyName("error")] string Code, [property: JsonPropertyName("error_description")] string Description);

    internal static JsonHttpResult<Body> InvalidRequest(string description) => Make("invalid_request", description);

    internal static JsonHttpResult<Body> UnsupportedGrantType() => Make("unsupported_grant_type", "Only client_credentials is supported.");

    internal static JsonHttpResult<Body> InvalidScope() => Make("invalid_scope", "The client does not have that scope.");

    /// <summary>Unknown, closed and wrong secret are one answer.</summary>
    internal static JsonHttpResult<Body> InvalidClient(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Basic realm=\"vpvarmland\", charset=\"UTF-8\"";
        return Make("invalid_client", "The client is not known by that id and secret.", StatusCodes.Status401Unauthorized);
    }

    /// <summary>Not of the standard: the client asks for tokens faster than it can need them.</summary>
    internal static JsonHttpResult<Body> SlowDown(HttpContext http, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Make("slow_down", "Use the token you have until it expires.", StatusCodes.Status429TooManyRequests);
    }

    private static JsonHttpResult<Body> Make(string code, string description, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Json(new Body(code, description), statusCode: status);
}
