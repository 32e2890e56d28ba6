namespace VpVarmland.Gateway.Sessions;

/// <summary>
/// The cookie that holds the session's secret: out of scripts' reach, never sent from another site, and under TLS bound to the host.
/// In Development over http its name has the port in it, so that two platforms side by side do not sign each other out.
/// </summary>
internal sealed class SessionCookie(IHostEnvironment environment)
{
    internal string? Read(HttpContext http) => http.Request.Cookies[NameOf(http)];

    internal void Write(HttpContext http, string secret) => http.Response.Cookies.Append(NameOf(http), secret, Options(http, SessionRules.Longest));

    internal void Delete(HttpContext http) => http.Response.Cookies.Delete(NameOf(http), Options(http, null));

    private string NameOf(HttpContext http) => IsSecure(http) ? "__Host-session" : $"session-{http.Request.Host.Port ?? 80}";

    // Outside Development the cookie is secure always: over plain http the browser then refuses it rather than giving it away.
    private bool IsSecure(HttpContext http) => http.Request.IsHttps || !environment.IsDevelopment();

    private CookieOptions Options(HttpContext http, TimeSpan? age) => new()
    {
        HttpOnly = true,
        Secure = IsSecure(http),
        SameSite = SameSiteMode.Strict,
        Path = "/",
        MaxAge = age,
        IsEssential = true,
    };
}
