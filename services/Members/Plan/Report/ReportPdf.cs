using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace VpVarmland.Members.Plan.Report;

/// <summary>A report as PDF on A4: its own line breaks and page breaks, the page's number at the foot. Measures are points (1/72 inch).</summary>
internal sealed class ReportPdf : IDisposable
{
    private const double Margin = 62, FootHeight = 30, CellGap = 10, LineHeight = 1.4;
    private static readonly XFont Heading1 = Font(22, bold: true), Heading2 = Font(13, bold: true), Body = Font(10.5), Strong = Font(9.5, bold: true), Small = Font(9.5);
    private static readonly XPen Line = new(XColor.FromArgb(0xD5, 0xD5, 0xD5), 0.5);

    private readonly PdfDocument document = new();
    private XGraphics page = null!;
    private double y;

    static ReportPdf() => GlobalFontSettings.FontResolver ??= new OwnFonts();

    private ReportPdf(string title)
    {
        document.Info.Title = title;
        document.Language = "sv-SE";
        Turn();
    }

    internal static byte[] Of(ReportView report)
    {
        using var pdf = new ReportPdf(report.Title);
        pdf.Write(report.Title, Heading1, pdf.Width, before: 0);
        pdf.Write(ReportText.Standing(report), Small, pdf.Width, before: 4);
        foreach (var section in report.Sections)
        {
            // A heading never stands alone at the foot of a page.
            pdf.Need(Heading2.Size * LineHeight + 26 + (3 * Body.Size * LineHeight));
            pdf.Write(section.Title, Heading2, pdf.Width, before: 22);
            foreach (var paragraph in ReportText.Paragraphs(section.Text))
                pdf.Write(paragraph, Body, pdf.Width, before: 6);
            if (section.Table.Headings.Count > 0)
                pdf.Table(section.Table);
        }
        return pdf.Finish();
    }

    public void Dispose()
    {
        page.Dispose();
        document.Dispose();
    }

    private double Width => page.PageSize.Width - (2 * Margin);

    private double Foot => page.PageSize.Height - Margin - FootHeight;

    private void Turn()
    {
        page?.Dispose();
        var next = document.AddPage();
        next.Size = PdfSharp.PageSize.A4;
        page = XGraphics.FromPdfPage(next);
        y = Margin;
    }

    private void Need(double height)
    {
        if (y + height > Foot && y > Margin)
            Turn();
    }

    private void Write(string text, XFont font, double width, double before)
    {
        y += before;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').SelectMany(one => Lines(one, font, width)))
        {
            Need(font.Size * LineHeight);
            page.DrawString(line, font, XBrushes.Black, new XPoint(Margin, y + font.Size));
            y += font.Size * LineHeight;
        }
    }

    private void Table(ReportTable table)
    {
        y += 10;
        var widths = Widths(table);
        Row(table.Headings, Strong, widths);
        foreach (var row in table.Rows)
        {
            if (Row(row, Small, widths, onlyIfFits: true))
                continue;
            // On the new page the table says again what its columns are.
            Turn();
            Row(table.Headings, Strong, widths);
            Row(row, Small, widths);
        }
    }

    private bool Row(IReadOnlyList<string> cells, XFont font, double[] widths, bool onlyIfFits = false)
    {
        var lines = cells.Select((cell, column) => Lines(cell, font, widths[column] - CellGap).ToList()).ToList();
        var height = lines.Max(cell => cell.Count) * font.Size * LineHeight + 8;
        if (onlyIfFits && y + height > Foot && y > Margin + height)
            return false;
        var x = Margin;
        foreach (var (column, cell) in lines.Index())
        {
            foreach (var (row, line) in cell.Index())
                page.DrawString(line, font, XBrushes.Black, new XPoint(x, y + 4 + font.Size + (row * font.Size * LineHeight)));
            x += widths[column];
        }
        y += height;
        page.DrawLine(Line, Margin, y, Margin + Width, y);
        return true;
    }

    /// <summary>A column gets what its longest word needs, and of the rest a share by how much there is to say in it.</summary>
    private double[] Widths(ReportTable table)
    {
        var columns = Enumerable.Range(0, table.Headings.Count).Select(column => table.Rows.Select(row => row[column]).Append(table.Headings[column]).ToList()).ToList();
        var least = columns.Select(cells => cells.SelectMany(cell => cell.Split(' ')).Max(word => Math.Min(Width / 2, page.MeasureString(word, Strong).Width)) + CellGap).ToArray();
        var wanted = columns.Select(cells => cells.Max(cell => page.MeasureString(cell, Strong).Width) + CellGap).ToArray();
        var (rest, extra) = (Math.Max(0, Width - least.Sum()), wanted.Zip(least, (all, some) => Math.Max(0, all - some)).Sum());
        return [.. least.Zip(wanted, (some, all) => some + (extra > 0 ? Math.Min(1, rest / extra) * Math.Max(0, all - some) : 0))];
    }

    private IEnumerable<string> Lines(string text, XFont font, double width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, font, width)))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && page.MeasureString(longer, font).Width > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = longer;
            }
        }
        yield return line;
    }

    /// <summary>A word that is wider than the column, such as an address on the web, is broken anywhere.</summary>
    private IEnumerable<string> Pieces(string word, XFont font, double width)
    {
        while (page.MeasureString(word, font).Width > width && word.Length > 1)
        {
            var fits = Enumerable.Range(1, word.Length - 1).LastOrDefault(length => page.MeasureString(word[..length], font).Width <= width, 1);
            yield return word[..fits];
            word = word[fits..];
        }
        yield return word;
    }

    private byte[] Finish()
    {
        page.Dispose();
        foreach (var (number, one) in document.Pages.Cast<PdfPage>().Index())
        {
            using var foot = XGraphics.FromPdfPage(one, XGraphicsPdfPageOptions.Append);
            foot.DrawString($"{number + 1} ({document.PageCount})", Small, XBrushes.Black, new XRect(Margin, foot.PageSize.Height - Margin, foot.PageSize.Width - (2 * Margin), 12), XStringFormats.TopRight);
        }
        using var stream = new MemoryStream();
        document.Save(stream);
        return stream.ToArray();
    }

    private static XFont Font(double size, bool bold = false)
    {
        GlobalFontSettings.FontResolver ??= new OwnFonts();
        return new XFont(OwnFonts.Family, size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular);
    }

    /// <summary>The two cuts that come with the service: a server has no fonts of its own that can be counted on.</summary>
    private sealed class OwnFonts : IFontResolver
    {
        internal const string Family = "Schibsted Grotesk";

        public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? "Bold" : "Regular");

        public byte[]? GetFont(string faceName)
        {
            using var stream = typeof(ReportPdf).Assembly.GetManifestResourceStream($"SchibstedGrotesk-{faceName}.ttf")!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
    }
}
