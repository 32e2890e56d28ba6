using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace VpVarmland.Members.ConferenceReports;

/// <summary>A report as PDF on A4: its own line breaks and page breaks, the page's number at the foot. Measures are points (1/72 inch), from the top.</summary>
internal sealed class PaperPdf : IDisposable
{
    private const double Margin = 62, FootHeight = 30, CellGap = 10, PointIndent = 14, LineHeight = 1.4;

    private readonly PdfDocumentBuilder document = new();
    private readonly List<PdfPageBuilder> pages = [];
    private readonly Face heading1, heading2, body, strong, small;
    private double y;

    private PaperPdf(string title)
    {
        document.DocumentInformation.Title = title;
        Turn();
        var (regular, bold) = (new Cut(document, Page, "Regular"), new Cut(document, Page, "Bold"));
        (heading1, heading2, body, strong, small) = (new(bold, 22), new(bold, 13), new(regular, 10.5), new(bold, 9.5), new(regular, 9.5));
    }

    internal static byte[] Of(Paper paper)
    {
        using var pdf = new PaperPdf(paper.Title);
        pdf.Write(paper.Title, pdf.heading1, before: 0);
        pdf.Write(paper.Standing, pdf.small, before: 4);
        foreach (var section in paper.Sections)
        {
            if (section.Title.Length > 0)
            {
                // A heading never stands alone at the foot of a page.
                pdf.Need(pdf.heading2.Height + 26 + (3 * pdf.body.Height));
                pdf.Write(section.Title, pdf.heading2, before: 22);
            }
            foreach (var block in Paper.Blocks(section.Text))
                pdf.Write(block);
            if (section.Table.Headings.Count > 0)
                pdf.Table(section.Table);
        }
        return pdf.Finish();
    }

    public void Dispose() => document.Dispose();

    private PdfPageBuilder Page => pages[^1];

    private double Width => Page.PageSize.Width - (2 * Margin);

    private double Foot => Page.PageSize.Height - Margin - FootHeight;

    private void Turn()
    {
        pages.Add(document.AddPage(PageSize.A4));
        y = Margin;
    }

    private void Need(double height)
    {
        if (y + height > Foot && y > Margin)
            Turn();
    }

    private void Write(PaperBlock block)
    {
        if (!block.IsPoints)
        {
            Write(string.Join('\n', block.Lines), body, before: 6);
            return;
        }
        foreach (var (number, point) in block.Lines.Index())
            Write(point, body, before: number == 0 ? 6 : 2, mark: "–");
    }

    /// <param name="mark">Stands before the first line; the others begin where the first one's text does.</param>
    private void Write(string text, Face face, double before, string mark = "")
    {
        y += before;
        var indent = mark.Length > 0 ? PointIndent : 0;
        foreach (var (number, line) in text.ReplaceLineEndings("\n").Split('\n').SelectMany(one => face.Lines(one, Width - indent)).Index())
        {
            Need(face.Height);
            if (number == 0)
                Put(Page, mark, face, Margin, y + face.Size);
            Put(Page, line, face, Margin + indent, y + face.Size);
            y += face.Height;
        }
    }

    private void Table(ReportTable table)
    {
        y += 10;
        var widths = Widths(table);
        Row(table.Headings, strong, widths);
        foreach (var row in table.Rows)
        {
            if (Row(row, small, widths, onlyIfFits: true))
                continue;
            // On the new page the table says again what its columns are.
            Turn();
            Row(table.Headings, strong, widths);
            Row(row, small, widths);
        }
    }

    private bool Row(IReadOnlyList<string> cells, Face face, double[] widths, bool onlyIfFits = false)
    {
        var lines = cells.Select((cell, column) => face.Lines(cell, widths[column] - CellGap).ToList()).ToList();
        var height = lines.Max(cell => cell.Count) * face.Height + 8;
        if (onlyIfFits && y + height > Foot && y > Margin + height)
            return false;
        var x = Margin;
        foreach (var (column, cell) in lines.Index())
        {
            foreach (var (number, line) in cell.Index())
                Put(Page, line, face, x, y + 4 + face.Size + (number * face.Height));
            x += widths[column];
        }
        y += height;
        Page.SetStrokeColor(0xD5, 0xD5, 0xD5);
        Page.DrawLine(new PdfPoint(Margin, Page.PageSize.Height - y), new PdfPoint(Margin + Width, Page.PageSize.Height - y), 0.5);
        return true;
    }

    /// <summary>A column gets what its longest word needs, and of the rest a share by how much there is to say in it.</summary>
    private double[] Widths(ReportTable table)
    {
        var columns = Enumerable.Range(0, table.Headings.Count).Select(column => table.Rows.Select(row => row[column]).Append(table.Headings[column]).ToList()).ToList();
        var least = columns.Select(cells => cells.SelectMany(cell => cell.Split(' ')).Max(word => Math.Min(Width / 2, strong.WidthOf(word))) + CellGap).ToArray();
        var wanted = columns.Select(cells => cells.Max(strong.WidthOf) + CellGap).ToArray();
        var (rest, extra) = (Math.Max(0, Width - least.Sum()), wanted.Zip(least, (all, some) => Math.Max(0, all - some)).Sum());
        return [.. least.Zip(wanted, (some, all) => some + (extra > 0 ? Math.Min(1, rest / extra) * Math.Max(0, all - some) : 0))];
    }

    private byte[] Finish()
    {
        foreach (var (index, page) in pages.Index())
        {
            var text = $"{index + 1} ({pages.Count})";
            Put(page, text, small, page.PageSize.Width - Margin - small.WidthOf(text), page.PageSize.Height - Margin + 10);
        }
        return document.Build();
    }

    private static void Put(PdfPageBuilder page, string text, Face face, double x, double baseline)
    {
        if (text.Length > 0)
            page.AddText(face.Cut.Fit(text), face.Size, new PdfPoint(x, page.PageSize.Height - baseline), face.Cut.Font);
    }

    /// <summary>One of the two cuts that come with the service: a server has no fonts of its own that can be counted on.</summary>
    private sealed class Cut
    {
        private readonly Dictionary<char, double?> advances = [];
        private readonly PdfPageBuilder ruler;

        /// <param name="ruler">A page of the document, on which signs are measured.</param>
        internal Cut(PdfDocumentBuilder document, PdfPageBuilder ruler, string name)
        {
            this.ruler = ruler;
            using var stream = typeof(PaperPdf).Assembly.GetManifestResourceStream($"SchibstedGrotesk-{name}.ttf")!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            Font = document.AddTrueTypeFont(copy.ToArray());
        }

        internal PdfDocumentBuilder.AddedFont Font { get; }

        /// <summary>Without what the cut has no sign for: an accent goes, and what is no letter of ours becomes a question mark.</summary>
        internal string Fit(string text) => text.All(letter => AdvanceOf(letter) is not null)
            ? text
            : string.Concat(text.Select(letter => AdvanceOf(letter) is not null ? letter : AdvanceOf(Base(letter)) is not null ? Base(letter) : '?'));

        internal double WidthOf(string text) => Fit(text).Sum(letter => AdvanceOf(letter)!.Value);

        private static char Base(char letter) => char.IsSurrogate(letter) ? '?' : letter.ToString().Normalize(System.Text.NormalizationForm.FormD)[0];

        /// <summary>How far a sign of size 1 moves the pen; null where there is none.</summary>
        private double? AdvanceOf(char letter)
        {
            if (advances.TryGetValue(letter, out var known))
                return known;
            try
            {
                return advances[letter] = ruler.MeasureText(letter.ToString(), 100, new PdfPoint(0, 0), Font)[0].EndBaseLine.X / 100;
            }
            catch (InvalidOperationException)
            {
                return advances[letter] = null;
            }
        }
    }

    /// <summary>A cut in a size.</summary>
    private sealed record Face(Cut Cut, double Size)
    {
        internal double Height => Size * LineHeight;

        internal double WidthOf(string text) => Cut.WidthOf(text) * Size;

        internal IEnumerable<string> Lines(string text, double width)
        {
            var line = "";
            foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width)))
            {
                var longer = line.Length == 0 ? word : line + " " + word;
                if (line.Length > 0 && WidthOf(longer) > width)
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
        private IEnumerable<string> Pieces(string word, double width)
        {
            while (WidthOf(word) > width && word.Length > 1)
            {
                var fits = Enumerable.Range(1, word.Length - 1).LastOrDefault(length => WidthOf(word[..length]) <= width, 1);
                yield return word[..fits];
                word = word[fits..];
            }
            yield return word;
        }
    }
}
