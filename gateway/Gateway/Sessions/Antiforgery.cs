using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.Sessions;

/// <summary>
/// Proof that a change is asked for by our own page: a value derived from the session's secret, which a page of another site can neither
/// read nor guess, in a header that it cannot send. It lives exactly as long as the session; nothing is stored.
/// </summary>
internal static class Antiforgery
{
    internal const string Header = "X-XSRF-TOKEN";

    internal static readonly Failure Refused = Failure.Bad("auth.antiforgery",
        "Sidan är inaktuell. Ladda om den och försök igen. Inget har sparats.", "The page is out of date. Reload it and try again. Nothing was saved.");

    internal static string TokenFor(string sessionSecret) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(sessionSecret), "antiforgery"u8));

    /// <summary>Refuses changes from other sites, and changes with a session cookie but without its proof.</summary>
    internal static void Use(WebApplication app) => app.Use((http, next) =>
        HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method)
        || http.Request.Path.StartsWithSegments("/dev", StringComparison.OrdinalIgnoreCase) || IsOurs(http)
            ? next(http)
            : Problem.WriteAsync(http, Refused));

    private static bool IsOurs(HttpContext http) =>
        http.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (CurrentSession.Of(http) is not { } session || Matches(http.Request.Headers[Header], TokenFor(session.Secret)));

    private static bool Matches(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
