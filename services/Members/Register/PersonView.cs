using VpVarmland.Members.Assignments;
using VpVarmland.Members.Privacy;

namespace VpVarmland.Members.Register;

/// <summary>An association by id and name.</summary>
internal sealed record AssociationName(Guid Id, string Name);

/// <summary>A membership as it stands.</summary>
/// <param name="IsForecast">True until the central register has confirmed: dates are then our own reckoning.</param>
/// <param name="PaidUntil">The last day the fee is paid for, by the central register; null: it has not said.</param>
/// <param name="RevocableUntil">The last day on which the board may revoke (statutes §5): 90 days from payment.</param>
internal sealed record MembershipView(
    MembershipState State, DateOnly AppliedOn, DateOnly? PaidOn, DateOnly? PaidUntil, DateOnly? EffectiveOn, bool IsForecast, DateOnly? RevocableUntil, DateOnly? EndedOn, string? EndReason, DateOnly? AppealedOn);

/// <summary>A person as the person sees it, and as those entitled to read the register do.</summary>
internal sealed record PersonView(
    Guid MemberId, string? MemberNumber, string GivenName, string FamilyName, string? Email, string? Phone, string? PostalCode, string? MunicipalityCode,
    Gender Gender, int? BirthYear, string Language, IReadOnlyList<HelpWay> HelpWith, AssociationName Association, MembershipView Membership,
    IReadOnlyList<AssignmentView> Assignments, int Version)
{
    private sealed record Row(
        Guid Id, string? MemberNumber, string GivenName, string FamilyName, string? Email, string? Phone, string? PostalCode, string? MunicipalityCode,
        Gender Gender, int? BirthYear, string Language, string[] HelpWith, int Version, Guid AssociationId, string AssociationName,
        MembershipState State, DateOnly AppliedOn, DateOnly? PaidOn, DateOnly? PaidUntil, DateOnly? EffectiveOn, DateOnly? ConfirmedOn, DateOnly? EndedOn, string? EndReason, DateOnly? AppealedOn);

    /// <summary>The person for an answer, if within reach: whoever is shown somebody has read about them, also where the request was a change.</summary>
    /// <param name="purpose">What the reader gave as reason; null where none was asked for.</param>
    internal static async Task<PersonView?> ShowAsync(UnitOfWork work, Guid id, Reach reach, string? purpose, CancellationToken cancel)
    {
        if (await FindAsync(work, id, reach, cancel) is not { } person)
            return null;
        await ReadLog.WriteAsync(work, [id], ReadKind.Details, purpose, cancel);
        return person;
    }

    /// <summary>The person, if within reach; otherwise null, which callers answer as not found.</summary>
    internal static async Task<PersonView?> FindAsync(UnitOfWork work, Guid id, Reach reach, CancellationToken cancel)
    {
        var row = await work.FindAsync<Row>(
            """
            select person.id, person.member_number, person.given_name, person.family_name, person.email, person.phone, person.postal_code,
                person.municipality_code, person.gender, person.birth_year, person.language, person.help_with, person.version,
                association.id as association_id, association.name as association_name,
                membership.state, membership.applied_on, membership.paid_on, membership.paid_until, membership.effective_on, membership.confirmed_on, membership.ended_on,
                membership.end_reason, membership.appealed_on
            from people person
            join associations association on association.id = person.association_id
            join lateral (select * from memberships where person_id = person.id order by ended_on is null desc, applied_on desc, id desc limit 1) membership on true
            where person.id = @id and (@District or person.association_id = any(@Ids))
            """, new { id, reach.District, reach.Ids }, cancel);
        if (row is null)
            return null;
        return new PersonView(
            row.Id, row.MemberNumber, row.GivenName, row.FamilyName, row.Email, row.Phone, row.PostalCode, row.MunicipalityCode,
            row.Gender, row.BirthYear, row.Language,
            [.. row.HelpWith.Select(way => Enum.Parse<HelpWay>(way, ignoreCase: true))], new AssociationName(row.AssociationId, row.AssociationName),
            new MembershipView(
                row.State, row.AppliedOn, row.PaidOn, row.PaidUntil, row.EffectiveOn, row.ConfirmedOn is null,
                row.PaidOn is { } paid ? Memberships.MembershipClock.LastRevocationDay(paid) : null, row.EndedOn, row.EndReason, row.AppealedOn),
            await AssignmentView.OfPersonAsync(work, id, cancel), row.Version);
    }
}
