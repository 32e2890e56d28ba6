namespace VpVarmland.Members.Files;

/// <summary>Recognises Swedish personal identity numbers (personnummer, samordningsnummer), so that none is stored by a slip of the columns.</summary>
internal static class PersonalNumber
{
    /// <summary>True for ten or twelve digits, with or without - or +, that hold a day and the check digit (Luhn over YYMMDDNNN).</summary>
    internal static bool LooksLike(ReadOnlySpan<char> text)
    {
        Span<int> digits = stackalloc int[12];
        var count = 0;
        foreach (var letter in text)
        {
            if (letter is '-' or '+' or ' ')
                continue;
            if (!char.IsAsciiDigit(letter) || count == digits.Length)
                return false;
            digits[count++] = letter - '0';
        }
        if (count is not (10 or 12))
            return false;
        var ten = digits[(count - 10)..count];
        var (month, day) = ((ten[2] * 10) + ten[3], (ten[4] * 10) + ten[5]);
        return month <= 12 && (day is >= 1 and <= 31 or >= 60 and <= 91) && (count == 10 || digits[..2] is [1, 8 or 9] or [2, 0]) && Luhn(ten);
    }

    private static bool Luhn(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var product = digits[place] * (place % 2 == 0 ? 2 : 1);
            sum += (product / 10) + (product % 10);
        }
        return sum % 10 == 0;
    }
}
