using VpVarmland.Gateway.Protection;

namespace VpVarmland.Gateway.Sessions;

/// <summary>The cookie that holds the session's secret.</summary>
internal sealed class SessionCookie(HostCookie cookie)
{
    private const string Name = "session";

    internal string? Read(HttpContext http) => cookie.Read(http, Name);

    internal void Write(HttpContext http, string secret) => cookie.Write(http, Name, secret, SessionRules.Longest);

    internal void Delete(HttpContext http) => cookie.Delete(http, Name);
}
