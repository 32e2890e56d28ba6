using CsvHelper;

namespace VpVarmland.Members.Files;

/// <summary>A table as a file: semicolons and a byte order mark, as Swedish spreadsheets expect.</summary>
internal static class CsvFile
{
    internal static FileContentHttpResult Of(string name, IReadOnlyList<string> headings, IEnumerable<string[]> rows)
    {
        using var stream = new MemoryStream();
        // A value that begins like a formula must not become one in a spreadsheet.
        using (var csv = CsvWriter.Create(stream, new CsvWriterOptions { Separator = ';', WriteByteOrderMark = true, Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteRecord([.. headings]);
            foreach (var row in rows)
                csv.WriteRecord(row);
        }
        return TypedResults.File(stream.ToArray(), "text/csv; charset=utf-8", name + ".csv");
    }
}
