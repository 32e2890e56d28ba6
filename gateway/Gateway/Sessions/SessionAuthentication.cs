using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using VpVarmland.Contracts;

namespace VpVarmland.Gateway.Sessions;

/// <summary>Recognises the person behind the session cookie, with the same claims that the services will read from the token.</summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionCookie cookie, SessionCache sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    internal const string SchemeName = "Session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (cookie.Read(Context) is not { } secret)
            return AuthenticateResult.NoResult();
        if (await sessions.FindAsync(secret) is not { } known)
            return AuthenticateResult.Fail("no such session");
        Context.Features.Set(new CurrentSession(secret, known));
        var identity = new ClaimsIdentity(
            [
                new Claim(TokenClaims.Subject, known.Session.AccountId.ToString()),
                new Claim(TokenClaims.Member, known.Session.MemberId.ToString()),
                .. known.Session.Rights.Permissions.Select(permission => new Claim(TokenClaims.Permissions, permission)),
            ], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}

/// <summary>The session of this request.</summary>
internal sealed record CurrentSession(string Secret, SessionCache.Known Known)
{
    internal static CurrentSession? Of(HttpContext http) => http.Features.Get<CurrentSession>();

    /// <summary>In endpoints that demand a sign-in.</summary>
    internal static CurrentSession Require(HttpContext http) => Of(http) ?? throw new InvalidOperationException("The endpoint must demand a sign-in.");
}
