using VpVarmland.Members.Register;

namespace VpVarmland.Members.RegionGroup.Positions;

/// <summary>The group adopts a position, or withdraws it; both can be taken back exactly, and then what held before holds again.</summary>
internal static class DecidePositions
{
    private const int YearsBack = 10;

    internal sealed record Adoption([property: NotEmpty] DateOnly? On);

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string one = "/region/positions/{id:guid}";
        api.MapPost(one + "/adoption", Adopt).ForTheRegion(Permission.WorkRegion).WithSummary("Note that the group has adopted the draft: it holds, and the associations read it");
        api.MapDelete(one + "/adoption", TakeBack).ForTheRegion(Permission.WorkRegion).WithSummary("Take an adoption back: a draft again, and what held before holds");
        api.MapPost(one + "/withdrawal", Withdraw).ForTheRegion(Permission.WorkRegion).WithSummary("Note that an adopted position holds no more");
        api.MapDelete(one + "/withdrawal", Restore).ForTheRegion(Permission.WorkRegion).WithSummary("Take a withdrawal back: the position holds again");
    }

    private static Task<Results<Ok<RegionPositionView>, ProblemHttpResult>> Adopt(Guid id, Adoption request, UnitOfWork work, HttpContext http, CancellationToken cancel) => ChangeAsync(
        id, work, http, "region.position_adopted",
        position => position.State != PositionState.Draft ? RegionFailures.NotDraft : request.On > SwedishTime.DateOf(work.Now) || request.On < SwedishTime.DateOf(work.Now).AddYears(-YearsBack) ? RegionFailures.UnlikelyDay : null,
        "state = 'adopted', adopted_on = @On, before_version = standing_version, standing_version = version + 1", request.On, cancel, checksVersion: true);

    private static async Task<Results<Ok<RegionPositionView>, ProblemHttpResult>> TakeBack(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        await LockedPosition.TakeAsync(work, id, cancel);
        // The version that was adopted by mistake says so no more; the audit record has both.
        await work.ExecuteAsync(
            """
            update region_position_versions one set state = 'draft', adopted_on = null from region_positions position
            where position.id = @id and position.state = 'adopted' and one.position_id = position.id and one.version = position.standing_version
            """, new { id }, cancel);
        return await ChangeAsync(
            id, work, http, "region.adoption_taken_back", position => position.State != PositionState.Adopted ? RegionFailures.NotAdopted : null,
            "state = 'draft', adopted_on = null, standing_version = before_version, before_version = null", null, cancel);
    }

    private static Task<Results<Ok<RegionPositionView>, ProblemHttpResult>> Withdraw(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => ChangeAsync(
        id, work, http, "region.position_withdrawn", position => position.State != PositionState.Adopted ? RegionFailures.NotAdopted : null,
        "state = 'withdrawn', adopted_on = null, before_version = standing_version, standing_version = null", null, cancel);

    private static Task<Results<Ok<RegionPositionView>, ProblemHttpResult>> Restore(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => ChangeAsync(
        id, work, http, "region.withdrawal_taken_back", position => position.State != PositionState.Withdrawn ? RegionFailures.NotWithdrawn : null,
        """
        state = 'adopted', adopted_on = (select one.adopted_on from region_position_versions one where one.position_id = region_positions.id and one.version = before_version),
            standing_version = before_version, before_version = null
        """, null, cancel);

    private static async Task<Results<Ok<RegionPositionView>, ProblemHttpResult>> ChangeAsync(
        Guid id, UnitOfWork work, HttpContext http, string what, Func<LockedPosition, Failure?> refuse, string change, DateOnly? on, CancellationToken cancel, bool checksVersion = false)
    {
        if (await LockedPosition.TakeAsync(work, id, cancel) is not { } position)
            return RegionFailures.Unknown.ToProblem(http);
        // What is adopted is what was read.
        if (checksVersion && http.CheckVersion(position.Version) is { } stale)
            return stale.ToProblem(http);
        if (refuse(position) is { } refusal)
            return refusal.ToProblem(http);
        await work.ExecuteAsync($"update region_positions set {change}, edited_at = @Now, edited_by = @MemberId, version = version + 1 where id = @id", new { id, on, work.Now, work.Caller.MemberId }, cancel);
        work.Record(what, id, content: new { on });
        return await RegionPositionView.AnswerAsync(work, id, http, cancel);
    }
}
