using Microsoft.AspNetCore.Authentication;
using VpVarmland.Gateway.Devices;
using VpVarmland.Gateway.Partners;
using VpVarmland.Gateway.Passkeys;
using VpVarmland.Gateway.Protection;
using VpVarmland.Gateway.SecondFactor;
using VpVarmland.Gateway.Sessions;
using VpVarmland.Gateway.Tokens;

namespace VpVarmland.Gateway.SignIn;

/// <summary>How callers are recognised: people by their session cookie, partners' systems by a bearer token.</summary>
internal static class SignInSetup
{
    private const string Either = "Caller";

    internal static void AddSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<KeyStore>();
        builder.Services.AddSingleton<KeyWork>();
        builder.Services.AddSingleton<SigningKeys>();
        builder.Services.AddSingleton<TokenIssuer>();
        builder.Services.AddSingleton<SessionCache>();
        builder.Services.AddSingleton<HostCookie>();
        builder.Services.AddSingleton<SessionCookie>();
        builder.Services.AddSingleton<DeviceCookie>();
        builder.Services.AddSingleton<LinkThrottle>();
        builder.Services.AddSingleton<PartnerClients>();
        builder.Services.AddSingleton<TokenPace>();
        builder.Services.AddSingleton<Ceremony>();
        builder.Services.AddScoped<SessionWork>();
        builder.Services.AddScoped<SecondFactorCheck>();
        builder.Services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = http =>
                PartnerAuthentication.Carries(http.Request) ? PartnerAuthentication.SchemeName : SessionAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, PartnerAuthentication>(PartnerAuthentication.SchemeName, null);
    }
}
