namespace VpVarmland.Contracts;

/// <summary>
/// Somebody wrote an address on the sign-in page. Only the gateway itself listens: whether the address is known is looked up after
/// the answer has left, so that neither the answer nor its time tells.
/// </summary>
/// <param name="Email">As written, trimmed and in lower case.</param>
/// <param name="Language">"sv" or "en": the language the page was read in.</param>
/// <param name="KnownAs">The accounts that have signed in before in the browser that asks.</param>
public sealed record SignInRequested(string Email, string Language, IReadOnlyList<Guid>? KnownAs = null) : IntegrationEvent;

/// <summary>A one-time sign-in link is wanted by mail.</summary>
/// <param name="Token">The secret of the link; single use, 15 minutes.</param>
public sealed record SignInLinkRequested(string Email, string Token, DateTimeOffset ExpiresAt, string Language) : IntegrationEvent;
