using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using VpVarmland.Gateway.Protection;

namespace VpVarmland.Gateway.Passkeys;

/// <summary>
/// What the server must remember between its challenge and the authenticator's answer: encrypted in a cookie of this browser for five
/// minutes by the machine's clock, and spent by the first answer.
/// </summary>
internal sealed class Ceremony(IDataProtectionProvider protection, HostCookie cookie)
{
    private const string Name = "passkey";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("passkey ceremony").ToTimeLimitedDataProtector();

    internal void Begin(HttpContext http, string purpose, string? state) => cookie.Write(http, Name, protector.Protect(purpose + "\n" + state, Lifetime), Lifetime);

    /// <summary>The state that was begun for this purpose; null when there is none, or it is too old.</summary>
    internal string? End(HttpContext http, string purpose)
    {
        if (cookie.Read(http, Name) is not { } begun)
            return null;
        cookie.Delete(http, Name);
        try
        {
            var text = protector.Unprotect(begun);
            return text.StartsWith(purpose + "\n", StringComparison.Ordinal) ? text[(purpose.Length + 1)..] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
