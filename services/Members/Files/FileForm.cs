using System.Text;
using CsvHelper;

namespace VpVarmland.Members.Files;

/// <summary>How a file is written: which characters and which separator. Pure: bytes in, readable bytes out.</summary>
/// <param name="Utf8">The content in UTF-8, without a byte order mark.</param>
/// <param name="Encoding">"utf-8" or "windows-1252".</param>
/// <param name="Separator">Semicolon, comma or tab.</param>
internal sealed record FileForm(ReadOnlyMemory<byte> Utf8, string Encoding, char Separator)
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// UTF-8 where there is a byte order mark or every byte fits, else Windows-1252 (which Swedish spreadsheets save, and in which any bytes
    /// are letters). The separator is the one of semicolon, tab and comma that the headings have most of, outside quotes.
    /// </summary>
    internal static FileForm Detect(ReadOnlyMemory<byte> content)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (content.Span.StartsWith(mark))
            content = content[mark.Length..];
        var isUtf8 = System.Text.Unicode.Utf8.IsValid(content.Span);
        var utf8 = isUtf8 ? content : System.Text.Encoding.UTF8.GetBytes(Windows.GetString(content.Span));
        return new FileForm(utf8, isUtf8 ? "utf-8" : "windows-1252", SeparatorOf(utf8.Span));
    }

    /// <summary>The beginning of a file that goes on: without the last line, which may be cut in the middle of a letter.</summary>
    internal static ReadOnlyMemory<byte> WholeLines(ReadOnlyMemory<byte> beginning)
    {
        var end = beginning.Span.LastIndexOf((byte)'\n');
        return end < 0 ? beginning : beginning[..(end + 1)];
    }

    /// <summary>
    /// A reader on which each record is a row of the spreadsheet: empty lines are counted too, so that a row's number is the one people see.
    /// </summary>
    /// <param name="brokenQuote">Told before a record is given in which a quoted text never ends, or goes on after its end.</param>
    internal CsvReader Read(Action? brokenQuote = null) => CsvReader.Create(Utf8, new CsvReaderOptions
    {
        Separator = Separator, SkipEmptyLines = false, OnMalformedRecord = malformed =>
        {
            if (malformed.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.TextAfterClosingQuote)
                brokenQuote?.Invoke();
        },
    });

    private static char SeparatorOf(ReadOnlySpan<byte> utf8)
    {
        int semicolons = 0, tabs = 0, commas = 0;
        var quoted = false;
        foreach (var letter in utf8)
        {
            if (letter == '\n' && !quoted)
                break;
            quoted ^= letter == '"';
            if (quoted)
                continue;
            semicolons += letter == ';' ? 1 : 0;
            tabs += letter == '\t' ? 1 : 0;
            commas += letter == ',' ? 1 : 0;
        }
        return semicolons >= tabs && semicolons >= commas ? ';' : tabs >= commas ? '\t' : ',';
    }
}
