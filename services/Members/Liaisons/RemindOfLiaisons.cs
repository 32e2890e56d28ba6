using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Members.Liaisons;

/// <summary>
/// Asks for one mail a week at most, from seven in the morning, to liaisons who have not been in touch with an association for longer than agreed; to the stand-in while a liaison is away, and to nobody who
/// has said no to reminders. The mail tells the association and the day, and names nobody.
/// </summary>
internal sealed class RemindOfLiaisons : Job
{
    /// <summary>From when in the day, Swedish time; days between two mails to the same person.</summary>
    private const int Morning = 7, DaysBetween = 7;

    public override TimeSpan Every => TimeSpan.FromMinutes(15);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        if (TimeZoneInfo.ConvertTime(work.Now, SwedishTime.Zone).Hour < Morning)
            return;
        var rows = await work.ListAsync<Row>(
            $"""
            select reminded.id as person_id, association.name as association_name, fact.since, fact.last_contact_on, fact.rhythm_days
            from associations association join ({LiaisonFacts.PerAssociation}) fact on fact.association_id = association.id
            join people reminded on reminded.email is not null and not reminded.mail_stopped and reminded.id = coalesce((
                select stand_in_id from liaison_stand_ins away where away.person_id = fact.liaison_id and @today between away.from_date and away.until_date order by away.from_date, away.id limit 1), fact.liaison_id)
            where {LiaisonReach.Wanting} and fact.since is not null
                and not exists (select from care_workers worker where worker.person_id = reminded.id and not worker.reminders)
                and not exists (select from liaison_reminders sent where sent.person_id = reminded.id and sent.day > @lately)
                and exists (select from memberships where person_id = reminded.id and ended_on is null)
            """, new { today, lately = today.AddDays(-DaysBetween) }, cancel);
        var overdue = rows.Where(row => row.StandsOverdue(today)).ToLookup(row => row.PersonId);
        if (overdue.Count == 0)
            return;
        // Whom another run has reminded meanwhile is not reminded again.
        var chosen = await work.ListAsync<Guid>(
            "insert into liaison_reminders (person_id, day) select person_id, @today::date from unnest(@people) person_id on conflict do nothing returning person_id",
            new { people = overdue.Select(mine => mine.Key).ToArray(), today }, cancel);
        await work.ExecuteAsync("delete from liaison_reminders where day <= @lately", new { lately = today.AddDays(-DaysBetween) }, cancel);
        foreach (var person in chosen)
            work.Publish(new LiaisonReminderRequested(person, [.. overdue[person].OrderBy(row => row.Due).Select(row => new LiaisonReminderLine(row.AssociationName, row.Due))]));
    }

    private sealed record Row(Guid PersonId, string AssociationName, DateOnly Since, DateOnly? LastContactOn, int? RhythmDays)
    {
        internal DateOnly Due => LiaisonRhythm.Due(LastContactOn, Since, RhythmDays ?? LiaisonRhythm.Usual);

        internal bool StandsOverdue(DateOnly today) => LiaisonRhythm.StandingOf(LastContactOn, Since, RhythmDays ?? LiaisonRhythm.Usual, today) == ContactStanding.Overdue;
    }
}
