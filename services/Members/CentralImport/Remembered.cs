namespace VpVarmland.Members.CentralImport;

/// <summary>What the file's headings meant the last time, for the whole district: nobody chooses twice.</summary>
internal static class Remembered
{
    internal static async Task<IReadOnlyDictionary<string, CentralField?>> ReadAsync(UnitOfWork work, CancellationToken cancel) =>
        (await work.ListAsync<Row>("select heading, field from central_headings", null, cancel))
            .ToDictionary(row => row.Heading, row => Enum.TryParse<CentralField>(row.Field, ignoreCase: true, out var field) ? field : (CentralField?)null, StringComparer.Ordinal);

    internal static Task WriteAsync(UnitOfWork work, IReadOnlyList<string> headings, ColumnChoice columns, CancellationToken cancel)
    {
        var fields = columns.Fields.ToDictionary(columns.PlaceOf, field => field.ToText());
        var meant = headings.Select((heading, column) => (Key: ColumnGuess.KeyOf(heading), Field: fields.GetValueOrDefault(column))).DistinctBy(one => one.Key).ToList();
        return work.ExecuteAsync(
            """
            insert into central_headings (heading, field) select * from unnest(@headings, @meant)
            on conflict (heading) do update set field = excluded.field
            """, new { headings = meant.Select(one => one.Key).ToArray(), meant = meant.Select(one => one.Field).ToArray() }, cancel);
    }

    private sealed record Row(string Heading, string? Field);
}
