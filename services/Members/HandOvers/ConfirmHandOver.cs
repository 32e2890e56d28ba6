using VpVarmland.Members.Memberships;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.HandOvers;

/// <summary>
/// Notes that the central register has confirmed a join: the member number and, where it differs from our forecast, the day membership
/// took effect. From then on the dates are facts.
/// </summary>
internal static class ConfirmHandOver
{
    /// <param name="MemberSince">
    /// The day by the central register; null: as forecast. For somebody whose fee nobody has noted here it also says that the fee is paid,
    /// thirty days before (statutes §3).
    /// </param>
    internal sealed record Request([property: NotEmpty, AtMost(20)] string MemberNumber, DateOnly? MemberSince);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/hand-overs/{id:guid}/confirmation", Handle)
        .RequirePermission(Permission.HandOver)
        .WithSummary("Note the central register's confirmation");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.HandOver);
        var found = await work.FindAsync<Found>(
            """
            select hand_over.state, membership.id as membership_id, membership.person_id, membership.applied_on from hand_overs hand_over
            join memberships membership on membership.id = hand_over.membership_id
            where hand_over.id = @id and (@District or membership.association_id = any(@Ids)) for update of hand_over
            """, new { id, reach.District, reach.Ids }, cancel);
        if (found is null)
            return HandOverFailures.Unknown.ToProblem(http);
        if (found.State != HandOverState.Sent)
            return HandOverFailures.NotSent.ToProblem(http);
        if (request.MemberSince < found.AppliedOn.AddYears(-1) || request.MemberSince > MembershipClock.EffectiveOn(clock.Today()))
            return HandOverFailures.UnlikelyDay.ToProblem(http);
        var number = request.MemberNumber.Trim();
        // Two who are given the same number at once wait for each other: the second is told that it is taken.
        await work.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended(@number, 3))", new { number }, cancel);
        if (await work.GetAsync<bool>("select exists (select from people where member_number = @number and id <> @PersonId)", new { number, found.PersonId }, cancel))
            return HandOverFailures.NumberTaken.ToProblem(http);

        await work.ExecuteAsync(
            """
            update hand_overs set state = 'confirmed', confirmed_at = @Now where id = @id;
            update people set member_number = @number where id = @PersonId;
            update memberships set confirmed_on = @today, effective_on = coalesce(@MemberSince::date, effective_on),
                paid_on = coalesce(paid_on, @paidBy::date), state = case when state = 'applicant' and @paidBy::date is not null then 'paid' else state end
            where id = @MembershipId
            """,
            new
            {
                id, work.Now, number, found.PersonId, found.MembershipId, today = clock.Today(), request.MemberSince,
                paidBy = request.MemberSince?.AddDays(-MembershipClock.DaysToEffect),
            }, cancel);
        work.Record("handover.confirmed", found.PersonId, content: new { number, request.MemberSince });
        await PersonEvents.PublishChangeAsync(work, found.PersonId, cancel);
        return TypedResults.NoContent();
    }

    private sealed record Found(HandOverState State, Guid MembershipId, Guid PersonId, DateOnly AppliedOn);
}
