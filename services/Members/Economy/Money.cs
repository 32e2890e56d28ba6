using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace VpVarmland.Members.Economy;

/// <summary>Amounts are whole öre in a <see cref="long"/>: sums are exact, and nothing is rounded but what a rule says is.</summary>
internal static class Money
{
    /// <summary>100 million kronor.</summary>
    internal const long Most = 10_000_000_000;

    /// <summary>True for an amount that somebody may write.</summary>
    internal static bool IsSound(long amount) => amount is > 0 and <= Most;

    /// <summary>As Swedish spreadsheets read it: <c>1234,50</c>.</summary>
    internal static string ForSpreadsheet(long amount) => Text(amount, ',');

    /// <summary>With a full stop: <c>1234.50</c>.</summary>
    internal static string Plain(long amount) => Text(amount, '.');

    private static string Text(long amount, char point)
    {
        var size = UInt128.CreateChecked(Int128.Abs(amount));
        return string.Create(CultureInfo.InvariantCulture, $"{(amount < 0 ? "-" : "")}{size / 100}{point}{size % 100:00}");
    }
}

/// <summary>An amount in öre that somebody may write: from one öre to 100 million kronor.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OreAttribute() : RangeAttribute(typeof(long), "1", "10000000000");

/// <summary>What the tax-free rate gives for a drive.</summary>
internal static class Mileage
{
    /// <summary>The longest drive of one line, in tenths of a kilometre.</summary>
    internal const int Longest = 50_000;

    /// <summary>Tenths of a kilometre; null for no distance anybody drives.</summary>
    internal static int? Hectometres(decimal kilometres) =>
        kilometres is > 0 and <= Longest / 10m && decimal.Round(kilometres * 10, 0, MidpointRounding.AwayFromZero) is >= 1 and var tenths ? (int)tenths : null;

    /// <summary>Öre for the distance, halves rounded up.</summary>
    internal static long Amount(int hectometres, int orePerKm) => (long)decimal.Round(hectometres * (decimal)orePerKm / 10, 0, MidpointRounding.AwayFromZero);
}
