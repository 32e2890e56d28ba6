using VpVarmland.Members.BoardRoom;
using VpVarmland.Members.Files;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.RegionGroup.Material;

/// <summary>Material for the associations: published at once, corrected, given a last day, and followed by who has read it.</summary>
internal static class RegionMaterial
{
    internal sealed record Query([property: AtMost(200)] string? Text, [property: NameOf(typeof(RegionArea))] string? Area, string? After, [property: PageSize] int? Size);

    internal sealed record Request(
        [property: Defined] RegionArea? Area, [property: NotEmpty, AtMost(200)] string Title, [property: NotEmpty, AtMost(20_000)] string Body, [property: AtMost(300)] string? Link, DateOnly? ValidUntil);

    internal sealed record Upload([property: NotEmpty, AtMost(200)] string? FileName);

    private sealed record Position(DateTimeOffset At, Guid Id);

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string material = "/region/material", one = material + "/{id:guid}";
        api.MapGet(material, List).ForTheRegion(Permission.ReadRegion).WithSummary("What is published for the associations, latest first; searched in Swedish");
        api.MapGet(one, Get).ForTheRegion(Permission.ReadRegion).WithSummary("Material with which associations have read it");
        api.MapPost(material, Publish).ForTheRegion(Permission.PublishRegion).WithSummary("Publish material for the associations");
        api.MapPut(one, Change).ForTheRegion(Permission.PublishRegion).WithSummary("Correct it, or give it a last day");
        api.MapDelete(one, TakeBack).ForTheRegion(Permission.PublishRegion).WithSummary("Take back what no association has read");
        api.MapGet(one + "/file", GetFile).ForTheRegion(Permission.ReadRegion).WithSummary("The file of the material");
        api.MapPost(one + "/file", Attach).ForTheRegion(Permission.PublishRegion).TakesPaper().WithSummary("Attach a file, instead of any there was");
        api.MapDelete(one + "/file", Detach).ForTheRegion(Permission.PublishRegion).WithSummary("Take the file away");
    }

    private static async Task<Ok<Page<MaterialRow>>> List([AsParameters] Query query, UnitOfWork work, CancellationToken cancel)
    {
        var (limit, before) = (query.Size ?? Cursor.Usual, Cursor.Read<Position>(query.After));
        var rows = await work.ListAsync<StoredMaterial>(
            $"""
            {StoredMaterial.Select} where (@area::text is null or material.area = @area) and (@text::text is null or material.search @@ websearch_to_tsquery('swedish', @text))
                and (@beforeId::uuid is null or (material.published_at, material.id) < (@beforeAt, @beforeId))
            order by material.published_at desc, material.id desc limit @take
            """, new { today = SwedishTime.DateOf(work.Now), query.Area, text = query.Text.TrimmedOrNull(), beforeId = before?.Id, beforeAt = before?.At ?? default, take = limit + 1 }, cancel);
        return TypedResults.Ok(rows.Select(row => row.Seen()).ToList().ToPage(limit, row => new Position(row.PublishedAt, row.MaterialId)));
    }

    private static Task<Results<Ok<MaterialView>, ProblemHttpResult>> Get(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => MaterialView.AnswerAsync(work, id, http, cancel);

    private static async Task<Results<Created<MaterialView>, ProblemHttpResult>> Publish(Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (Check(request, null, work) is { } wrong)
            return wrong.ToProblem(http);
        var id = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync(
            "insert into region_material (id, area, title, body, link, valid_until, published_at, published_by) values (@id, @area, @title, @body, @link, @ValidUntil, @Now, @MemberId)", Values(id, request, work), cancel);
        work.Record("region.published", id, content: new { request.Area, request.Title });
        http.SendVersion(1);
        return TypedResults.Created($"/api/members/region/material/{id}", (await MaterialView.FindAsync(work, id, cancel))!);
    }

    private static async Task<Results<Ok<MaterialView>, ProblemHttpResult>> Change(Guid id, Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, id, cancel) is not { } found)
            return RegionFailures.Unknown.ToProblem(http);
        if (http.CheckVersion(found.Version) is { } stale)
            return stale.ToProblem(http);
        if (Check(request, found.ValidUntil, work) is { } wrong)
            return wrong.ToProblem(http);
        await work.ExecuteAsync("update region_material set area = @area, title = @title, body = @body, link = @link, valid_until = @ValidUntil, version = version + 1 where id = @id", Values(id, request, work), cancel);
        work.Record("region.material_changed", id, content: new { request.Title, request.ValidUntil });
        return await MaterialView.AnswerAsync(work, id, http, cancel);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBack(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, id, cancel) is not { } found)
            return RegionFailures.Unknown.ToProblem(http);
        if (await work.GetAsync<bool>("select exists (select from region_material_reads where material_id = @id)", new { id }, cancel))
            return RegionFailures.AlreadyRead.ToProblem(http);
        await work.ExecuteAsync("delete from region_material where id = @id; delete from stored_files where id = @FileId", new { id, found.FileId }, cancel);
        work.Record("region.taken_back", id);
        return TypedResults.NoContent();
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetFile(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await work.FindAsync<Guid?>("select file_id from region_material where id = @id and file_id is not null", new { id }, cancel) is { } file ? await StoredFile.SendAsync(http, work, file, cancel) : StoredFile.Unknown.ToProblem(http);

    private static async Task<Results<Ok<MaterialView>, ProblemHttpResult>> Attach(Guid id, [AsParameters] Upload upload, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, id, cancel) is not { } found)
            return RegionFailures.Unknown.ToProblem(http);
        var (file, failure) = await StoredFile.ReceiveAsync(http, upload.FileName!, work, cancel);
        return file is null ? failure!.ToProblem(http) : await PutFileAsync(work, id, found, file.FileId, http, cancel);
    }

    private static async Task<Results<Ok<MaterialView>, ProblemHttpResult>> Detach(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await LockAsync(work, id, cancel) is { } found ? await PutFileAsync(work, id, found, null, http, cancel) : RegionFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<MaterialView>, ProblemHttpResult>> PutFileAsync(UnitOfWork work, Guid id, Found found, Guid? file, HttpContext http, CancellationToken cancel)
    {
        await work.ExecuteAsync("update region_material set file_id = @file, version = version + 1 where id = @id; delete from stored_files where id = @FileId", new { id, file, found.FileId }, cancel);
        work.Record(file is null ? "region.file_removed" : "region.file_attached", id);
        return await MaterialView.AnswerAsync(work, id, http, cancel);
    }

    private static Task<Found?> LockAsync(UnitOfWork work, Guid id, CancellationToken cancel) => work.FindAsync<Found>("select file_id, valid_until, version from region_material where id = @id for update", new { id }, cancel);

    /// <param name="before">A last day that has gone by may stay as it is.</param>
    private static Failure? Check(Request request, DateOnly? before, UnitOfWork work)
    {
        var today = SwedishTime.DateOf(work.Now);
        if (request.ValidUntil is { } last && last != before && (last < today.AddDays(-1) || last > today.AddYears(10)))
            return RegionFailures.UnlikelyDay;
        return WebLink.IsSound(request.Link) ? null : RegionFailures.BadLink;
    }

    private static object Values(Guid id, Request request, UnitOfWork work) => new
    {
        id, area = request.Area!.Value.ToText(), title = request.Title.Trim(), body = request.Body.Trim(), link = request.Link.TrimmedOrNull(), request.ValidUntil, work.Now, work.Caller.MemberId,
    };

    private sealed record Found(Guid? FileId, DateOnly? ValidUntil, int Version);
}
