namespace VpVarmland.Members.Care.Quiet;

/// <summary>What shows that somebody is there. The latest of them is the last that was heard.</summary>
internal enum Sign
{
    /// <summary>Applied for membership.</summary>
    Joined,

    /// <summary>Paid the fee, by a day that is noted here. What the central register says of the fee has no day.</summary>
    Paid,

    /// <summary>Answered an ask for help, also with no.</summary>
    Answered,

    /// <summary>Came to something, or to help.</summary>
    Came,

    /// <summary>Was spoken with: somebody called and they answered, or they met.</summary>
    SpokenWith,

    /// <summary>Held an assignment, until that day. Whoever holds one is not quiet.</summary>
    Held,

    /// <summary>Offered to help.</summary>
    Offered,

    /// <summary>Corrected their own data, or told what they like and when they have time.</summary>
    Corrected,
}

/// <summary>
/// Of whom nothing has been heard: the current members whose latest sign is so old, by what this service knows. Whether somebody has signed in is known to the gateway only, and does not leave it.
/// Left out are those who hold an assignment, who object to care by rule, and to whom nothing is sent any more.
/// </summary>
internal static class QuietRule
{
    /// <summary>Months of silence that can be asked for, and the usual.</summary>
    internal const int Least = 3, Most = 36, Usual = 6;

    /// <summary>The latest day on which a sign makes somebody quiet: so many months ago.</summary>
    internal static DateOnly Before(DateOnly today, int months) => today.AddMonths(-months);

    /// <summary>Every quiet member within reach as <c>quiet</c>: who, where, the last sign and its day. Its values: District, Ids, Association, today, before.</summary>
    internal const string Quiet =
        """
        with quiet as (
            select person.id as person_id, person.given_name, person.family_name, association.id as association_id, association.name as association_name, latest.sign, latest.day
            from people person
            join memberships membership on membership.person_id = person.id and membership.ended_on is null and membership.state = 'member'
            join associations association on association.id = person.association_id
            cross join lateral (
                select sign, day from (
                    select 'joined' as sign, membership.applied_on as day
                    union all select 'paid', max(paid_on) from fee_years where fee_years.person_id = person.id and paid_on <= @today
                    union all select 'answered', (max(answered_at) at time zone 'Europe/Stockholm')::date from ask_people where ask_people.person_id = person.id
                    union all select 'came', max(came_on) from attendances where attendances.person_id = person.id and came and came_on <= @today
                    union all select 'came', (max(ask.starts_at) at time zone 'Europe/Stockholm')::date from ask_people helped join asks ask on ask.id = helped.ask_id where helped.person_id = person.id and helped.came
                    union all select 'spokenWith', (max(contact.at) at time zone 'Europe/Stockholm')::date
                        from care_cases care join care_contacts contact on contact.case_id = care.id where care.person_id = person.id and contact.outcome in ('called', 'met')
                    union all select 'held', max(ended_on) from assignments where assignments.person_id = person.id
                    union all select 'offered', (max(opened_at) at time zone 'Europe/Stockholm')::date from care_cases where care_cases.person_id = person.id and reason = 'wantsToHelp'
                    union all select 'corrected', (max(at) at time zone 'Europe/Stockholm')::date
                        from audit where subject = person.id and actor = 'member:' || person.id and action in ('person.corrected', 'person.activity_changed')) signs
                where day is not null order by day desc, sign limit 1) latest
            where (@District or person.association_id = any(@Ids)) and (@Association::uuid is null or person.association_id = @Association)
                and membership.effective_on <= @before and latest.day <= @before and not person.mail_stopped and not care_is_objected(person.id)
                and not exists (select from assignments held where held.person_id = person.id and held.ended_on is null and held.from_date <= @today))
        """;
}
