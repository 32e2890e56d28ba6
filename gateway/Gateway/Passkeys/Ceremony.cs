using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace VpVarmland.Gateway.Passkeys;

/// <summary>
/// What the server must remember between its challenge and the authenticator's answer: encrypted in a cookie of this browser for five
/// minutes by the machine's clock, and spent by the first answer.
/// </summary>
internal sealed class Ceremony(IDataProtectionProvider protection, IHostEnvironment environment)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("passkey ceremony").ToTimeLimitedDataProtector();

    internal void Begin(HttpContext http, string purpose, string? state) =>
        http.Response.Cookies.Append(NameOf(http), protector.Protect(purpose + "\n" + state, Lifetime), Options(http));

    /// <summary>The state that was begun for this purpose; null when there is none, or it is too old.</summary>
    internal string? End(HttpContext http, string purpose)
    {
        if (http.Request.Cookies[NameOf(http)] is not { } cookie)
            return null;
        http.Response.Cookies.Delete(NameOf(http), Options(http));
        try
        {
            var text = protector.Unprotect(cookie);
            return text.StartsWith(purpose + "\n", StringComparison.Ordinal) ? text[(purpose.Length + 1)..] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private bool IsSecure(HttpContext http) => http.Request.IsHttps || !environment.IsDevelopment();

    private string NameOf(HttpContext http) => IsSecure(http) ? "__Host-passkey" : $"passkey-{http.Request.Host.Port ?? 80}";

    private CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        Secure = IsSecure(http),
        SameSite = SameSiteMode.Strict,
        Path = "/",
        MaxAge = Lifetime,
        IsEssential = true,
    };
}
