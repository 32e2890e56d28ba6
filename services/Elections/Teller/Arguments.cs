namespace VpVarmland.Elections.Teller;

/// <summary>The words of a command line, taken apart: options with values, flags, and files.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = [];
    private readonly HashSet<string> _flags = [];
    private readonly List<string> _files = [];

    private Arguments()
    {
    }

    public IReadOnlyList<string> Files => _files;

    public bool Has(string flag) => _flags.Contains(flag);

    public string? Value(string option) => _values.GetValueOrDefault(option);

    /// <summary>Takes the words apart. Options may stand before or after the files, as <c>--lang en</c> or <c>--lang=en</c>.</summary>
    public static Outcome<Arguments> Parse(IEnumerable<string> words, IReadOnlyCollection<string> options, IReadOnlyCollection<string> flags)
    {
        var arguments = new Arguments();
        string? waiting = null;
        foreach (var word in words)
        {
            if (waiting is not null && word.StartsWith("--", StringComparison.Ordinal))
            {
                break;
            }

            if (waiting is not null)
            {
                arguments._values[waiting] = word;
                waiting = null;
            }
            else if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                arguments._files.Add(word);
            }
            else if (flags.Contains(word))
            {
                arguments._flags.Add(word);
            }
            else if (word.Split('=', 2) is [var name, .. var rest] && options.Contains(name))
            {
                waiting = rest.Length == 0 ? name : null;
                if (rest.Length > 0)
                {
                    arguments._values[name] = rest[0];
                }
            }
            else
            {
                return Wrong($"valet {word} finns inte", $"there is no option {word}");
            }
        }

        return waiting is null ? arguments : Wrong($"valet {waiting} behöver ett värde", $"the option {waiting} needs a value");
    }

    private static Refusal Wrong(string swedish, string english) => new(
        "arguments", new Bilingual($"Kommandoraden: {swedish}. Se --help.", $"The command line: {english}. See --help."));
}
