using VpVarmland.Members.Privacy;

namespace VpVarmland.Members.Care;

/// <summary>Care cases within reach: the open ones with the oldest promise first, those that rest by when they come back, the done ones with the latest first.</summary>
internal static class ListCases
{
    internal enum Filter
    {
        Open,
        Late,
        Snoozed,
        Done,
    }

    internal sealed record Query(
        Guid? Association, [property: NameOf(typeof(Filter))] string? State, bool? Mine, string? After, [property: PageSize] int? Size);

    /// <param name="Attempts">Contacts noted so far.</param>
    /// <param name="Step">The place in the reason's plan, from 0; as many as the plan has steps: all are done.</param>
    /// <param name="AssigneeAwayUntil">The last day of the assignee's absence, where it goes on today.</param>
    /// <param name="AssignedBecause">Why the assignee has it; null: not known.</param>
    internal sealed record Row(
        Guid CaseId, CareReason Reason, Guid MemberId, string MemberName, Guid AssociationId, string AssociationName, Guid? AssigneeId, string? AssigneeName,
        DateTimeOffset OpenedAt, DateTimeOffset Due, bool IsLate, CaseState State, DateTimeOffset? ClosedAt, ContactOutcome? LastOutcome, long Attempts,
        int Step, DateOnly? SnoozedUntil, CareResult? Result, DateOnly? AssigneeAwayUntil, AssignedBecause? AssignedBecause);

    private sealed record Position(DateTimeOffset At, Guid Id);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/care/cases", Handle)
        .RequirePermission(Permission.WorkCare)
        .WithSummary("Care cases, oldest promise first");

    private static Task<Ok<Page<Row>>> Handle([AsParameters] Query query, Caller caller, UnitOfWork work, CancellationToken cancel) =>
        ListAsync(query, CareReach.OfCare(caller), work, cancel);

    internal static async Task<Ok<Page<Row>>> ListAsync(Query query, CareReach reach, UnitOfWork work, CancellationToken cancel)
    {
        var size = query.Size ?? Cursor.Usual;
        var done = query.State == Filter.Done.ToText();
        var after = Cursor.Read<Position>(query.After);
        var rows = await work.ListAsync<Row>(
            $"""
            {Select}
            where {CareReach.Covers}
                and care.state = @state and (not @late or care.due_at < @Now)
                and (@state = 'done' or (care.snoozed_until > @today) is not distinct from @snoozed or (care.snoozed_until is null and not @snoozed))
                and (@Association::uuid is null or care.association_id = @Association)
                and (not @mine or care.assignee_id = @MemberId)
                and (@afterId::uuid is null or {(done ? "(care.closed_at, care.id) < (@afterAt, @afterId)" : "(care.due_at, care.id) > (@afterAt, @afterId)")})
            order by {(done ? "care.closed_at desc, care.id desc" : "care.due_at, care.id")}
            limit @limit
            """,
            reach.Values(new
            {
                state = done ? "done" : "open", late = query.State == Filter.Late.ToText(), snoozed = query.State == Filter.Snoozed.ToText(), work.Now, today = SwedishTime.DateOf(work.Now), query.Association,
                mine = query.Mine ?? false, afterId = after?.Id, afterAt = after?.At ?? default, limit = size + 1,
            }), cancel);
        var page = rows.ToPage(size, row => new Position(done ? row.ClosedAt!.Value : row.Due, row.CaseId));
        await ReadLog.WriteAsync(work, page.Items.Select(row => row.MemberId).Distinct(), ReadKind.List, null, cancel);
        return TypedResults.Ok(page);
    }

    internal const string Select =
        """
        select care.id as case_id, care.reason, person.id as member_id, person.given_name || ' ' || person.family_name as member_name,
            association.id as association_id, association.name as association_name, care.assignee_id,
            assignee.given_name || ' ' || assignee.family_name as assignee_name, care.opened_at, care.due_at as due,
            care.state = 'open' and care.due_at < @Now as is_late, care.state, care.closed_at, latest.outcome as last_outcome, coalesce(latest.attempts, 0) as attempts,
            care.step, case when care.snoozed_until > @today then care.snoozed_until end as snoozed_until, care.result,
            case when @today between worker.away_from and worker.away_until then worker.away_until end as assignee_away_until, care.assigned_because
        from care_cases care
        join people person on person.id = care.person_id
        join associations association on association.id = care.association_id
        left join people assignee on assignee.id = care.assignee_id
        left join care_workers worker on worker.person_id = care.assignee_id
        left join lateral (
            select (array_agg(outcome order by at desc, id desc))[1] as outcome, count(*) as attempts from care_contacts where case_id = care.id) latest on true
        """;
}
