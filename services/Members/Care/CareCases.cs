using VpVarmland.Members.Register;

namespace VpVarmland.Members.Care;

/// <summary>Opening cases and choosing who sees to them.</summary>
internal static class CareCases
{
    /// <summary>Opens a case unless one with the same reason is open. Returns null in that case.</summary>
    /// <param name="due">Null: by the reason's plan.</param>
    internal static async Task<Opened?> OpenAsync(UnitOfWork work, Guid personId, Guid associationId, CareReason reason, DateTimeOffset? due, CancellationToken cancel)
    {
        if ((await OpenAsync(work, [new Wanted(personId, associationId, reason, due)], null, cancel)).SingleOrDefault() is not { } opened)
            return null;
        if (reason == CareReason.Dead)
            await StopMailAsync(work, personId, opened.CaseId, cancel);
        return opened;
    }

    /// <summary>Opens a case for each of many, apart from those who have one with the same reason open. Who sees to it is chosen by the one rule there is.</summary>
    /// <param name="opening">That they were opened together, so that they can be taken back together; null: not.</param>
    internal static async Task<IReadOnlyList<Opened>> OpenAsync(UnitOfWork work, IReadOnlyList<Wanted> wanted, Guid? opening, CancellationToken cancel)
    {
        if (wanted.Count == 0)
            return [];
        var plans = await CarePlans.AllAsync(work, cancel);
        var candidates = (await CandidatesAsync(work, [.. wanted.Select(one => one.AssociationId).Distinct()], cancel)).ToLookup(one => one.AssociationId, one => new AssigneeCandidate(one.MemberId, one.Because, one.IsAway));
        var cases = wanted.Select(one => (
            Wanted: one, Opened: new Opened(Guid.CreateVersion7(), one.PersonId, one.Due ?? CareDeadlines.First(plans[one.Reason], work.Now)),
            Assignee: AssigneeRule.Choose(one.Reason, one.PersonId, candidates[one.AssociationId]))).ToList();
        var inserted = (await work.ListAsync<Guid>(
            """
            insert into care_cases (id, person_id, association_id, reason, state, assignee_id, assigned_because, opened_at, due_at, opening_id)
            select id, person_id, association_id, reason, 'open', assignee_id, because, @Now, due_at, @opening
            from unnest(@ids::uuid[], @people::uuid[], @associations::uuid[], @reasons::text[], @assignees::uuid[], @because::text[], @due::timestamptz[])
                as one (id, person_id, association_id, reason, assignee_id, because, due_at)
            on conflict do nothing returning id
            """,
            new
            {
                work.Now, opening,
                ids = cases.Select(one => one.Opened.CaseId).ToArray(), people = cases.Select(one => one.Wanted.PersonId).ToArray(), associations = cases.Select(one => one.Wanted.AssociationId).ToArray(),
                reasons = cases.Select(one => one.Wanted.Reason.ToText()).ToArray(), assignees = cases.Select(one => one.Assignee?.MemberId).ToArray(),
                because = cases.Select(one => one.Assignee?.Because.ToText()).ToArray(), due = cases.Select(one => one.Opened.Due).ToArray(),
            }, cancel)).ToHashSet();
        var opened = cases.Where(one => inserted.Contains(one.Opened.CaseId)).ToList();
        foreach (var one in opened)
            work.Record("care.opened", one.Wanted.PersonId, content: new { one.Opened.CaseId, one.Wanted.Reason, one.Opened.Due });
        return [.. opened.Select(one => one.Opened)];
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

    private static Task<IReadOnlyList<Candidate>> CandidatesAsync(UnitOfWork work, Guid[] associations, CancellationToken cancel) => work.ListAsync<Candidate>(
        """
        select place.id as association_id, person_id as member_id, because, exists (
            select from care_workers worker where worker.person_id = candidates.person_id and @today between worker.away_from and worker.away_until) as is_away
        from unnest(@associations) place (id) cross join lateral (
            select person_id, kind as because from assignments
            where ended_on is null and from_date <= @today and (
                kind in ('membershipSecretary', 'chair', 'feministOfficer') and association_id = place.id or kind in ('ombudsman', 'districtFeministOfficer'))
            union all select person_id, 'liaison' from liaisons where association_id = place.id) candidates
        """, new { associations, today = SwedishTime.DateOf(work.Now) }, cancel);

    private sealed record Candidate(Guid AssociationId, Guid MemberId, AssignedBecause Because, bool IsAway);

    /// <summary>Somebody for whom a case is to be opened.</summary>
    /// <param name="Due">Null: by the reason's plan.</param>
    internal sealed record Wanted(Guid PersonId, Guid AssociationId, CareReason Reason, DateTimeOffset? Due = null);

    internal sealed record Opened(Guid CaseId, Guid PersonId, DateTimeOffset Due);
}
