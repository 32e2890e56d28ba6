using VpVarmland.Members.Assignments;
using VpVarmland.Members.Memberships;
using VpVarmland.Members.Moves;
using VpVarmland.Members.Privacy;

namespace VpVarmland.Members.Register;

/// <summary>An association by id and name.</summary>
internal sealed record AssociationName(Guid Id, string Name);

/// <summary>A membership as it stands.</summary>
/// <param name="IsForecast">True until the central register has confirmed: dates are then our own reckoning.</param>
/// <param name="PaidUntil">The last day the fee is paid for, by the central register; null: it has not said.</param>
/// <param name="RevocableUntil">The last day on which the board may revoke (statutes §5): 90 days from payment.</param>
/// <param name="LapsesOn">The day it lapses unless the fee is paid, by the district's rule; a forecast. Null: no such rule, or the register has not said until when it is paid.</param>
/// <param name="EndingUndoableUntil">Null: it has not ended, or the ending can no longer be taken back.</param>
internal sealed record MembershipView(
    MembershipState State, DateOnly AppliedOn, DateOnly? PaidOn, DateOnly? PaidUntil, DateOnly? EffectiveOn, bool IsForecast, DateOnly? RevocableUntil, DateOnly? LapsesOn,
    DateOnly? EndedOn, string? EndReason, DateTimeOffset? EndingUndoableUntil, DateOnly? AppealedOn);

/// <summary>Protected identity: address, phone and e-mail are shown to nobody but the person and whoever is named to reach them.</summary>
/// <param name="IsHidden">True for this reader.</param>
/// <param name="Through">Who reaches them; null: nobody is named any more.</param>
internal sealed record Protection(bool IsHidden, string? Through);

/// <summary>A person as the person sees it, and as those entitled to read the register do.</summary>
/// <param name="Protection">Null: an ordinary identity.</param>
/// <param name="AttachedTo">Associations in which the person takes part without a vote.</param>
internal sealed record PersonView(
    Guid MemberId, string? MemberNumber, string GivenName, string FamilyName, string? Email, string? Phone, string? PostalCode, string? MunicipalityCode,
    Gender Gender, int? BirthYear, string Language, IReadOnlyList<HelpWay> HelpWith, AssociationName Association, MembershipView Membership,
    IReadOnlyList<AssignmentView> Assignments, Protection? Protection, IReadOnlyList<AssociationName> AttachedTo, int Version)
{
    private sealed record Row(
        Guid Id, string? MemberNumber, string GivenName, string FamilyName, string? Email, string? Phone, string? PostalCode, string? MunicipalityCode,
        Gender Gender, int? BirthYear, string Language, string[] HelpWith, int Version, Guid AssociationId, string AssociationName,
        MembershipState State, DateOnly AppliedOn, DateOnly? PaidOn, DateOnly? PaidUntil, DateOnly? EffectiveOn, DateOnly? ConfirmedOn, int? LapseAfterMonths, DateOnly? EndedOn, DateTimeOffset? EndedAt, string? EndReason, DateOnly? AppealedOn,
        bool IsProtected, bool IsHidden, string? Through);

    /// <summary>The person for an answer, if within reach: whoever is shown somebody has read about them, also where the request was a change.</summary>
    /// <param name="purpose">What the reader gave as reason; null where none was asked for.</param>
    /// <param name="attached">True: also those who are only attached to an association within reach.</param>
    internal static async Task<PersonView?> ShowAsync(UnitOfWork work, Guid id, Reach reach, string? purpose, CancellationToken cancel, bool attached = false)
    {
        if (await FindAsync(work, id, reach, cancel, attached) is not { } person)
            return null;
        await ReadLog.WriteAsync(work, [id], ReadKind.Details, purpose, cancel);
        return person;
    }

    /// <summary>The person, if within reach; otherwise null, which callers answer as not found.</summary>
    internal static async Task<PersonView?> FindAsync(UnitOfWork work, Guid id, Reach reach, CancellationToken cancel, bool attached = false)
    {
        var row = await work.FindAsync<Row>(
            """
            select person.id, person.member_number, person.given_name, person.family_name,
                case when not hidden.it_is then person.email end as email, case when not hidden.it_is then person.phone end as phone,
                case when not hidden.it_is then person.postal_code end as postal_code, case when not hidden.it_is then person.municipality_code end as municipality_code,
                person.gender, person.birth_year, person.language, person.help_with, person.version,
                association.id as association_id, association.name as association_name,
                membership.state, membership.applied_on, membership.paid_on, membership.paid_until, membership.effective_on, membership.confirmed_on, rules.lapse_after_months, membership.ended_on,
                membership.ended_at, membership.end_reason, membership.appealed_on,
                person.is_protected, hidden.it_is as is_hidden, named.given_name || ' ' || named.family_name as through
            from people person
            cross join lateral (select is_hidden(person, @MemberId) as it_is) hidden
            left join people named on named.id = person.contact_person_id
            join associations association on association.id = person.association_id
            join lateral (select * from memberships where person_id = person.id order by ended_on is null desc, applied_on desc, id desc limit 1) membership on true
            cross join membership_rules rules
            where person.id = @id and (@District or person.association_id = any(@Ids)
                or @attached and exists (select from attachments where person_id = person.id and association_id = any(@Ids) and ended_on is null))
            """, new { id, reach.District, reach.Ids, attached, work.Caller.MemberId }, cancel);
        if (row is null)
            return null;
        return new PersonView(
            row.Id, row.MemberNumber, row.GivenName, row.FamilyName, row.Email, row.Phone, row.PostalCode, row.MunicipalityCode,
            row.Gender, row.BirthYear, row.Language,
            [.. row.HelpWith.Select(way => Enum.Parse<HelpWay>(way, ignoreCase: true))], new AssociationName(row.AssociationId, row.AssociationName),
            new MembershipView(
                row.State, row.AppliedOn, row.PaidOn, row.PaidUntil, row.EffectiveOn, row.ConfirmedOn is null,
                row.PaidOn is { } paid ? MembershipClock.LastRevocationDay(paid) : null,
                row.EndedOn is null ? MembershipClock.LapsesOn(row.PaidUntil, row.LapseAfterMonths) : null, row.EndedOn, row.EndReason,
                NoteEnding.UndoableUntil(row.State, row.EndedAt, work.Now), row.AppealedOn),
            await AssignmentView.OfPersonAsync(work, id, cancel), row.IsProtected ? new Protection(row.IsHidden, row.Through) : null, await Attachments.OfAsync(work, id, cancel), row.Version);
    }
}
