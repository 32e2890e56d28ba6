namespace VpVarmland.Members.Care;

/// <summary>Who sees to a case: those who may, and handing it to one of them, with a word on the way.</summary>
internal static class AssignCase
{
    internal sealed record Request([property: NotEmpty] Guid MemberId, [property: AtMost(2000)] string? Note);

    /// <param name="AwayUntil">The last day of an absence that goes on today; null: is there.</param>
    internal sealed record Assignee(Guid MemberId, string Name, string Assignment, DateOnly? AwayUntil);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/care/cases/{id:guid}/assignees", List).RequirePermission(Permission.WorkCare).WithSummary("Those who can take the case");
        api.MapPost("/care/cases/{id:guid}/assignee", Handle).RequirePermission(Permission.WorkCare).WithSummary("Hand the case to somebody who can take it");
    }

    private static async Task<Results<Ok<IReadOnlyList<Assignee>>, ProblemHttpResult>> List(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await CaseLock.TakeAsync(work, id, CareReach.OfCare(caller), cancel) is { } open
            ? TypedResults.Ok(await AssigneesAsync(work, open, cancel))
            : CareFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<GetCase.Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var reach = CareReach.OfCare(caller);
        if (await CaseLock.TakeAsync(work, id, reach, cancel) is not { } open)
            return CareFailures.Unknown.ToProblem(http);
        if (open.State != CaseState.Open)
            return CareFailures.Closed.ToProblem(http);
        // Whoever is handed an exit conversation can read it: only those who can may hand it on.
        if (!open.MayRead)
            return CareFailures.Confidential.ToProblem(http);
        if (!(await AssigneesAsync(work, open, cancel)).Any(assignee => assignee.MemberId == request.MemberId))
            return CareFailures.NotAssignable.ToProblem(http);
        if (open.AssigneeId != request.MemberId)
        {
            await work.ExecuteAsync("update care_cases set assignee_id = @MemberId, assigned_because = 'hand', version = version + 1 where id = @id", new { id, request.MemberId }, cancel);
            await CaseEvents.AddAsync(work, id, CaseEventKind.HandedOver, request.Note, cancel, open.AssigneeId, request.MemberId);
            work.Record("care.assigned", open.PersonId, content: new { id, request.MemberId });
        }
        // Whoever hands an exit conversation on has let go of it: what is shown is what they may still see.
        return TypedResults.Ok((await GetCase.FindAsync(work, id, reach, cancel))!);
    }

    private static Task<IReadOnlyList<Assignee>> AssigneesAsync(UnitOfWork work, CaseLock open, CancellationToken cancel) => work.ListAsync<Assignee>(
        """
        select distinct on (person.family_name, person.given_name, person.id) person.id as member_id, person.given_name || ' ' || person.family_name as name, assignment.kind as assignment,
            case when @today between worker.away_from and worker.away_until then worker.away_until end as away_until
        from assignments assignment
        join assignment_permissions allowed on allowed.kind = assignment.kind and (allowed.permission = 'care:work' or @exit and allowed.permission = 'care:exit')
        join people person on person.id = assignment.person_id
        left join care_workers worker on worker.person_id = person.id
        where assignment.ended_on is null and assignment.from_date <= @today and (assignment.association_id = @AssociationId or assignment.association_id is null)
        order by person.family_name, person.given_name, person.id, assignment.association_id nulls last
        """, new { open.AssociationId, exit = open.Reason == CareReason.LeftAssignment, today = SwedishTime.DateOf(work.Now) }, cancel);
}
