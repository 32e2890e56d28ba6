using VpVarmland.Members.Register;

namespace VpVarmland.Members.Memberships;

/// <summary>
/// Notes that the fee is paid; membership takes effect 30 days later (statutes §3). A forecast until the central register confirms.
/// A slip can be undone while nothing has taken effect.
/// </summary>
internal static class NotePayment
{
    internal sealed record Request([property: NotEmpty] DateOnly? PaidOn);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/people/{id:guid}/payment", Handle).RequirePermission(Permission.NoteFees).WithSummary("Note a paid fee");
        api.MapDelete("/people/{id:guid}/payment", Undo).RequirePermission(Permission.NoteFees).WithSummary("Undo a noted fee that has not taken effect");
    }

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Handle(
        Guid id, Request request, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        var (paidOn, today) = (request.PaidOn!.Value, clock.Today());
        if (await LatestMembership.LockAsync(work, id, caller.Reach(Permission.NoteFees), cancel) is not { } membership)
            return RegisterFailures.Unknown.ToProblem(http);
        if (membership.State != MembershipState.Applicant)
            return MembershipFailures.AlreadyPaid.ToProblem(http);
        if (paidOn > today)
            return MembershipFailures.PaidInFuture.ToProblem(http);
        if (paidOn < membership.AppliedOn.AddYears(-1))
            return MembershipFailures.PaidBeforeApplied.ToProblem(http);

        var state = MembershipClock.StateAfterPayment(paidOn, today);
        await work.ExecuteAsync(
            """
            update memberships set state = @state, paid_on = @paidOn, effective_on = @effective where id = @Id;
            insert into fee_years (person_id, year, paid_on, noted_at) values (@PersonId, @Year, @paidOn, @Now) on conflict do nothing
            """, new { membership.Id, membership.PersonId, state = state.ToText(), paidOn, paidOn.Year, work.Now, effective = MembershipClock.EffectiveOn(paidOn) }, cancel);
        work.Record("membership.paid", id, content: new { paidOn });
        if (state == MembershipState.Member)
            work.Publish(new MemberActivated(id, MembershipClock.EffectiveOn(paidOn)));
        return await AnswerAsync(id, caller, work, http, cancel);
    }

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Undo(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await LatestMembership.LockAsync(work, id, caller.Reach(Permission.NoteFees), cancel) is not { } membership)
            return RegisterFailures.Unknown.ToProblem(http);
        if (membership.State != MembershipState.Paid)
            return MembershipFailures.NothingToUndo.ToProblem(http);
        await work.ExecuteAsync(
            """
            update memberships set state = 'applicant', paid_on = null, effective_on = null where id = @Id;
            delete from fee_years where person_id = @PersonId and paid_on = @PaidOn
            """, new { membership.Id, membership.PersonId, membership.PaidOn }, cancel);
        work.Record("membership.payment_undone", id);
        return await AnswerAsync(id, caller, work, http, cancel);
    }

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> AnswerAsync(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        await PersonEvents.PublishChangeAsync(work, id, cancel);
        var person = (await PersonView.ShowAsync(work, id, caller.Reach(Permission.NoteFees), null, cancel))!;
        http.SendVersion(person.Version);
        return TypedResults.Ok(person);
    }
}
