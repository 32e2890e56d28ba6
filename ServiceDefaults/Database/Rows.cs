namespace VpVarmland.ServiceDefaults.Database;

/// <summary>Many rows for one statement: as JSON named like the table's columns, for <c>jsonb_populate_recordset</c>.</summary>
public static class Rows
{
    private static readonly JsonSerializerOptions AsColumns = new(Json.Options) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Rounds in which no key comes twice, since one statement cannot upsert a row twice; of each key the rows come in their order.</summary>
    public static IEnumerable<string> InRounds<TRow, TKey>(IEnumerable<TRow> rows, Func<TRow, TKey> key) => rows
        .GroupBy(key).SelectMany(same => same.Select((row, round) => (row, round))).GroupBy(one => one.round, one => one.row)
        .Select(round => JsonSerializer.Serialize(round, AsColumns));
}
