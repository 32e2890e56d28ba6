using System.Text;
using VpVarmland.Members.CentralImport;
using VpVarmland.Members.Files;

namespace VpVarmland.Tests.CentralImport;

/// <summary>What can be told about a file and its cells without any register.</summary>
public sealed class FileRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("Medlemsnummer;Förnamn\n1;Åsa\n", ';')]
    [InlineData("Medlemsnummer,Förnamn\n1,\"Åsa; Ö\"\n", ',')]
    [InlineData("Medlemsnummer\tFörnamn\n1\tÅsa\n", '\t')]
    [InlineData("\"Medlems;;;nummer\",Förnamn,Ort\n", ',')]
    public void The_separator_is_the_one_the_headings_have_most_of_outside_quotes(string text, char expected) =>
        Assert.Equal(expected, FileForm.Detect(Encoding.UTF8.GetBytes(text)).Separator);

    [Fact]
    public void Letters_are_the_same_in_every_encoding()
    {
        const string text = "Namn;Ort\nÅsa Öberg–Ärlig;Årjäng\n";
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        foreach (var (bytes, encoding) in new[] { (Encoding.UTF8.GetBytes(text), "utf-8"), ([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)], "utf-8"), (windows.GetBytes(text), "windows-1252") })
        {
            var form = FileForm.Detect(bytes);
            Assert.Equal((encoding, text), (form.Encoding, Encoding.UTF8.GetString(form.Utf8.Span)));
        }
    }

    [Fact]
    public void The_beginning_of_a_file_ends_with_a_whole_line() =>
        Assert.Equal("a;b\n1;2\n", Encoding.UTF8.GetString(FileForm.WholeLines(Encoding.UTF8.GetBytes("a;b\n1;2\n3;Å").AsMemory()[..^1]).Span));

    [Fact]
    public void Swedish_headings_are_understood_and_no_field_is_proposed_twice() => Assert.Equal(
        [CentralField.MemberNumber, CentralField.FamilyName, CentralField.GivenName, null, CentralField.Email, null, CentralField.Phone, null, CentralField.PostalCode, null,
            CentralField.Municipality, CentralField.Association, CentralField.MemberSince, CentralField.PaidUntil],
        ColumnGuess.Propose(
            ["Medlemsnr.", "EFTERNAMN", "Förnamn ", "Personnummer", "E-post", "Telefon", "Mobil", "Adress", "Postnr", "Ort", "Kommun", "Partiförening", "Medlem sedan", "Betald t.o.m."],
            new Dictionary<string, CentralField?>(StringComparer.Ordinal)));

    [Fact]
    public void What_was_chosen_the_last_time_goes_before_every_guess() => Assert.Equal(
        [CentralField.Phone, null, CentralField.MemberNumber],
        ColumnGuess.Propose(["Telefon", "Mobil", "Löpnummer"], new Dictionary<string, CentralField?>(StringComparer.Ordinal)
        {
            ["telefon"] = CentralField.Phone, ["mobil"] = null, ["löpnummer"] = CentralField.MemberNumber,
        }));

    [Theory]
    [InlineData("070-174 06 05", "+46701740605")]
    [InlineData("0701740605", "+46701740605")]
    [InlineData("+46 70 174 06 05", "+46701740605")]
    [InlineData("054-10 00 00", "+4654100000")]
    [InlineData("+47 22 00 00 00", "+4722000000")]
    [InlineData("ring mamma", null)]
    [InlineData("12", null)]
    public void Telephone_numbers_are_stored_in_one_form(string text, string? expected) => Assert.Equal(expected, CellRules.Phone(text));

    [Theory]
    [InlineData("Anna.Berg@Exempel.SE", "anna.berg@exempel.se")]
    [InlineData("anna+parti@exempel.se", "anna+parti@exempel.se")]
    [InlineData("anna..berg@exempel.se", null)]
    [InlineData("anna@exempel", null)]
    [InlineData(".anna@exempel.se", null)]
    [InlineData("anna@berg@exempel.se", null)]
    public void Addresses_are_stored_in_one_form(string text, string? expected)
    {
        Assert.Equal(expected, CellRules.EmailOf(text));
        Assert.Equal(Contracts.Email.IsValid(text), CellRules.EmailOf(text) is not null);
    }

    [Theory]
    [InlineData("2019-03-01", 2019, 3, 1)]
    [InlineData("20190301", 2019, 3, 1)]
    [InlineData("2019-03-01 00:00:00", 2019, 3, 1)]
    [InlineData("1/3/2019", 2019, 3, 1)]
    public void Days_are_read_as_spreadsheets_write_them(string text, int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), CellRules.Date(text));

    [Theory]
    [InlineData("2019-02-30")]
    [InlineData("2019-13-01")]
    [InlineData("0000-01-01")]
    [InlineData("i fjol")]
    public void What_is_no_day_is_none(string text) => Assert.Null(CellRules.Date(text));

    [Theory]
    [InlineData("1984", 1984)]
    [InlineData("1984-05-12", 1984)]
    [InlineData("84", null)]
    [InlineData("2031", null)]
    public void Of_a_date_of_birth_only_the_year_is_kept(string text, int? expected) => Assert.Equal(expected, CellRules.Year(text, Today));

    [Theory]
    [InlineData("189001019802", true)]
    [InlineData("19770525-2398", true)]
    [InlineData("770525-2398", true)]
    [InlineData("194801712383", true)]
    [InlineData("197705252399", false)]
    [InlineData("4100003", false)]
    [InlineData("70000001", false)]
    public void Personal_identity_numbers_are_recognised(string text, bool expected) => Assert.Equal(expected, PersonalNumber.LooksLike(text));

    [Theory]
    [InlineData(" Anna ", "Anna")]
    [InlineData("'+46701740605", "+46701740605")]
    [InlineData("'t Hooft", "'t Hooft")]
    [InlineData("c/o Berg\r\nStorgatan  1", "c/o Berg Storgatan 1")]
    public void Cells_are_cleaned(string text, string expected) => Assert.Equal(expected, CellRules.Clean(text));

    [Fact]
    public void More_than_a_tenth_of_the_members_are_ended_only_with_the_number()
    {
        Assert.False(Decisions.NeedsNumber(100, 1000));
        Assert.True(Decisions.NeedsNumber(101, 1000));
        Assert.False(Decisions.NeedsNumber(0, 0));
    }
}
