using VpVarmland.ServiceDefaults.Jobs;
using VpVarmland.ServiceDefaults.Messaging;

namespace VpVarmland.Members.Care;

/// <summary>
/// Opens cases by what is known, once a day: fees that have not come, people who have moved here, people of whom nothing has been heard. A night opens so many
/// of a kind in an association and no more, the longest silence first: a list that cannot be worked is no help.
/// </summary>
internal sealed class CasesFromFacts : Job
{
    public override TimeSpan Every => TimeSpan.FromHours(24);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        var settings = await CarePlans.SettingsAsync(work, cancel);
        var today = SwedishTime.DateOf(work.Now);
        var values = new
        {
            settings.ANight, settings.InactiveOpen, unpaidSince = today.AddDays(-settings.UnpaidDays), quietSince = today.AddMonths(-settings.InactiveMonths),
            quietAt = SwedishTime.StartOf(today.AddMonths(-settings.InactiveMonths)), recently = work.Now.AddDays(-2), today,
        };
        await OpenAsync(work, CareReason.Moved, Moved, values, cancel);
        await work.ExecuteAsync("delete from moved_people", null, cancel);
        await OpenAsync(work, CareReason.UnpaidFee, Unpaid, values, cancel);
        await OpenAsync(work, CareReason.Inactive, Inactive, values, cancel);
        await work.ExecuteAsync("delete from care_openings where opened_at < @before", new { before = work.Now - UndoContact.Undoable }, cancel);
    }

    private static async Task OpenAsync(UnitOfWork work, CareReason reason, string who, object values, CancellationToken cancel) =>
        await CareCases.OpenAsync(work, [.. (await work.ListAsync<Found>(who, values, cancel)).Select(one => new CareCases.Wanted(one.PersonId, one.AssociationId, reason))], null, cancel);

    /// <summary>Where they were first and where they are now; a merger moves nobody, nor does what was put back. What the import has seen to is seen to.</summary>
    private const string Moved =
        """
        with moves as (select person_id, (array_agg(from_id order by id))[1] as from_id from moved_people group by person_id)
        select person.id as person_id, person.association_id
        from moves join people person on person.id = moves.person_id and person.association_id <> moves.from_id
        join memberships membership on membership.person_id = person.id and membership.ended_on is null
        where not care_is_objected(person.id) and not exists (select from care_cases care where care.person_id = person.id and care.reason = 'moved' and (care.state = 'open' or care.opened_at > @recently))
            and not exists (
                select from reorganised_rows rows join reorganisations reorganisation on reorganisation.id = rows.reorganisation_id
                where rows.what = 'people' and rows.id = person.id
                    and (rows.association_id = moves.from_id and reorganisation.into_id = person.association_id or rows.association_id = person.association_id and reorganisation.into_id = moves.from_id))
        order by person.id
        """;

    /// <summary>Applicants without the fee, and members whose fee has run out: once for each time it ran out.</summary>
    private const string Unpaid =
        """
        with waiting as (
            select membership.person_id, membership.association_id, case membership.state when 'applicant' then membership.applied_on else membership.paid_until end as since
            from memberships membership where membership.ended_on is null and (membership.state = 'applicant' and membership.applied_on <= @unpaidSince
                or membership.paid_until <= @unpaidSince and not exists (select from fee_years where fee_years.person_id = membership.person_id and make_date(fee_years.year, 12, 31) > membership.paid_until))),
        ranked as (
            select waiting.*, row_number() over (partition by association_id order by since, person_id) as place from waiting
            where not exists (select from care_cases care where care.person_id = waiting.person_id and care.reason = 'unpaidFee' and care.opened_at >= waiting.since::timestamp at time zone 'Europe/Stockholm'))
        select person_id, association_id from ranked where place <= @ANight order by since, person_id
        """;

    /// <summary>Members since long of whom nothing is known: no contact, no open case, no assignment, nothing done for the party, and not asked in the same time.</summary>
    private const string Inactive =
        """
        with quiet as (
            select membership.person_id, membership.association_id, membership.effective_on from memberships membership
            where membership.state = 'member' and membership.effective_on <= @quietSince and not care_is_objected(membership.person_id)
                and not exists (select from care_cases care where care.person_id = membership.person_id and (care.state = 'open' or care.opened_at >= @quietAt or care.closed_at >= @quietAt))
                and not exists (select from assignments held where held.person_id = membership.person_id and (held.ended_on is null or held.ended_on >= @quietSince))
                and not exists (select from people where people.id = membership.person_id and people.mail_stopped)),
        ranked as (select quiet.*, row_number() over (partition by association_id order by effective_on, person_id) as place from quiet),
        room as (
            select association.id, greatest(0, least(@ANight, @InactiveOpen - (
                select count(*) from care_cases care where care.association_id = association.id and care.reason = 'inactive' and care.state = 'open'))) as free
            from associations association where association.state = 'active')
        select ranked.person_id, ranked.association_id from ranked join room on room.id = ranked.association_id where ranked.place <= room.free order by ranked.effective_on, ranked.person_id
        """;

    private sealed record Found(Guid PersonId, Guid AssociationId);
}

/// <summary>Mail to somebody has come back for good: they are to be asked for the right address.</summary>
internal sealed class KeepBounces : IConsume<RecipientBounced>
{
    public async Task HandleAsync(RecipientBounced message, UnitOfWork work, CancellationToken cancel)
    {
        // Whoever has no address any more, or has left, has nothing to be asked.
        var association = await work.FindAsync<Guid?>(
            """
            select person.association_id from people person where person.id = @MemberId and person.email is not null and not person.mail_stopped
                and exists (select from memberships where person_id = person.id and ended_on is null)
                and not exists (select from care_cases where person_id = person.id and reason = 'bouncedMail' and closed_at >= @OccurredAt)
            """, new { message.MemberId, message.OccurredAt }, cancel);
        if (association is { } id)
            await CareCases.OpenAsync(work, message.MemberId, id, CareReason.BouncedMail, due: null, cancel);
    }
}
