using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Members.Care;

/// <summary>
/// Asks for one mail a day, from seven in the morning, to everybody who has steps that are late or due today, unless they have said no or are away. What the
/// mail says of a case is the step and the association, never a name.
/// </summary>
internal sealed class RemindOfCare : Job
{
    /// <summary>From when in the day, Swedish time; and the most lines that a mail has.</summary>
    private const int Morning = 7, MostLines = 20;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public override TimeSpan Every => TimeSpan.FromMinutes(15);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        if (TimeZoneInfo.ConvertTime(work.Now, SwedishTime.Zone).Hour < Morning)
            return;
        var rows = await work.ListAsync<Row>(
            """
            select care.assignee_id as person_id, care.reason, care.step, care.due_at, care.due_at < @Now as is_late, association.name as association_name
            from care_cases care join associations association on association.id = care.association_id
            join people assignee on assignee.id = care.assignee_id and assignee.email is not null
            left join care_workers worker on worker.person_id = care.assignee_id
            where care.state = 'open' and care.due_at < @tonight and (care.snoozed_until is null or care.snoozed_until <= @today)
                and coalesce(worker.reminders, true) and (@today between worker.away_from and worker.away_until) is not true
                and not exists (select from care_reminders sent where sent.person_id = care.assignee_id and sent.day = @today)
                and exists (select from memberships where person_id = care.assignee_id and ended_on is null)
            order by care.assignee_id, care.due_at, care.id
            """, new { work.Now, today, tonight = SwedishTime.StartOf(today.AddDays(1)) }, cancel);
        if (rows.Count == 0)
            return;
        var plans = await CarePlans.AllAsync(work, cancel);
        // Whom another run has reminded meanwhile is not reminded again.
        var chosen = await work.ListAsync<Guid>(
            "insert into care_reminders (person_id, day) select distinct person_id, @today::date from unnest(@people) person_id on conflict do nothing returning person_id",
            new { people = rows.Select(row => row.PersonId).Distinct().ToArray(), today }, cancel);
        await work.ExecuteAsync("delete from care_reminders where day < @old", new { old = SwedishTime.DateOf(work.Now - Kept) }, cancel);
        foreach (var mine in rows.Where(row => chosen.Contains(row.PersonId)).GroupBy(row => row.PersonId))
        {
            var lines = mine.Take(MostLines).Select(row =>
            {
                var step = plans[row.Reason][Math.Min(row.Step, plans[row.Reason].Count - 1)];
                return new CareReminderLine(step.Swedish, step.English, row.AssociationName, SwedishTime.DateOf(row.DueAt), row.IsLate);
            });
            work.Publish(new CareReminderRequested(mine.Key, mine.Count(row => row.IsLate), mine.Count(row => !row.IsLate), [.. lines]));
        }
    }

    private sealed record Row(Guid PersonId, CareReason Reason, int Step, DateTimeOffset DueAt, bool IsLate, string AssociationName);
}
