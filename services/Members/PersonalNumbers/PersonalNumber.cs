using System.Globalization;
using VpVarmland.Members.Associations;

namespace VpVarmland.Members.PersonalNumbers;

/// <summary>A personnummer or samordningsnummer, as twelve digits.</summary>
internal sealed record PersonalNumber(string Digits)
{
    /// <summary>Reads ten or twelve digits, with or without the sign: <c>+</c> from the year a person turns 100. A samordningsnummer has 60 added to its day, and may lack month and day.</summary>
    /// <returns>Null for what is none: a day that there is not or that is to come, or a check digit (Luhn over YYMMDDNNN) that does not hold.</returns>
    internal static PersonalNumber? Of(string text, DateOnly today)
    {
        var compact = text.Replace(" ", "", StringComparison.Ordinal);
        var sign = compact.Length is 11 or 13 ? compact[^5] : '-';
        if (sign is not ('-' or '+'))
            return null;
        var digits = compact.Length is 11 or 13 ? compact.Remove(compact.Length - 5, 1) : compact;
        if (digits.Length is not (10 or 12) || !digits.All(char.IsAsciiDigit))
            return null;
        if (digits.Length == 10)
            digits = Century(int.Parse(digits[..2], CultureInfo.InvariantCulture), sign == '+', today) + digits;
        return Luhn.Holds(digits[2..]) && IsDay(digits, today) ? new PersonalNumber(digits) : null;
    }

    /// <summary>The day of birth alone; the rest is dots.</summary>
    internal string Shown => $"{Digits[..8]}-••••";

    /// <summary>The whole, as people write it.</summary>
    internal string Whole => $"{Digits[..8]}-{Digits[8..]}";

    private static string Century(int year, bool hasTurnedHundred, DateOnly today)
    {
        var latest = today.Year / 100 * 100 + year;
        if (latest > today.Year)
            latest -= 100;
        // The sign changes with the year, not with the birthday.
        if (hasTurnedHundred)
            latest -= 100;
        return (latest / 100).ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsDay(string digits, DateOnly today)
    {
        int At(int from, int length) => int.Parse(digits.AsSpan(from, length), CultureInfo.InvariantCulture);
        var (year, month, day) = (At(0, 4), At(4, 2), At(6, 2));
        if (year < 1850)
            return false;
        if (day >= 60)
        {
            // Given to people whose day of birth nobody knows.
            if (month == 0 || day == 60)
                return month <= 12 && day <= 91 && year <= today.Year;
            day -= 60;
        }
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) <= today;
    }
}
