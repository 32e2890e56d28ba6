using System.Text.Json;
using VpVarmland.Members.Files;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.CentralImport;

/// <summary>An import as it stands.</summary>
/// <param name="Rows">Rows of the file below its headings.</param>
/// <param name="RemarkCount">Values that could not be used and were left out; the first of them are told in <paramref name="Remarks"/>.</param>
/// <param name="Members">Confirmed members in the register when it was compared.</param>
/// <param name="Counts">Differences by kind.</param>
/// <param name="Undecided">Doubtful ones about whom nobody has decided.</param>
/// <param name="ToBeEnded">Those gone whose membership is chosen to end.</param>
/// <param name="NeedsNumber">True where so many would be ended that somebody has to type the number.</param>
/// <param name="IsOutdated">The register had changed since the preview was looked at, and it was made again.</param>
/// <param name="Outcome">What was done, by kind; and how many an undo has kept.</param>
/// <param name="UndoUntil">Until when it can be undone; null where it cannot.</param>
internal sealed record ImportView(
    Guid ImportId, string FileName, ImportState State, int Rows, DateTimeOffset ReceivedAt, string? ReceivedBy, int RemarkCount, IReadOnlyList<string> Remarks, int Members,
    IReadOnlyDictionary<string, int> Counts, int Undecided, int ToBeEnded, bool NeedsNumber, bool IsOutdated, DateTimeOffset? AppliedAt, string? AppliedBy,
    IReadOnlyDictionary<string, int> Outcome, DateTimeOffset? UndoUntil, DateTimeOffset? UndoneAt, bool RowsAreErased, ImportProgressView? Progress, int Version)
{
    internal static ImportView Of(Row row, DateTimeOffset now, string language) => new(
        row.Id, row.FileName, row.State, row.RowCount, row.ReceivedAt, row.ReceivedBy, row.RemarkCount,
        [.. JsonSerializer.Deserialize<IReadOnlyList<FileFault>>(row.Remarks, Json.Options)!.Select(remark => remark.Text(language))],
        row.Members, Numbers(row.Counts), row.Undecided, row.ToBeEnded, Decisions.NeedsNumber(row.ToBeEnded, row.Members), row.IsOutdated, row.AppliedAt, row.AppliedBy, Numbers(row.Outcome),
        row.State == ImportState.Applied && row.AppliedAt + Undoing.Undoable is { } until && until > now ? until : null, row.UndoneAt, row.RowsErasedAt is not null,
        row.State is ImportState.Comparing or ImportState.Applying or ImportState.Undoing ? new ImportProgressView(row.State, row.Step, row.Done ?? 0, row.Total ?? 1) : null, row.Version);

    private static Dictionary<string, int> Numbers(string json) => JsonSerializer.Deserialize<Dictionary<string, int>>(json)!;

    /// <summary>The row as <see cref="Select"/> reads it.</summary>
    internal sealed record Row(
        Guid Id, string FileName, ImportState State, int RowCount, DateTimeOffset ReceivedAt, string? ReceivedBy, int RemarkCount, string Remarks, int Members, string Counts, int Undecided,
        int ToBeEnded, bool IsOutdated, DateTimeOffset? AppliedAt, string? AppliedBy, string Outcome, DateTimeOffset? UndoneAt, DateTimeOffset? RowsErasedAt, int Version, string? Step, int? Done,
        int? Total);

    /// <summary>Columns of <see cref="Row"/>, from <c>central_imports import</c>.</summary>
    internal const string Select =
        """
        select import.id, import.file_name, import.state, import.row_count, import.received_at, receiver.given_name || ' ' || receiver.family_name as received_by, import.remark_count,
            import.remarks::text as remarks, import.members, import.counts::text as counts,
            (select count(*)::int from central_differences where import_id = import.id and kind = 'doubtful' and decision is null) as undecided,
            (select count(*)::int from central_differences where import_id = import.id and kind = 'gone' and decision in ('left', 'lapsed')) as to_be_ended,
            import.is_outdated, import.applied_at, applier.given_name || ' ' || applier.family_name as applied_by, import.outcome::text as outcome, import.undone_at, import.rows_erased_at,
            import.version, progress.step, progress.done, progress.total
        from central_imports import
        left join people receiver on receiver.id = import.received_by
        left join people applier on applier.id = import.applied_by
        left join central_progress progress on progress.import_id = import.id
        """;
}

/// <summary>How far the background work has come.</summary>
/// <param name="Step">A code; null before the first.</param>
internal sealed record ImportProgressView(ImportState State, string? Step, int Done, int Total);

/// <summary>One import.</summary>
internal static class GetImport
{
    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/central-imports/{id:guid}", Handle)
        .ForTheDistrict()
        .WithSummary("An import and where it stands");

    private static async Task<Results<Ok<ImportView>, ProblemHttpResult>> Handle(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<ImportView.Row>(ImportView.Select + " where import.id = @id", new { id }, cancel) is not { } row)
            return ImportFailures.Unknown.ToProblem(http);
        http.SendVersion(row.Version);
        return TypedResults.Ok(ImportView.Of(row, work.Now, Language.Of(http)));
    }
}

/// <summary>Imports so far, the latest first. What is in them is erased after some days; that they were made is not.</summary>
internal static class ListImports
{
    private sealed record Position(DateTimeOffset ReceivedAt, Guid Id);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/central-imports", Handle)
        .ForTheDistrict()
        .WithSummary("Imports so far, the latest first");

    private static async Task<Results<Ok<Page<ImportView>>, ProblemHttpResult>> Handle(string? after, [PageSize] int? size, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (limit, from, language) = (size ?? 20, Cursor.Read<Position>(after), Language.Of(http));
        var rows = await work.ListAsync<ImportView.Row>(
            ImportView.Select + " where @id::uuid is null or (import.received_at, import.id) < (@at, @id) order by import.received_at desc, import.id desc limit @take",
            new { id = from?.Id, at = from?.ReceivedAt ?? default, take = limit + 1 }, cancel);
        return TypedResults.Ok(rows.Select(row => ImportView.Of(row, work.Now, language)).ToList().ToPage(limit, row => new Position(row.ReceivedAt, row.ImportId)));
    }
}
