namespace VpVarmland.Members.Register.FileCorrections;

/// <summary>An association's corrections from files, the latest first: by whom, when and how many.</summary>
internal static class ListFileCorrections
{
    /// <param name="MadeBy">By name; null where the person is gone.</param>
    /// <param name="People">How many were changed.</param>
    /// <param name="Changes">In how many fields.</param>
    /// <param name="UndoUntil">Null where it can no longer be undone.</param>
    /// <param name="Kept">After an undo: how many had been edited since, and are kept.</param>
    internal sealed record Row(Guid CorrectionId, string FileName, DateTimeOffset MadeAt, string? MadeBy, int People, int Changes, DateTimeOffset? UndoUntil, DateTimeOffset? UndoneAt, int? Kept);

    private sealed record Position(DateTimeOffset MadeAt, Guid Id);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/associations/{id:guid}/file-corrections", Handle)
        .RequirePermission(Permission.EditRegister)
        .WithSummary("Corrections from files, the latest first");

    private static async Task<Results<Ok<Page<Row>>, ProblemHttpResult>> Handle(Guid id, string? after, [PageSize] int? size, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!await Correctable.ReachesAsync(work, id, cancel))
            return Associations.AssociationFailures.Unknown.ToProblem(http);
        var (limit, from) = (size ?? 20, Cursor.Read<Position>(after));
        var rows = await work.ListAsync<Row>(
            """
            select correction.id as correction_id, correction.file_name, correction.made_at, maker.given_name || ' ' || maker.family_name as made_by, correction.people, correction.changes,
                case when correction.undone_at is null and correction.made_at > @since then correction.made_at + @undoable end as undo_until, correction.undone_at, correction.kept
            from file_corrections correction left join people maker on maker.id = correction.made_by
            where correction.association_id = @id and (@fromId::uuid is null or (correction.made_at, correction.id) < (@fromAt, @fromId))
            order by correction.made_at desc, correction.id desc limit @take
            """,
            new { id, since = work.Now - UndoFileCorrections.Undoable, undoable = UndoFileCorrections.Undoable, fromId = from?.Id, fromAt = from?.MadeAt ?? default, take = limit + 1 }, cancel);
        return TypedResults.Ok(rows.ToPage(limit, row => new Position(row.MadeAt, row.CorrectionId)));
    }
}
