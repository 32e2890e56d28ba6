using VpVarmland.Members.BoardRoom;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.RegionGroup.Positions;

/// <summary>The group's positions by area: found, written and changed. Every version is kept.</summary>
internal static class RegionPositions
{
    /// <param name="State">adopted: those of which something holds, also while it is being changed.</param>
    internal sealed record Query([property: AtMost(200)] string? Text, [property: NameOf(typeof(RegionArea))] string? Area, [property: NameOf(typeof(PositionState))] string? State, string? After, [property: PageSize] int? Size);

    internal sealed record Request(
        [property: Defined] RegionArea? Area, [property: NotEmpty, AtMost(200)] string Title, [property: NotEmpty, AtMost(20_000)] string Text, [property: AtMost(200)] string? Source, [property: AtMost(300)] string? SourceLink);

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string positions = "/region/positions", one = positions + "/{id:guid}";
        api.MapGet(positions, List).ForTheRegion(Permission.ReadRegion).WithSummary("The region group's positions by area; searched in Swedish");
        api.MapGet(one, Get).ForTheRegion(Permission.ReadRegion).WithSummary("A position with every version of it");
        api.MapPost(positions, Add).ForTheRegion(Permission.WorkRegion).WithSummary("Write a position, as a draft");
        api.MapPut(one, Change).ForTheRegion(Permission.WorkRegion).WithSummary("Change a position; what was adopted holds until the change is");
        api.MapDelete(one, Remove).ForTheRegion(Permission.WorkRegion).WithSummary("Remove a draft that has never been adopted");
    }

    private static async Task<Ok<Page<RegionPosition>>> List([AsParameters] Query query, UnitOfWork work, CancellationToken cancel)
    {
        var (limit, after) = (query.Size ?? Cursor.Usual, Cursor.Read<PositionPlace>(query.After));
        var rows = await work.ListAsync<RegionPosition>(
            $"""
            {RegionPosition.Select}
            where (@area::text is null or position.area = @area) and (@text::text is null or position.search @@ websearch_to_tsquery('swedish', @text))
                and (@state::text is null or case when @state = 'adopted' then position.standing_version is not null else position.state = @state end) and {PositionPlace.After("position", "id")}
            order by {PositionPlace.Key("position", "id")} limit @take
            """,
            new { query.Area, text = query.Text.TrimmedOrNull(), query.State, afterId = after?.Id, afterArea = after?.Area ?? 0, afterTitle = after?.Title ?? "", take = limit + 1 }, cancel);
        return TypedResults.Ok(rows.ToPage(limit, row => PositionPlace.Of(row.Area, row.Title, row.PositionId)));
    }

    private static Task<Results<Ok<RegionPositionView>, ProblemHttpResult>> Get(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => RegionPositionView.AnswerAsync(work, id, http, cancel);

    private static async Task<Results<Created<RegionPositionView>, ProblemHttpResult>> Add(Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!WebLink.IsSound(request.SourceLink))
            return RegionFailures.BadLink.ToProblem(http);
        var id = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync(
            "insert into region_positions (id, area, title, text, source, source_link, state, edited_at, edited_by) values (@id, @area, @title, @text, @source, @link, 'draft', @Now, @MemberId)", Values(id, request, work), cancel);
        work.Record("region.position_written", id, content: new { request.Area, request.Title });
        http.SendVersion(1);
        return TypedResults.Created($"/api/members/region/positions/{id}", (await RegionPositionView.FindAsync(work, id, cancel))!);
    }

    private static async Task<Results<Ok<RegionPositionView>, ProblemHttpResult>> Change(Guid id, Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await LockedPosition.TakeAsync(work, id, cancel) is not { } position)
            return RegionFailures.Unknown.ToProblem(http);
        if (http.CheckVersion(position.Version) is { } stale)
            return stale.ToProblem(http);
        if (!WebLink.IsSound(request.SourceLink))
            return RegionFailures.BadLink.ToProblem(http);
        var changed = await work.ExecuteAsync(
            """
            update region_positions set area = @area, title = @title, text = @text, source = @source, source_link = @link, state = 'draft', adopted_on = null, edited_at = @Now, edited_by = @MemberId, version = version + 1
            where id = @id and (area, title, text, source, source_link) is distinct from (@area, @title, @text, @source::text, @link::text)
            """, Values(id, request, work), cancel);
        if (changed > 0)
            work.Record("region.position_changed", id, content: new { request.Area, request.Title });
        return await RegionPositionView.AnswerAsync(work, id, http, cancel);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await LockedPosition.TakeAsync(work, id, cancel) is null)
            return RegionFailures.Unknown.ToProblem(http);
        if (await work.GetAsync<bool>("select exists (select from region_position_versions where position_id = @id and state = 'adopted')", new { id }, cancel))
            return RegionFailures.WasAdopted.ToProblem(http);
        await work.ExecuteAsync("delete from region_positions where id = @id", new { id }, cancel);
        work.Record("region.position_removed", id);
        return TypedResults.NoContent();
    }

    private static object Values(Guid id, Request request, UnitOfWork work) => new
    {
        id, area = request.Area!.Value.ToText(), title = request.Title.Trim(), text = request.Text.Trim(), source = request.Source.TrimmedOrNull(), link = request.SourceLink.TrimmedOrNull(), work.Now, work.Caller.MemberId,
    };
}

/// <summary>A position, locked for a change.</summary>
internal sealed record LockedPosition(PositionState State, int? StandingVersion, int? BeforeVersion, int Version)
{
    internal static Task<LockedPosition?> TakeAsync(UnitOfWork work, Guid id, CancellationToken cancel) =>
        work.FindAsync<LockedPosition>("select state, standing_version, before_version, version from region_positions where id = @id for update", new { id }, cancel);
}
