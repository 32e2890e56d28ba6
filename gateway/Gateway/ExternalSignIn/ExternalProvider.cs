namespace VpVarmland.Gateway.ExternalSignIn;

/// <summary>An external OpenID Connect provider, from <c>SignIn:OpenIdConnect</c>. There is one, or none.</summary>
/// <param name="Authority">Its address; <c>/.well-known/openid-configuration</c> is below it. Https outside Development.</param>
/// <param name="ClientSecret">From the environment or a secret store, never from a file in the checkout.</param>
/// <param name="DisplayName">What the button says: "Logga in med …".</param>
internal sealed record ExternalProvider(Uri Authority, string ClientId, string ClientSecret, string DisplayName)
{
    private const string Section = "SignIn:OpenIdConnect";

    /// <summary>Values of <c>amr</c> that stand for a second factor given at the provider, such as <c>mfa</c> (RFC 8176). None unless configured.</summary>
    internal IReadOnlyList<string> TrustedAmr { get; private init; } = [];

    /// <summary>Values of <c>acr</c> that do.</summary>
    internal IReadOnlyList<string> TrustedAcr { get; private init; } = [];

    /// <returns>Null where none is configured.</returns>
    /// <exception cref="InvalidOperationException">Half of it is configured.</exception>
    internal static ExternalProvider? From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section["Authority"] is not { Length: > 0 } authority)
            return null;
        string Needed(string name) => section[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"{Section}:{name} is missing.");
        return new ExternalProvider(new Uri(authority), Needed("ClientId"), Needed("ClientSecret"), section["DisplayName"] ?? new Uri(authority).Host)
        {
            TrustedAmr = section.GetSection("TrustedAmr").Get<string[]>() ?? [],
            TrustedAcr = section.GetSection("TrustedAcr").Get<string[]>() ?? [],
        };
    }
}
