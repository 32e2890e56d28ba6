using System.Globalization;
using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using VpVarmland.Members.CentralImport;
using VpVarmland.Members.Register.FileCorrections;

namespace VpVarmland.Tests.Register.FileCorrections;

/// <summary>What can be told about a file of corrections without any register.</summary>
public sealed class CorrectionFileTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Places Known = new([], [("1780", "Karlstad"), ("1784", "Arvika")]);
    private static readonly Said Anna = new(2, "4711", "Anna", "Öberg", null, "+46701740631", "65224", "1784", 1960);

    public static TheoryData<string, string> Faults => new()
    {
        { "19770525-2398;Anna;Berg;;;;", "Rad 2, kolumn Medlemsnummer: ett personnummer. Sådana sparas inte här; välj en annan kolumn." },
        { "123456789012345678901;Anna;Berg;;;;", "Rad 2, kolumn Medlemsnummer: för många tecken." },
        { "4711;;Berg;;;;", "Rad 2, kolumn Förnamn: här saknas ett värde." },
        { "4711; ;Berg;;;;", "Rad 2, kolumn Förnamn: här saknas ett värde." },
        { $"4711;{new string('a', 101)};Berg;;;;", "Rad 2, kolumn Förnamn: för många tecken." },
        { "4711;Anna;197705252398;;;;", "Rad 2, kolumn Efternamn: ett personnummer. Sådana sparas inte här; välj en annan kolumn." },
        { "4711;Anna;Berg;ring mamma;;;", "Rad 2, kolumn Telefon: inte ett telefonnummer." },
        { "4711;Anna;Berg;;1234;;", "Rad 2, kolumn Postnummer: inte ett postnummer med fem siffror." },
        { "4711;Anna;Berg;;;Oslo;", "Rad 2, kolumn Kommun: inte en av kommunerna i Värmland." },
        { "4711;Anna;Berg;;;;2031", "Rad 2, kolumn Födelseår: inte ett årtal." },
        { "4711;Anna;Berg;;;;19770525-2398", "Rad 2, kolumn Födelseår: ett personnummer. Sådana sparas inte här; välj en annan kolumn." },
        { "4711;An\0na;Berg;;;;", "Rad 2: tecken som inte går att läsa." },
        { "4711;Anna;Berg;;;", "Rad 2: raden har inte lika många kolumner som rubrikraden." },
        { "4711;Anna;Berg;;;;;mer", "Rad 2: raden har inte lika många kolumner som rubrikraden." },
        { "4711;Anna;\"Berg;;;;", "Rad 2: ett citattecken som inte avslutas rätt." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_row_that_cannot_be_used_is_told_with_its_column_and_the_others_are_used(string row, string expected)
    {
        // What a broken quotation mark swallows is lost with it.
        var good = row.Contains('"', StringComparison.Ordinal) ? [] : new[] { "4712;Bo;Berg;;;;" };
        var file = Read(Correcting.Csv(Correcting.Headings, good.Prepend(row)));
        Assert.Contains(expected, file.Faults.Select(fault => fault.Text("sv")));
        Assert.Equal(good.Length, file.Rows.Count);
        Assert.All(file.Faults, fault => Assert.StartsWith("Row 2", fault.Text("en"), StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_wrong_in_a_row_is_told_at_once() =>
        Assert.Equal(4, Read(Correcting.Csv(Correcting.Headings, "4711;;Berg;x;1;Oslo;")).Faults.Count);

    [Fact]
    public void Rows_without_a_number_are_counted_and_passed_over_since_those_who_have_applied_have_none()
    {
        var file = Read(Correcting.Csv(Correcting.Headings, ";Anna;Berg;;;;", "4712;Bo;Berg;;;;", " ;;x;x;x;x;x"));
        Assert.Equal((2, 0, "4712"), (file.WithoutNumber, file.Faults.Count, Assert.Single(file.Rows).MemberNumber));
    }

    [Fact]
    public void Of_rows_with_the_same_number_none_is_used_since_nobody_knows_which_is_right()
    {
        var file = Read(Correcting.Csv("Medlemsnummer;Telefon", "4711;070-174 06 31", "4712;", "4711;ring mamma"));
        Assert.Equal(["4712"], file.Rows.Select(row => row.MemberNumber));
        Assert.Equal(
            ["Rad 2, kolumn Medlemsnummer: medlemsnumret står på flera rader.", "Rad 4, kolumn Telefon: inte ett telefonnummer.", "Rad 4, kolumn Medlemsnummer: medlemsnumret står på flera rader."],
            file.Faults.Select(fault => fault.Text("sv")));
    }

    [Theory]
    [InlineData(';', "utf-8")]
    [InlineData(',', "utf-8")]
    [InlineData('\t', "windows-1252")]
    public void Text_files_are_read_however_a_spreadsheet_saves_them(char separator, string encoding)
    {
        var text = "MEDLEMSNR;förnamn;Efternamn;Mobil;Postnr;Kommun;Född\r\n4711;Anna;Öberg;0701740631;652 24;arvika kommun;1960-05-12\r\n".Replace(';', separator);
        Assert.Equal(Anna, Assert.Single(Read(CodePagesEncodingProvider.Instance.GetEncoding(encoding) is { } windows ? windows.GetBytes(text) : Encoding.UTF8.GetBytes(text)).Rows));
    }

    [Fact]
    public void Workbooks_are_read_with_numbers_and_days_as_people_type_them()
    {
        var file = Read(Excel(
            Row(4711, "Anna", "Öberg", 701740631, 65224, "Arvika", new DateTime(1960, 5, 12)),
            Row(null, null, null, null, null, null, null),
            Row("4712", "Bo", "Berg", "'+47 22 00 00 00", "652 24", "1780", 1961)));
        Assert.Equal([Anna, new Said(4, "4712", "Bo", "Berg", null, "+4722000000", "65224", "1780", 1961)], file.Rows);
        Assert.Empty(file.Faults);
    }

    [Theory]
    [InlineData("", "corrections.unreadable")]
    [InlineData("\r\n\r\n", "corrections.unreadable")]
    [InlineData("Namn;Telefon\r\nAnna;1", "corrections.no_number_column")]
    [InlineData("{\"json\": true}", "corrections.no_number_column")]
    [InlineData("Medlemsnummer;E-post\r\n1;a@b.se", "corrections.no_known_column")]
    [InlineData("Medlemsnummer;Telefon", "corrections.empty")]
    [InlineData("Medlemsnummer;Telefon\r\n;\r\n\r\n", "corrections.empty")]
    public void What_is_no_such_file_is_refused(string text, string code) => Assert.Equal(code, Refused(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void More_rows_than_two_thousand_are_refused_wherever_they_stand()
    {
        var rows = Enumerable.Range(1, 2_001).Select(number => $"{number};0701740631").ToList();
        Assert.Equal(2_000, Read(Correcting.Csv("Medlemsnummer;Telefon", rows.Take(2_000))).Rows.Count);
        Assert.Equal("corrections.too_many_rows", Refused(Correcting.Csv("Medlemsnummer;Telefon", rows)));
        Assert.Equal("corrections.too_many_rows", Refused(Correcting.Csv("Medlemsnummer;Telefon", Enumerable.Repeat(";", 20_000).Append("1;"))));
    }

    [Fact]
    public void A_workbook_that_is_cut_or_foreign_or_holds_more_than_it_says_is_refused()
    {
        var whole = Excel(Row("4711", "Anna", "Berg", "", "", "", ""));
        foreach (var length in Enumerable.Range(1, 9).Select(tenth => whole.Length * tenth / 10))
            Assert.Equal("corrections.unreadable", Refused(whole[..length]));
        Assert.Equal("corrections.unreadable", Refused(Zip(("hej.txt", "hej"))));
        Assert.Equal("corrections.unreadable", Refused(Zip(("xl/worksheets/sheet1.xml", "<worksheet"))));
        Assert.Equal("corrections.unreadable", Refused(Zip(("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>"))));
        Assert.Equal("corrections.unreadable", Refused(Sheet(Cells(1, "Medlemsnummer", "Telefon") + new string(' ', 21 << 20) + Cells(2, "1", ""))));
        Assert.Equal("corrections.unreadable", Refused(Sheet("<row r=\"1\"><c r=\"XFD1\" t=\"inlineStr\"><is><t>Medlemsnummer</t></is></c></row>")));
        Assert.Equal("corrections.too_many_rows", Refused(Sheet(Cells(1, "Medlemsnummer", "Telefon") + Cells(1_000_000, "1", ""))));
    }

    [Fact]
    public void A_workbook_can_spell_what_no_database_takes_and_then_the_row_is_told() =>
        Assert.Equal("Rad 2: tecken som inte går att läsa.", Assert.Single(Read(Sheet(Cells(1, "Medlemsnummer", "Förnamn") + Cells(2, "1", "A_x0000_B"))).Faults).Text("sv"));

    private static CorrectionFile Read(byte[] content)
    {
        var (file, failure) = CorrectionFile.Read(content, Known, Today);
        Assert.Null(failure);
        return file!;
    }

    private static string? Refused(byte[] content) => CorrectionFile.Read(content, Known, Today).Failure?.Code;

    private static Dictionary<string, object?> Row(params object?[] cells) => Correcting.Headings.Split(';').Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);

    private static byte[] Excel(params Dictionary<string, object?>[] rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(rows);
        return stream.ToArray();
    }

    private static byte[] Sheet(string rows) => Zip(
        ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"));

    private static string Cells(int row, params string[] cells) => string.Create(
        CultureInfo.InvariantCulture, $"<row r=\"{row}\">{string.Concat(cells.Select((cell, place) => $"<c r=\"{(char)('A' + place)}{row}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>");

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return stream.ToArray();
    }
}
