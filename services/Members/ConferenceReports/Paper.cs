using System.Globalization;

namespace VpVarmland.Members.ConferenceReports;

/// <summary>A table of a report: as many cells a row as there are headings.</summary>
internal sealed record ReportTable(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    internal static ReportTable None { get; } = new([], []);
}

/// <summary>A section of a paper.</summary>
/// <param name="Title">Empty: what stands before the first heading.</param>
/// <param name="Text">Paragraphs between empty lines; a line that begins with "- " is a point.</param>
internal sealed record PaperSection(string Title, string Text, ReportTable Table);

/// <summary>A report to the annual conference as it is read, printed and kept, whatever it is about and however it was written. In Swedish: the language of what the conference adopts.</summary>
/// <param name="AdoptedOn">Null: a draft.</param>
internal sealed record Paper(string Title, DateOnly? AdoptedOn, IReadOnlyList<PaperSection> Sections)
{
    private const string Heading = "## ", Point = "- ";

    /// <summary>A text in which a line that begins with "## " begins a section.</summary>
    internal static Paper OfText(string title, string body, DateOnly? adoptedOn)
    {
        var sections = new List<PaperSection>();
        var (heading, lines) = ("", new List<string>());
        foreach (var line in body.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!line.StartsWith(Heading, StringComparison.Ordinal))
            {
                lines.Add(line);
                continue;
            }
            Close();
            (heading, lines) = (line[Heading.Length..].Trim(), []);
        }
        Close();
        return new Paper(title, adoptedOn, sections);

        void Close()
        {
            var text = string.Join('\n', lines).Trim();
            if (heading.Length > 0 || text.Length > 0)
                sections.Add(new PaperSection(heading, text, ReportTable.None));
        }
    }

    internal string Standing => AdoptedOn is { } on ? $"Vänsterpartiet Värmland. Antagen {on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}." : "Vänsterpartiet Värmland. Utkast, inte antaget.";

    /// <summary>All of it as text, in the form that <see cref="OfText"/> reads: what the archive shows and searches.</summary>
    internal string Text() => string.Join("\n\n", Sections.SelectMany(section => (string[])
        [section.Title.Length > 0 ? Heading + section.Title : "", section.Text, string.Join('\n', section.Table.Rows.Select(row => Point + string.Join(" | ", row)))]).Where(part => part.Length > 0));

    /// <summary>A section's text as paragraphs and lists of points.</summary>
    internal static IReadOnlyList<PaperBlock> Blocks(string text)
    {
        var blocks = new List<PaperBlock>();
        foreach (var part in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (var (number, line) in part.Split('\n').Index())
            {
                var isPoint = line.StartsWith(Point, StringComparison.Ordinal);
                var told = isPoint ? line[Point.Length..].Trim() : line;
                // An empty line ends a paragraph.
                if (number > 0 && blocks[^1].IsPoints == isPoint)
                    blocks[^1].Lines.Add(told);
                else
                    blocks.Add(new PaperBlock(isPoint, [told]));
            }
        }
        return blocks;
    }
}

/// <summary>A paragraph's lines, or the points of a list.</summary>
internal sealed record PaperBlock(bool IsPoints, List<string> Lines);
