using System.Text.Json;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Segments;

/// <summary>Lists that are kept: seen, made, changed, removed.</summary>
internal static class SavedSegments
{
    private const int MostPerOwner = 100;

    /// <param name="AssociationId">Which association shares it; only with <see cref="SegmentSharing.Association"/>.</param>
    internal sealed record Request([property: NotEmpty, AtMost(100)] string Name, Filter? Filter, [property: Defined] SegmentSharing? Sharing, Guid? AssociationId);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/segments", List).RequirePermission(Permission.ReadRegister).WithSummary("Saved lists: one's own and those shared with one");
        api.MapGet("/segments/{id:guid}", Get).RequirePermission(Permission.ReadRegister).WithSummary("A saved list");
        api.MapPost("/segments", Save).RequirePermission(Permission.ReadRegister).WithSummary("Save a list");
        api.MapPut("/segments/{id:guid}", Change).RequirePermission(Permission.ReadRegister).WithSummary("Change a saved list");
        api.MapDelete("/segments/{id:guid}", Remove).RequirePermission(Permission.ReadRegister).WithSummary("Remove a saved list");
    }

    private static async Task<Ok<IReadOnlyList<Segment>>> List(UnitOfWork work, Caller caller, CancellationToken cancel) =>
        TypedResults.Ok(await Segment.ListAsync(work, caller, cancel));

    private static async Task<Results<Ok<Segment>, ProblemHttpResult>> Get(Guid id, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel)
    {
        if (await Segment.FindAsync(work, caller, id, cancel) is not { } segment)
            return SegmentFailures.Unknown.ToProblem(http);
        http.SendVersion(segment.Version);
        return TypedResults.Ok(segment);
    }

    private static async Task<Results<Created<Segment>, ProblemHttpResult>> Save(Request request, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel)
    {
        if (caller.MemberId is null)
            return CommonFailures.Forbidden.ToProblem(http);
        if (await CheckAsync(request, caller, work, cancel) is { } wrong)
            return wrong.ToProblem(http);
        if (await work.GetAsync<long>("select count(*) from segments where owner_id = @MemberId", new { caller.MemberId }, cancel) >= MostPerOwner)
            return SegmentFailures.TooMany.ToProblem(http);
        var id = Guid.CreateVersion7();
        await work.ExecuteAsync(
            """
            insert into segments (id, name, filter, owner_id, association_id, is_district, changed_at)
            values (@id, @Name, @filter::jsonb, @MemberId, @AssociationId, @isDistrict, @Now)
            """, Values(id, request, caller, work), cancel);
        work.Record("segment.saved", id, content: new { request.Sharing });
        http.SendVersion(1);
        return TypedResults.Created($"/api/members/segments/{id}", (await Segment.FindAsync(work, caller, id, cancel))!);
    }

    private static async Task<Results<Ok<Segment>, ProblemHttpResult>> Change(Guid id, Request request, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel)
    {
        if (await Segment.LockAsync(work, caller, id, cancel) is not { } before)
            return SegmentFailures.Unknown.ToProblem(http);
        if (http.CheckVersion(before.Version) is { } stale)
            return stale.ToProblem(http);
        if (await CheckAsync(request, caller, work, cancel) is { } wrong)
            return wrong.ToProblem(http);
        await work.ExecuteAsync(
            """
            update segments set name = @Name, filter = @filter::jsonb, association_id = @AssociationId, is_district = @isDistrict, changed_at = @Now, version = version + 1
            where id = @id and (name, filter, association_id, is_district) is distinct from (@Name, @filter::jsonb, @AssociationId, @isDistrict)
            """, Values(id, request, caller, work), cancel);
        var after = await Segment.FindAsync(work, caller, id, cancel);
        // Whoever shares another's list narrower than before no longer sees it.
        if (after is null)
            return SegmentFailures.NotShared.ToProblem(http);
        if (after.Version != before.Version)
            work.Record("segment.changed", id, content: new { request.Sharing });
        http.SendVersion(after.Version);
        return TypedResults.Ok(after);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(Guid id, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel)
    {
        if (await Segment.LockAsync(work, caller, id, cancel) is null)
            return SegmentFailures.Unknown.ToProblem(http);
        await work.ExecuteAsync("delete from segments where id = @id", new { id }, cancel);
        work.Record("segment.removed", id);
        return TypedResults.NoContent();
    }

    private static async Task<Failure?> CheckAsync(Request request, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        if (FilterRules.Check(request.Filter) is { } wrong)
            return wrong;
        var reach = caller.Reach(Permission.ReadRegister);
        var mayShare = request.Sharing switch
        {
            SegmentSharing.Association => request.AssociationId is { } association && reach.Covers(association)
                && await work.GetAsync<bool>("select exists (select from associations where id = @association)", new { association }, cancel),
            SegmentSharing.District => request.AssociationId is null && reach.District,
            _ => request.AssociationId is null,
        };
        return mayShare ? null : SegmentFailures.NotShared;
    }

    private static object Values(Guid id, Request request, Caller caller, UnitOfWork work) => new
    {
        id, Name = request.Name.Trim(), filter = JsonSerializer.Serialize(request.Filter, Json.Options), caller.MemberId, request.AssociationId,
        isDistrict = request.Sharing == SegmentSharing.District, work.Now,
    };
}
