using VpVarmland.Members.Register;

namespace VpVarmland.Members.Assignments;

/// <summary>Gives somebody an assignment; the rights follow within seconds, and end at midnight after the term's last day.</summary>
internal static class StartAssignment
{
    internal sealed record Request([property: NotEmpty] Guid MemberId, [property: NotEmpty] string Kind, Guid? AssociationId, [property: NotEmpty] DateOnly? From, DateOnly? Until);

    internal sealed record Response(Guid AssignmentId);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/assignments", Handle)
        .RequirePermission(Permission.ManageAssignments)
        .WithSummary("Start an assignment");

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.ManageAssignments);
        if (await work.FindAsync<string>("select scope from assignment_kinds where kind = @Kind", new { request.Kind }, cancel) is not { } scope)
            return AssignmentFailures.UnknownKind.ToProblem(http);
        if (scope == "association" != request.AssociationId is not null)
            return AssignmentFailures.WrongScope.ToProblem(http);
        if (request.AssociationId is { } association && !(reach.Covers(association)
            && await work.GetAsync<bool>("select exists (select from associations where id = @association)", new { association }, cancel)))
            return Associations.AssociationFailures.Unknown.ToProblem(http);
        if (request.AssociationId is null && !reach.District)
            return AssignmentFailures.WrongScope.ToProblem(http);
        if (await AssignmentRights.BeyondOwnAsync(work, caller, request.Kind, cancel))
            return AssignmentFailures.BeyondOwn.ToProblem(http);
        if (request.Until < request.From)
            return AssignmentFailures.TermTurned.ToProblem(http);
        if (await PersonView.FindAsync(work, request.MemberId, reach, cancel) is not { } person)
            return RegisterFailures.Unknown.ToProblem(http);
        if (person.Membership.State is not (MembershipState.Member or MembershipState.Paid))
            return AssignmentFailures.NotMember.ToProblem(http);

        var id = Guid.CreateVersion7();
        var inserted = await work.ExecuteAsync(
            "insert into assignments (id, person_id, kind, association_id, from_date, until_date) values (@id, @MemberId, @Kind, @AssociationId, @From, @Until) on conflict do nothing",
            new { id, request.MemberId, request.Kind, request.AssociationId, request.From, request.Until }, cancel);
        if (inserted == 0)
            return AssignmentFailures.Held.ToProblem(http);
        work.Record("assignment.started", request.MemberId, content: new { id, request.Kind, request.AssociationId, request.From, request.Until });
        await AssignmentEvents.PublishStartAsync(work, id, cancel);
        return TypedResults.Created($"/api/members/assignments/{id}", new Response(id));
    }
}

/// <summary>Nobody gives away, or takes away, the running of the platform without having it.</summary>
internal static class AssignmentRights
{
    internal static async Task<bool> BeyondOwnAsync(UnitOfWork work, Caller caller, string kind, CancellationToken cancel)
    {
        var permissions = await work.ListAsync<string>("select permission from assignment_permissions where kind = @kind", new { kind }, cancel);
        return permissions.Any(name => (name == Permission.Administer.Name || name == Permission.Operate.Name) && !caller.Holds(Permission.All[name]));
    }
}
