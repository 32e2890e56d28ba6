using System.Net;
using System.Text;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;
using static VpVarmland.Tests.Register.FileCorrections.Correcting;

namespace VpVarmland.Tests.Register.FileCorrections;

/// <summary>A chair fetches the list, corrects it in a spreadsheet and reads it in again.</summary>
public sealed class FileCorrectionTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private const string AsListed = "Anna Berg +46701740620 65224 1780 1980";
    private readonly MembersHost members = fixture.Host;

    [Fact]
    public async Task The_exported_list_changes_nothing_and_what_is_corrected_in_it_is_told_field_by_field_and_applied()
    {
        var correcting = await BeginAsync(members);
        var (anna, bo) = (await correcting.MemberAsync(), await correcting.MemberAsync("Bo"));
        var exported = Encoding.UTF8.GetString(await correcting.ExportAsync("csv"));
        foreach (var list in new[] { Encoding.UTF8.GetBytes(exported), await correcting.ExportAsync("xlsx") })
        {
            var same = await correcting.PreviewAsync(list).ReadAsync();
            Assert.Equal("0 0 2 0 0", string.Join(' ', new[] { "people", "changes", "unchanged", "unusableRows", "withoutNumber" }.Select(name => same.GetProperty(name).GetInt32())));
            Assert.Empty(same.GetProperty("rows").EnumerateArray());
            await correcting.AskToApplyAsync(list, same.Text("digest")).RefusedAsync(HttpStatusCode.Conflict, "corrections.nothing_to_change");
        }

        var rows = exported.Split("\r\n").Select(row => row.Contains(bo.Number, StringComparison.Ordinal)
            ? row.Replace("070-174 06 20", "070-174 06 55", StringComparison.Ordinal).Replace("65224", "671 31", StringComparison.Ordinal).Replace("Karlstad;", "Arvika;", StringComparison.Ordinal).Replace(";1980", ";1981", StringComparison.Ordinal)
            : row);
        var corrected = Encoding.UTF8.GetBytes(string.Join("\r\n", rows));
        var preview = await correcting.PreviewAsync(corrected).ReadAsync();
        var row = Assert.Single(preview.GetProperty("rows").EnumerateArray());
        Assert.Equal((bo.Id, "Bo Berg"), (row.Id("memberId"), row.Text("name")));
        Assert.Equal(["phone: +46701740620 → +46701740655", "postalCode: 65224 → 67131", "municipality: Karlstad → Arvika", "birthYear: 1980 → 1981"], Changes(row));
        Assert.Equal(["Medlemsnummer", "Förnamn", "Efternamn", "Telefon", "Postnummer", "Kommun", "Födelseår"], Texts(preview, "readColumns"));
        Assert.Equal(["E-post", "Partiförening", "Medlemskap", "Medlem från", "Betalt till", "Språk"], Texts(preview, "otherColumns"));
        Assert.Equal(AsListed.Replace("Anna", "Bo", StringComparison.Ordinal), await correcting.FactsAsync(bo));

        var done = await correcting.AskToApplyAsync(corrected, preview.Text("digest"), "telefonrunda.csv").ReadAsync();
        Assert.Equal((1, 4), (done.GetProperty("people").GetInt32(), done.GetProperty("changes").GetInt32()));
        Assert.Equal(("Bo Berg +46701740655 67131 1784 1981", AsListed), (await correcting.FactsAsync(bo), await correcting.FactsAsync(anna)));
        Assert.Equal(("person.corrected", "telefonrunda.csv", "+46701740620", "+46701740655"), await members.QueryAsync<(string, string, string, string)>(
            "select action, reason, content -> 'before' ->> 'phone', content -> 'after' ->> 'phone' from audit where subject = @Id", new { bo.Id }));
        await fixture.Events.HearAsync<MemberChanged>(one => one.MemberId == bo.Id && one.Version == 2);
        var history = Assert.Single(await correcting.HistoryAsync());
        Assert.Equal(("telefonrunda.csv", 1, 4), (history.Text("fileName"), history.GetProperty("people").GetInt32(), history.GetProperty("changes").GetInt32()));
        Assert.NotNull(history.Text("madeBy"));
        await correcting.AskToApplyAsync(corrected, preview.Text("digest")).RefusedAsync(HttpStatusCode.Conflict, "corrections.moved");
        Assert.Equal(0, (await correcting.PreviewAsync(corrected).ReadAsync()).GetProperty("changes").GetInt32());
    }

    [Fact]
    public async Task If_one_has_been_edited_since_the_preview_nobody_is_changed_until_it_has_been_made_anew()
    {
        var correcting = await BeginAsync(members);
        var (anna, bo) = (await correcting.MemberAsync(), await correcting.MemberAsync("Bo"));
        var file = Csv("Medlemsnummer;Telefon", $"{anna.Number};070-174 06 41", $"{bo.Number};070-174 06 42");
        var digest = (await correcting.PreviewAsync(file).ReadAsync()).Text("digest");
        await correcting.Chair.PutAsync($"/api/members/people/{bo.Id}", Joining.Forms.OwnData, "\"1\"").ReadAsync();
        var before = await members.ChecksumAsync();
        await correcting.AskToApplyAsync(file, digest).RefusedAsync(HttpStatusCode.Conflict, "corrections.moved");
        Assert.Equal(before, await members.ChecksumAsync());
        Assert.Equal(AsListed, await correcting.FactsAsync(anna));
        Assert.Equal(2, (await correcting.ApplyAsync(file)).GetProperty("people").GetInt32());
        Assert.Equal("Rättad Person +46701740642 65225 1780 1985", await correcting.FactsAsync(bo));
    }

    [Fact]
    public async Task Of_two_who_apply_the_same_file_at_once_one_does()
    {
        var correcting = await BeginAsync(members);
        var anna = await correcting.MemberAsync();
        var file = Csv("Medlemsnummer;Telefon", $"{anna.Number};070-174 06 43");
        var digest = (await correcting.PreviewAsync(file).ReadAsync()).Text("digest");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => correcting.AskToApplyAsync(file, digest)));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        Assert.Equal(2, await members.QueryAsync<int>("select version from people where id = @Id", new { anna.Id }));
        Assert.Single(await correcting.HistoryAsync());
    }

    [Fact]
    public async Task Whoever_is_elsewhere_has_left_or_is_hidden_is_told_of_as_if_nobody_had_the_number()
    {
        var correcting = await BeginAsync(members);
        var (elsewhere, former, hidden) = (await MemberAsync(members, Places.Karlstad), await correcting.MemberAsync(), await correcting.MemberAsync());
        await members.ExecuteAsync("update memberships set state = 'left', ended_on = @today where person_id = @Id", new { former.Id, today = members.Today() });
        await members.ExecuteAsync("update people set is_protected = true where id = @Id", new { hidden.Id });
        var before = await RegisterAsync(members);
        // With the right in the other association too: what is read in one association is about its members.
        using var both = members.As(People.IdOf("association-chair-karlstad"), $"register:edit@{correcting.Association}", $"register:edit@{Places.Karlstad}");
        foreach (var number in new[] { elsewhere.Number, former.Number, hidden.Number, "99999999" })
        {
            var file = Csv("Medlemsnummer;Förnamn", $"{number};Ny");
            foreach (var client in new[] { correcting.Chair, both })
            {
                var preview = await client.PostAsync(correcting.Address("/preview"), new ByteArrayContent(file)).ReadAsync();
                Assert.Equal(["Rad 2, kolumn Medlemsnummer: ingen medlem i föreningen har det numret."], Texts(preview, "unusable"));
                Assert.Empty(preview.GetProperty("rows").EnumerateArray());
                using var applied = await client.PostAsync(correcting.Address($"?fileName=x.csv&digest={preview.Text("digest")}"), new ByteArrayContent(file));
                Assert.Equal(HttpStatusCode.Conflict, applied.StatusCode);
            }
        }
        Assert.Equal(before, await RegisterAsync(members));
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from read_log where person_id = any(@ids)", new { ids = new[] { elsewhere.Id, former.Id, hidden.Id } }));
        var district = members.As(People.IdOf("ombudsman"), "register:edit@district");
        await district.PostAsync(new Uri($"/api/members/associations/{Guid.NewGuid()}/file-corrections/preview", UriKind.Relative), new ByteArrayContent(Csv("Medlemsnummer;Förnamn", "1;A")))
            .RefusedAsync(HttpStatusCode.NotFound, "association.unknown");
    }

    [Fact]
    public async Task An_empty_cell_changes_nothing_and_nobody_is_asked_about_columns_that_are_not_there()
    {
        var correcting = await BeginAsync(members);
        var anna = await correcting.MemberAsync();
        await correcting.ApplyAsync(Csv(Headings, $"{anna.Number};Anna-Lisa;Berg;;;;"));
        Assert.Equal("Anna-Lisa Berg +46701740620 65224 1780 1980", await correcting.FactsAsync(anna));
        Assert.Equal(0, (await correcting.PreviewAsync(Csv("Medlemsnummer;Telefon", $"{anna.Number};", ";;", "")).ReadAsync()).GetProperty("changes").GetInt32());
    }

    [Fact]
    public async Task Address_of_mail_association_and_fee_are_never_changed_and_another_address_is_remarked_on()
    {
        var correcting = await BeginAsync(members);
        var anna = await correcting.MemberAsync();
        var file = Csv("Medlemsnummer;Förnamn;E-post;Partiförening;Betalt till;Kön;Språk", $"{anna.Number};Annika;ny@test.example;Vänsterpartiet Karlstad;2031-12-31;Man;Engelska");
        var before = await RestAsync();
        var row = Assert.Single((await correcting.PreviewAsync(file).ReadAsync()).GetProperty("rows").EnumerateArray());
        Assert.Equal(["givenName: Anna → Annika"], Changes(row));
        Assert.StartsWith("Rad 2, kolumn E-post: e-postadressen ändras inte härifrån", Assert.Single(Texts(row, "remarks")), StringComparison.Ordinal);
        await correcting.ApplyAsync(file);
        Assert.Equal(before, await RestAsync());
        var again = await correcting.PreviewAsync(file).ReadAsync();
        Assert.Equal((0, 1), (again.GetProperty("changes").GetInt32(), again.GetProperty("rows").GetArrayLength()));

        Task<string> RestAsync() => members.QueryAsync<string>(
            "select (to_jsonb(person) - 'version' - 'given_name')::text || membership::text from people person join memberships membership on membership.person_id = person.id where person.id = @Id", new { anna.Id });
    }

    [Fact]
    public async Task Whoever_does_not_want_to_be_phoned_gets_no_number_and_the_file_is_the_same_the_next_time()
    {
        var correcting = await BeginAsync(members);
        var anna = await correcting.MemberAsync();
        await members.ExecuteAsync("insert into objections (person_id, processing, since) values (@Id, 'phone', @now); update people set phone = null where id = @Id", new { anna.Id, now = members.Clock.GetUtcNow() });
        var file = Csv("Medlemsnummer;Telefon;Födelseår", $"{anna.Number};070-174 06 44;1979");
        var row = Assert.Single((await correcting.PreviewAsync(file).ReadAsync()).GetProperty("rows").EnumerateArray());
        Assert.Equal(["birthYear: 1980 → 1979"], Changes(row));
        Assert.Equal("Rad 2, kolumn Telefon: numret sparas inte. Personen vill inte bli uppringd.", Assert.Single(Texts(row, "remarks")));
        await correcting.ApplyAsync(file);
        Assert.Equal(0, (await correcting.PreviewAsync(file).ReadAsync()).GetProperty("changes").GetInt32());
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_none_is_refused_with_a_code_and_nothing_is_left_of_it()
    {
        var correcting = await BeginAsync(members);
        var before = await members.ChecksumAsync();
        await correcting.PreviewAsync(new byte[(5 << 20) + 1]).RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "corrections.too_large");
        await correcting.PreviewAsync([]).RefusedAsync(HttpStatusCode.BadRequest, "corrections.unreadable");
        await correcting.AskToApplyAsync(Csv("Medlemsnummer;Förnamn", "1;A"), "").RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
        await correcting.AskToApplyAsync(Csv("Medlemsnummer;Förnamn", "1;A"), "x", " ").RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
        var random = Seeds.Random();
        for (var time = 0; time < 20; time++)
        {
            var noise = new byte[random.Next(1, 20_000)];
            random.NextBytes(noise);
            // Every other time it begins like a workbook.
            if (time % 2 == 0 && noise.Length > 4)
                "PK\u0003\u0004"u8.CopyTo(noise);
            using var answer = await correcting.PreviewAsync(noise);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        Assert.Equal(before, await members.ChecksumAsync());
    }

    [Fact]
    public async Task Everybody_whom_a_file_finds_sees_that_they_were_read_about()
    {
        var correcting = await BeginAsync(members);
        var (changed, same, other) = (await correcting.MemberAsync(), await correcting.MemberAsync(), await correcting.MemberAsync());
        await correcting.PreviewAsync(Csv("Medlemsnummer;Förnamn", $"{changed.Number};Annika", $"{same.Number};Anna")).ReadAsync();
        foreach (var (person, reads) in new[] { (changed, 1L), (same, 1L), (other, 0L) })
            Assert.Equal(reads, await members.QueryAsync<long>("select count(*) from read_log where person_id = @Id and what = 'list' and purpose = 'corrections'", new { person.Id }));
    }
}
