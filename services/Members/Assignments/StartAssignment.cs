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
        // The district's kinds do not exist to a chair, as in the list of kinds.
        if (await work.FindAsync<string>("select scope from assignment_kinds where kind = @Kind and (@District or scope = 'association')", new { request.Kind, reach.District }, cancel) is not { } scope)
            return AssignmentFailures.UnknownKind.ToProblem(http);
        if (scope == "association" != request.AssociationId is not null)
            return AssignmentFailures.WrongScope.ToProblem(http);
        if (request.AssociationId is { } association && !(reach.Covers(association)
            && await work.GetAsync<bool>("select exists (select from associations where id = @association and ended_on is null)", new { association }, cancel)))
            return Associations.AssociationFailures.Unknown.ToProblem(http);
        if (await AssignmentRights.RefusalAsync(work, caller, request.Kind, request.MemberId, cancel) is { } refusal)
            return refusal.ToProblem(http);
        if (request.Kind is Committees.ListCommittees.Plain or RegionGroup.Bodies.RegionBodies.Seat)
            return AssignmentFailures.NeedsCommittee.ToProblem(http);
        var (id, failure) = await StartAsync(work, request, reach, null, null, cancel);
        return failure is not null ? failure.ToProblem(http) : TypedResults.Created($"/api/members/assignments/{id}", new Response(id));
    }

    /// <summary>Starts the assignment and tells everyone, or says why it cannot be.</summary>
    /// <param name="committee">Where it is a seat in a committee; null: in the standing committee whose assignment it is, if any.</param>
    internal static async Task<(Guid Id, Failure? Failure)> StartAsync(UnitOfWork work, Request request, Reach reach, Guid? committee, string? function, CancellationToken cancel)
    {
        if (request.Until < request.From)
            return (default, AssignmentFailures.TermTurned);
        var today = SwedishTime.DateOf(work.Now);
        if (!AssignmentTerm.IsLikely(request.From, today) || !AssignmentTerm.IsLikely(request.Until, today))
            return (default, AssignmentFailures.UnlikelyTerm);
        // An association elects among its own members; whoever is chair of two has two lists of them.
        var electable = reach.District || request.AssociationId is not { } place ? reach : new Reach(false, [place]);
        if (await PersonView.FindAsync(work, request.MemberId, electable, cancel) is not { } person)
            return (default, RegisterFailures.Unknown);
        if (person.Membership.State is not (MembershipState.Member or MembershipState.Paid))
            return (default, AssignmentFailures.NotMember);

        var id = Guid.CreateVersion7();
        var inserted = await work.ExecuteAsync(
            """
            insert into assignments (id, person_id, kind, association_id, from_date, until_date, committee_id, committee_function)
            select @id, @MemberId, @Kind, @AssociationId, @From, @Until, chosen.id, case when chosen.id is not null then coalesce(@function, 'member') end
            from (values (1)) one left join committees chosen on chosen.id = @committee or (@committee::uuid is null and chosen.kind = @Kind and chosen.ended_on is null)
            on conflict do nothing
            """,
            new { id, request.MemberId, request.Kind, request.AssociationId, request.From, request.Until, committee, function }, cancel);
        if (inserted == 0)
            return (default, AssignmentFailures.Held);
        work.Record("assignment.started", request.MemberId, content: new { id, request.Kind, request.AssociationId, request.From, request.Until });
        await AssignmentEvents.PublishStartAsync(work, id, cancel);
        await ExitOffers.StaysAsync(work, id, cancel);
        return (id, null);
    }
}

/// <summary>The days that a term can have. A slip of the year would else be somebody's right for centuries, or lie where days can no longer be counted from it.</summary>
internal static class AssignmentTerm
{
    private const int YearsBack = 60, YearsAhead = 20;

    internal static bool IsLikely(DateOnly? day, DateOnly today) => day is null || (day >= today.AddYears(-YearsBack) && day <= today.AddYears(YearsAhead));
}

/// <summary>
/// Nobody gives away, or takes away, the running of the platform without having it. And nobody whose right is an association's writes down an assignment of their own: the annual
/// meeting elects and somebody else notes it, so that no chair goes on by their own hand, gets more, or leaves an association without one by a slip.
/// </summary>
internal static class AssignmentRights
{
    /// <summary>Why the caller may not give that person an assignment of that kind, or change or end it; null: they may.</summary>
    internal static async Task<Failure?> RefusalAsync(UnitOfWork work, Caller caller, string kind, Guid person, CancellationToken cancel)
    {
        if (IsOwn(caller, person))
            return AssignmentFailures.Own;
        var permissions = await work.ListAsync<string>("select permission from assignment_permissions where kind = @kind", new { kind }, cancel);
        return permissions.Any(name => (name == Permission.Administer.Name || name == Permission.Operate.Name) && !caller.Holds(Permission.All[name])) ? AssignmentFailures.BeyondOwn : null;
    }

    /// <summary>True where the person is the caller, whose right is an association's.</summary>
    internal static bool IsOwn(Caller caller, Guid person) => caller.MemberId == person && !caller.Reach(Permission.ManageAssignments).District;
}
