using System.Text;

namespace VpVarmland.Elections.Teller.Output;

/// <summary>Sentences broken into lines of the terminal's width.</summary>
internal static class Wrapped
{
    /// <summary>Writes a sentence; lines after the first are indented as much and two more.</summary>
    public static void Write(TextWriter output, string text, int width, int indent = 0)
    {
        var line = new StringBuilder(new string(' ', indent));
        var empty = true;
        foreach (var word in text.Split(' '))
        {
            if (!empty && line.Length + 1 + word.Length > width)
            {
                output.WriteLine(line);
                line.Clear().Append(' ', indent + 2);
                empty = true;
            }

            line.Append(empty ? string.Empty : " ").Append(word);
            empty = false;
        }

        output.WriteLine(line);
    }
}
