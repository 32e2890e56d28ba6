using VpVarmland.Members.Register;

namespace VpVarmland.Members.RegionGroup.Meetings;

/// <summary>What the group prepares for the meetings: whose it is, by when, and when it is done.</summary>
internal static class RegionMatters
{
    private const int MostOfAMeeting = 100;

    /// <param name="Mine">True: one's own alone.</param>
    internal sealed record Query(bool? Mine, string? After, [property: PageSize] int? Size);

    internal sealed record Request([property: NotEmpty, AtMost(200)] string Title, [property: AtMost(4000)] string? Note, Guid? OwnerId, [property: NotEmpty] DateOnly? Due, Guid? PositionId);

    private sealed record Position(DateOnly Due, Guid Id);

    private sealed record Found(Guid? OwnerId, int Version);

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string one = "/region/matters/{id:guid}";
        api.MapGet("/region/matters", List).ForTheRegion(Permission.ReadRegion).WithSummary("What is not prepared yet, the one due first on top");
        api.MapPost("/region/meetings/{id:guid}/matters", Add).ForTheRegion(Permission.WorkRegion).WithSummary("Add something to prepare for a meeting");
        api.MapPut(one, Change).ForTheRegion(Permission.WorkRegion).WithSummary("Change a matter");
        api.MapDelete(one, Remove).ForTheRegion(Permission.WorkRegion).WithSummary("Remove a matter");
        api.MapPost(one + "/done", Do).ForTheRegion(Permission.WorkRegion).WithSummary("Note that a matter is prepared");
        api.MapDelete(one + "/done", Undo).ForTheRegion(Permission.WorkRegion).WithSummary("Take back that it is prepared");
    }

    private static async Task<Ok<Page<RegionMatter>>> List([AsParameters] Query query, UnitOfWork work, Caller caller, CancellationToken cancel)
    {
        var (limit, after) = (query.Size ?? Cursor.Usual, Cursor.Read<Position>(query.After));
        var rows = await work.ListAsync<RegionMatter>(
            $"""
            {RegionMatter.Select} where matter.done_at is null and (not @mine or matter.owner_id = @MemberId) and (@afterId::uuid is null or (matter.due_on, matter.id) > (@afterDue, @afterId))
            order by matter.due_on, matter.id limit @take
            """, new { today = SwedishTime.DateOf(work.Now), mine = query.Mine ?? false, caller.MemberId, afterId = after?.Id, afterDue = after?.Due ?? default, take = limit + 1 }, cancel);
        return TypedResults.Ok(rows.ToPage(limit, row => new Position(row.Due, row.MatterId)));
    }

    private static async Task<Results<Created<RegionMatter>, ProblemHttpResult>> Add(Guid id, Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<int?>("select version from region_meetings where id = @id for update", new { id }, cancel) is null)
            return RegionFailures.Unknown.ToProblem(http);
        if (await CheckAsync(request, null, work, cancel) is { } wrong)
            return wrong.ToProblem(http);
        if (await work.GetAsync<long>("select count(*) from region_matters where meeting_id = @id", new { id }, cancel) >= MostOfAMeeting)
            return RegionFailures.TooMany.ToProblem(http);
        var matter = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync("insert into region_matters (id, meeting_id, title, note, owner_id, due_on, position_id) values (@matter, @id, @title, @note, @OwnerId, @Due, @PositionId)",
            new { matter, id, title = request.Title.Trim(), note = request.Note.TrimmedOrNull(), request.OwnerId, request.Due, request.PositionId }, cancel);
        work.Record("region.matter_added", matter, content: new { id, request.Title });
        http.SendVersion(1);
        return TypedResults.Created($"/api/members/region/meetings/{id}", (await FindAsync(work, matter, cancel))!);
    }

    private static async Task<Results<Ok<RegionMatter>, ProblemHttpResult>> Change(Guid id, Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, id, cancel) is not { } matter)
            return RegionFailures.Unknown.ToProblem(http);
        if (http.CheckVersion(matter.Version) is { } stale)
            return stale.ToProblem(http);
        if (await CheckAsync(request, matter.OwnerId, work, cancel) is { } wrong)
            return wrong.ToProblem(http);
        await work.ExecuteAsync("update region_matters set title = @title, note = @note, owner_id = @OwnerId, due_on = @Due, position_id = @PositionId, version = version + 1 where id = @id",
            new { id, title = request.Title.Trim(), note = request.Note.TrimmedOrNull(), request.OwnerId, request.Due, request.PositionId }, cancel);
        work.Record("region.matter_changed", id, content: new { request.Title });
        return await AnswerAsync(work, id, http, cancel);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.ExecuteAsync("delete from region_matters where id = @id", new { id }, cancel) == 0)
            return RegionFailures.Unknown.ToProblem(http);
        work.Record("region.matter_removed", id);
        return TypedResults.NoContent();
    }

    private static Task<Results<Ok<RegionMatter>, ProblemHttpResult>> Do(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => MarkAsync(id, true, work, http, cancel);

    private static Task<Results<Ok<RegionMatter>, ProblemHttpResult>> Undo(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => MarkAsync(id, false, work, http, cancel);

    private static async Task<Results<Ok<RegionMatter>, ProblemHttpResult>> MarkAsync(Guid id, bool isDone, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var changed = await work.ExecuteAsync(
            "update region_matters set done_at = @at, done_by = @by, version = version + 1 where id = @id and (done_at is not null) <> @isDone",
            new { id, isDone, at = isDone ? work.Now : (DateTimeOffset?)null, by = isDone ? work.Caller.MemberId : null }, cancel);
        if (changed > 0)
            work.Record(isDone ? "region.matter_done" : "region.matter_reopened", id);
        return await AnswerAsync(work, id, http, cancel);
    }

    /// <param name="ownerBefore">Somebody who has left the group stands until another is chosen.</param>
    private static async Task<Failure?> CheckAsync(Request request, Guid? ownerBefore, UnitOfWork work, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        if (request.Due < today.AddYears(-2) || request.Due > today.AddYears(3))
            return RegionFailures.UnlikelyDay;
        if (request.OwnerId is { } owner && owner != ownerBefore && !await work.GetAsync<bool>("select exists (select from region_seats where person_id = @owner and ended_on is null)", new { owner }, cancel))
            return RegionFailures.NotInGroup;
        return request.PositionId is { } position && !await work.GetAsync<bool>("select exists (select from region_positions where id = @position)", new { position }, cancel) ? RegionFailures.Unknown : null;
    }

    private static Task<Found?> LockAsync(UnitOfWork work, Guid id, CancellationToken cancel) => work.FindAsync<Found>("select owner_id, version from region_matters where id = @id for update", new { id }, cancel);

    private static Task<RegionMatter?> FindAsync(UnitOfWork work, Guid id, CancellationToken cancel) => work.FindAsync<RegionMatter>($"{RegionMatter.Select} where matter.id = @id", new { id, today = SwedishTime.DateOf(work.Now) }, cancel);

    private static async Task<Results<Ok<RegionMatter>, ProblemHttpResult>> AnswerAsync(UnitOfWork work, Guid id, HttpContext http, CancellationToken cancel)
    {
        if (await FindAsync(work, id, cancel) is not { } matter)
            return RegionFailures.Unknown.ToProblem(http);
        http.SendVersion(matter.Version);
        return TypedResults.Ok(matter);
    }
}
