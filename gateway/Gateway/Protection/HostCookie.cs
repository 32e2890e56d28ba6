namespace VpVarmland.Gateway.Protection;

/// <summary>
/// How every cookie of ours is set: out of scripts' reach, never sent from another site, and under TLS bound to the host. In Development
/// over http its name has the port in it, so that two platforms side by side do not sign each other out.
/// </summary>
internal sealed class HostCookie(IHostEnvironment environment)
{
    internal string? Read(HttpContext http, string name) => http.Request.Cookies[NameOf(http, name)];

    internal void Write(HttpContext http, string name, string value, TimeSpan age) => http.Response.Cookies.Append(NameOf(http, name), value, Options(http, age));

    internal void Delete(HttpContext http, string name) => http.Response.Cookies.Delete(NameOf(http, name), Options(http, null));

    private string NameOf(HttpContext http, string name) => IsSecure(http) ? "__Host-" + name : $"{name}-{http.Request.Host.Port ?? 80}";

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
