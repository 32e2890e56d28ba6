using VpVarmland.Members.Register;

namespace VpVarmland.Members.Care;

/// <summary>Opening cases and choosing who sees to them.</summary>
internal static class CareCases
{
    /// <summary>Opens a case unless one with the same reason is open. Returns null in that case.</summary>
    /// <param name="due">Null: by the reason's plan.</param>
    internal static async Task<Opened?> OpenAsync(UnitOfWork work, Guid personId, Guid associationId, CareReason reason, DateTimeOffset? due, CancellationToken cancel)
    {
        var plan = await CarePlans.FindAsync(work, reason, cancel);
        var opened = new Opened(Guid.CreateVersion7(), due ?? CareDeadlines.First(plan, work.Now));
        var assignee = AssigneeRule.Choose(reason, personId, await CandidatesAsync(work, associationId, cancel));
        var inserted = await work.ExecuteAsync(
            """
            insert into care_cases (id, person_id, association_id, reason, state, assignee_id, assigned_because, opened_at, due_at)
            values (@CaseId, @personId, @associationId, @reason, 'open', @assignee, @because, @Now, @Due)
            on conflict do nothing
            """,
            new { opened.CaseId, personId, associationId, reason = reason.ToText(), assignee = assignee?.MemberId, because = assignee?.Because.ToText(), work.Now, opened.Due }, cancel);
        if (inserted == 0)
            return null;
        work.Record("care.opened", personId, content: new { opened.CaseId, reason, opened.Due });
        if (reason == CareReason.Dead)
            await StopMailAsync(work, personId, opened.CaseId, cancel);
        return opened;
    }

    /// <summary>Somebody has died: no mail goes out any more, and nobody is asked to call.</summary>
    internal static async Task StopMailAsync(UnitOfWork work, Guid personId, Guid caseId, CancellationToken cancel)
    {
        await work.ExecuteAsync(
            """
            update people set mail_stopped = true where id = @personId;
            update care_cases set state = 'done', closed_at = @Now, snoozed_until = null, version = version + 1 where person_id = @personId and id <> @caseId and state = 'open'
            """, new { personId, caseId, work.Now }, cancel);
        await PersonEvents.PublishChangeAsync(work, personId, cancel);
    }

    /// <summary>It was a mistake: mail goes out again.</summary>
    internal static async Task LetMailGoAsync(UnitOfWork work, Guid personId, CancellationToken cancel)
    {
        await work.ExecuteAsync("update people set mail_stopped = false where id = @personId", new { personId }, cancel);
        await PersonEvents.PublishChangeAsync(work, personId, cancel);
    }

    private static Task<IReadOnlyList<AssigneeCandidate>> CandidatesAsync(UnitOfWork work, Guid associationId, CancellationToken cancel) => work.ListAsync<AssigneeCandidate>(
        """
        select person_id as member_id, because, exists (
            select from care_workers worker where worker.person_id = candidates.person_id and @today between worker.away_from and worker.away_until) as is_away
        from (
            select person_id, kind as because from assignments
            where ended_on is null and from_date <= @today and (
                kind in ('membershipSecretary', 'chair', 'feministOfficer') and association_id = @associationId or kind in ('ombudsman', 'districtFeministOfficer'))
            union all select person_id, 'liaison' from liaisons where association_id = @associationId) candidates
        """, new { associationId, today = SwedishTime.DateOf(work.Now) }, cancel);

    internal sealed record Opened(Guid CaseId, DateTimeOffset Due);
}
