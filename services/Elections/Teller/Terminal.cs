namespace VpVarmland.Elections.Teller;

/// <summary>Where the program writes, and what it can do there.</summary>
/// <param name="Width">Columns on a line.</param>
/// <param name="Locale">The locale of the environment, for example <c>sv_SE.UTF-8</c>; null when unknown.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, int Width, bool Colours, string? Locale)
{
    /// <summary>A line of an ordinary terminal, and of a file.</summary>
    public const int DefaultWidth = 80;

    /// <summary>The language of the environment: English when it says so, else Swedish.</summary>
    public Language Language => Locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? Language.English : Language.Swedish;

    /// <summary>Bold where there are colours.</summary>
    public string Strong(string text) => Colours ? $"\e[1m{text}\e[0m" : text;

    /// <summary>Green where there are colours.</summary>
    public string Good(string text) => Colours ? $"\e[32m{text}\e[0m" : text;

    /// <summary>Yellow where there are colours.</summary>
    public string Warning(string text) => Colours ? $"\e[33m{text}\e[0m" : text;
}

/// <summary>What the exit status says.</summary>
internal static class Exit
{
    public const int Counted = 0;
    public const int Undecided = 1;
    public const int BadInput = 2;
}
