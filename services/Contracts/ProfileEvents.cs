namespace VpVarmland.Contracts;

/// <summary>Somebody elected is presented to the public, with what they have agreed to and nothing more.</summary>
/// <param name="ProfileId">The assignment it presents.</param>
/// <param name="Kind">The assignment's kind: <c>regionCouncillor</c>, <c>memberOfParliament</c> …</param>
/// <param name="Area">What they answer for, in a few words.</param>
/// <param name="Portrait">A JPEG as base64, without any data about how it was taken.</param>
/// <param name="Until">The assignment's last day; it is shown to nobody after that day. Null: until further notice.</param>
public sealed record ProfilePublished(
    Guid ProfileId, Guid MemberId, string Name, string Kind, string? Area, string Text, string? Email, string? Phone, string? Web, string? Portrait, DateOnly? Until) : StateEvent;

/// <summary>A public profile is no longer to be shown: the assignment ended, or the person has changed their mind. What was kept of it is forgotten.</summary>
public sealed record ProfileWithdrawn(Guid ProfileId) : StateEvent;
