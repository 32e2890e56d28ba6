namespace VpVarmland.Contracts;

/// <summary>A one-time sign-in link is wanted by mail.</summary>
/// <param name="Token">The secret of the link; single use, 15 minutes.</param>
public sealed record SignInLinkRequested(string Email, string Token, DateTimeOffset ExpiresAt, string Language) : IntegrationEvent;
