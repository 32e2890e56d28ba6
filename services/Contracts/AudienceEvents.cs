namespace VpVarmland.Contracts;

/// <summary>A mailing is locked, and its audience is wanted as it is now. Members answers with <see cref="AudienceTaken"/> or <see cref="AudienceRefused"/>.</summary>
/// <param name="MailingId">Names the audience in the answer. The same mailing asked for again has a new audience.</param>
/// <param name="ListId">The saved list that tells who is meant.</param>
/// <param name="RequestedBy">Whoever locks the mailing: the list must be one that they see.</param>
/// <param name="District">True where they write to the whole district.</param>
/// <param name="AssociationIds">The associations they write to otherwise. Nobody outside is in the audience, whatever the list says.</param>
public sealed record AudienceRequested(Guid MailingId, Guid ListId, Guid RequestedBy, bool District, IReadOnlyList<Guid> AssociationIds) : IntegrationEvent;

/// <summary>A part of an audience: who the list meant, within reach, at one instant. The parts may come in any order; the audience is whole when all have come.</summary>
/// <param name="RequestId">The <see cref="IntegrationEvent.EventId"/> of what asked for it.</param>
/// <param name="Total">How many people there are in all parts.</param>
/// <param name="Part">From 1.</param>
/// <param name="Parts">At least 1: nobody is one part without people.</param>
/// <param name="MemberIds">Those of this part; each person is in one part only.</param>
public sealed record AudienceTaken(Guid MailingId, Guid RequestId, int Total, int Part, int Parts, IReadOnlyList<Guid> MemberIds) : IntegrationEvent;

/// <summary>There is no such list, or not for whoever asked.</summary>
/// <param name="RequestId">The <see cref="IntegrationEvent.EventId"/> of what asked for it.</param>
public sealed record AudienceRefused(Guid MailingId, Guid RequestId) : IntegrationEvent;
