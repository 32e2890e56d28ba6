using System.Globalization;
using System.Text;

namespace VpVarmland.Members.Economy.Ledger;

/// <summary>An account or a cost centre by its number or code.</summary>
internal sealed record Named(string Code, string Name);

/// <summary>
/// A year's vouchers as SIE 4, the Swedish exchange format between accounting programs: the import kind (4I), by which a system that is no accounting program
/// hands its vouchers to one. Code page 437, one record a line, amounts with a full stop, cost centres as dimension 1.
/// Source of the format: SIE-gruppen, "SIE filformat, utgåva 4B" (2008-09-30), chapters 5–7 and 11.
/// </summary>
internal static class SieFile
{
    /// <summary>The dimension that the format reserves for cost centres.</summary>
    private const string CostCentres = "1";

    private static readonly Encoding Pc8 = CodePagesEncodingProvider.Instance.GetEncoding(437, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)!;

    internal static byte[] Write(int year, DateOnly made, string organisation, string? organisationNumber, IEnumerable<Named> accounts, IEnumerable<Named> centres, IEnumerable<Voucher> vouchers)
    {
        var file = new StringBuilder();
        Line(file, "#FLAGGA", "0");
        Line(file, "#PROGRAM", Quote("VpVarmland"), Quote("1"));
        Line(file, "#FORMAT", "PC8");
        Line(file, "#GEN", Day(made));
        Line(file, "#SIETYP", "4");
        if (organisationNumber is not null)
            Line(file, "#ORGNR", organisationNumber.Length == 10 ? organisationNumber.Insert(6, "-") : organisationNumber);
        Line(file, "#FNAMN", Quote(organisation));
        Line(file, "#RAR", "0", Day(new DateOnly(year, 1, 1)), Day(new DateOnly(year, 12, 31)));
        foreach (var account in accounts)
            Line(file, "#KONTO", account.Code, Quote(account.Name));
        Line(file, "#DIM", CostCentres, Quote("Kostnadsställe"));
        foreach (var centre in centres)
            Line(file, "#OBJEKT", CostCentres, Quote(centre.Code), Quote(centre.Name));
        foreach (var voucher in vouchers)
        {
            Line(file, "#VER", Quote("V"), voucher.Number.ToString(CultureInfo.InvariantCulture), Day(voucher.On), Quote(voucher.Text));
            Line(file, "{");
            foreach (var row in voucher.Rows)
                Line(file, "   #TRANS", row.Account.ToString(CultureInfo.InvariantCulture), row.CostCentre is null ? "{}" : $"{{{CostCentres} {Quote(row.CostCentre)}}}", Money.Plain(row.Amount), Day(voucher.On), Quote(row.Text ?? ""));
            Line(file, "}");
        }
        return Pc8.GetBytes(file.ToString());
    }

    private static void Line(StringBuilder file, params ReadOnlySpan<string> fields) => file.AppendJoin(' ', fields!).Append("\r\n");

    /// <summary>A field in quotation marks; those inside are escaped, and control characters, which the format forbids, become blanks.</summary>
    private static string Quote(string text) => $"\"{new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
