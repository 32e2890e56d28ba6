using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Members.Assignments;

/// <summary>Ends an assignment before its term: the rights are gone within seconds.</summary>
internal static class EndAssignment
{
    internal sealed record Request([property: AtMost(2000)] string? Reason);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/assignments/{id:guid}/end", Handle).RequirePermission(Permission.ManageAssignments).WithSummary("End an assignment now");
        api.MapDelete("/assignments/{id:guid}/end", Undo).RequirePermission(Permission.ManageAssignments).WithSummary("Give back, the same day, an assignment that was ended by a slip");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (await FindAsync(work, id, caller.Reach(Permission.ManageAssignments), cancel) is not { } found)
            return AssignmentFailures.Unknown.ToProblem(http);
        if (found.EndedOn is not null)
            return AssignmentFailures.Ended.ToProblem(http);
        if (await AssignmentRights.RefusalAsync(work, caller, found.Kind, found.PersonId, cancel) is { } refusal)
            return refusal.ToProblem(http);
        await EndAsync(work, [id], clock.Today(), request.Reason.TrimmedOrNull(), cancel);
        await ExitOffers.OfferAsync(work, id, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Undo(Guid id, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (await FindAsync(work, id, caller.Reach(Permission.ManageAssignments), cancel) is not { } found)
            return AssignmentFailures.Unknown.ToProblem(http);
        if (await AssignmentRights.RefusalAsync(work, caller, found.Kind, found.PersonId, cancel) is { } refusal)
            return refusal.ToProblem(http);
        if (found.EndedOn != clock.Today() || !found.CanGoOn)
            return AssignmentFailures.NotToGiveBack.ToProblem(http);
        if (await ReviveAsync(work, [id], cancel) == 0)
            return AssignmentFailures.NotToGiveBack.ToProblem(http);
        await ExitOffers.TakeBackAsync(work, [id], cancel);
        work.Record("assignment.given_back", found.PersonId, content: new { id });
        return TypedResults.NoContent();
    }

    private static Task<Found?> FindAsync(UnitOfWork work, Guid id, Reach reach, CancellationToken cancel) => work.FindAsync<Found>(
        """
        select kind, ended_on, person_id,
            exists (select from memberships where memberships.person_id = held.person_id and memberships.ended_on is null)
                and not exists (select from associations where associations.id = held.association_id and associations.ended_on is not null)
                and not exists (select from assignment_successions where assignment_id = held.id)
                and not exists (select from committees where committees.id = held.committee_id and committees.ended_on is not null) as can_go_on
        from assignments held where id = @id and (@District or association_id = any(@Ids)) for update
        """, new { id, reach.District, reach.Ids }, cancel);

    /// <summary>Ends the assignments and tells everyone.</summary>
    internal static async Task EndAsync(UnitOfWork work, Guid[] ids, DateOnly endedOn, string? reason, CancellationToken cancel)
    {
        var ended = await work.ListAsync<Ended>(
            "update assignments set ended_on = @endedOn, version = version + 1 where id = any(@ids) and ended_on is null returning id, person_id, version", new { ids, endedOn }, cancel);
        foreach (var one in ended)
        {
            work.Record("assignment.ended", one.PersonId, reason, new { one.Id, endedOn });
            work.Publish(new AssignmentEnded(one.Id, one.PersonId, endedOn) { Version = one.Version });
        }
        await Profiles.ProfileState.WithdrawAsync(work, [.. ended.Select(one => one.Id)], cancel);
    }

    /// <summary>
    /// Gives back assignments that ended by a slip, and tells everyone: those whose term is not over, where the person does not hold the same again already.
    /// </summary>
    /// <returns>How many.</returns>
    internal static async Task<int> ReviveAsync(UnitOfWork work, Guid[] ids, CancellationToken cancel)
    {
        var back = await work.ListAsync<Guid>(
            """
            update assignments held set ended_on = null, version = version + 1
            where id = any(@ids) and ended_on is not null and (until_date is null or until_date >= @today)
                and not exists (select from assignments other where other.person_id = held.person_id and other.kind = held.kind and other.ended_on is null
                    and coalesce(other.association_id, other.committee_id) is not distinct from coalesce(held.association_id, held.committee_id))
            returning id
            """, new { ids, today = SwedishTime.DateOf(work.Now) }, cancel);
        foreach (var assignment in back)
            await AssignmentEvents.PublishStartAsync(work, assignment, cancel);
        return back.Count;
    }

    /// <param name="CanGoOn">Somebody is a member still, of an association and in a committee that stand, and nobody has been named to succeed them.</param>
    private sealed record Found(string Kind, DateOnly? EndedOn, Guid PersonId, bool CanGoOn);

    private sealed record Ended(Guid Id, Guid PersonId, int Version);
}

/// <summary>Ends assignments whose last day has gone by.</summary>
internal sealed class TermsEnd(TimeProvider clock) : Job
{
    public override TimeSpan Every => TimeSpan.FromMinutes(10);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        var today = clock.Today();
        var over = await work.ListAsync<Over>("select id, until_date from assignments where ended_on is null and until_date < @today for update skip locked", new { today }, cancel);
        foreach (var term in over.GroupBy(one => one.UntilDate))
            await EndAssignment.EndAsync(work, [.. term.Select(one => one.Id)], term.Key, null, cancel);
    }

    private sealed record Over(Guid Id, DateOnly UntilDate);
}
