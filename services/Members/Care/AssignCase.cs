namespace VpVarmland.Members.Care;

/// <summary>Who sees to a case: those who may, and handing it to one of them.</summary>
internal static class AssignCase
{
    internal sealed record Request([property: NotEmpty] Guid MemberId);

    internal sealed record Assignee(Guid MemberId, string Name, string Assignment);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/care/cases/{id:guid}/assignees", List).RequirePermission(Permission.WorkCare).WithSummary("Those who can take the case");
        api.MapPost("/care/cases/{id:guid}/assignee", Handle).RequirePermission(Permission.WorkCare).WithSummary("Hand the case to somebody who can take it");
    }

    private static async Task<Results<Ok<IReadOnlyList<Assignee>>, ProblemHttpResult>> List(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await CaseLock.TakeAsync(work, id, caller, cancel) is { } open
            ? TypedResults.Ok(await AssigneesAsync(work, open.AssociationId, cancel))
            : CareFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<GetCase.Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await CaseLock.TakeAsync(work, id, caller, cancel) is not { } open)
            return CareFailures.Unknown.ToProblem(http);
        if (open.State != CaseState.Open)
            return CareFailures.Closed.ToProblem(http);
        if (!(await AssigneesAsync(work, open.AssociationId, cancel)).Any(assignee => assignee.MemberId == request.MemberId))
            return CareFailures.NotAssignable.ToProblem(http);
        var changed = await work.ExecuteAsync(
            "update care_cases set assignee_id = @MemberId, version = version + 1 where id = @id and assignee_id is distinct from @MemberId", new { id, request.MemberId }, cancel);
        if (changed > 0)
            work.Record("care.assigned", open.PersonId, content: new { id, request.MemberId });
        return TypedResults.Ok((await GetCase.FindAsync(work, id, caller, cancel))!);
    }

    private static Task<IReadOnlyList<Assignee>> AssigneesAsync(UnitOfWork work, Guid associationId, CancellationToken cancel) => work.ListAsync<Assignee>(
        """
        select distinct on (person.family_name, person.given_name, person.id) person.id as member_id, person.given_name || ' ' || person.family_name as name, assignment.kind as assignment
        from assignments assignment
        join assignment_permissions allowed on allowed.kind = assignment.kind and allowed.permission = 'care:work'
        join people person on person.id = assignment.person_id
        where assignment.ended_on is null and assignment.from_date <= @today and (assignment.association_id = @associationId or assignment.association_id is null)
        order by person.family_name, person.given_name, person.id, assignment.association_id nulls last
        """, new { associationId, today = SwedishTime.DateOf(work.Now) }, cancel);
}
