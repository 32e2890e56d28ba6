using System.Net;
using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;
using VpVarmland.Tests.Rules;
using static VpVarmland.Tests.Register.FileCorrections.Correcting;

namespace VpVarmland.Tests.Register.FileCorrections;

/// <summary>Taking corrections back, and what holds for any file.</summary>
public sealed class FileCorrectionUndoTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private const int Times = 15;
    private readonly MembersHost members = fixture.Host;

    [Fact]
    public async Task Undone_they_are_as_before_but_for_whoever_has_been_edited_since_who_is_named()
    {
        var correcting = await BeginAsync(members);
        var (anna, bo) = (await correcting.MemberAsync(), await correcting.MemberAsync("Bo"));
        var before = await correcting.FactsAsync(anna);
        var id = (await correcting.ApplyAsync(Csv(Headings, $"{anna.Number};Annika;Ek;070-174 06 51;67131;Arvika;1950", $"{bo.Number};Bosse;Berg;;;;"))).Id("correctionId");
        Assert.Equal("Annika Ek +46701740651 67131 1784 1950", await correcting.FactsAsync(anna));
        await correcting.Chair.PutAsync($"/api/members/people/{bo.Id}", Joining.Forms.OwnData, "\"2\"").ReadAsync();

        var undone = await correcting.UndoAsync(id).ReadAsync();
        Assert.Equal(1, undone.GetProperty("restored").GetInt32());
        Assert.Equal("Rättad Person", Assert.Single(undone.GetProperty("kept").EnumerateArray()).Text("name"));
        Assert.Equal(before, await correcting.FactsAsync(anna));
        Assert.Equal("person.correction_undone", await members.QueryAsync<string>("select action from audit where subject = @Id order by id desc limit 1", new { anna.Id }));
        await fixture.Events.HearAsync<MemberChanged>(one => one.MemberId == anna.Id && one.Version == 3 && one.GivenName == "Anna");
        var history = Assert.Single(await correcting.HistoryAsync());
        Assert.Equal((1, null), (history.GetProperty("kept").GetInt32(), history.Text("undoUntil")));
        await correcting.UndoAsync(id).RefusedAsync(HttpStatusCode.Conflict, "corrections.too_late_to_undo");
        Assert.Equal(0, await ImagesAsync(id));
    }

    [Fact]
    public async Task Another_associations_corrections_are_not_there_to_undo()
    {
        var (mine, theirs) = (await BeginAsync(members), await BeginAsync(members));
        var id = (await theirs.ApplyAsync(await FileAsync(members, theirs.Association))).Id("correctionId");
        await mine.UndoAsync(id).RefusedAsync(HttpStatusCode.NotFound, "corrections.unknown");
        await mine.Chair.PostAsync(theirs.Address($"/{id}/undo"), null).RefusedAsync(HttpStatusCode.NotFound, "corrections.unknown");
        Assert.Empty(await mine.HistoryAsync());
    }

    [Fact]
    public async Task Whoever_was_hidden_or_left_since_is_kept_and_not_named()
    {
        var correcting = await BeginAsync(members);
        var anna = await correcting.MemberAsync();
        var id = (await correcting.ApplyAsync(Csv("Medlemsnummer;Telefon", $"{anna.Number};070-174 06 52"))).Id("correctionId");
        await members.ExecuteAsync("update people set is_protected = true where id = @Id", new { anna.Id });
        var undone = await correcting.UndoAsync(id).ReadAsync();
        Assert.Equal((0, 0), (undone.GetProperty("restored").GetInt32(), undone.GetProperty("kept").GetArrayLength()));
        Assert.Equal(1, Assert.Single(await correcting.HistoryAsync()).GetProperty("kept").GetInt32());
        Assert.Equal("+46701740652", await members.QueryAsync<string>("select phone from people where id = @Id", new { anna.Id }));
    }

    [Fact]
    public async Task After_an_hour_it_is_too_late_and_how_they_were_is_forgotten()
    {
        var correcting = await BeginAsync(members);
        var id = (await correcting.ApplyAsync(await FileAsync(members, correcting.Association))).Id("correctionId");
        Assert.Equal(1, await ImagesAsync(id));
        await members.MoveClockAsync(TimeSpan.FromMinutes(61));
        await correcting.UndoAsync(id).RefusedAsync(HttpStatusCode.Conflict, "corrections.too_late_to_undo");
        await Eventually.SeeAsync(() => ImagesAsync(id), left => left == 0);
        Assert.Null(Assert.Single(await correcting.HistoryAsync()).Text("undoUntil"));
    }

    [Fact]
    public async Task Any_file_changes_only_the_fields_it_may_of_the_associations_own_members_is_done_at_once_and_can_be_undone()
    {
        var correcting = await BeginAsync(members);
        Listed[] mine = [await correcting.MemberAsync(), await correcting.MemberAsync("Bo"), await correcting.MemberAsync("Cia")];
        string[] others = [(await MemberAsync(members, Places.Karlstad)).Number, "4100003", "4100006", "123"];
        foreach (var file in ForAll.Sample(Files([.. mine.Select(one => one.Number), .. others]), Times))
        {
            var (before, rest) = (await RegisterAsync(members), await RestAsync());
            var preview = await correcting.PreviewAsync(file).ReadAsync();
            Assert.Equal(before, await RegisterAsync(members));
            if (preview.GetProperty("changes").GetInt32() == 0)
                continue;
            var id = (await correcting.AskToApplyAsync(file, preview.Text("digest")).ReadAsync()).Id("correctionId");
            Assert.NotEqual(before, await RegisterAsync(members));
            Assert.Equal(rest, await RestAsync());
            Assert.Equal(0, (await correcting.PreviewAsync(file).ReadAsync()).GetProperty("changes").GetInt32());
            Assert.Equal(0, (await correcting.UndoAsync(id).ReadAsync()).GetProperty("kept").GetArrayLength());
            Assert.Equal(before, await RegisterAsync(members));
        }

        // What no file may change: everything of everybody else, and of the own members all but the six fields.
        Task<string> RestAsync() => members.QueryAsync<string>(
            """
            select md5(string_agg((case when association_id = @Association then to_jsonb(row) - array['version', 'given_name', 'family_name', 'phone', 'postal_code', 'municipality_code', 'birth_year']
                else to_jsonb(row) end)::text, '|' order by id)) || (select md5(string_agg(row::text, '|' order by id)) from memberships row) from people row
            """, new { correcting.Association });
    }

    /// <summary>Files with some of the columns in any order, some of the rows broken, and some about others.</summary>
    private static Gen<byte[]> Files(string[] numbers)
    {
        var cells = new Dictionary<string, Gen<string>>(StringComparer.Ordinal)
        {
            ["Förnamn"] = Gen.Elements("Åsa", "O'Hara", "\"Ek; Berg\"", "'=cmd", "李", "", "19770525-2398"),
            ["Efternamn"] = Gen.Elements("Öberg", "Berg", "von Essen"),
            ["Telefon"] = Gen.Elements("070-174 06 31", "'+47 22 00 00 00", "054-10 00 00", "", "ring mamma"),
            ["Postnummer"] = Gen.Elements("652 24", "67131", "", "Karlstad"),
            ["Kommun"] = Gen.Elements("Karlstad", "arvika", "1765", "", "Oslo"),
            ["Födelseår"] = Gen.Elements("1960", "2001-05-06", "", "1850"),
            ["E-post"] = Gen.Elements("x@test.example", ""),
            ["Partiförening"] = Gen.Elements("Vänsterpartiet Karlstad", ""),
            ["Betalt till"] = Gen.Constant("2031-12-31"),
        };
        var number = Gen.Frequency((8, Gen.Elements(numbers)), (1, Gen.Constant("")));
        return
            from columns in Gen.Shuffle(cells.Keys.ToArray())
            from count in Gen.Choose(1, cells.Count)
            let chosen = columns.Take(count).ToArray()
            from rows in Gen.ListOf(from no in number from said in Gen.CollectToSequence(chosen.Select(column => cells[column])) select string.Join(';', said.Prepend(no)), 5)
            where chosen.Intersect(["Förnamn", "Efternamn", "Telefon", "Postnummer", "Kommun", "Födelseår"], StringComparer.Ordinal).Any()
            select Csv(string.Join(';', chosen.Prepend("Medlemsnummer")), rows);
    }

    private Task<long> ImagesAsync(Guid id) => members.QueryAsync<long>("select count(*) from file_correction_people where correction_id = @id", new { id });
}
