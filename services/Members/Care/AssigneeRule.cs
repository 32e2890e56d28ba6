namespace VpVarmland.Members.Care;

/// <summary>Why somebody has a case.</summary>
internal enum AssignedBecause
{
    FeministOfficer,
    DistrictFeministOfficer,
    MembershipSecretary,
    Chair,
    Liaison,
    Ombudsman,

    /// <summary>Somebody handed it to them.</summary>
    Hand,
}

/// <summary>Somebody who could have a case.</summary>
/// <param name="IsAway">Has said so for today.</param>
internal sealed record AssigneeCandidate(Guid MemberId, AssignedBecause Because, bool IsAway);

/// <summary>Who gets a new case. Pure.</summary>
internal static class AssigneeRule
{
    /// <summary>
    /// The association's membership secretary, else its chair, else its liaison on the district board, else the ombudsman; an exit conversation is the
    /// feminist officer's, else the district's feminist officer's, else the ombudsman's, and nobody's of the board that was left. Whoever is away comes after everybody who is not.
    /// </summary>
    internal static AssigneeCandidate? Choose(CareReason reason, Guid about, IEnumerable<AssigneeCandidate> candidates) => candidates
        .Where(one => one.MemberId != about && (reason == CareReason.LeftAssignment
            ? one.Because is AssignedBecause.FeministOfficer or AssignedBecause.DistrictFeministOfficer or AssignedBecause.Ombudsman
            : one.Because is not (AssignedBecause.FeministOfficer or AssignedBecause.DistrictFeministOfficer)))
        .OrderBy(one => one.IsAway).ThenBy(one => one.Because).ThenBy(one => one.MemberId)
        .FirstOrDefault();
}
