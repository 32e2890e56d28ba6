using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace VpVarmland.Gateway.ExternalSignIn;

/// <summary>The framework's OpenID Connect client as we use it: authorization code with PKCE, nothing kept of the provider's tokens.</summary>
internal static class ExternalSetup
{
    internal const string Scheme = "External";

    /// <summary>Names of what travels in the encrypted state, there and back.</summary>
    internal const string ReturnItem = "return", LinkItem = "link", IssuerItem = "issuer", FactorItem = "factor";

    internal static void AddExternalSignIn(this WebApplicationBuilder builder)
    {
        if (ExternalProvider.From(builder.Configuration) is not { } provider)
            return;
        builder.Services.AddSingleton(provider);
        var secure = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        builder.Services.AddAuthentication().AddOpenIdConnect(Scheme, options =>
        {
            options.Authority = provider.Authority.ToString();
            options.ClientId = provider.ClientId;
            options.ClientSecret = provider.ClientSecret;
            options.RequireHttpsMetadata = !builder.Environment.IsDevelopment();
            options.CallbackPath = "/auth/external/callback";
            options.ResponseType = OpenIdConnectResponseType.Code;
            // Back by a plain GET, so that the cookies of the ceremony need not be sent from other sites' forms.
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            (options.CorrelationCookie.SameSite, options.NonceCookie.SameSite) = (SameSiteMode.Lax, SameSiteMode.Lax);
            (options.CorrelationCookie.SecurePolicy, options.NonceCookie.SecurePolicy) = (secure, secure);
            options.UsePkce = true;
            options.SaveTokens = false;
            options.MapInboundClaims = false;
            options.DisableTelemetry = true;
            options.GetClaimsFromUserInfoEndpoint = true;
            options.BackchannelTimeout = TimeSpan.FromSeconds(10);
            options.Scope.Clear();
            options.Scope.Add("openid");
            options.Scope.Add("email");
            options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256];
            options.Events.OnTokenValidated = context =>
            {
                // From the signed token alone; the claims of the user-info endpoint come later and are not signed.
                var claims = context.SecurityToken.Claims.ToLookup(claim => claim.Type, claim => claim.Value, StringComparer.Ordinal);
                context.Properties!.Items[IssuerItem] = context.SecurityToken.Issuer;
                if (claims["amr"].Intersect(provider.TrustedAmr, StringComparer.Ordinal).Any() || claims["acr"].Intersect(provider.TrustedAcr, StringComparer.Ordinal).Any())
                    context.Properties.Items[FactorItem] = "given";
                return Task.CompletedTask;
            };
            options.Events.OnTicketReceived = CompleteExternal.HandleAsync;
            options.Events.OnRemoteFailure = context =>
            {
                // The exception may carry what the provider wrote about the person: its type is enough.
                context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ExternalSetup))
                    .LogWarning("The external sign-in failed: {Exception}", context.Failure?.GetType().Name);
                context.HandleResponse();
                context.Response.Redirect(ExternalPages.Failed);
                return Task.CompletedTask;
            };
        });
    }
}

/// <summary>Where the browser goes after the provider. Pages of the web app.</summary>
internal static class ExternalPages
{
    internal const string Failed = "/logga-in?fel=extern", Unknown = "/logga-in?fel=okand", Taken = "/min-sida/sakerhet?extern=upptagen", Linked = "/min-sida/sakerhet?extern=kopplad";

    /// <summary>To the page that was wanted, by way of the second factor where that is missing.</summary>
    internal static string After(Sessions.SessionAnswer session, string? wanted)
    {
        var next = wanted is null ? "" : "?vidare=" + Uri.EscapeDataString(wanted);
        return session.SecondFactor is { Required: true, Satisfied: false } ? "/andra-faktor" + next : "/logga-in" + next;
    }

    /// <summary>An address within the web app; null for any other, so that nobody is led elsewhere by a link of ours.</summary>
    internal static string? Safe(string? address) =>
        address is ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl) ? address : null;
}
