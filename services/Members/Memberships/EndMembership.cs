using VpVarmland.Members.Assignments;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Memberships;

/// <summary>What every ending has in common: the membership ends, and with it every assignment; open cases close. What ended with it is kept beside it, so that a slip can be taken back.</summary>
internal static class EndMembership
{
    internal sealed record Request([property: NotEmpty, AtMost(2000)] string Reason);

    internal static async Task EndAsync(
        UnitOfWork work, LatestMembership membership, MembershipState state, DateOnly endedOn, string? reason, CancellationToken cancel)
    {
        var held = await work.ListAsync<Guid>("select id from assignments where person_id = @PersonId and ended_on is null order by id", new { membership.PersonId }, cancel);
        await work.ExecuteAsync(
            """
            update memberships set state = @state, ended_on = @endedOn, end_reason = @reason, state_before = @before, ended_at = @Now, ended_assignments = @held,
                closed_cases = array(select id from care_cases where person_id = @PersonId and state = 'open')
            where id = @Id;
            update care_cases set state = 'done', closed_at = @Now, version = version + 1 where person_id = @PersonId and state = 'open';
            delete from hand_overs where membership_id = @Id and state = 'toSend';
            delete from personal_numbers where person_id = @PersonId
            """,
            new { membership.Id, membership.PersonId, state = state.ToText(), before = membership.State.ToText(), endedOn, reason, held = held.ToArray(), work.Now }, cancel);
        await EndAssignment.EndAsync(work, [.. held], endedOn, null, cancel);
        work.Record("membership." + state.ToText(), membership.PersonId, reason);
        work.Publish(new MemberLeft(membership.PersonId, membership.AssociationId, state, endedOn));
        await PersonEvents.PublishChangeAsync(work, membership.PersonId, cancel);
    }

    /// <summary>An ending that the association's board decides and the district board is told about (statutes §§5–7).</summary>
    internal static async Task<PersonView> ByBoardAsync(
        LatestMembership membership, MembershipState state, string reportKind, string reason, DateOnly today, UnitOfWork work, CancellationToken cancel)
    {
        await work.ExecuteAsync(
            """
            insert into board_reports (id, kind, person_id, association_id, reason, reported_at) values (@report, @reportKind, @PersonId, @AssociationId, @reason, @Now)
            """,
            new { membership.PersonId, membership.AssociationId, reason, reportKind, report = Guid.CreateVersion7(), work.Now }, cancel);
        await EndAsync(work, membership, state, today, reason, cancel);
        return (await PersonView.ShowAsync(work, membership.PersonId, GetMe.Everywhere, null, cancel))!;
    }
}

/// <summary>The association's board refuses a waiting application (statutes §5); the district board is told.</summary>
internal static class Refuse
{
    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/people/{id:guid}/refusal", Handle)
        .RequirePermission(Permission.DecideMembership)
        .WithSummary("Refuse an application");

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Handle(
        Guid id, EndMembership.Request request, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (await LatestMembership.LockAsync(work, id, caller.Reach(Permission.DecideMembership), cancel) is not { } membership)
            return RegisterFailures.Unknown.ToProblem(http);
        if (membership.State != MembershipState.Applicant)
            return MembershipFailures.NotApplicant.ToProblem(http);
        return TypedResults.Ok(await EndMembership.ByBoardAsync(membership, MembershipState.Refused, "refusal", request.Reason.Trim(), clock.Today(), work, cancel));
    }
}

/// <summary>The association's board revokes a membership within 90 days of payment (statutes §5); the district board is told.</summary>
internal static class Revoke
{
    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/people/{id:guid}/revocation", Handle)
        .RequirePermission(Permission.DecideMembership)
        .WithSummary("Revoke a membership within 90 days of payment");

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Handle(
        Guid id, EndMembership.Request request, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (await LatestMembership.LockAsync(work, id, caller.Reach(Permission.DecideMembership), cancel) is not { } membership)
            return RegisterFailures.Unknown.ToProblem(http);
        var today = clock.Today();
        if (membership is not { State: MembershipState.Paid or MembershipState.Member, PaidOn: { } paidOn } || today > MembershipClock.LastRevocationDay(paidOn))
            return MembershipFailures.NotRevocable.ToProblem(http);
        return TypedResults.Ok(await EndMembership.ByBoardAsync(membership, MembershipState.Revoked, "revocation", request.Reason.Trim(), today, work, cancel));
    }
}

/// <summary>Notes that the person appeals a refusal or revocation (statutes §7); the district board is told.</summary>
internal static class NoteAppeal
{
    internal sealed record Request([property: NotEmpty, AtMost(2000)] string Note);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/people/{id:guid}/appeal", Handle)
        .RequirePermission(Permission.DecideMembership)
        .WithSummary("Note an appeal against a refusal or revocation");

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Handle(
        Guid id, Request request, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (await LatestMembership.LockAsync(work, id, caller.Reach(Permission.DecideMembership), cancel) is not { } membership)
            return RegisterFailures.Unknown.ToProblem(http);
        if (membership is not { State: MembershipState.Refused or MembershipState.Revoked, AppealedOn: null })
            return MembershipFailures.NothingToAppeal.ToProblem(http);
        var note = request.Note.Trim();
        await work.ExecuteAsync(
            """
            update memberships set appealed_on = @today where id = @Id;
            insert into board_reports (id, kind, person_id, association_id, reason, reported_at) values (@report, 'appeal', @PersonId, @AssociationId, @note, @Now)
            """,
            new { membership.Id, membership.PersonId, membership.AssociationId, today = clock.Today(), report = Guid.CreateVersion7(), note, work.Now }, cancel);
        work.Record("membership.appealed", id, note);
        return TypedResults.Ok((await PersonView.ShowAsync(work, id, GetMe.Everywhere, null, cancel))!);
    }
}
