using VpVarmland.Members.Segments;

namespace VpVarmland.Tests.Segments;

/// <summary>What is known of one person, as a filter asks for it.</summary>
internal sealed record Known(
    Guid Id, Guid AssociationId, string? MunicipalityCode, string State, DateOnly? EffectiveOn, string[] Assignments, string[] HelpWith, int? BirthYear, string Gender, string Language,
    string? Email, string? Phone, string? PostalCode, bool HasOpenCase, DateOnly? LastHeard, string[] Interests, DateOnly? LastCame, DateOnly? LastHelped)
{
    internal const string Sql =
        """
        select person.id, person.association_id, case when not person.is_protected then person.municipality_code end as municipality_code, membership.state, membership.effective_on,
            array(select kind from assignments where person_id = person.id and ended_on is null and from_date <= @today) as assignments,
            person.help_with, person.birth_year, person.gender, person.language,
            case when not person.is_protected then person.email end as email, case when not person.is_protected then person.phone end as phone, case when not person.is_protected then person.postal_code end as postal_code,
            exists (select from care_cases where person_id = person.id and state = 'open') as has_open_case,
            (select max((at at time zone 'Europe/Stockholm')::date) from care_contacts join care_cases on care_cases.id = case_id where person_id = person.id and outcome <> 'noAnswer') as last_heard,
            array(select interest_id::text from people_interests where person_id = person.id) as interests,
            (select max(came_on) from attendances where attendances.person_id = person.id and came) as last_came,
            (select max((starts_at at time zone 'Europe/Stockholm')::date) from ask_people join asks on asks.id = ask_id where ask_people.person_id = person.id and came) as last_helped
        from people person join memberships membership on membership.person_id = person.id and membership.ended_on is null
        """;

    /// <summary>Whether the filter means the person: the plainest reading of each condition, without a database.</summary>
    internal bool Fits(Filter filter, DateOnly today) => filter switch
    {
        Filter.All { Of: { } all } => all.All(one => Fits(one, today)),
        Filter.Any { Of: { } any } => any.Any(one => Fits(one, today)),
        Filter.Not { Of: { } one } => !Fits(one, today),
        Filter.InAssociation { Ids: { } ids } => ids.Contains(AssociationId),
        Filter.LivesIn { Codes: { } codes } => MunicipalityCode is not null && codes.Contains(MunicipalityCode),
        Filter.Standing { States: { } states } => states.Any(state => string.Equals(state.ToString(), State, StringComparison.OrdinalIgnoreCase)),
        Filter.MemberSince { From: var from, Until: var until } => EffectiveOn is { } day && day <= today && !(day < from) && !(day > until),
        Filter.HoldsAssignment { Kinds: { } kinds } => kinds.Count == 0 ? Assignments.Length > 0 : Assignments.Intersect(kinds).Any(),
        Filter.WantsToHelp { Ways: { } ways } => ways.Count == 0 ? HelpWith.Length > 0 : HelpWith.Any(way => ways.Any(one => string.Equals(one.ToString(), way, StringComparison.OrdinalIgnoreCase))),
        Filter.HasInterest { Ids: { } ids } => Interests.Intersect(ids.Select(id => id.ToString())).Any(),
        Filter.BornBetween { From: var first, Until: var last } => BirthYear is { } year && !(year < first) && !(year > last),
        Filter.OfGender { Genders: { } genders } => genders.Any(gender => string.Equals(gender.ToString(), Gender, StringComparison.OrdinalIgnoreCase)),
        Filter.Speaks { Language: var language } => language == Language,
        Filter.ReachedBy { Way: var way } => (way switch { ContactWay.Email => Email, ContactWay.Phone => Phone, _ => PostalCode }) is not null,
        Filter.HasOpenCase => HasOpenCase,
        Filter.NotHeardFrom { Months: { } months } => !(LastHeard >= today.AddMonths(-months)),
        Filter.Came { Months: { } months } => LastCame >= today.AddMonths(-months),
        Filter.Helped { Months: { } months } => LastHelped >= today.AddMonths(-months),
        _ => throw new NotSupportedException(filter.GetType().Name),
    };
}
