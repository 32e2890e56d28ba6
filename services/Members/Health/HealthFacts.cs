using VpVarmland.Members.Associations;

namespace VpVarmland.Members.Health;

/// <summary>What is known of an association today. Null: nothing is.</summary>
/// <param name="Joined">During twelve months.</param>
/// <param name="Active">Members who have offered help or hold an assignment, or who came to something, helped or were talked to during twelve months.</param>
/// <param name="Chair">As <see cref="HealthFigure.Chair"/> says.</param>
internal sealed record HealthFacts(
    Guid Id, string Name, string? MunicipalityName, AssociationState State, long Members, long Joined, long Left, long OpenCases, long LateCases, long Active, int Chair,
    DateOnly? LiaisonContactOn, DateOnly? LastMeetingOn, decimal? Consultations, decimal? Delegates, decimal? Campaign)
{
    /// <summary>The associations within reach, the district itself apart; or one of them.</summary>
    internal static Task<IReadOnlyList<HealthFacts>> ListAsync(UnitOfWork work, Reach reach, Guid? association, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        return work.ListAsync<HealthFacts>(
            """
            with chosen as (
                select association.*, municipality.name as municipality_name from associations association
                left join municipalities municipality on municipality.code = association.municipality_code
                where not association.is_district and association.ended_on is null and (@District or association.id = any(@Ids)) and (@association::uuid is null or association.id = @association)),
            counted as (
                select association_id, count(*) filter (where state = 'member') as members,
                    count(*) filter (where effective_on > @yearAgo and effective_on <= @today and (ended_on is null or ended_on >= effective_on)) as joined,
                    count(*) filter (where ended_on > @yearAgo and effective_on <= ended_on) as gone,
                    count(*) filter (where state = 'member' and (
                        exists (select from people where people.id = person_id and cardinality(help_with) > 0)
                        or exists (select from assignments held where held.person_id = memberships.person_id and held.ended_on is null and held.from_date <= @today)
                        or exists (select from attendances where attendances.person_id = memberships.person_id and came and came_on > @yearAgo)
                        or exists (select from ask_people helped join asks ask on ask.id = helped.ask_id where helped.person_id = memberships.person_id and helped.came and ask.starts_at > @since)
                        or exists (select from care_cases care join care_contacts contact on contact.case_id = care.id
                            where care.person_id = memberships.person_id and contact.outcome in ('called', 'met') and contact.at > @since))) as active
                from memberships where association_id in (select id from chosen) group by association_id),
            cases as (
                select association_id, count(*) as open, count(*) filter (where due_at < @Now) as late
                from care_cases where state = 'open' and association_id in (select id from chosen) group by association_id)
            select chosen.id, chosen.name, chosen.municipality_name, chosen.state, coalesce(counted.members, 0) as members, coalesce(counted.joined, 0) as joined, coalesce(counted.gone, 0) as left,
                coalesce(cases.open, 0) as open_cases, coalesce(cases.late, 0) as late_cases, coalesce(counted.active, 0) as active,
                coalesce((select max(case when person.email is not null or person.phone is not null then 2 else 1 end) from assignments held join people person on person.id = held.person_id
                    where held.association_id = chosen.id and held.kind = 'chair' and held.ended_on is null and held.from_date <= @today), 0) as chair,
                (select max(happened_on) from liaison_contacts where association_id = chosen.id) as liaison_contact_on,
                greatest((select max(held_on) from annual_meetings where association_id = chosen.id), told.meeting_on) as last_meeting_on,
                told.consultations, told.delegates, told.campaign
            from chosen left join counted on counted.association_id = chosen.id left join cases on cases.association_id = chosen.id
            left join lateral (
                select max(as_of) filter (where fact = 'meetingsHeld' and number > 0) as meeting_on, max(number) filter (where fact = 'unansweredConsultations') as consultations,
                    max(number) filter (where fact = 'delegatesNamed') as delegates, max(number) filter (where fact = 'campaignReadiness') as campaign
                from association_facts where association_id = chosen.id) told on true
            order by chosen.name
            """, new { reach.District, reach.Ids, association, today, yearAgo = today.AddYears(-1), since = SwedishTime.StartOf(today.AddYears(-1)), work.Now }, cancel);
    }
}
