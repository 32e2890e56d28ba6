using VpVarmland.Members.Assignments;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Memberships;

/// <summary>How a membership ends without the association's board deciding it.</summary>
internal enum EndingKind
{
    Left,
    Lapsed,
    Excluded,
    Deceased,
}

/// <summary>
/// Notes that somebody has left, lapsed, been excluded or died. A forecast like every change of membership here, until the central register's next file says the same.
/// Taken back within thirty days, with the assignments and cases that ended with it.
/// </summary>
internal static class NoteEnding
{
    /// <summary>How long an ending can be taken back: until the next few files of the central register have had their say.</summary>
    internal static readonly TimeSpan Undoable = TimeSpan.FromDays(30);

    private static readonly MembershipState[] ByHand = [MembershipState.Left, MembershipState.Lapsed, MembershipState.Excluded, MembershipState.Deceased];

    /// <param name="On">The last day; not in the future.</param>
    internal sealed record Request([property: Defined] EndingKind? Kind, [property: NotEmpty] DateOnly? On, [property: AtMost(2000)] string? Reason);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/people/{id:guid}/ending", Handle).RequirePermission(Permission.EditRegister).WithSummary("Note that a membership has ended");
        api.MapDelete("/people/{id:guid}/ending", Undo).RequirePermission(Permission.EditRegister).WithSummary("Take back a noted ending within thirty days");
    }

    /// <summary>The last moment at which the ending can be taken back; null where it cannot.</summary>
    internal static DateTimeOffset? UndoableUntil(MembershipState state, DateTimeOffset? endedAt, DateTimeOffset now) =>
        ByHand.Contains(state) && endedAt + Undoable is { } until && until > now ? until : null;

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Handle(
        Guid id, Request request, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.EditRegister);
        if (await LatestMembership.LockAsync(work, id, reach, cancel) is not { } membership)
            return RegisterFailures.Unknown.ToProblem(http);
        if (membership.EndedOn is not null)
            return MembershipFailures.Ended.ToProblem(http);
        // Only the party's own organs exclude; the district records it.
        if (request.Kind == EndingKind.Excluded && !reach.District)
            return MembershipFailures.DistrictExcludes.ToProblem(http);
        if (request.On > clock.Today() || request.On < membership.AppliedOn)
            return MembershipFailures.UnlikelyEnd.ToProblem(http);
        var state = Enum.Parse<MembershipState>(request.Kind!.Value.ToString());
        await EndMembership.EndAsync(work, membership, state, request.On!.Value, request.Reason.TrimmedOrNull(), cancel);
        return await AnswerAsync(id, work, http, cancel);
    }

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Undo(Guid id, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (await LatestMembership.LockAsync(work, id, caller.Reach(Permission.EditRegister), cancel) is not { } membership)
            return RegisterFailures.Unknown.ToProblem(http);
        if (membership.EndedOn is null || UndoableUntil(membership.State, membership.EndedAt, work.Now) is null)
            return MembershipFailures.NoEndingToUndo.ToProblem(http);
        var held = await work.ListAsync<Guid>("select unnest(ended_assignments) from memberships where id = @Id", new { membership.Id }, cancel);
        // Thirty days may have gone by while it was ended.
        await work.ExecuteAsync(
            """
            update care_cases care set state = 'open', closed_at = null, version = version + 1
                where id = any((select closed_cases from memberships where id = @Id)::uuid[]) and state = 'done'
                and not exists (select from care_cases other where other.person_id = care.person_id and other.reason = care.reason and other.state = 'open');
            update memberships set ended_on = null, end_reason = null, ended_at = null, state_before = null, ended_assignments = '{}', closed_cases = '{}',
                state = case when state_before = 'paid' and effective_on <= @today then 'member' else state_before end where id = @Id;
            insert into hand_overs (id, membership_id, state, created_at) select @handOver, id, 'toSend', @Now from memberships
                where id = @Id and confirmed_on is null and not exists (select from hand_overs where membership_id = @Id)
            """, new { membership.Id, work.Now, today = clock.Today(), handOver = Guid.CreateVersion7() }, cancel);
        await EndAssignment.ReviveAsync(work, [.. held], cancel);
        work.Record("membership.ending_undone", id);
        await PersonEvents.PublishChangeAsync(work, id, cancel);
        return await AnswerAsync(id, work, http, cancel);
    }

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> AnswerAsync(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var person = (await PersonView.ShowAsync(work, id, GetMe.Everywhere, null, cancel))!;
        http.SendVersion(person.Version);
        return TypedResults.Ok(person);
    }
}

/// <summary>A member leaves the party. Said by the member, it needs nobody's consent and no reason; the association can take a slip back for thirty days.</summary>
internal static class LeaveParty
{
    internal sealed record Request([property: AtMost(2000)] string? Reason);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/me/ending", Handle)

        .RequirePermission(Permission.Self)
        .WithSummary("Leave the party");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Request request, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (await LatestMembership.LockAsync(work, caller.RequireMemberId(), GetMe.Everywhere, cancel) is not { } membership)
            return RegisterFailures.Unknown.ToProblem(http);
        if (membership.EndedOn is not null)
            return MembershipFailures.Ended.ToProblem(http);
        await EndMembership.EndAsync(work, membership, MembershipState.Left, clock.Today(), request.Reason.TrimmedOrNull(), cancel);
        return TypedResults.NoContent();
    }
}
