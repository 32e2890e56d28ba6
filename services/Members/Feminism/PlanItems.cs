using VpVarmland.Members.Register;

namespace VpVarmland.Members.Feminism;

/// <summary>The points of the year's plan: added, changed, moved on, removed.</summary>
internal static class PlanItems
{
    internal sealed record NewRequest(Guid? AssociationId, [property: System.ComponentModel.DataAnnotations.Range(1, 4)] int Quarter, [property: NotEmpty, AtMost(200)] string Title, Guid? OwnerId, [property: AtMost(2000)] string? Note);

    internal sealed record Request([property: System.ComponentModel.DataAnnotations.Range(1, 4)] int Quarter, [property: NotEmpty, AtMost(200)] string Title, Guid? OwnerId, [property: Defined] ItemState? State, [property: AtMost(2000)] string? Note);

    internal sealed record Response(Guid ItemId);

    private sealed record Found(Guid AssociationId, int Version);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/feminism/{year:int}/items", Add).RequirePermission(Permission.WorkFeminism).WithSummary("Add a point to the year's plan");
        api.MapPut("/feminism/items/{id:guid}", Change).RequirePermission(Permission.WorkFeminism).WithSummary("Change a point, or move it on");
        api.MapDelete("/feminism/items/{id:guid}", Remove).RequirePermission(Permission.WorkFeminism).WithSummary("Remove a point");
    }

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Add(
        [System.ComponentModel.DataAnnotations.Range(2000, 2100)] int year, NewRequest request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await DeskPlace.FindAsync(work, request.AssociationId, caller, cancel) is not { } place)
            return DeskFailures.Unknown.ToProblem(http);
        if (!await MayOwnAsync(work, place, request.OwnerId, cancel))
            return DeskFailures.NoOwner.ToProblem(http);
        if (await work.GetAsync<long>("select count(*) from feminist_items where association_id = @Id and year = @year", new { place.Id, year }, cancel) >= 100)
            return DeskFailures.TooMany.ToProblem(http);
        var id = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync("insert into feminist_items (id, association_id, year, quarter, title, owner_id, state, note) values (@id, @place, @year, @Quarter, @title, @OwnerId, 'planned', @note)",
            new { id, place = place.Id, year, request.Quarter, title = request.Title.Trim(), request.OwnerId, note = Trimmed(request.Note) }, cancel);
        work.Record("feminism.item_added", id, content: new { place = place.Id, year, request.Title });
        return TypedResults.Created($"/api/members/feminism/{year}", new Response(id));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Change(Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (place, found) = await FindAsync(work, id, caller, cancel);
        if (place is null)
            return DeskFailures.Unknown.ToProblem(http);
        if (http.CheckVersion(found!.Version) is { } stale)
            return stale.ToProblem(http);
        if (!await MayOwnAsync(work, place, request.OwnerId, cancel))
            return DeskFailures.NoOwner.ToProblem(http);
        var changed = await work.ExecuteAsync(
            """
            update feminist_items set quarter = @Quarter, title = @title, owner_id = @OwnerId, state = @state, note = @note, version = version + 1
            where id = @id and (quarter, title, owner_id, state, note) is distinct from (@Quarter, @title, @OwnerId::uuid, @state, @note)
            """, new { id, request.Quarter, title = request.Title.Trim(), request.OwnerId, state = request.State!.Value.ToText(), note = Trimmed(request.Note) }, cancel);
        if (changed > 0)
            work.Record("feminism.item_changed", id, content: request);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if ((await FindAsync(work, id, caller, cancel)).Place is null)
            return DeskFailures.Unknown.ToProblem(http);
        await work.ExecuteAsync("delete from feminist_items where id = @id", new { id }, cancel);
        work.Record("feminism.item_removed", id);
        return TypedResults.NoContent();
    }

    private static async Task<(DeskPlace? Place, Found? Found)> FindAsync(UnitOfWork work, Guid id, Caller caller, CancellationToken cancel) =>
        await work.FindAsync<Found>("select association_id, version from feminist_items where id = @id for update", new { id }, cancel) is { } found
            ? (await DeskPlace.FindAsync(work, found.AssociationId, caller, cancel), found)
            : (null, null);

    private static async Task<bool> MayOwnAsync(UnitOfWork work, DeskPlace place, Guid? owner, CancellationToken cancel) => owner is null || await work.GetAsync<bool>(
        "select exists (select from assignments where person_id = @owner and ended_on is null and (association_id = @Id or @IsDistrict and association_id is null))", new { owner, place.Id, place.IsDistrict }, cancel);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>The checklist of those who propose: ticked point by point each year.</summary>
internal static class NominationChecks
{
    internal sealed record Request(Guid? AssociationId, [property: AtMost(1000)] string? Note);

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string point = "/feminism/{year:int}/checks/{point}";
        api.MapPost(point, Do).RequirePermission(Permission.WorkFeminism).WithSummary("Tick a point of the nomination committee's checklist");
        api.MapDelete(point, Undo).RequirePermission(Permission.WorkFeminism).WithSummary("Take a tick back");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Do(
        [System.ComponentModel.DataAnnotations.Range(2000, 2100)] int year, [NameOf(typeof(NominationPoint))] string point, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await DeskPlace.FindAsync(work, request.AssociationId, caller, cancel) is not { } place)
            return DeskFailures.Unknown.ToProblem(http);
        await work.ExecuteAsync(
            """
            insert into nomination_checks (association_id, year, point, note, done_at, done_by) values (@Id, @year, @point, @note, @Now, @MemberId)
            on conflict (association_id, year, point) do update set note = coalesce(excluded.note, nomination_checks.note)
            """, new { place.Id, year, point, note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(), work.Now, caller.MemberId }, cancel);
        work.Record("feminism.checked", place.Id, content: new { year, point });
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Undo(
        [System.ComponentModel.DataAnnotations.Range(2000, 2100)] int year, [NameOf(typeof(NominationPoint))] string point, Guid? association, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await DeskPlace.FindAsync(work, association, caller, cancel) is not { } place)
            return DeskFailures.Unknown.ToProblem(http);
        if (await work.ExecuteAsync("delete from nomination_checks where association_id = @Id and year = @year and point = @point", new { place.Id, year, point }, cancel) > 0)
            work.Record("feminism.unchecked", place.Id, content: new { year, point });
        return TypedResults.NoContent();
    }
}
