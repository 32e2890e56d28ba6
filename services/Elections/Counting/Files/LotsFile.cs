using System.Globalization;
using System.Text;
using System.Text.Json;

namespace VpVarmland.Elections.Counting.Files;

/// <summary>
/// Reads drawn lots: a line for each lot, the drawn in order, the most favoured first. Candidates by number, separated by spaces or
/// commas; parties and constituencies by name, separated by commas. Comments run from # to the end of the line. JSON works as
/// well: a list of lists, or an object with such a list under <c>lots</c>.
/// </summary>
public static class LotsFile
{
    private static readonly char[] Separators = [' ', '\t', ',', '>'];

    /// <summary>Reads lots among candidates.</summary>
    public static Outcome<Lots<int>> ReadCandidates(ReadOnlyMemory<byte> file)
    {
        var lines = Lines(file, Separators);
        var lots = new List<IReadOnlyList<int>>();
        foreach (var (line, names) in lines)
        {
            var numbers = names.Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
            if (numbers.Any(n => n < 1) || numbers.Distinct().Count() < numbers.Count)
            {
                return Wrong(
                    line,
                    "kandidaternas nummer väntades, i den ordning de drogs",
                    "the candidates' numbers were expected, in the order drawn");
            }

            lots.Add(numbers);
        }

        return new Lots<int>(lots);
    }

    /// <summary>Reads lots among parties or constituencies.</summary>
    public static Outcome<Lots<string>> ReadNames(ReadOnlyMemory<byte> file)
    {
        var lines = Lines(file, [',', '>']);
        return lines.FirstOrDefault(l => l.Names.Distinct().Count() < l.Names.Count) is ( > 0 and var line, _)
            ? Wrong(line, "samma namn står två gånger", "a name is there twice")
            : new Lots<string>([.. lines.Select(l => l.Names)]);
    }

    private static List<(int Line, IReadOnlyList<string> Names)> Lines(ReadOnlyMemory<byte> file, char[] separators)
    {
        var text = Encoding.UTF8.GetString(file.Span).TrimStart('\uFEFF');
        if (FromJson(text) is { } lots)
        {
            return [.. lots.Select(lot => (1, lot))];
        }

        return [.. text.Split('\n')
            .Select((line, i) => (Line: i + 1, Names: (IReadOnlyList<string>)line.Split('#')[0]
                .Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            .Where(l => l.Names.Count > 0)];
    }

    private static List<IReadOnlyList<string>>? FromJson(string text)
    {
        if (text.TrimStart() is not ['[' or '{', ..])
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var lots = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("lots", out var inner) ? inner : root;
            return [.. lots.EnumerateArray().Select(lot => (IReadOnlyList<string>)[.. lot.EnumerateArray().Select(n => n.ToString())])];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON after all: read as lines, the mistake is then named with its line.
            return null;
        }
    }

    private static Refusal Wrong(int line, string swedish, string english) => new(
        "lots.line", new Bilingual($"Lottfilen, rad {line}: {swedish}.", $"The lots file, line {line}: {english}."), line);
}
