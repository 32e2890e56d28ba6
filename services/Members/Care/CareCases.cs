namespace VpVarmland.Members.Care;

/// <summary>Opening cases and choosing who sees to them.</summary>
internal static class CareCases
{
    /// <summary>Opens a case unless one with the same reason is open. Returns null in that case.</summary>
    /// <param name="due">Null: by <see cref="CareDeadlines.First"/>.</param>
    internal static async Task<Opened?> OpenAsync(UnitOfWork work, Guid personId, Guid associationId, CareReason reason, DateTimeOffset? due, CancellationToken cancel)
    {
        var opened = new Opened(Guid.CreateVersion7(), due ?? CareDeadlines.First(reason, work.Now));
        var inserted = await work.ExecuteAsync(
            """
            insert into care_cases (id, person_id, association_id, reason, state, assignee_id, opened_at, due_at)
            values (@CaseId, @personId, @associationId, @reason, 'open', @assignee, @Now, @Due)
            on conflict do nothing
            """,
            new { opened.CaseId, personId, associationId, reason = reason.ToText(), assignee = await ChooseAssigneeAsync(work, associationId, cancel), work.Now, opened.Due }, cancel);
        if (inserted == 0)
            return null;
        work.Record("care.opened", personId, content: new { opened.CaseId, reason, opened.Due });
        return opened;
    }

    /// <summary>The association's membership secretary; else its liaison on the district board; else the ombudsman; else nobody yet.</summary>
    private static Task<Guid?> ChooseAssigneeAsync(UnitOfWork work, Guid associationId, CancellationToken cancel) => work.FindAsync<Guid?>(
        """
        select person_id from (
            select person_id, 1 as choice from assignments where kind = 'membershipSecretary' and association_id = @associationId and ended_on is null and from_date <= @today
            union all select person_id, 2 from liaisons where association_id = @associationId
            union all select person_id, 3 from assignments where kind = 'ombudsman' and ended_on is null and from_date <= @today) candidates
        order by choice, person_id limit 1
        """, new { associationId, today = SwedishTime.DateOf(work.Now) }, cancel);

    internal sealed record Opened(Guid CaseId, DateTimeOffset Due);
}
