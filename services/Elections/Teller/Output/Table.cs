namespace VpVarmland.Elections.Teller.Output;

/// <summary>
/// A table that fits the terminal: the first column is text, the others are numbers to the right. When the columns do not fit beside
/// each other the table goes on below, with the first column again.
/// </summary>
internal sealed class Table(string corner, IReadOnlyList<string> rows)
{
    private const int Gap = 2;
    private readonly List<(string Heading, IReadOnlyList<string> Cells)> _columns = [];

    /// <summary>Adds a column, with a cell for each row.</summary>
    public void Add(string heading, IReadOnlyList<string> cells) => _columns.Add((heading, cells));

    /// <summary>Writes the table within a width.</summary>
    public void Write(TextWriter output, int width)
    {
        var labels = rows.Prepend(corner).Select(r => Shorten(r, Math.Max(12, width / 3))).ToList();
        var labelWidth = labels.Max(l => l.Length);
        for (var next = 0; next < _columns.Count;)
        {
            var block = new List<(string Heading, IReadOnlyList<string> Cells, int Width)>();
            var used = labelWidth;
            while (next < _columns.Count)
            {
                var (heading, cells) = _columns[next];
                var columnWidth = cells.Prepend(heading).Max(c => c.Length);
                if (block.Count > 0 && used + Gap + columnWidth > width)
                {
                    break;
                }

                block.Add((heading, cells, columnWidth));
                used += Gap + columnWidth;
                next++;
            }

            for (var line = 0; line < labels.Count; line++)
            {
                var row = line - 1;
                output.WriteLine((labels[line].PadRight(labelWidth) + string.Concat(block.Select(c =>
                    new string(' ', Gap) + (row < 0 ? c.Heading : c.Cells[row]).PadLeft(c.Width)))).TrimEnd());
                if (line == 0)
                {
                    output.WriteLine(new string('-', used));
                }
            }

            output.WriteLine();
        }
    }

    private static string Shorten(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";
}
