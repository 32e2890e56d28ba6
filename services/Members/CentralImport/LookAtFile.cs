using VpVarmland.Members.Files;

namespace VpVarmland.Members.CentralImport;

/// <summary>Shows a file's headings with some values and what they probably mean. Nothing of the file is stored.</summary>
internal static class LookAtFile
{
    private const int Samples = 3, LongestSample = 60, MostColumns = 200;

    /// <param name="Column">The column's place in the file, from 0.</param>
    /// <param name="Field">What it meant the last time, else our guess; null: leave out.</param>
    /// <param name="Holds">True where it holds personal identity numbers, which are neither shown nor kept.</param>
    internal sealed record Heading(int Column, string Name, IReadOnlyList<string> Samples, CentralField? Field, bool Holds);

    internal sealed record Response(string Encoding, string Separator, IReadOnlyList<Heading> Headings);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/central-imports/look", Handle)
        .ForTheDistrict()
        .TakesFile()
        .WithSummary("Headings of a file from the central register; send its first 256 kB");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(HttpContext http, UnitOfWork work, CancellationToken cancel)
    {
        if (await FileBody.ReadAsync(http.Request, FileBody.Largest, cancel) is not { } content)
            return ImportFailures.TooLarge.ToProblem(http);
        var form = FileForm.Detect(content.Length < FileBody.Beginning ? content : FileForm.WholeLines(content[..FileBody.Beginning]));
        var (names, rows) = Read(form);
        if (names.Count is 0 or > MostColumns)
            return ImportFailures.Empty.ToProblem(http);
        var proposed = ColumnGuess.Propose(names, await Remembered.ReadAsync(work, cancel));
        return TypedResults.Ok(new Response(form.Encoding, form.Separator.ToString(), [.. names.Select((name, column) => Show(name, column, rows, proposed[column]))]));
    }

    private static (IReadOnlyList<string> Names, List<string[]> Rows) Read(FileForm form)
    {
        using var reader = form.Read();
        reader.ReadHeader();
        var rows = new List<string[]>();
        for (var looked = 0; looked < 50 && reader.Read(); looked++)
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => CellRules.Clean(reader.GetString(column)))]);
        return ([.. reader.Headers.Select(name => CellRules.Clean(name.Replace("\0", "", StringComparison.Ordinal)))], rows);
    }

    private static Heading Show(string name, int column, List<string[]> rows, CentralField? proposed)
    {
        var values = rows.Select(row => row.ElementAtOrDefault(column) ?? "").Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        // Of a few values by chance; a column of them is no chance.
        var holds = values.Count > 0 && values.Count(value => PersonalNumber.LooksLike(value)) * 2 > values.Count;
        return new Heading(
            column, name, holds ? [] : [.. values.Take(Samples).Select(value => value.Length > LongestSample ? value[..LongestSample] + "…" : value)], holds ? null : proposed, holds);
    }
}
