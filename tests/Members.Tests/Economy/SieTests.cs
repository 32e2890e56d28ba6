using FsCheck.Fluent;
using VpVarmland.Members.Economy.Ledger;
using VpVarmland.Tests.Rules;

namespace VpVarmland.Tests.Economy;

/// <summary>What the accountant's program reads is what was booked.</summary>
public sealed class SieTests
{
    private static readonly DateOnly Day = new(2025, 11, 3);

    [Fact]
    public void The_file_is_read_back_as_it_was_booked()
    {
        var voucher = new Voucher(2025, 7, Day, "Utlägg Åsa Öberg: \"Räksmörgås\" \\ fika", Voucher.Paid([new VoucherRow(5800, "100", 42_000, "Tåg"), new VoucherRow(7331, "100", 21_125, "Ärla–Årjäng")], 1930));
        var bytes = SieFile.Write(2025, Day, "Vänsterpartiet Värmland", "8024812345", [new Named("1930", "Bankkonto"), new Named("7331", "Bilersättning, skattefri")], [new Named("100", "Distriktet")], [voucher]);
        // Å, ä and ö of code page 437, not of Windows or of UTF-8.
        Assert.Contains((byte)0x8F, bytes);
        Assert.DoesNotContain((byte)0xC3, bytes);
        var file = SieReader.Read(bytes);
        Assert.Equal(("0", "PC8", "20251103", "4"), (file.Records["#FLAGGA"][0][0], file.Records["#FORMAT"][0][0], file.Records["#GEN"][0][0], file.Records["#SIETYP"][0][0]));
        Assert.Equal(["802481-2345"], file.Records["#ORGNR"][0]);
        Assert.Equal(["Vänsterpartiet Värmland"], file.Records["#FNAMN"][0]);
        Assert.Equal(["0", "20250101", "20251231"], file.Records["#RAR"][0]);
        Assert.Equal(["7331", "Bilersättning, skattefri"], file.Records["#KONTO"][1]);
        Assert.Equal(["1", "100", "Distriktet"], file.Records["#OBJEKT"][0]);
        var read = Assert.Single(file.Vouchers);
        Assert.Equal(("V", 7, "20251103", "Utlägg Åsa Öberg: \"Räksmörgås\" \\ fika"), (read.Series, read.Number, read.Day, read.Text));
        // What code page 437 has no sign for is a question mark, rather than a broken file.
        Assert.Equal([(5800, "100", 420.00m, "Tåg"), (7331, "100", 211.25m, "Ärla?Årjäng"), (1930, null, -631.25m, "")], read.Rows);
    }

    [Fact]
    public void Any_text_and_any_amounts_come_back_balanced() => ForAll.Holds(Gen.Choose(0, 300).ArrayOf().SelectMany(signs => Gen.Choose(-1_000_000, 1_000_000).ArrayOf(), (signs, amounts) => (Signs: signs, Amounts: amounts)), voucher =>
    {
        var (text, amounts) = (Printable(new string([.. voucher.Signs.Select(sign => (char)sign)])), voucher.Amounts.Where(amount => amount != 0).Select(amount => (long)amount).ToList());
        if (amounts.Count == 0 || amounts.Sum() == 0)
            return;
        var rows = Voucher.Paid([.. amounts.Select(amount => new VoucherRow(5010, "2A", amount, text))], 1930);
        Assert.True(Voucher.Balances(rows));
        var read = Assert.Single(SieReader.Read(SieFile.Write(2025, Day, "D", null, [], [], [new Voucher(2025, 1, Day, text, rows)])).Vouchers);
        Assert.Equal(0, read.Rows.Sum(row => row.Amount));
        Assert.Equal(amounts.Select(amount => amount / 100m), read.Rows.SkipLast(1).Select(row => row.Amount));
        Assert.Equal(text, read.Text);
    });

    /// <summary>Signs that code page 437 has.</summary>
    private static string Printable(string text) => new([.. text.Where(letter => letter is >= ' ' and < '\u007F' or 'å' or 'ä' or 'ö' or 'Å' or 'Ä' or 'Ö' or 'é' or 'ü')]);
}
