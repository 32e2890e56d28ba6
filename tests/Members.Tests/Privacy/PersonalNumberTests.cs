using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VpVarmland.Members.PersonalNumbers;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Privacy;

/// <summary>Personnummer: what is one, who sees it, and that it stays sealed. Only the tax authority's test numbers.</summary>
public sealed class PersonalNumberTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private readonly MembersHost members = fixture.Host;

    [Theory]
    [InlineData("189001019802", "189001019802")]
    [InlineData("900101+9802", "189001019802")]
    [InlineData("19770525-2398", "197705252398")]
    [InlineData("770525-2398", "197705252398")]
    [InlineData("7905232380", "197905232380")]
    [InlineData("20000301 5542", "200003015542")]
    [InlineData("000301-5542", "200003015542")]
    [InlineData("194801712383", "194801712383")]
    [InlineData("881060-2394", "198810602394")]
    public void Real_numbers_are_read_in_every_form(string written, string digits) => Assert.Equal(digits, PersonalNumber.Of(written, Today)?.Digits);

    [Theory]
    [InlineData("")]
    [InlineData("197705252399")]
    [InlineData("19770525-239")]
    [InlineData("197713252398")]
    [InlineData("197702302398")]
    [InlineData("209905252398")]
    [InlineData("19770525_2398")]
    [InlineData("abcdefghijkl")]
    [InlineData("+++++++++++++")]
    public void What_is_no_number_is_refused(string written) => Assert.Null(PersonalNumber.Of(written, Today));

    [Fact]
    public async Task It_is_the_persons_own_shown_masked_and_read_whole_only_for_a_reason_that_the_person_sees()
    {
        var person = await members.AddMemberAsync(Places.Karlstad);
        using var self = members.As(person.Id, "member:self@district");
        using var desk = members.As(People.IdOf("ombudsman"), "register:edit@district", "personnummer:read@district", "register:export@district", "register:read@district");
        await self.PutAsync("/api/members/me/personal-number", new { number = "19770525-2399" }, null).RefusedAsync(HttpStatusCode.BadRequest, "number.wrong");
        Assert.Equal("19770525-••••", (await self.PutAsync("/api/members/me/personal-number", new { number = "770525-2398" }, null).ReadAsync()).Text("shown"));
        Assert.Equal("19770525-••••", (await desk.GetAsync(At(person.Id, "")).ReadAsync()).Text("shown"));
        await desk.PostAsync(At(person.Id, "/reveal").ToString(), new { reason = " " }).ReadAsync(HttpStatusCode.BadRequest);
        Assert.Equal("19770525-2398", (await desk.PostAsync(At(person.Id, "/reveal").ToString(), new { reason = "Redovisning till ABF" }).ReadAsync()).Text("number"));
        var read = (await self.GetAsync(new Uri("/api/members/me/reads", UriKind.Relative)).ReadAsync()).Items().Single(one => one.Text("what") == "personalNumber");
        Assert.Equal("Redovisning till ABF", read.Text("purpose"));

        var everywhere = await members.QueryAsync<string[]>("select array_agg(table_name::text) from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'");
        foreach (var table in everywhere)
            Assert.False(await members.QueryAsync<bool>($"select exists (select from \"{table}\" one where to_jsonb(one)::text ~ '7705252398|770525-2398')"), table);
        Assert.DoesNotContain("2398", await desk.GetAsync(new Uri("/api/members/people/export?format=csv&purpose=prov", UriKind.Relative)).ReadTextAsync(), StringComparison.Ordinal);

        await self.DeleteAsync(At(null, "")).ReadAsync();
        await desk.PostAsync(At(person.Id, "/reveal").ToString(), new { reason = "Redovisning" }).RefusedAsync(HttpStatusCode.NotFound, "number.none");
    }

    [Fact]
    public async Task The_desk_is_told_of_two_entries_with_one_number_and_a_person_is_not()
    {
        var (one, other, third) = (await members.AddMemberAsync(Places.Karlstad), await members.AddMemberAsync(Places.Karlstad), await members.AddMemberAsync(Places.Karlstad));
        using var desk = members.As(People.IdOf("ombudsman"), "register:edit@district");
        await desk.PutAsync(At(one.Id, "").ToString(), new { number = "194801712383" }, null).ReadAsync();
        await desk.PutAsync(At(other.Id, "").ToString(), new { number = "194801712383" }, null).RefusedAsync(HttpStatusCode.Conflict, "number.taken");
        await members.As(third.Id, "member:self@district").PutAsync("/api/members/me/personal-number", new { number = "194801712383" }, null).ReadAsync();
    }

    [Fact]
    public async Task A_new_key_seals_everything_anew_and_the_old_one_can_go()
    {
        var database = await fixture.Servers.CreateDatabaseAsync("members", _ => throw new InvalidOperationException("made by the hosts of this class"));
        string Key() => Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        var (first, second, index) = (Key(), Key(), Key());
        var person = People.IdOf("member");
        await using (var host = await HostAsync($"a={first}"))
            await host.As(person, "member:self@district").PutAsync("/api/members/me/personal-number", new { number = "189001019802" }, null).ReadAsync();
        await using (var host = await HostAsync($"b={second},a={first}"))
            await Eventually.SeeAsync(() => host.QueryAsync<string>("select key_id from personal_numbers where person_id = @person", new { person }), key => key == "b");
        await using (var host = await HostAsync($"b={second}"))
        {
            using var desk = host.As(People.IdOf("ombudsman"), "personnummer:read@district");
            Assert.Equal("18900101-9802", (await desk.PostAsync(At(person, "/reveal").ToString(), new { reason = "Redovisning" }).ReadAsync()).Text("number"));
        }

        async Task<MembersHost> HostAsync(string keys)
        {
            var settings = MembersHost.Settings(database, await fixture.Servers.CreateVirtualHostAsync());
            (settings[NumberVault.Setting], settings[NumberVault.IndexSetting]) = (keys, index);
            var host = new MembersHost("Development", settings);
            _ = host.Services.GetRequiredService<NumberVault>();
            await host.ExecuteAsync("update jobs set next_run_at = now() where name = 'SealNumbersAnew'");
            return host;
        }
    }

    [Fact]
    public async Task It_goes_when_membership_ends()
    {
        var person = await members.AddMemberAsync(Places.Karlstad);
        using var self = members.As(person.Id, "member:self@district");
        await self.PutAsync("/api/members/me/personal-number", new { number = "198810602394" }, null).ReadAsync();
        await self.PostAsync("/api/members/me/ending", new { }).ReadAsync(HttpStatusCode.NoContent);
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from personal_numbers where person_id = @Id", new { person.Id }));
    }

    private static Uri At(Guid? person, string more) => new(person is null ? "/api/members/me/personal-number" : $"/api/members/people/{person}/personal-number{more}", UriKind.Relative);
}
