namespace VpVarmland.Contracts;

/// <summary>Where a membership stands. Statutes §§3–7.</summary>
public enum MembershipState
{
    /// <summary>Has applied and confirmed the e-mail address; no fee noted yet.</summary>
    Applicant,

    /// <summary>The fee is noted; membership takes effect 30 days after payment (§3).</summary>
    Paid,

    /// <summary>Membership is in effect.</summary>
    Member,

    /// <summary>The association's board refused the application (§5).</summary>
    Refused,

    /// <summary>The board revoked the membership within 90 days of payment (§5).</summary>
    Revoked,

    /// <summary>The fee was not renewed.</summary>
    Lapsed,

    /// <summary>Left by own wish.</summary>
    Left,

    /// <summary>Excluded by the party.</summary>
    Excluded,

    /// <summary>The person is dead: nothing more is sent to them.</summary>
    Deceased,
}

/// <summary>A person's application is confirmed and recorded: the start of welcome, account and hand-over.</summary>
/// <param name="MemberId">The person, for ever the same.</param>
/// <param name="AssociationId">The association that receives the person; the district's own where none is active.</param>
/// <param name="Language">"sv" or "en": the language the person joined in.</param>
public sealed record MemberJoined(
    Guid MemberId, string GivenName, string FamilyName, string Email, Guid AssociationId, string AssociationName, string Language) : StateEvent;

/// <summary>Membership has taken effect, 30 days after the fee (statutes §3), or as the central register says.</summary>
public sealed record MemberActivated(Guid MemberId, DateOnly EffectiveOn) : IntegrationEvent;

/// <summary>Name, contact ways, state or association of a person, as they are now.</summary>
public sealed record MemberChanged(
    Guid MemberId, string GivenName, string FamilyName, string? Email, Guid AssociationId, MembershipState State, string Language) : StateEvent;

/// <summary>A membership ended: refused, revoked, lapsed, left, excluded or by death.</summary>
public sealed record MemberLeft(Guid MemberId, Guid AssociationId, MembershipState State, DateOnly EndedOn) : IntegrationEvent;

/// <summary>One right and where it holds.</summary>
/// <param name="Permission">A permission's name, such as <c>register:read</c>.</param>
/// <param name="AssociationId">The association it holds in; null for the whole district.</param>
public sealed record Grant(string Permission, Guid? AssociationId);

/// <summary>Somebody holds an assignment (förtroendeuppdrag) with the rights that follow from it.</summary>
/// <param name="Until">The term's last day; the rights end at midnight after it. Null: until further notice.</param>
public sealed record AssignmentStarted(
    Guid AssignmentId, Guid MemberId, string Kind, Guid? AssociationId, DateOnly From, DateOnly? Until, IReadOnlyList<Grant> Grants) : StateEvent;

/// <summary>An assignment ended, with every right that came with it.</summary>
public sealed record AssignmentEnded(Guid AssignmentId, Guid MemberId, DateOnly EndedOn) : StateEvent;

/// <summary>An association as it is now.</summary>
/// <param name="MunicipalityCode">Four digits of Statistics Sweden; null for the district itself, and for an association of a part of a municipality.</param>
public sealed record AssociationChanged(Guid AssociationId, string Name, string? MunicipalityCode, bool IsActive) : StateEvent;

/// <summary>What another service can tell about how an association is doing.</summary>
public enum AssociationFact
{
    /// <summary>Consultations (remisser) whose answer date has passed or is near and that the association has not answered; a count.</summary>
    UnansweredConsultations,

    /// <summary>Delegates named for the coming conference, in per cent of those the association may send.</summary>
    DelegatesNamed,

    /// <summary>Preparations done for the campaign, in per cent.</summary>
    CampaignReadiness,

    /// <summary>Members' meetings held during the last twelve months; the date is that of the latest.</summary>
    MeetingsHeld,
}

/// <summary>How an association stands in one respect, as the service that owns the matter knows it. Members shows it among the association's figures.</summary>
/// <param name="Number">A count or per cent, as <see cref="AssociationFact"/> says.</param>
/// <param name="AsOf">The day the number holds for.</param>
/// <remarks>The version grows with each report of the same fact about the same association.</remarks>
public sealed record AssociationFactReported(Guid AssociationId, AssociationFact Fact, decimal Number, DateOnly AsOf) : StateEvent;

/// <summary>An application waits for its e-mail address to be confirmed: a mail with a link is wanted.</summary>
/// <param name="Token">The secret of the link; single use, and worth nothing after <paramref name="ExpiresAt"/>.</param>
public sealed record JoinConfirmationRequested(
    Guid ApplicationId, string GivenName, string Email, string Token, DateTimeOffset ExpiresAt, string Language) : IntegrationEvent;

/// <summary>Somebody who is already in the register applied again and confirmed: told by mail only, never on the page.</summary>
public sealed record MemberRecognised(Guid MemberId, string GivenName, string Email, string Language) : IntegrationEvent;

/// <summary>A step of a care case, as a reminder tells of it: never whom it is about.</summary>
/// <param name="StepSv">What is to be done, in Swedish.</param>
/// <param name="StepEn">What is to be done, in English.</param>
/// <param name="Due">The last day.</param>
public sealed record CareReminderLine(string StepSv, string StepEn, string AssociationName, DateOnly Due, bool IsLate);

/// <summary>Somebody has care cases that are late or due today: one mail about all of them is wanted, once a day at most.</summary>
/// <param name="MemberId">Who has the cases.</param>
/// <param name="Late">How many are late.</param>
/// <param name="Today">How many are due today.</param>
/// <param name="Lines">The first of them, the oldest promise first.</param>
public sealed record CareReminderRequested(Guid MemberId, int Late, int Today, IReadOnlyList<CareReminderLine> Lines) : IntegrationEvent;

/// <summary>An association that has not been heard from, as a reminder tells of it.</summary>
/// <param name="Due">The last day by which it should have been.</param>
public sealed record LiaisonReminderLine(string AssociationName, DateOnly Due);

/// <summary>A liaison, or who stands in for one, has not been in touch for longer than agreed: one mail about all of it is wanted, once a week at most.</summary>
/// <param name="Lines">The associations, the longest overdue first.</param>
public sealed record LiaisonReminderRequested(Guid MemberId, IReadOnlyList<LiaisonReminderLine> Lines) : IntegrationEvent;

/// <summary>What a letter about an ask says.</summary>
public enum AskLetterKind
{
    /// <summary>Somebody is asked to help; with the secret of the page where they answer.</summary>
    Asked,

    /// <summary>Somebody who waited has got a place.</summary>
    PlaceGiven,

    /// <summary>It will not be.</summary>
    Cancelled,

    /// <summary>Somebody came, and is thanked.</summary>
    Thanked,
}

/// <summary>A member is to be told by mail about something they are asked to help with.</summary>
/// <param name="Token">With <see cref="AskLetterKind.Asked"/>: the secret of the page where one answers without signing in.</param>
/// <param name="Reason">With <see cref="AskLetterKind.Cancelled"/>: why.</param>
public sealed record AskLetterRequested(
    Guid MemberId, AskLetterKind Kind, string AssociationName, string Title, DateTimeOffset StartsAt, int Minutes, string Place, string? Token, string? Reason) : IntegrationEvent;

/// <summary>The district board is called to a meeting: a letter with the agenda is wanted for one of those called.</summary>
/// <param name="Place">Null where there is only a link.</param>
/// <param name="Points">The agenda's points in order.</param>
/// <param name="Language">"sv" or "en": the person's.</param>
public sealed record BoardMeetingNoticed(
    Guid MeetingId, Guid MemberId, string GivenName, string FamilyName, string Email, string Title, DateTimeOffset StartsAt, string? Place, string? Link, IReadOnlyList<string> Points, string Language) : IntegrationEvent;

/// <summary>An association has not done its part of something from the party centrally: a letter to its chair is wanted.</summary>
/// <param name="DueOn">Null where there is no last day.</param>
/// <param name="Language">"sv" or "en": the person's.</param>
public sealed record CentralReminderWanted(
    Guid ItemId, Guid AssociationId, string AssociationName, Guid MemberId, string GivenName, string FamilyName, string Email, string Title, DateOnly? DueOn, string Language) : IntegrationEvent;
