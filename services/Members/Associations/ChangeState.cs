namespace VpVarmland.Members.Associations;

/// <summary>
/// Makes an association active, or lets it rest. Its members stay in it; while it rests the district receives those who join there, and sees to
/// its members' care (<see cref="ReceivingAssociation"/>).
/// </summary>
internal static class ChangeState
{
    /// <param name="Since">From which day; today or earlier.</param>
    internal sealed record Request([property: Defined] AssociationState? State, [property: NotEmpty] DateOnly? Since, [property: NotEmpty, AtMost(2000)] string Reason);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/associations/{id:guid}/state", Handle)
        .RequirePermission(Permission.ManageAssociations)
        .WithSummary("Make an association active, dormant or forming");

    private static async Task<Results<Ok<AssociationProfile>, ProblemHttpResult>> Handle(
        Guid id, Request request, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        var (state, since, today) = (request.State!.Value, request.Since!.Value, clock.Today());
        if (state == AssociationState.Ended)
            return AssociationFailures.NotAState.ToProblem(http);
        if (since > today || since < today.AddYears(-10))
            return AssociationFailures.SinceTooFar.ToProblem(http);
        var (before, failure) = await AssociationChange.BeginAsync(work, id, caller.Reach(Permission.ManageAssociations), http, cancel);
        if (before is null)
            return failure!.ToProblem(http);
        if (before.IsDistrict)
            return AssociationFailures.District.ToProblem(http);
        if (before.State == state.ToText())
            return AssociationFailures.SameState.ToProblem(http);
        if (await AssociationChange.CheckAsync(work, id, before.Name, before.MunicipalityCode, state != AssociationState.Dormant, cancel) is { } clash)
            return clash.ToProblem(http);
        await work.ExecuteAsync("update associations set state = @state, version = version + 1 where id = @id", new { id, state = state.ToText() }, cancel);
        await AssociationEntry.AddAsync(work, id, Enum.Parse<AssociationEvent>(state.ToString()), since, request.Reason.Trim(), null, cancel);
        work.Record("association." + state.ToText(), id, request.Reason.Trim(), new { since });
        await AssociationChange.PublishAsync(work, [id], cancel);
        return await AssociationChange.AnswerAsync(work, id, http, cancel);
    }
}
