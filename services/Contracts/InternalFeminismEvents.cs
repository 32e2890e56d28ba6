namespace VpVarmland.Contracts;

/// <summary>A meeting has been held, as the service that keeps meetings knows it. Members shows the separatist ones on the feminist officer's desk.</summary>
/// <param name="AssociationId">Who held it; null for the district.</param>
/// <param name="IsSeparatist">Only for women, or for those whom the meeting names: a part of the internal feminist work.</param>
/// <param name="Attended">How many came; null: not counted.</param>
public sealed record MeetingHeld(Guid MeetingId, Guid? AssociationId, string Title, DateOnly HeldOn, bool IsSeparatist, int? Attended) : StateEvent;

/// <summary>How the floor was shared at a meeting: sums only, never a person's.</summary>
/// <param name="AssociationId">Whose meeting; null for the district.</param>
/// <param name="WomenSpeakers">How many of those who spoke are women, as they have stated themselves.</param>
/// <param name="WomenSeconds">How long women spoke, in seconds.</param>
/// <param name="Speakers">How many spoke.</param>
/// <param name="Seconds">How long anybody spoke, in seconds.</param>
public sealed record TalkTimeReported(
    Guid MeetingId, Guid? AssociationId, string Title, DateOnly HeldOn, int WomenSpeakers, int WomenSeconds, int Speakers, int Seconds) : StateEvent;
