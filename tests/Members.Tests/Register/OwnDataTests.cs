using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.Joining;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Register;

/// <summary>Min sida: own data and corrections of it.</summary>
public sealed class OwnDataTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;

    [Fact]
    public async Task A_person_corrects_the_own_data_and_everyone_is_told_the_new_version()
    {
        var (person, me) = await SomebodyAsync();
        var version = (await ReadMeAsync(me)).Version;
        var corrected = await me.PutAsync("/api/members/me", Forms.OwnData, version).ReadAsync();
        Assert.Equal(("Rättad", "+46701740621", "other", "65225"), (corrected.Text("givenName"), corrected.Text("phone"), corrected.Text("gender"), corrected.Text("postalCode")));
        Assert.Equal(["drive"], corrected.GetProperty("helpWith").EnumerateArray().Select(way => way.GetString()));
        Assert.Equal(corrected.ToString(), (await ReadMeAsync(me)).Data.ToString());
        var told = await fixture.Events.HearAsync<MemberChanged>(one => one.MemberId == person.Id && one.GivenName == "Rättad");
        Assert.Equal($"\"{told.Version}\"", (await ReadMeAsync(me)).Version);
    }

    [Fact]
    public async Task A_correction_names_the_version_it_is_made_from()
    {
        var (_, me) = await SomebodyAsync();
        var version = (await ReadMeAsync(me)).Version;
        await me.PutAsync("/api/members/me", Forms.OwnData, ifMatch: null).RefusedAsync(HttpStatusCode.PreconditionRequired, "request.version_needed");
        await me.PutAsync("/api/members/me", Forms.OwnData, version).ReadAsync();
        await me.PutAsync("/api/members/me", Forms.OwnData, version).RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
    }

    [Fact]
    public async Task Of_many_corrections_of_one_version_one_succeeds()
    {
        var (_, me) = await SomebodyAsync();
        var version = (await ReadMeAsync(me)).Version;
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(turn =>
            me.PutAsync("/api/members/me", new { givenName = "Namn" + turn, familyName = "Samtidig", gender = "woman", language = "sv" }, version)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(4, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Saving_what_stands_already_says_nothing()
    {
        var (person, me) = await SomebodyAsync();
        await me.PutAsync("/api/members/me", Forms.OwnData, (await ReadMeAsync(me)).Version).ReadAsync();
        var (before, version) = (await members.ChecksumAsync(), (await ReadMeAsync(me)).Version);
        var told = (await fixture.Events.AllAsync<MemberChanged>(one => one.MemberId == person.Id)).Count;

        await me.PutAsync("/api/members/me", Forms.OwnData, version).ReadAsync();
        Assert.Equal(version, (await ReadMeAsync(me)).Version);
        Assert.Equal(before, await members.ChecksumAsync());
        Assert.Equal(told, (await fixture.Events.AllAsync<MemberChanged>(one => one.MemberId == person.Id)).Count);
    }

    [Fact]
    public async Task A_correction_by_the_association_is_seen_in_the_history_of_the_person()
    {
        var person = await members.AddApplicantAsync(Places.Karlstad);
        using var chair = await members.RoleAsync("association-chair-karlstad");
        await chair.PutAsync($"/api/members/people/{person.Id}", Forms.OwnData, "\"1\"").ReadAsync();
        var details = await chair.GetAsync(new Uri($"/api/members/people/{person.Id}", UriKind.Relative)).ReadAsync();
        Assert.Equal("person.corrected", details.GetProperty("history")[0].Text("action"));
    }

    [Theory]
    [InlineData("postalCode", "1234")]
    [InlineData("postalCode", "65224\n")]
    [InlineData("postalCode", "6५२24")]
    [InlineData("phone", "inget nummer")]
    [InlineData("phone", "1")]
    [InlineData("birthYear", 1850)]
    [InlineData("givenName", " ")]
    [InlineData("language", "de")]
    public async Task A_field_that_cannot_be_is_named_in_the_answer_and_nothing_is_saved(string field, object value)
    {
        var (_, me) = await SomebodyAsync();
        var version = (await ReadMeAsync(me)).Version;
        var before = await members.ChecksumAsync();
        var problem = await me.PutAsync("/api/members/me", With(field, value), version).RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
        Assert.Equal([field], problem.GetProperty("errors").EnumerateObject().Select(one => one.Name));
        Assert.Equal(before, await members.ChecksumAsync());
    }

    [Fact]
    public async Task A_municipality_outside_the_county_is_refused()
    {
        var (_, me) = await SomebodyAsync();
        await me.PutAsync("/api/members/me", With("municipalityCode", "0180"), (await ReadMeAsync(me)).Version)
            .RefusedAsync(HttpStatusCode.BadRequest, "person.unknown_municipality");
    }

    [Fact]
    public async Task Problems_speak_the_language_of_the_reader()
    {
        var (_, me) = await SomebodyAsync();
        me.DefaultRequestHeaders.Add("Accept-Language", "en-GB,en;q=0.9,sv;q=0.1");
        var problem = await me.PutAsync("/api/members/me", With("givenName", ""), "\"1\"").RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
        Assert.Equal("Fill this in.", problem.GetProperty("errors").GetProperty("givenName")[0].GetString());
    }

    private static Dictionary<string, object?> With(string field, object value)
    {
        var body = JsonSerializer.SerializeToElement(Forms.OwnData).EnumerateObject().ToDictionary(one => one.Name, one => (object?)one.Value, StringComparer.Ordinal);
        body[field] = value;
        return body;
    }

    private async Task<(Applicant Person, HttpClient Me)> SomebodyAsync()
    {
        var person = await members.AddMemberAsync(Places.Karlstad);
        return (person, members.As(person.Id, "member:self@district"));
    }

    private static async Task<(JsonElement Data, string Version)> ReadMeAsync(HttpClient me)
    {
        using var answer = await me.GetAsync(new Uri("/api/members/me", UriKind.Relative));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(), answer.Headers.ETag!.Tag);
    }
}
