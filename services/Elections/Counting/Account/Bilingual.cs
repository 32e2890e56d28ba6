namespace VpVarmland.Elections.Counting.Account;

/// <summary>The languages in which a count explains itself.</summary>
public enum Language
{
    /// <summary>Swedish, the language of the conference.</summary>
    Swedish,

    /// <summary>English.</summary>
    English,
}

/// <summary>One sentence for people, in Swedish and in English.</summary>
public sealed record Bilingual(string Swedish, string English)
{
    /// <summary>The sentence in the given language.</summary>
    public string In(Language language) => language == Language.Swedish ? Swedish : English;

    /// <inheritdoc />
    public override string ToString() => Swedish;
}
