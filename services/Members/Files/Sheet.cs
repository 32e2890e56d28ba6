namespace VpVarmland.Members.Files;

/// <summary>A row of a table that somebody has kept in a spreadsheet.</summary>
/// <param name="No">As the spreadsheet numbers it: the headings are row 1.</param>
/// <param name="Cells">As many as there are headings, cleaned; empty where nothing stands.</param>
/// <param name="Fault">Why nothing of the row can be read; null where it can.</param>
internal sealed record SheetRow(int No, IReadOnlyList<string> Cells, FaultKind? Fault);

/// <summary>
/// A table of some thousand rows that somebody has kept in a spreadsheet, saved as CSV or as Excel. The central register's file, which is a hundred times larger, is read as it arrives.
/// </summary>
/// <param name="Rows">Those in which something stands.</param>
/// <param name="IsCut">True where the file has more rows than were read.</param>
internal sealed record Sheet(IReadOnlyList<string> Headings, IReadOnlyList<SheetRow> Rows, bool IsCut)
{
    private const int MostColumns = 200;

    /// <summary>Reads the table; null where the file holds none.</summary>
    /// <param name="mostRows">Of those in which something stands. Of empty rows between them ten times as many are passed over.</param>
    internal static Sheet? Read(ReadOnlyMemory<byte> content, int mostRows)
    {
        var (looked, most) = (0, mostRows * 10);
        var lines = Workbook.Is(content.Span)
            ? Workbook.Read(content, most + 2)?.Select(cells => (cells, BrokenQuote: false))
            : Lines(FileForm.Detect(content));
        if (lines is null)
            return null;
        IReadOnlyList<string>? headings = null;
        var rows = new List<SheetRow>();
        foreach (var (cells, brokenQuote) in lines)
        {
            if (headings is null)
            {
                headings = [.. cells.Select(heading => CellRules.Clean(heading.Replace("\0", "", StringComparison.Ordinal)))];
                if (headings.Count > MostColumns || headings.All(string.IsNullOrEmpty))
                    return null;
                continue;
            }
            if (++looked > most)
                return new Sheet(headings, rows, IsCut: true);
            if (Row(looked + 1, headings.Count, cells, brokenQuote) is not { } row)
                continue;
            if (rows.Count == mostRows)
                return new Sheet(headings, rows, IsCut: true);
            rows.Add(row);
        }
        return headings is null ? null : new Sheet(headings, rows, IsCut: false);
    }

    /// <summary>Null for a row in which nothing stands.</summary>
    private static SheetRow? Row(int no, int columns, IReadOnlyList<string> cells, bool brokenQuote)
    {
        var clean = cells.Select(CellRules.Clean).ToList();
        if (clean.TrueForAll(string.IsNullOrEmpty))
            return null;
        // Spreadsheets write empty columns after the last heading; only those that hold something are too many.
        FaultKind? fault = brokenQuote ? FaultKind.Quotes
            : clean.Count < columns || clean.Skip(columns).Any(cell => cell.Length > 0) ? FaultKind.ColumnCount
            : clean.TrueForAll(CellRules.CanBeKept) ? null : FaultKind.Characters;
        return new SheetRow(no, [.. clean.Take(columns)], fault);
    }

    private static IEnumerable<(IReadOnlyList<string> Cells, bool BrokenQuote)> Lines(FileForm form)
    {
        var brokenQuote = false;
        using var reader = form.Read(() => brokenQuote = true);
        reader.ReadHeader();
        yield return ([.. reader.Headers], brokenQuote);
        brokenQuote = false;
        while (reader.Read())
        {
            yield return ([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)], brokenQuote);
            brokenQuote = false;
        }
    }
}
