using System.Net;
using System.Text.Json;
using Dapper;
using FsCheck;
using FsCheck.Fluent;
using Npgsql;
using VpVarmland.Contracts;
using VpVarmland.Members.Register;
using VpVarmland.Members.Segments;
using VpVarmland.ServiceDefaults.Web;
using VpVarmland.Tests.Kit;
using VpVarmland.Tests.Rules;

namespace VpVarmland.Tests.Segments;

/// <summary>Questions to the register: they mean those they say, within reach, and are kept for later.</summary>
public sealed class SegmentTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private static readonly object Everybody = new { kind = "all", of = Array.Empty<object>() };

    private readonly MembersHost members = fixture.Host;
    private readonly HttpClient ombudsman = fixture.Host.As(People.IdOf("ombudsman"), "register:read@district");
    private readonly HttpClient chair = fixture.Host.As(People.IdOf("association-chair-karlstad"), $"register:read@{Places.Karlstad}");

    [Fact]
    public async Task Any_question_means_exactly_those_it_says_and_only_within_reach()
    {
        var today = members.Today();
        await using var database = new NpgsqlConnection(members.ConnectionString);
        var everybody = (await database.QueryAsync<Known>(Known.Sql, new { today })).ToList();
        Assert.True(everybody.Count > 300, "The demo is too small to tell questions apart.");
        foreach (var filter in ForAll.Sample(Filters(3, [.. everybody.Select(one => one.AssociationId).Distinct()]), 120).Where(filter => FilterRules.Check(filter) is null))
        {
            var written = JsonSerializer.Serialize(filter, Json.Options);
            var meant = everybody.Where(one => one.Fits(filter, today)).ToList();
            Assert.True(meant.Count == await CountAsync(ombudsman, filter), $"district, {meant.Count} are meant by {written}");
            Assert.True(meant.Count(one => one.AssociationId == Places.Karlstad) == await CountAsync(chair, filter), $"Karlstad: {written}");
        }
    }

    [Fact]
    public async Task A_list_shows_whom_its_question_means_and_each_sees_only_the_own_association()
    {
        var id = await SaveAsync(ombudsman, "Alla i distriktet", Everybody, "district");
        var seen = await ombudsman.AllPagesAsync($"/api/members/segments/{id}/people", 37);
        Assert.Equal(await members.QueryAsync<long>("select count(*) from memberships where ended_on is null"), seen.Count);
        Assert.Equal(seen.Count, seen.Select(row => row.Id("memberId")).Distinct().Count());
        await chair.GetAsync(new Uri($"/api/members/segments/{id}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "segment.unknown");

        var shared = await SaveAsync(ombudsman, "Delad med Karlstad", Everybody, "association", Places.Karlstad);
        Assert.All(await chair.AllPagesAsync($"/api/members/segments/{shared}/people"), row => Assert.Equal(Places.Karlstad, row.Id("associationId")));
    }

    [Fact]
    public async Task Former_members_answer_to_no_question()
    {
        var gone = await members.AddMemberAsync(Places.Karlstad, familyName: "Utträddsson");
        await members.ExecuteAsync("update memberships set state = 'left', ended_on = @today where id = @Membership", new { gone.Membership, today = members.Today() });
        var id = await SaveAsync(chair, "Karlstad", Everybody, "own");
        Assert.DoesNotContain(await chair.AllPagesAsync($"/api/members/segments/{id}/people"), row => row.Id("memberId") == gone.Id);
    }

    [Fact]
    public async Task A_sample_and_a_list_are_noted_as_read()
    {
        var preview = await chair.PostAsync("/api/members/segments/preview", new { filter = Everybody }).ReadAsync();
        var seen = preview.GetProperty("sample")[0].Id("memberId");
        Assert.Equal(1, await members.QueryAsync<long>(
            "select count(*) from read_log where person_id = @seen and reader = @reader and what = 'list'", new { seen, reader = $"member:{People.IdOf("association-chair-karlstad")}" }));
    }

    [Fact]
    public async Task A_list_is_changed_by_whoever_has_read_its_latest_version_and_removed()
    {
        var id = await SaveAsync(chair, "Utkast", Everybody, "own");
        object better = new { name = "Kvinnor", filter = new { kind = "gender", genders = new[] { "woman" } }, sharing = "own" };
        await chair.PutAsync($"/api/members/segments/{id}", better, ifMatch: null).RefusedAsync((HttpStatusCode)428, "request.version_needed");
        var changed = await chair.PutAsync($"/api/members/segments/{id}", better, "\"1\"").ReadAsync();
        Assert.Equal(("Kvinnor", "gender", 2), (changed.Text("name"), changed.GetProperty("filter").Text("kind"), changed.GetProperty("version").GetInt32()));
        await chair.PutAsync($"/api/members/segments/{id}", better, "\"1\"").RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        var again = await chair.PutAsync($"/api/members/segments/{id}", better, "\"2\"").ReadAsync();
        Assert.Equal(2, again.GetProperty("version").GetInt32());
        await chair.DeleteAsync(new Uri($"/api/members/segments/{id}", UriKind.Relative)).ReadAsync(HttpStatusCode.NoContent);
        await chair.GetAsync(new Uri($"/api/members/segments/{id}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "segment.unknown");
    }

    [Fact]
    public async Task A_list_is_shared_only_with_those_one_works_for()
    {
        await RefuseAsync(new { name = "Arvikas", filter = Everybody, sharing = "association", associationId = Places.Arvika }, "segment.not_shared");
        await RefuseAsync(new { name = "Distriktets", filter = Everybody, sharing = "district" }, "segment.not_shared");
        await RefuseAsync(new { name = "Min", filter = Everybody, sharing = "own", associationId = Places.Karlstad }, "segment.not_shared");
        await ombudsman.PostAsync("/api/members/segments", new { name = "Ingens", filter = Everybody, sharing = "association", associationId = Guid.NewGuid() })
            .RefusedAsync(HttpStatusCode.BadRequest, "segment.not_shared");
    }

    [Theory]
    [InlineData("""{"kind":"any","of":[]}""", "segment.incomplete")]
    [InlineData("""{"kind":"not"}""", "segment.incomplete")]
    [InlineData("""{"kind":"all","of":[null]}""", "segment.incomplete")]
    [InlineData("""{"kind":"all"}""", "segment.incomplete")]
    [InlineData("""{"kind":"association","ids":[]}""", "segment.incomplete")]
    [InlineData("""{"kind":"state","states":["left"]}""", "segment.incomplete")]
    [InlineData("""{"kind":"memberSince"}""", "segment.incomplete")]
    [InlineData("""{"kind":"memberSince","from":"2026-01-02","until":"2026-01-01"}""", "segment.incomplete")]
    [InlineData("""{"kind":"born","from":1899}""", "segment.incomplete")]
    [InlineData("""{"kind":"notHeardFrom","months":0}""", "segment.incomplete")]
    [InlineData("""{"kind":"came","months":121}""", "segment.incomplete")]
    [InlineData("""{"kind":"helped"}""", "segment.incomplete")]
    [InlineData("""{"kind":"language","language":"de"}""", "segment.incomplete")]
    [InlineData("""{"kind":"assignment","kinds":[null]}""", "segment.incomplete")]
    [InlineData("""{"kind":"sql","text":"true"}""", "request.malformed")]
    [InlineData("""{"of":[]}""", "request.malformed")]
    [InlineData("null", "segment.incomplete")]
    public async Task What_is_no_question_is_refused(string filter, string code) => await RefuseAsync(new { name = "Fel", filter = JsonSerializer.Deserialize<JsonElement>(filter), sharing = "own" }, code);

    [Fact]
    public async Task A_question_that_nobody_could_read_is_refused()
    {
        object deep = new { kind = "openCase" };
        for (var level = 0; level <= FilterRules.Deepest; level++)
            deep = new { kind = "not", of = deep };
        await RefuseAsync(new { name = "Djup", filter = deep, sharing = "own" }, "segment.too_large");
        await RefuseAsync(new { name = "Bred", filter = new { kind = "all", of = Enumerable.Repeat(new { kind = "openCase" }, FilterRules.MostConditions) }, sharing = "own" }, "segment.too_large");
    }

    [Fact]
    public async Task What_was_written_is_a_value_and_never_a_statement()
    {
        var filter = new Filter.HoldsAssignment(["chair'); drop table segments; --"]);
        Assert.Equal(0, await CountAsync(ombudsman, filter));
        Assert.Equal(0, await CountAsync(ombudsman, new Filter.LivesIn(["@v0"])));
    }

    private static Gen<Filter> Filters(int depth, Guid[] associations)
    {
        var leaves = Gen.OneOf(
            Gen.SubListOf(associations).Where(ids => ids.Count > 0).Select(Filter (ids) => new Filter.InAssociation([.. ids])),
            Gen.SubListOf("1780", "1784", "1766", "1730").Where(codes => codes.Count > 0).Select(Filter (codes) => new Filter.LivesIn([.. codes])),
            Gen.SubListOf(MembershipState.Applicant, MembershipState.Paid, MembershipState.Member).Where(states => states.Count > 0).Select(Filter (states) => new Filter.Standing([.. states])),
            Gen.Choose(1, 4000).Select(Filter (days) => new Filter.MemberSince(days % 3 == 0 ? null : new DateOnly(2015, 1, 1).AddDays(days), days % 3 == 1 ? null : new DateOnly(2015, 1, 1).AddDays(days + 400))),
            Gen.SubListOf("chair", "treasurer", "boardMember", "operator", "nobody").Select(Filter (kinds) => new Filter.HoldsAssignment([.. kinds])),
            Gen.SubListOf(Enum.GetValues<HelpWay>()).Select(Filter (ways) => new Filter.WantsToHelp([.. ways])),
            Gen.SubListOf(Enumerable.Range(1, 7).Select(one => new Guid($"01900000-0000-7000-8010-{one:x12}"))).Where(ids => ids.Count > 0).Select(Filter (ids) => new Filter.HasInterest([.. ids])),
            Gen.Choose(1930, 2010).Select(Filter (year) => new Filter.BornBetween(year % 3 == 0 ? null : year, year % 3 == 1 ? null : year + 15)),
            Gen.SubListOf(Enum.GetValues<Gender>()).Where(genders => genders.Count > 0).Select(Filter (genders) => new Filter.OfGender([.. genders])),
            Gen.Elements("sv", "en").Select(Filter (language) => new Filter.Speaks(language)),
            Gen.Elements(Enum.GetValues<ContactWay>()).Select(Filter (way) => new Filter.ReachedBy(way)),
            Gen.Constant<Filter>(new Filter.HasOpenCase()),
            Gen.Choose(1, 24).Select(Filter (months) => new Filter.NotHeardFrom(months)),
            Gen.Choose(1, 24).Select(Filter (months) => new Filter.Came(months)),
            Gen.Choose(1, 24).Select(Filter (months) => new Filter.Helped(months)));
        if (depth == 0)
            return leaves;
        var several = Gen.Choose(1, 3).SelectMany(count => Filters(depth - 1, associations).ListOf(count));
        return Gen.Frequency(
            (3, leaves),
            (2, several.Select(Filter (all) => new Filter.All([.. all]))),
            (2, several.Select(Filter (any) => new Filter.Any([.. any]))),
            (1, Filters(depth - 1, associations).Select(Filter (one) => new Filter.Not(one))));
    }

    private static async Task<long> CountAsync(HttpClient caller, Filter filter) =>
        (await caller.PostAsync("/api/members/segments/preview", new { filter = JsonSerializer.SerializeToElement(filter, Json.Options) }).ReadAsync()).GetProperty("count").GetInt64();

    private Task<JsonElement> RefuseAsync(object request, string code) => chair.PostAsync("/api/members/segments", request).RefusedAsync(HttpStatusCode.BadRequest, code);

    private static async Task<Guid> SaveAsync(HttpClient caller, string name, object filter, string sharing, Guid? associationId = null) =>
        (await caller.PostAsync("/api/members/segments", new { name, filter, sharing, associationId }).ReadAsync(HttpStatusCode.Created)).Id("id");
}
