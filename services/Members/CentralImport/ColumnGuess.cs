namespace VpVarmland.Members.CentralImport;

/// <summary>A sensible first proposal for what each column means, by its heading. The person who imports has the last word.</summary>
internal static class ColumnGuess
{
    /// <summary>Headings by field, in the order of preference: of "Mobil" and "Telefon" the first is proposed.</summary>
    private static readonly (CentralField Field, string[] Headings)[] Known =
    [
        (CentralField.MemberNumber, ["medlemsnummer", "medlemsnr", "medlemnr", "medlems id", "medlemsid", "member number", "membership number"]),
        (CentralField.GivenName, ["förnamn", "tilltalsnamn", "given name", "first name"]),
        (CentralField.FamilyName, ["efternamn", "family name", "last name", "surname"]),
        (CentralField.Email, ["epost", "epostadress", "mejl", "mejladress", "mail", "mailadress", "email", "email address"]),
        (CentralField.Phone, ["mobil", "mobiltelefon", "mobilnummer", "mobilnr", "telefon", "telefonnummer", "telefon mobil", "telefon hem", "phone", "mobile"]),
        (CentralField.PostalCode, ["postnummer", "postnr", "postal code", "zip"]),
        (CentralField.Municipality, ["kommun", "folkbokföringskommun", "hemkommun", "kommunnamn", "kommunkod", "municipality"]),
        (CentralField.Association, ["partiförening", "förening", "lokalförening", "partiföreningens namn", "association"]),
        (CentralField.Gender, ["kön", "juridiskt kön", "gender"]),
        (CentralField.BirthYear, ["födelseår", "född", "födelsedatum", "birth year", "year of birth"]),
        (CentralField.MemberSince, ["medlem sedan", "medlem från", "inträdesdatum", "inträde", "medlemskap från", "member since"]),
        (CentralField.PaidUntil, ["betald tom", "betalt tom", "betald till", "betalt till", "betald till och med", "avgift betald tom", "paid until"]),
    ];

    /// <summary>For each heading a field or null; no field twice.</summary>
    /// <param name="remembered">What headings (lower case) meant the last time; null for one that was left out. Goes before every guess.</param>
    internal static IReadOnlyList<CentralField?> Propose(IReadOnlyList<string> headings, IReadOnlyDictionary<string, CentralField?> remembered)
    {
        var proposed = new CentralField?[headings.Count];
        for (var place = 0; place < headings.Count; place++)
        {
            if (remembered.TryGetValue(KeyOf(headings[place]), out var field) && field is not null && !proposed.Contains(field))
                proposed[place] = field;
        }
        foreach (var (field, names) in Known.Where(known => !proposed.Contains(known.Field)))
        {
            var best = headings.Index()
                .Where(one => proposed[one.Index] is null && !remembered.ContainsKey(KeyOf(one.Item)))
                .Select(one => (one.Index, Rank: Array.IndexOf(names, Plain(one.Item))))
                .Where(one => one.Rank >= 0)
                .OrderBy(one => one.Rank)
                .FirstOrDefault((Index: -1, Rank: -1));
            if (best.Index >= 0)
                proposed[best.Index] = field;
        }
        return proposed;
    }

    /// <summary>A heading as it is remembered.</summary>
    internal static string KeyOf(string heading) => heading.Trim().ToLowerInvariant();

    /// <summary>"E-post" and "epost", "Betald t.o.m." and "betald tom" are the same heading.</summary>
    private static string Plain(string heading) => string.Join(' ', string.Concat(
        KeyOf(heading).Select(letter => letter == '_' ? ' ' : letter).Where(letter => char.IsLetterOrDigit(letter) || letter == ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
