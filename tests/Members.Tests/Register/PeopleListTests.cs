using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Tests.Kit;
using VpVarmland.Tests.Rules;

namespace VpVarmland.Tests.Register;

/// <summary>The register as a list: found by search, in Swedish order, everyone once.</summary>
public sealed class PeopleListTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly HttpClient ombudsman = fixture.Host.As(People.IdOf("ombudsman"), "register:read@district", "fees:note@district");

    [Fact]
    public async Task Names_stand_in_Swedish_order()
    {
        string[] names = ["Öberg", "Zetterlund", "Ärlig", "Åberg"];
        var mark = "Ordning" + Guid.NewGuid().ToString("N")[..6];
        foreach (var name in names)
            await members.AddMemberAsync(Places.Arvika, givenName: mark, familyName: name);
        Assert.Equal(["Zetterlund", "Åberg", "Ärlig", "Öberg"], (await NamesAsync(mark)).Select(name => name.Split(' ')[1]));
    }

    [Fact]
    public async Task Pages_of_any_size_visit_everyone_exactly_once()
    {
        var everyone = await members.QueryAsync<long>("select count(*) from people join memberships on person_id = people.id and ended_on is null where people.association_id = @Arvika", new { Places.Arvika });
        foreach (var size in ForAll.Sample(Gen.Choose(1, 200), 4).Append(7))
        {
            var rows = await ombudsman.AllPagesAsync($"/api/members/people?association={Places.Arvika}", size);
            Assert.Equal(everyone, rows.Count);
            Assert.Equal(everyone, rows.Select(row => row.Id("memberId")).Distinct().Count());
        }
    }

    [Fact]
    public async Task Whoever_was_there_is_visited_exactly_once_also_while_others_join()
    {
        var mark = "Växer" + Guid.NewGuid().ToString("N")[..6];
        foreach (var (first, later) in ForAll.Sample(Family.NonEmptyListOf().Zip(Family.NonEmptyListOf()), 3))
        {
            var search = mark + Guid.NewGuid().ToString("N")[..4];
            var there = new List<Guid>();
            foreach (var family in first.Take(12))
                there.Add((await members.AddMemberAsync(Places.Arvika, givenName: search, familyName: family)).Id);
            var joining = new Queue<string>(later);
            var visited = new List<Guid>();
            string? after = null;
            do
            {
                var page = await ombudsman.GetAsync(new Uri($"/api/members/people?q={search}&size=2&after={after}", UriKind.Relative)).ReadAsync();
                visited.AddRange(page.Items().Select(row => row.Id("memberId")));
                after = page.Text("next");
                if (joining.TryDequeue(out var next))
                    await members.AddMemberAsync(Places.Arvika, givenName: search, familyName: next);
            }
            while (after is not null);
            Assert.Equal(visited.Count, visited.Distinct().Count());
            Assert.Empty(there.Except(visited));
        }
    }

    [Fact]
    public async Task A_person_is_found_by_name_address_phone_and_member_number()
    {
        var family = "Sökman" + Guid.NewGuid().ToString("N")[..6];
        var person = await members.AddMemberAsync(Places.Karlstad, givenName: "Maj-Britt", familyName: family);
        await members.ExecuteAsync("update people set phone = '+46701740699', member_number = @number where id = @Id", new { person.Id, number = "N" + family });
        foreach (var search in (string[])[family, family.ToUpperInvariant(), "maj " + family[..8], $"{family} maj-b", person.Email.ToUpperInvariant(), "N" + family])
            Assert.Equal(person.Id, Assert.Single(await SearchAsync(search)).Id("memberId"));
        Assert.Contains(await SearchAsync("070-174 06 99"), row => row.Id("memberId") == person.Id);
        Assert.All(await SearchAsync("N" + family), row => Assert.False(row.GetProperty("isGuess").GetBoolean()));
        Assert.Empty(await SearchAsync(family + " Annan"));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("~")]
    [InlineData("'; drop table people; --")]
    public async Task Signs_are_searched_for_as_they_are(string sign) => Assert.Empty(await SearchAsync(sign));

    [Fact]
    public async Task The_list_filters_by_association_and_state()
    {
        var arvika = await ombudsman.AllPagesAsync($"/api/members/people?association={Places.Arvika}&state=member");
        Assert.NotEmpty(arvika);
        Assert.All(arvika, row => Assert.Equal((Places.Arvika, "member"), (row.Id("associationId"), row.Text("state"))));
        Assert.Equal(
            await members.QueryAsync<long>("select count(*) from memberships where association_id = @Arvika and state = 'member'", new { Places.Arvika }), arvika.Count);
    }

    [Fact]
    public async Task Rights_in_two_associations_show_both_and_nobody_else()
    {
        using var both = members.As(People.IdOf("member"), $"register:read@{Places.Arvika}", $"register:read@{Places.Karlstad}");
        var seen = (await both.AllPagesAsync("/api/members/people")).Select(row => row.Id("associationId")).Distinct();
        Assert.Equal(new[] { Places.Karlstad, Places.Arvika }.Order(), seen.Order());
    }

    private static readonly Gen<string> Family = Gen.Elements("Aal", "Berg", "Zetterlund", "Åberg", "Ärlig", "Öberg", "von Ek", "De Geer", "Ängö");

    private async Task<IReadOnlyList<System.Text.Json.JsonElement>> SearchAsync(string text) =>
        await ombudsman.AllPagesAsync($"/api/members/people?q={Uri.EscapeDataString(text)}");

    private async Task<IEnumerable<string>> NamesAsync(string text) => (await SearchAsync(text)).Select(row => row.Text("name")!);
}
