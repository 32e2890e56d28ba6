using VpVarmland.Members.Health;
using VpVarmland.Members.Liaisons;

namespace VpVarmland.Members.Plan;

/// <summary>Reads what every measure is: from the register, and from what the other services have told.</summary>
internal static class PlanFigures
{
    /// <summary>The assignments of those who sit on an association's or the district's board.</summary>
    private const string BoardKinds =
        "('chair', 'deputyChair', 'treasurer', 'membershipSecretary', 'studyOrganiser', 'feministOfficer', 'boardMember', 'districtChair', 'districtTreasurer', 'districtBoardMember', 'districtDeputy')";

    /// <summary>The year's numbers so far. A level of an earlier year is not there: what stood at its end was kept as its last reading.</summary>
    internal static async Task<IReadOnlyDictionary<Measure, decimal>> ReadAsync(UnitOfWork work, int year, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31) is var end && end < today ? end : today);
        var numbers = (await work.ListAsync<Number>(
            $"""
            with talked as (
                select care.id, care.opened_at, (select min(contact.at) from care_contacts contact where contact.case_id = care.id and contact.outcome in ('called', 'met')) as at
                from care_cases care where care.reason = 'welcome' and care.opened_at >= @from and care.opened_at < @until)
            select 'newMembers' as measure, count(*)::numeric as value from memberships where effective_on between @first and @last and (ended_on is null or ended_on >= effective_on)
            union all select 'asks', count(*) from asks where state <> 'cancelled' and starts_at >= @from and starts_at < @until
            union all select 'helpers', count(distinct helper.person_id) from ask_people helper join asks on asks.id = helper.ask_id where helper.came and asks.starts_at >= @from and asks.starts_at < @until
            union all select 'liaisonContacts', count(*) from liaison_contacts where happened_on between @first and @last
            union all select 'boardMeetings', count(*) from board_meetings where state in ('minuted', 'locked') and starts_at >= @from and starts_at < @until
            union all select 'exitTalks', count(distinct care.id) from care_cases care join care_contacts contact on contact.case_id = care.id
                where care.reason = 'leftAssignment' and contact.outcome in ('called', 'met') and contact.at >= @from and contact.at < @until
            union all select 'welcomedInTime', round(100.0 * count(*) filter (where at <= opened_at + interval '48 hours') / nullif(count(*) filter (where at is not null or opened_at < @Now - interval '48 hours'), 0), 1) from talked
            union all select fact, number from district_facts where year = @year
            """, new { year, first, last, from = SwedishTime.StartOf(first), until = SwedishTime.StartOf(last.AddDays(1)), work.Now }, cancel)).ToList();
        if (year == today.Year)
        {
            numbers.AddRange(await work.ListAsync<Number>(
                $"""
                select 'members' as measure, count(*)::numeric as value from memberships where state = 'member'
                union all select 'lateCases', count(*) from care_cases where state = 'open' and due_at < @Now
                union all select 'womenInAssignments', round(100.0 * count(*) filter (where person.gender = 'woman') / nullif(count(*), 0), 1)
                    from assignments held join people person on person.id = held.person_id
                    where held.kind in {BoardKinds} and held.ended_on is null and held.from_date <= @today and (held.until_date is null or held.until_date >= @today)
                union all select 'campaignReadiness', round(avg(fact.number), 1) from association_facts fact join associations association on association.id = fact.association_id
                    where fact.fact = 'campaignReadiness' and association.state = 'active'
                union all select 'liaisonCoverage', round(100.0 * count(fact.liaison_id) / nullif(count(*), 0), 1)
                    from associations association join ({LiaisonFacts.PerAssociation}) fact on fact.association_id = association.id where {LiaisonReach.Wanting}
                """, new { today, work.Now }, cancel));
            var health = await HealthFacts.ListAsync(work, new Reach(true, []), null, cancel);
            numbers.Add(new Number(Measure.ActiveShare.ToText(), HealthRule.Percent(health.Sum(one => one.Active), health.Sum(one => one.Members))));
        }
        return numbers.Where(number => number.Value is not null && Enum.TryParse<Measure>(number.Measure, ignoreCase: true, out _))
            .ToDictionary(number => Enum.Parse<Measure>(number.Measure, ignoreCase: true), number => number.Value!.Value);
    }

    private sealed record Number(string Measure, decimal? Value);
}
