using System.Net;
using System.Text;
using System.Text.Json;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.CentralImport;

/// <summary>A broken file is refused with row and column, and nothing has changed; what is merely odd in it is left out and told.</summary>
public sealed class BrokenFileTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly Importing importing = new(fixture.Host);

    public static TheoryData<string, string, string> Faults => new()
    {
        { "71000001;Anna;Berg;;;;;Vänsterpartiet Karlstad;;;2019-02-30;", "row3", "Rad 3, kolumn Medlem sedan: inte ett datum som går att använda. Skriv 2026-11-22." },
        { ";Anna;Berg;;;;;;;;;", "row3", "Rad 3, kolumn Medlemsnummer: här saknas ett värde." },
        { "71000001;;Berg;;;;;;;;;", "row3", "Rad 3, kolumn Förnamn: här saknas ett värde." },
        { "71000001;Anna;Berg;;;;;Vänsterpartiet Atlantis;;;;", "row3", "Rad 3, kolumn Partiförening: det finns ingen partiförening med det namnet här." },
        { "71000001;Anna;Berg;;;;;;;;;\r\n\r\n71000001;Bo;Berg;;;;;;;;;", "row5", "Rad 5, kolumn Medlemsnummer: medlemsnumret står redan på en tidigare rad." },
        { "19770525-2398;Anna;Berg;;;;;;;;;", "row3", "Rad 3, kolumn Medlemsnummer: ett personnummer. Sådana sparas inte här; välj en annan kolumn." },
        { "71000001;Anna;Berg;;;", "row3", "Rad 3: raden har inte lika många kolumner som rubrikraden." },
        { "71000001;Anna;Berg;;;;;;;;;;mer", "row3", "Rad 3: raden har inte lika många kolumner som rubrikraden." },
        { "71000001;Anna;\"Berg;;;;;;;;;\r\n71000002;Bo;Berg;;;;;;;;;", "row3", "Rad 3, kolumn Efternamn: ett citattecken som inte avslutas rätt." },
        { "71000001;An\0na;Berg;;;;;;;;;", "row3", "Rad 3, kolumn Förnamn: tecken som inte går att läsa." },
        { $"71000001;{new string('a', 101)};Berg;;;;;;;;;", "row3", "Rad 3, kolumn Förnamn: för många tecken." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_broken_row_refuses_the_file_with_its_row_and_column(string line, string row, string expected)
    {
        var before = await members.ChecksumAsync();
        var file = Encoding.UTF8.GetBytes(CentralFile.Text([CentralPerson.Somebody()]) + line + "\r\n");
        var problem = await importing.SendAsync(file).RefusedAsync(HttpStatusCode.BadRequest, "import.broken");
        Assert.Contains(expected, problem.GetProperty("errors").GetProperty(row).EnumerateArray().Select(text => text.GetString()));
        Assert.Equal(before, await members.ChecksumAsync());
    }

    [Fact]
    public async Task Many_faults_are_told_at_once_but_not_thousands()
    {
        var file = CentralFile.Utf8(Enumerable.Range(0, 2000).Select(_ => CentralPerson.Somebody() with { GivenName = "" }));
        var problem = await importing.SendAsync(file).RefusedAsync(HttpStatusCode.BadRequest, "import.broken");
        Assert.Equal(50, problem.GetProperty("errors").EnumerateObject().Count());
    }

    [Theory]
    [InlineData("", "import.empty")]
    [InlineData("Medlemsnummer;Förnamn;Efternamn\r\n", "import.columns_wrong")]
    [InlineData("{\"json\": true}", "import.columns_wrong")]
    public async Task What_is_no_such_file_is_refused(string text, string code) =>
        await importing.SendAsync(Encoding.UTF8.GetBytes(text)).RefusedAsync(HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task Headings_without_rows_are_refused() => await importing.SendAsync(CentralFile.Utf8([])).RefusedAsync(HttpStatusCode.BadRequest, "import.empty");

    [Theory]
    [InlineData("givenName=1&familyName=2", "import.columns_missing")]
    [InlineData("memberNumber=0&givenName=1&familyName=1", "import.columns_wrong")]
    [InlineData("memberNumber=0&givenName=1&familyName=99", "import.columns_wrong")]
    [InlineData("memberNumber=0&givenName=1&familyName=-1", "import.columns_wrong")]
    public async Task Columns_must_be_chosen_as_they_are(string columns, string code) =>
        await importing.SendAsync(CentralFile.Utf8([CentralPerson.Somebody()]), columns).RefusedAsync(HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task A_file_of_noise_gets_an_answer_that_is_no_bug()
    {
        var random = new Random(2026);
        for (var time = 0; time < 20; time++)
        {
            var noise = new byte[random.Next(1, 20_000)];
            random.NextBytes(noise);
            using var look = await importing.Ombudsman.PostAsync(Importing.Address("/look"), new ByteArrayContent(noise));
            using var sent = await importing.SendAsync(noise, "memberNumber=0&givenName=1&familyName=2");
            Assert.True((int)look.StatusCode < 500 && (int)sent.StatusCode is >= 400 and < 500, $"{look.StatusCode} {sent.StatusCode}");
        }
    }

    [Fact]
    public async Task Values_that_cannot_be_used_are_left_out_and_told_without_the_value()
    {
        var person = CentralPerson.Somebody() with { Email = "ingen adress", Phone = "ring mamma", PostalCode = "Karlstad", Gender = "?", BirthYear = "19770525-2398", Municipality = "Oslo" };
        var id = await importing.PreviewAsync(person);
        var import = await importing.GetAsync(id);
        Assert.Equal(5, import.GetProperty("remarkCount").GetInt32());
        Assert.Contains("Rad 2, kolumn E-post: inte en e-postadress.", import.GetProperty("remarks").EnumerateArray().Select(remark => remark.GetString()));
        await importing.ApplyAsync(id);
        Assert.Equal((null, null, null, null, "notStated", null), await members.QueryAsync<(string?, string?, string?, string?, string, int?)>(
            "select email, phone, postal_code, municipality_code, gender, birth_year from people where member_number = @Number", new { person.Number }));
    }

    [Fact]
    public async Task The_columns_are_proposed_shown_and_remembered_and_what_holds_personal_numbers_is_neither()
    {
        var file = Encoding.GetEncoding("iso-8859-1").GetBytes("Personnr,Medl.nr,Förnamn,Efternamn,Telefon arbete\r\n19770525-2398,72000001,Åsa,Öberg,054-10 00 00\r\n197905232380,72000002,Bo,Berg,\r\n");
        var look = await LookAsync(file);
        Assert.Equal(("windows-1252", ","), (look.Text("encoding"), look.Text("separator")));
        var headings = look.GetProperty("headings").EnumerateArray().ToList();
        Assert.Equal(["Personnr", "Medl.nr", "Förnamn", "Efternamn", "Telefon arbete"], headings.Select(heading => heading.Text("name")));
        Assert.True(headings[0].GetProperty("holds").GetBoolean());
        Assert.Equal(0, headings[0].GetProperty("samples").GetArrayLength());
        Assert.Equal(["Åsa", "Bo"], headings[2].GetProperty("samples").EnumerateArray().Select(sample => sample.GetString()));
        Assert.Equal([null, null, "givenName", "familyName", null], headings.Select(heading => heading.Text("field")));

        await importing.PreviewAsync(file, "memberNumber=1&givenName=2&familyName=3&phone=4");
        Assert.Equal([null, "memberNumber", "givenName", "familyName", "phone"], (await LookAsync(file)).GetProperty("headings").EnumerateArray().Select(heading => heading.Text("field")));
        Assert.DoesNotContain("1977", await members.QueryAsync<string>("select string_agg(row::text, ' ') from central_rows row where member_number like '72%'"), StringComparison.Ordinal);
    }

    private Task<JsonElement> LookAsync(byte[] file) => importing.Ombudsman.PostAsync(Importing.Address("/look"), new ByteArrayContent(file)).ReadAsync();
}
