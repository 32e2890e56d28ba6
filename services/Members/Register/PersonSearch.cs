namespace VpVarmland.Members.Register;

/// <summary>
/// What was typed to find somebody, as the register can look for it: an address or a number by its beginning, or words of a name. Each word
/// stands for the words in the register that begin with it or contain it, or, where those lead to nobody, that are nearly spelled like it.
/// </summary>
/// <param name="Contact">The beginning of an e-mail address or member number, or a whole telephone number; null: names.</param>
/// <param name="Names">For each typed word the words of names it may stand for; the one that fits fewest comes first.</param>
internal sealed record PersonSearch(string? Contact, string? Phone, IReadOnlyList<string[]> Names)
{
    /// <summary>More words than names have; the rest says nothing.</summary>
    private const int MostWords = 4;

    /// <summary>Each meaning of a single word is a list to read; beside another word it is only looked up in, and can be one of many.</summary>
    private const int MostMeanings = 40, MostMeaningsBeside = 400;

    private const int ShortestPart = 3;

    /// <summary>Reads the text; null where nothing was typed.</summary>
    /// <param name="alike">Words that are nearly spelled so, instead of those that begin or contain what was typed.</param>
    internal static async Task<PersonSearch?> ReadAsync(UnitOfWork work, string? typed, bool alike, CancellationToken cancel)
    {
        var text = typed?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        if (text.Contains('@', StringComparison.Ordinal) || text[0] is '+' or '(' || char.IsAsciiDigit(text[0]))
            return new PersonSearch(text.ToLowerInvariant(), text.Length <= 30 ? new PersonalData { Phone = text }.Normalised().Phone : null, []);
        var names = await work.ListAsync<Meant>(
            $"""
            select array({(alike ? Alike : Containing)}) as words from unnest(words_of(@text)) with ordinality typed (word, no) where typed.no <= @MostWords
            """, new { text, MostWords, MostMeanings, MostMeaningsBeside, ShortestPart }, cancel);
        return new PersonSearch(null, null, [.. names.Select(one => one.Words).OrderBy(each => each.Length)]);
    }

    private const string Most = "case when cardinality(words_of(@text)) > 1 then @MostMeaningsBeside else @MostMeanings end";

    // The range is what LIKE 'typed%' means, in a form that finds the index. Whole words first, then beginnings, then parts.
    private const string Containing =
        $"""
        (select word collate "C" as word from name_words where word >= typed.word and word < typed.word || chr(1114111) order by length(word), word limit {Most})
        union
        (select word from name_words where length(typed.word) >= @ShortestPart and word like '%' || typed.word || '%' order by length(word), word limit {Most})
        """;

    // One slip in a short word, two in a long one; what looks alike by its letters in threes is looked at letter by letter.
    private const string Alike =
        """
        select word from (select word from name_words where word % typed.word order by similarity(word, typed.word) desc limit 300) near
        where levenshtein_less_equal(word, typed.word, 2) <= case when length(typed.word) <= 5 then 1 else 2 end
        order by levenshtein(word, typed.word), word limit @MostMeanings
        """;

    private sealed record Meant(string[] Words);
}
