using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Register;

/// <summary>A search that a volunteer trusts: somebody is found however the name was heard or typed.</summary>
public sealed class SearchTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly HttpClient ombudsman = fixture.Host.As(People.IdOf("ombudsman"), "register:read@district");

    [Theory]
    [InlineData("Örjan", "Ångqvist", "angqvist")]
    [InlineData("Örjan", "Ångqvist", "ORJAN ang")]
    [InlineData("Örjan", "Ångqvist", "ångqvist örjan")]
    [InlineData("Lisa-Stina", "Kvarnmalm", "stina kvarnm")]
    [InlineData("Lisa-Stina", "Kvarnmalm", "malm lisa")]
    [InlineData("Zoë", "d'Ylander", "zoe ylander")]
    [InlineData("Ola", "von Grubbe", "grubbe")]
    public async Task Somebody_is_found_by_beginnings_and_parts_of_names_in_any_order(string given, string family, string typed)
    {
        var person = await members.AddMemberAsync(Places.Karlstad, givenName: given, familyName: family);
        Assert.Contains(await SearchAsync(typed), row => row.Id("memberId") == person.Id && !row.GetProperty("isGuess").GetBoolean());
    }

    [Theory]
    [InlineData("Hillevi", "Qvarnströmer", "hilevi qvarnstromer")]
    [InlineData("Hillevi", "Qvarnströmer", "Hillevi Kvarnströmer")]
    [InlineData("Torvald", "Mjölkersson", "mjölkerson")]
    [InlineData("Torvald", "Mjölkersson", "torvlad mjolkersson")]
    public async Task Somebody_is_found_where_the_name_is_misspelled_and_the_answer_says_that_it_guesses(string given, string family, string typed)
    {
        var person = await members.AddMemberAsync(Places.Karlstad, givenName: given, familyName: family);
        Assert.Contains(await SearchAsync(typed), row => row.Id("memberId") == person.Id && row.GetProperty("isGuess").GetBoolean());
    }

    [Fact]
    public async Task Nobody_is_guessed_where_somebody_is_called_so()
    {
        var right = await members.AddMemberAsync(Places.Karlstad, familyName: "Vimmerlöv");
        await members.AddMemberAsync(Places.Karlstad, familyName: "Wimmerlöv");
        Assert.Equal(right.Id, Assert.Single(await SearchAsync("vimmerlov")).Id("memberId"));
    }

    [Fact]
    public async Task Beside_another_word_a_beginning_stands_for_more_names_than_one_reads_alone()
    {
        // The longest of many: the last of those that a beginning alone is read for.
        var person = await members.AddMemberAsync(Places.Karlstad, givenName: "Zakarina", familyName: "Zundinsgårdsskogenström");
        await members.ExecuteAsync("insert into name_words (word) select 'zundin' || n from generate_series(1, 60) n");
        Assert.Equal(person.Id, Assert.Single(await SearchAsync("zundin zakarina")).Id("memberId"));
    }

    [Fact]
    public async Task All_four_words_must_be_somebodys()
    {
        var person = await members.AddMemberAsync(Places.Karlstad, givenName: "Xerxa Ybba", familyName: "Zolander Wikkström");
        await members.AddMemberAsync(Places.Karlstad, givenName: "Xerxa Ybba", familyName: "Zolander");
        Assert.Equal(person.Id, Assert.Single(await SearchAsync("xerxa ybba zoland wikkst")).Id("memberId"));
        Assert.Equal(2, (await SearchAsync("ybba zoland xerxa")).Count);
    }

    [Fact]
    public async Task Guesses_come_in_pages_too()
    {
        for (var one = 0; one < 5; one++)
            await members.AddMemberAsync(Places.Karlstad, givenName: $"Prov{(char)('a' + one)}", familyName: "Skogshyddan");
        var rows = await ombudsman.AllPagesAsync("/api/members/people?q=skogshydan", 2);
        Assert.Equal(5, rows.Select(row => row.Id("memberId")).Distinct().Count());
        Assert.Equal(5, rows.Count);
    }

    [Fact]
    public async Task A_new_name_leads_to_the_person_and_the_old_one_no_longer()
    {
        var person = await members.AddMemberAsync(Places.Karlstad, familyName: "Gammelnamnsson");
        await members.ExecuteAsync("update people set family_name = 'Nynamnslund' where id = @Id", new { person.Id });
        Assert.Equal(person.Id, Assert.Single(await SearchAsync("nynamnslund")).Id("memberId"));
        Assert.Empty(await SearchAsync("gammelnamnsson"));
    }

    [Fact]
    public async Task Whoever_moved_is_found_in_the_new_association_only()
    {
        var person = await members.AddMemberAsync(Places.Karlstad, familyName: "Flyttberga");
        await members.ExecuteAsync("update people set association_id = @Arvika where id = @Id", new { person.Id, Places.Arvika });
        using var karlstad = members.As(People.IdOf("member"), $"register:read@{Places.Karlstad}");
        using var arvika = members.As(People.IdOf("member"), $"register:read@{Places.Arvika}");
        Assert.Empty(await karlstad.AllPagesAsync("/api/members/people?q=flyttberga"));
        Assert.Single(await arvika.AllPagesAsync("/api/members/people?q=flyttberga"));
    }

    [Fact]
    public async Task Guesses_stay_within_reach()
    {
        await members.AddMemberAsync(Places.Karlstad, familyName: "Hemlighetsson");
        using var arvika = members.As(People.IdOf("member"), $"register:read@{Places.Arvika}");
        Assert.Empty(await arvika.AllPagesAsync("/api/members/people?q=hemlighetson"));
        Assert.Empty(await arvika.AllPagesAsync("/api/members/people?q=hemlighetsson"));
    }

    [Fact]
    public async Task The_index_forgets_names_that_nobody_has()
    {
        var gone = await members.AddMemberAsync(Places.Karlstad, familyName: "Ensamnamn");
        await members.AddMemberAsync(Places.Karlstad, familyName: "Kvarnamn");
        await members.ExecuteAsync("delete from people where id = @Id", new { gone.Id });
        await members.MoveClockAsync(TimeSpan.FromDays(1));
        await Eventually.SeeAsync(() => members.QueryAsync<string>("select string_agg(word, ' ') from name_words where word in ('ensamnamn', 'kvarnamn')"), words => words == "kvarnamn");
        Assert.Single(await SearchAsync("kvarnamn"));
    }

    private async Task<IReadOnlyList<System.Text.Json.JsonElement>> SearchAsync(string typed) =>
        await ombudsman.AllPagesAsync($"/api/members/people?q={Uri.EscapeDataString(typed)}");
}
