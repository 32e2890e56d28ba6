namespace VpVarmland.Contracts;

/// <summary>A mail to a member has failed for good: the address was refused, or could not be reached for days.</summary>
public sealed record RecipientBounced(Guid MemberId) : IntegrationEvent;
