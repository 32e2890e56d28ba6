using System.Globalization;
using System.Text;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Files;

/// <summary>How a cell's text becomes a value. Pure; null means that it cannot be read.</summary>
internal static class CellRules
{
    private static readonly DateOnly PartyFounded = new(1917, 5, 13);
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "d/M/yyyy", "d.M.yyyy"];

    /// <summary>
    /// Without blanks around it, on one line, and without the apostrophe that keeps a spreadsheet from reading a formula (our own export writes it).
    /// </summary>
    internal static string Clean(string text)
    {
        var clean = text.AsSpan().Trim();
        if (clean.Length > 1 && clean[0] == '\'' && clean[1] is '=' or '@' or '+' or '-')
            clean = clean[1..];
        return clean.ContainsAny('\r', '\n', '\t') ? string.Join(' ', clean.ToString().Split(['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries))
            : clean.Length == text.Length ? text : clean.ToString();
    }

    /// <summary>False for what no database takes: the NUL character and half surrogate pairs, which a workbook can spell.</summary>
    internal static bool CanBeKept(string text) => !text.Contains('\0', StringComparison.Ordinal) && !text.EnumerateRunes().Contains(Rune.ReplacementChar);

    /// <summary>A day, also where a time follows it.</summary>
    internal static DateOnly? Date(string text) =>
        Iso(text) is { } iso ? iso
        : DateOnly.TryParseExact(text.Split(' ', 2)[0], DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A day on which somebody can have become a member: not before there was a party, not more than a year ahead.</summary>
    internal static bool CanBe(DateOnly date, DateOnly today) => date >= PartyFounded && date <= today.AddYears(1);

    /// <summary>The year alone, also where a whole date of birth stands: more than the year is not kept.</summary>
    internal static int? Year(string text, DateOnly today)
    {
        var year = Date(text)?.Year ?? (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var alone) ? alone : 0);
        return year >= 1900 && year <= today.Year ? year : null;
    }

    internal static string? GenderOf(string text) => text.ToLowerInvariant() switch
    {
        "kvinna" or "k" or "woman" or "female" or "f" => "woman",
        "man" or "m" or "male" => "man",
        "annat" or "annan" or "ickebinär" or "icke-binär" or "other" => "other",
        "vill inte ange" or "ej angivet" or "okänt" or "not stated" => "notStated",
        _ => null,
    };

    /// <summary>A usable address in the form in which addresses are stored. What is plainly one needs no parser of all that the standard allows.</summary>
    internal static string? EmailOf(string text) => IsPlain(text) || Email.IsValid(text) ? Email.Normalise(text) : null;

    internal static string? PostalCode(string text) => Associations.FindPostalCode.Pattern.IsMatch(text) ? text.Replace(" ", "", StringComparison.Ordinal) : null;

    /// <summary>In E.164. Swedish mobile numbers as nearly all are written need no library; it takes a hundred times longer.</summary>
    internal static string? Phone(string text)
    {
        Span<char> digits = stackalloc char[16];
        var count = 0;
        foreach (var letter in text)
        {
            if (letter is ' ' or '-' or '/')
                continue;
            if (count == digits.Length || (!char.IsAsciiDigit(letter) && (letter != '+' || count > 0)))
                return PersonalData.NormalisePhone(text);
            digits[count++] = letter;
        }
        return digits[..count] switch
        {
            ['0', '7', '0' or '2' or '3' or '6' or '9', .. { Length: 7 } rest] => string.Concat("+467", digits.Slice(2, 1), rest),
            ['+', '4', '6', '7', '0' or '2' or '3' or '6' or '9', .. { Length: 7 } rest] => string.Concat("+467", digits.Slice(4, 1), rest),
            _ => PersonalData.NormalisePhone(text),
        };
    }

    /// <summary>Letters and digits of ASCII, with single full stops, hyphens and underscores between them, one @, and a domain with a full stop.</summary>
    private static bool IsPlain(string text)
    {
        var (at, dot, joint) = (-1, false, true);
        for (var place = 0; place < text.Length; place++)
        {
            var letter = text[place];
            if (char.IsAsciiLetterOrDigit(letter))
            {
                joint = false;
                continue;
            }
            if (joint || letter is not ('@' or '.' or '-' or '_') || (at >= 0 && letter is ('@' or '_')))
                return false;
            (at, dot, joint) = letter == '@' ? (place, false, true) : (at, dot || letter == '.', true);
        }
        return !joint && at is > 0 and <= 64 && dot && text.Length <= 254;
    }

    private static DateOnly? Iso(string text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
            return null;
        var number = 0;
        foreach (var place in (ReadOnlySpan<int>)[0, 1, 2, 3, 5, 6, 8, 9])
        {
            if (!char.IsAsciiDigit(text[place]))
                return null;
            number = (number * 10) + (text[place] - '0');
        }
        var (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }
}
