using VpVarmland.Members.Privacy;

namespace VpVarmland.Members.Care;

/// <summary>Care cases within reach: the open ones with the oldest promise first, the done ones with the latest first.</summary>
internal static class ListCases
{
    internal enum Filter
    {
        Open,
        Late,
        Done,
    }

    internal sealed record Query(
        Guid? Association, [property: NameOf(typeof(Filter))] string? State, bool? Mine, string? After, [property: PageSize] int? Size);

    /// <param name="Attempts">Contacts noted so far.</param>
    internal sealed record Row(
        Guid CaseId, CareReason Reason, Guid MemberId, string MemberName, Guid AssociationId, string AssociationName, Guid? AssigneeId, string? AssigneeName,
        DateTimeOffset OpenedAt, DateTimeOffset Due, bool IsLate, CaseState State, DateTimeOffset? ClosedAt, ContactOutcome? LastOutcome, long Attempts);

    private sealed record Position(DateTimeOffset At, Guid Id);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/care/cases", Handle)
        .RequirePermission(Permission.WorkCare)
        .WithSummary("Care cases, oldest promise first");

    private static async Task<Ok<Page<Row>>> Handle([AsParameters] Query query, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.WorkCare);
        var size = query.Size ?? Cursor.Usual;
        var done = query.State == Filter.Done.ToText();
        var after = Cursor.Read<Position>(query.After);
        var rows = await work.ListAsync<Row>(
            $"""
            {Select}
            where (@District or care.association_id = any(@Ids))
                and care.state = @state and (not @late or care.due_at < @Now)
                and (@Association::uuid is null or care.association_id = @Association)
                and (not @mine or care.assignee_id = @MemberId)
                and (@afterId::uuid is null or {(done ? "(care.closed_at, care.id) < (@afterAt, @afterId)" : "(care.due_at, care.id) > (@afterAt, @afterId)")})
            order by {(done ? "care.closed_at desc, care.id desc" : "care.due_at, care.id")}
            limit @limit
            """,
            new
            {
                reach.District, reach.Ids, state = done ? "done" : "open", late = query.State == Filter.Late.ToText(), work.Now, query.Association,
                mine = query.Mine ?? false, caller.MemberId, afterId = after?.Id, afterAt = after?.At ?? default, limit = size + 1,
            }, cancel);
        var page = rows.ToPage(size, row => new Position(done ? row.ClosedAt!.Value : row.Due, row.CaseId));
        await ReadLog.WriteAsync(work, page.Items.Select(row => row.MemberId).Distinct(), ReadKind.List, null, cancel);
        return TypedResults.Ok(page);
    }

    internal const string Select =
        """
        select care.id as case_id, care.reason, person.id as member_id, person.given_name || ' ' || person.family_name as member_name,
            association.id as association_id, association.name as association_name, care.assignee_id,
            assignee.given_name || ' ' || assignee.family_name as assignee_name, care.opened_at, care.due_at as due,
            care.state = 'open' and care.due_at < @Now as is_late, care.state, care.closed_at, latest.outcome as last_outcome, coalesce(latest.attempts, 0) as attempts
        from care_cases care
        join people person on person.id = care.person_id
        join associations association on association.id = care.association_id
        left join people assignee on assignee.id = care.assignee_id
        left join lateral (
            select (array_agg(outcome order by at desc, id desc))[1] as outcome, count(*) as attempts from care_contacts where case_id = care.id) latest on true
        """;
}
