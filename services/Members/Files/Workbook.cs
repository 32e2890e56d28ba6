using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace VpVarmland.Members.Files;

/// <summary>The first sheet of an Excel workbook (.xlsx) as rows of text.</summary>
internal static class Workbook
{
    /// <summary>Bytes when unpacked; a list of 2,000 rows is some 3 MB. A small file can hold more than a machine.</summary>
    private const long LargestUnpacked = 20 << 20;

    /// <summary>Sixty columns, and all the rows that a workbook can have: what it says of its own size need not be true, and the library's work for a row grows with the square of its columns.</summary>
    private const string LastCell = "BH1048576";

    private static readonly OpenXmlConfiguration InMemory = new() { EnableSharedStringCache = false, FillMergedCells = false };

    /// <summary>True for what begins as a workbook does: it is a zip archive.</summary>
    internal static bool Is(ReadOnlySpan<byte> content) => content.StartsWith("PK\x03\x04"u8);

    /// <summary>The rows from the first, empty ones too, so that a row's number is the one people see.</summary>
    /// <param name="mostRows">Reading stops there.</param>
    /// <returns>Null where it is no workbook, is broken, or is larger than any that a person has written.</returns>
    internal static IReadOnlyList<IReadOnlyList<string>>? Read(ReadOnlyMemory<byte> content, int mostRows)
    {
        var bytes = content.ToArray();
        // What the library throws at a broken archive or sheet is not described; whatever it is, the file cannot be read.
        try
        {
            if (UnpacksBeyond(bytes))
                return null;
            using var stream = new MemoryStream(bytes, writable: false);
            var rows = new List<IReadOnlyList<string>>();
            foreach (IDictionary<string, object?> row in stream.QueryRange(useHeaderRow: false, excelType: ExcelType.XLSX, startCell: "A1", endCell: LastCell, configuration: InMemory))
            {
                if (rows.Count == mostRows)
                    break;
                rows.Add([.. row.Values.Select(Text)]);
            }
            return rows;
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>Unpacks and counts, since the sizes that an archive states need not be true.</summary>
    private static bool UnpacksBeyond(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
        var (buffer, total) = (new byte[64 << 10], 0L);
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            int read;
            while ((read = content.Read(buffer)) > 0)
            {
                total += read;
                if (total > LargestUnpacked)
                    return true;
            }
        }
        return false;
    }

    /// <summary>Numbers as they were typed, without thousands and exponents; days as 2026-11-22.</summary>
    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
