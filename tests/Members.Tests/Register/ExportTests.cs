using System.IO.Compression;
using System.Net;
using MiniExcelLibs;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Register;

/// <summary>Lists of people as files.</summary>
public sealed class ExportTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;

    [Fact]
    public async Task A_file_holds_those_of_the_list_within_the_right_and_each_of_them_sees_it_with_its_purpose()
    {
        var word = $"Fil{Guid.NewGuid():N}"[..18];
        var (mine, other, former) = (await members.AddMemberAsync(Places.Karlstad, familyName: word), await members.AddMemberAsync(Places.Arvika, familyName: word), await members.AddMemberAsync(Places.Karlstad, familyName: word));
        await members.ExecuteAsync("update people set given_name = '=cmd()', phone = '+46701740620' where id = @Id", new { mine.Id });
        await members.ExecuteAsync("update memberships set state = 'left', ended_on = @today where id = @Membership", new { former.Membership, today = members.Today() });
        // Reads in the whole district, exports in one association.
        using var chair = members.As(People.IdOf("association-chair-karlstad"), "register:read@district", $"register:export@{Places.Karlstad}");
        var csv = await chair.GetStringAsync(new Uri($"/api/members/people/export?q={word}&format=csv&purpose=Telefonlista", UriKind.Relative));
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("Medlemsnummer;Förnamn;Efternamn", lines[0], StringComparison.Ordinal);
        Assert.Contains($"\"'=cmd()\";{word};{mine.Email};070-174 06 20", lines[1], StringComparison.Ordinal);
        Assert.Equal("Telefonlista", await members.QueryAsync<string>("select purpose from read_log where person_id = @Id and what = 'export'", new { mine.Id }));
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from read_log where person_id = @Id", new { other.Id }));

        var bytes = await chair.GetByteArrayAsync(new Uri($"/api/members/people/export?q={word}&format=xlsx&purpose=Telefonlista", UriKind.Relative));
        using var stream = new MemoryStream(bytes);
        var row = Assert.Single(stream.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>());
        Assert.Equal(("=cmd()", word, "070-174 06 20"), ((string?)row["Förnamn"], (string?)row["Efternamn"], (string?)row["Telefon"]));
        await using var sheet = new ZipArchive(new MemoryStream(bytes)).GetEntry("xl/worksheets/sheet1.xml")!.Open();
        Assert.DoesNotContain("<x:f>", await new StreamReader(sheet).ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_list_is_exported_within_the_right_too()
    {
        using var chair = members.As(People.IdOf("association-chair-karlstad"), "register:read@district", $"register:export@{Places.Karlstad}");
        var word = $"Lista{Guid.NewGuid():N}"[..18];
        await members.AddMemberAsync(Places.Karlstad, familyName: word);
        await members.AddMemberAsync(Places.Arvika, familyName: word);
        var id = (await chair.PostAsync("/api/members/segments", new { name = "Alla", filter = new { kind = "all", of = Array.Empty<object>() }, sharing = "own" }).ReadAsync(HttpStatusCode.Created)).Id("id");
        var csv = await chair.GetStringAsync(new Uri($"/api/members/segments/{id}/export?format=csv&purpose=Utskick", UriKind.Relative));
        Assert.Single(csv.Split(word).Skip(1));
    }

    [Theory]
    [InlineData("format=csv")]
    [InlineData("format=csv&purpose=%20")]
    [InlineData("format=pdf&purpose=x")]
    public async Task A_file_needs_a_form_and_a_purpose(string query)
    {
        using var chair = members.As(People.IdOf("association-chair-karlstad"), $"register:export@{Places.Karlstad}");
        await chair.GetAsync(new Uri($"/api/members/people/export?{query}", UriKind.Relative)).RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
    }
}
