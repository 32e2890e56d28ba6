using VpVarmland.Members.CentralImport;
using VpVarmland.Members.Files;

namespace VpVarmland.Members.Register.FileCorrections;

/// <summary>What a row says about somebody, in the form of our tables. Null: it says nothing, so what we know stands.</summary>
/// <param name="No">As a spreadsheet numbers it.</param>
/// <param name="Email">As the cell has it; only ever compared.</param>
internal sealed record Said(
    int No, string MemberNumber, string? GivenName, string? FamilyName, string? Email, string? Phone, string? PostalCode, string? MunicipalityCode, int? BirthYear);

/// <summary>
/// A file of corrections as it reads without any register. A row is used as a whole or not at all: whoever has mistyped a telephone number wants to look at that row again. Pure.
/// </summary>
/// <param name="Rows">Those that can be used, if somebody has their number.</param>
/// <param name="Faults">Why others cannot.</param>
/// <param name="WithoutNumber">How many rows have no member number: nobody can be found by them.</param>
internal sealed record CorrectionFile(Sheet Sheet, IReadOnlyDictionary<CentralField, int> Columns, IReadOnlyList<Said> Rows, IReadOnlyList<FileFault> Faults, int WithoutNumber)
{
    /// <summary>Bytes.</summary>
    internal const int Largest = 5 << 20;

    internal const int MostRows = 2_000;

    /// <summary>What is corrected; everything else in the file is left alone.</summary>
    internal static readonly IReadOnlyList<CentralField> Corrected =
        [CentralField.GivenName, CentralField.FamilyName, CentralField.Phone, CentralField.PostalCode, CentralField.Municipality, CentralField.BirthYear];

    /// <summary>Reads the file, CSV or Excel, by its headings.</summary>
    internal static (CorrectionFile? File, Failure? Failure) Read(ReadOnlyMemory<byte> content, Places places, DateOnly today)
    {
        if (Sheet.Read(content, MostRows) is not { } sheet)
            return (null, FileCorrectionFailures.Unreadable);
        // What the central register's headings meant the last time says nothing about a list of our own.
        var columns = ColumnGuess.Propose(sheet.Headings, new Dictionary<string, CentralField?>(StringComparer.Ordinal)).Index()
            .Where(one => one.Item is not null).ToDictionary(one => one.Item!.Value, one => one.Index);
        var failure = !columns.ContainsKey(CentralField.MemberNumber) ? FileCorrectionFailures.NoNumberColumn
            : !Corrected.Any(columns.ContainsKey) ? FileCorrectionFailures.NoKnownColumn
            : sheet.IsCut ? FileCorrectionFailures.TooManyRows
            : sheet.Rows.Count == 0 ? FileCorrectionFailures.Empty
            : null;
        if (failure is not null)
            return (null, failure);
        var read = sheet.Rows.Select(row => CorrectionRow.Read(row, sheet.Headings, columns, places, today)).ToList();
        var several = read.Where(row => row.Number is not null).GroupBy(row => row.Number, StringComparer.Ordinal).Where(rows => rows.Count() > 1).Select(rows => rows.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var row in read.Where(row => several.Contains(row.Number)))
            row.Fault(CentralField.MemberNumber, FaultKind.OnSeveralRows);
        return (new CorrectionFile(sheet, columns, [.. read.Where(row => row.Faults.Count == 0 && row.Said is not null).Select(row => row.Said!)], [.. read.SelectMany(row => row.Faults)], read.Count(row => row.IsWithoutNumber)), null);
    }

    /// <summary>The heading of a column that is read; null where the file has none.</summary>
    internal string? HeadingOf(CentralField field) => Columns.TryGetValue(field, out var place) ? Sheet.Headings[place] : null;
}
