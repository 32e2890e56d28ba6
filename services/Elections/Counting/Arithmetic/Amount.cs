using System.Globalization;
using System.Numerics;

namespace VpVarmland.Elections.Counting.Arithmetic;

/// <summary>
/// A number of votes as a scaled integer: <paramref name="Units"/> / 10^<paramref name="Decimals"/>. Scottish STV has five
/// decimals, Meek STV nine, the methods that count whole papers none.
/// </summary>
public readonly record struct Amount(BigInteger Units, int Decimals) : IComparable<Amount>
{
    /// <summary>Whole votes.</summary>
    public static Amount Whole(long votes) => new(votes, 0);

    public int CompareTo(Amount other) => Scaled(other.Decimals).CompareTo(other.Scaled(Decimals));

    public static bool operator <(Amount left, Amount right) => left.CompareTo(right) < 0;

    public static bool operator >(Amount left, Amount right) => left.CompareTo(right) > 0;

    public static bool operator <=(Amount left, Amount right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Amount left, Amount right) => left.CompareTo(right) >= 0;

    /// <summary>With a decimal point and every decimal of the method: <c>1012.00000</c>.</summary>
    public override string ToString() => Text('.');

    /// <summary>With the decimal sign of the language.</summary>
    public string In(Language language) => Text(language == Language.Swedish ? ',' : '.');

    private BigInteger Scaled(int otherDecimals) => Units * BigInteger.Pow(10, Math.Max(0, otherDecimals - Decimals));

    private string Text(char sign)
    {
        var digits = BigInteger.Abs(Units).ToString(CultureInfo.InvariantCulture).PadLeft(Decimals + 1, '0');
        var text = Decimals == 0 ? digits : digits[..^Decimals] + sign + digits[^Decimals..];
        return Units.Sign < 0 ? "-" + text : text;
    }
}
