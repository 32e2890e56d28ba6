using System.Net;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Register;

/// <summary>Protected identity: shown to the person and to whoever is named to reach them, to nobody else and in no file.</summary>
public sealed class ProtectionTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private const string Phone = "+46701740699";

    private readonly MembersHost members = fixture.Host;
    private readonly HttpClient district = fixture.Host.As(People.IdOf("ombudsman"),
        "protection:manage@district", "register:read@district", "register:edit@district", "register:export@district", "care:work@district", "handover:manage@district");

    [Fact]
    public async Task Ways_to_reach_somebody_are_hidden_from_everybody_but_the_person_and_the_one_who_is_named()
    {
        var (person, named) = (await PersonAsync(), await NamedAsync());
        using var self = members.As(person.Id, "member:self@district");
        using var reaches = members.As(named, $"register:read@{Places.Karlstad}", $"register:edit@{Places.Karlstad}");
        using var chair = members.As(People.IdOf("association-chair-karlstad"), $"register:read@{Places.Karlstad}", $"register:edit@{Places.Karlstad}");
        await ProtectAsync(person.Id, named).ReadAsync();

        foreach (var stranger in (HttpClient[])[district, chair])
        {
            var hidden = (await stranger.GetAsync(At(person.Id)).ReadAsync()).GetProperty("person");
            Assert.Equal((null, null, null, null), (hidden.Text("email"), hidden.Text("phone"), hidden.Text("postalCode"), hidden.Text("municipalityCode")));
            Assert.True(hidden.GetProperty("protection").GetProperty("isHidden").GetBoolean());
            Assert.Equal("Nåbar Medlem", hidden.GetProperty("protection").Text("through"));
            Assert.Empty(await stranger.AllPagesAsync($"/api/members/people?q={person.Email}"));
            Assert.DoesNotContain(await stranger.AllPagesAsync($"/api/members/people?q={Uri.EscapeDataString(Phone)}"), row => row.Id("memberId") == person.Id);
        }
        Assert.Equal(Phone, (await reaches.GetAsync(At(person.Id)).ReadAsync()).GetProperty("person").Text("phone"));
        Assert.Single(await reaches.AllPagesAsync($"/api/members/people?q={person.Email}"));
        Assert.Equal(Phone, (await self.GetAsync(new Uri("/api/members/me", UriKind.Relative)).ReadAsync()).Text("phone"));
        // By name the person is found: those who meet know it.
        Assert.Contains(await chair.AllPagesAsync($"/api/members/people?q={person.FamilyName}"), row => row.Id("memberId") == person.Id);
    }

    [Fact]
    public async Task A_correction_by_somebody_who_does_not_see_it_leaves_what_is_hidden_as_it_was()
    {
        var person = await PersonAsync();
        await ProtectAsync(person.Id, await NamedAsync()).ReadAsync();
        await district.PutAsync($"/api/members/people/{person.Id}", new { givenName = "Rättad", familyName = person.FamilyName, gender = "woman", language = "sv" }, await VersionAsync(person.Id)).ReadAsync();
        Assert.Equal(("Rättad", Phone, "65224"), await members.QueryAsync<(string, string, string)>("select given_name, phone, postal_code from people where id = @Id", new { person.Id }));
    }

    [Fact]
    public async Task Nobody_with_protected_identity_is_in_a_file_or_found_by_where_they_live()
    {
        var (person, open) = (await PersonAsync(), await PersonAsync());
        await ProtectAsync(person.Id, await NamedAsync()).ReadAsync();
        await members.ExecuteAsync("update people set member_number = right(id::text, 12) where id in (@Id, @open); update memberships set confirmed_on = effective_on where person_id in (@Id, @open)", new { person.Id, open = open.Id });
        var people = await TextAsync("/api/members/people/export?format=csv&purpose=test");
        var register = await TextAsync("/api/members/central-imports/register");
        var handOver = await members.AddApplicantAsync(Places.Karlstad);
        await members.ExecuteAsync("update people set is_protected = true where id = @Id", new { handOver.Id });
        var handOvers = await TextAsync("/api/members/hand-overs/export");
        Assert.All((string[])[people, register], file => Assert.Contains(open.FamilyName, file, StringComparison.Ordinal));
        Assert.All((string[])[people, register, handOvers], file => Assert.DoesNotContain(person.FamilyName, file, StringComparison.Ordinal));
        Assert.DoesNotContain(handOver.Email, handOvers, StringComparison.Ordinal);
        var before = await LivingInAsync("1765");
        await members.ExecuteAsync("update people set is_protected = false, contact_person_id = null where id = @Id", new { person.Id });
        Assert.Equal(before + 1, await LivingInAsync("1765"));
    }

    private async Task<long> LivingInAsync(string code)
    {
        var lives = new { kind = "all", of = new object[] { new { kind = "municipality", codes = new[] { code } } } };
        return (await district.PostAsync("/api/members/segments/preview", new { filter = lives }).ReadAsync()).GetProperty("count").GetInt64();
    }

    [Fact]
    public async Task Only_somebody_trusted_and_unprotected_is_named_and_who_has_nobody_any_more_is_listed()
    {
        var (person, member, named) = (await PersonAsync(), await members.AddMemberAsync(Places.Karlstad), await NamedAsync());
        await ProtectAsync(person.Id, null).RefusedAsync(HttpStatusCode.BadRequest, "person.nobody_to_reach_them");
        await ProtectAsync(person.Id, person.Id).RefusedAsync(HttpStatusCode.BadRequest, "person.nobody_to_reach_them");
        await ProtectAsync(person.Id, member.Id).RefusedAsync(HttpStatusCode.BadRequest, "person.nobody_to_reach_them");
        await ProtectAsync(person.Id, named).ReadAsync();
        Assert.True((await RowAsync(person.Id)).GetProperty("isReachable").GetBoolean());
        await members.ExecuteAsync("update assignments set ended_on = @today where person_id = @named", new { named, today = members.Today() });
        Assert.False((await RowAsync(person.Id)).GetProperty("isReachable").GetBoolean());
        await district.PutAsync($"/api/members/people/{person.Id}/protection", new { isProtected = false, reason = "Skyddet har upphört." }, await VersionAsync(person.Id)).ReadAsync();
        Assert.Equal(Phone, (await district.GetAsync(At(person.Id)).ReadAsync()).GetProperty("person").Text("phone"));
    }

    private async Task<System.Text.Json.JsonElement> RowAsync(Guid id) =>
        Assert.Single((await district.GetAsync(new Uri("/api/members/protected-people", UriKind.Relative)).ReadAsync()).Items(), row => row.Id("memberId") == id);

    private async Task<Applicant> PersonAsync()
    {
        var person = await members.AddMemberAsync(Places.Karlstad, familyName: $"Skydd{Guid.NewGuid():N}"[..18]);
        await members.ExecuteAsync("update people set phone = @Phone, postal_code = '65224', municipality_code = '1765' where id = @Id", new { person.Id, Phone });
        return person;
    }

    private async Task<Guid> NamedAsync()
    {
        var person = await members.AddMemberAsync(Places.Karlstad, givenName: "Nåbar");
        await members.ExecuteAsync("insert into assignments (id, person_id, kind, from_date) values (@id, @Id2, 'districtBoardMember', @today)", new { id = Guid.CreateVersion7(), Id2 = person.Id, today = members.Today() });
        return person.Id;
    }

    private async Task<HttpResponseMessage> ProtectAsync(Guid id, Guid? throughId) =>
        await district.PutAsync($"/api/members/people/{id}/protection", new { isProtected = true, throughId, reason = "Skyddad folkbokföring." }, await VersionAsync(id));

    private async Task<string> VersionAsync(Guid id) => $"\"{await members.QueryAsync<int>("select version from people where id = @id", new { id })}\"";

    private async Task<string> TextAsync(string address)
    {
        using var answer = await district.GetAsync(new Uri(address, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsStringAsync();
    }

    private static Uri At(Guid id) => new($"/api/members/people/{id}", UriKind.Relative);
}
