using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using VpVarmland.ServiceDefaults.Problems;
using VpVarmland.ServiceDefaults.Time;

namespace VpVarmland.Communications.Mails;

/// <summary>Greetings, names and times as the letters say them.</summary>
internal static partial class Phrases
{
    private const int LongestName = 60;
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"Hej Kim," or, where there is no name that can be printed, "Hej,".</summary>
    internal static Paragraph Greeting(string language, string? givenName)
    {
        var hello = language == Language.English ? "Hello" : "Hej";
        var name = Name(givenName);
        return new Paragraph(name.Length == 0 ? hello + "," : $"{hello} {name},");
    }

    /// <summary>
    /// A name as it can stand in a letter: on one line, of bounded length, without invisible or direction-turning characters.
    /// Empty for what mail programs would turn into a link: anybody can write anything in the form, and our letters
    /// must not carry a stranger's message to a third person.
    /// </summary>
    internal static string Name(string? written)
    {
        var clean = new StringBuilder();
        foreach (var rune in (written ?? "").EnumerateRunes())
        {
            var printable = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            clean.Append(printable && !Rune.IsWhiteSpace(rune) ? rune.ToString() : " ");
        }
        var name = string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return name.Length > LongestName || LooksLikeAddress().IsMatch(name) ? "" : name;
    }

    /// <summary>"torsdag 4 december 2025 kl. 18.00", Swedish time.</summary>
    internal static string At(string language, DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, SwedishTime.Zone);
        return language == Language.English
            ? local.ToString("dddd d MMMM yyyy 'at' HH:mm", English)
            : local.ToString("dddd d MMMM yyyy 'kl.' HH.mm", Swedish);
    }

    /// <summary>"4 december 2025".</summary>
    internal static string On(string language, DateOnly date) => date.ToString("d MMMM yyyy", language == Language.English ? English : Swedish);

    [GeneratedRegex(@"://|@|www\.|\p{L}{2,}\.\p{L}{2,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LooksLikeAddress();
}
