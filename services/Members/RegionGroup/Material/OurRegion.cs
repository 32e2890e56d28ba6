using VpVarmland.Members.Files;
using VpVarmland.Members.RegionGroup.Positions;

namespace VpVarmland.Members.RegionGroup.Material;

/// <summary>Material as an association's board sees it.</summary>
/// <param name="ReadAt">When somebody on its board marked it read, for all of it.</param>
internal sealed record OurMaterial(Guid MaterialId, RegionArea Area, string Title, string Body, string? Link, FileView? File, DateOnly? ValidUntil, DateTimeOffset PublishedAt, DateTimeOffset? ReadAt);

/// <summary>What the region group stands for, as the associations read it: adopted, and nothing that is still being written.</summary>
internal sealed record OurPosition(Guid PositionId, RegionArea Area, string Title, string Text, string? Source, string? SourceLink, DateOnly AdoptedOn);

/// <summary>The region group in an association's own workspace: material that is valid, and the positions that hold.</summary>
internal static class OurRegion
{
    internal sealed record Query([property: AtMost(200)] string? Text, [property: NameOf(typeof(RegionArea))] string? Area, string? After, [property: PageSize] int? Size);

    private static readonly string Select =
        $"""
        select material.id, material.area, material.title, material.body, material.link, {StoredFile.Columns}, material.valid_until, material.published_at, mark.read_at
        from region_material material left join stored_files file on file.id = material.file_id left join region_material_reads mark on mark.material_id = material.id and mark.association_id = @id
        where coalesce(material.valid_until >= @today, true)
        """;

    private sealed record Position(bool IsRead, DateTimeOffset At, Guid Id);

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string at = "/associations/{id:guid}/region", one = at + "/material/{materialId:guid}";
        api.MapGet(at + "/material", List).RequirePermission(Permission.ReadCentral).WithSummary("The region group's material: what is not read first, then the latest");
        api.MapGet(one + "/file", GetFile).RequirePermission(Permission.ReadCentral).WithSummary("The file of the material");
        api.MapPost(one + "/read", Read).RequirePermission(Permission.ReadCentral).WithSummary("Note that the board has read it");
        api.MapDelete(one + "/read", Unread).RequirePermission(Permission.ReadCentral).WithSummary("Take back that it is read");
        api.MapGet(at + "/positions", Positions).RequirePermission(Permission.ReadCentral).WithSummary("The region group's positions that hold, by area; searched in Swedish");
    }

    private static async Task<Results<Ok<Page<OurMaterial>>, ProblemHttpResult>> List(Guid id, string? after, [PageSize] int? size, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel)
    {
        if (!await ReachesAsync(work, caller, id, cancel))
            return RegionFailures.Unknown.ToProblem(http);
        var (limit, from) = (size ?? Cursor.Usual, Cursor.Read<Position>(after));
        var rows = await work.ListAsync<Row>(
            $"""
            {Select} and (@fromId::uuid is null or (mark.read_at is not null) > @fromRead or ((mark.read_at is not null) = @fromRead and (material.published_at, material.id) < (@fromAt, @fromId)))
            order by mark.read_at is not null, material.published_at desc, material.id desc limit @take
            """, new { id, today = SwedishTime.DateOf(work.Now), fromId = from?.Id, fromRead = from?.IsRead ?? false, fromAt = from?.At ?? default, take = limit + 1 }, cancel);
        return TypedResults.Ok(rows.Select(row => row.Seen()).ToList().ToPage(limit, row => new Position(row.ReadAt is not null, row.PublishedAt, row.MaterialId)));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetFile(Guid id, Guid materialId, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel) =>
        await ReachesAsync(work, caller, id, cancel) && await FindAsync(work, id, materialId, cancel) is { File: { } file } ? await StoredFile.SendAsync(http, work, file.FileId, cancel) : StoredFile.Unknown.ToProblem(http);

    private static Task<Results<Ok<OurMaterial>, ProblemHttpResult>> Read(Guid id, Guid materialId, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel) => MarkAsync(
        "insert into region_material_reads (material_id, association_id, read_at, read_by) values (@materialId, @id, @Now, @MemberId) on conflict do nothing", "region.read", id, materialId, work, caller, http, cancel);

    private static Task<Results<Ok<OurMaterial>, ProblemHttpResult>> Unread(Guid id, Guid materialId, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel) => MarkAsync(
        "delete from region_material_reads where material_id = @materialId and association_id = @id", "region.unread", id, materialId, work, caller, http, cancel);

    private static async Task<Results<Ok<OurMaterial>, ProblemHttpResult>> MarkAsync(
        string change, string what, Guid id, Guid materialId, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel)
    {
        if (!await ReachesAsync(work, caller, id, cancel) || await FindAsync(work, id, materialId, cancel) is null)
            return RegionFailures.Unknown.ToProblem(http);
        if (await work.ExecuteAsync(change, new { id, materialId, work.Now, caller.MemberId }, cancel) > 0)
            work.Record(what, materialId, content: new { id });
        return TypedResults.Ok((await FindAsync(work, id, materialId, cancel))!);
    }

    private static async Task<Results<Ok<Page<OurPosition>>, ProblemHttpResult>> Positions(Guid id, [AsParameters] Query query, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel)
    {
        if (!await ReachesAsync(work, caller, id, cancel))
            return RegionFailures.Unknown.ToProblem(http);
        var (limit, after) = (query.Size ?? Cursor.Usual, Cursor.Read<PositionPlace>(query.After));
        var rows = await work.ListAsync<OurPosition>(
            $"""
            select one.position_id, one.area, one.title, one.text, one.source, one.source_link, one.adopted_on
            from region_positions position join region_position_versions one on one.position_id = position.id and one.version = position.standing_version
            where (@area::text is null or one.area = @area) and (@text::text is null or one.search @@ websearch_to_tsquery('swedish', @text)) and {PositionPlace.After("one", "position_id")}
            order by {PositionPlace.Key("one", "position_id")} limit @take
            """,
            new { query.Area, text = query.Text.TrimmedOrNull(), afterId = after?.Id, afterArea = after?.Area ?? 0, afterTitle = after?.Title ?? "", take = limit + 1 }, cancel);
        return TypedResults.Ok(rows.ToPage(limit, row => PositionPlace.Of(row.Area, row.Title, row.PositionId)));
    }

    private static async Task<OurMaterial?> FindAsync(UnitOfWork work, Guid id, Guid materialId, CancellationToken cancel) =>
        (await work.FindAsync<Row>($"{Select} and material.id = @materialId", new { id, materialId, today = SwedishTime.DateOf(work.Now) }, cancel))?.Seen();

    private static async Task<bool> ReachesAsync(UnitOfWork work, Caller caller, Guid id, CancellationToken cancel) =>
        caller.Reach(Permission.ReadCentral).Covers(id) && await work.GetAsync<bool>("select exists (select from associations where id = @id)", new { id }, cancel);

    private sealed record Row(Guid Id, RegionArea Area, string Title, string Body, string? Link, Guid? FileId, string? Name, string? MediaType, int? Size, DateOnly? ValidUntil, DateTimeOffset PublishedAt, DateTimeOffset? ReadAt)
    {
        internal OurMaterial Seen() => new(Id, Area, Title, Body, Link, FileId is { } file ? new FileView(file, Name!, MediaType!, Size!.Value) : null, ValidUntil, PublishedAt, ReadAt);
    }
}
