using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Members.Privacy;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Privacy;

/// <summary>What the nights take, and that the report said so.</summary>
public sealed class RetentionTests(Servers servers) : IAsyncLifetime
{
    private const string Path = "/api/members/privacy/retention";

    private MembersHost members = null!;
    private HttpClient desk = null!;

    public async ValueTask InitializeAsync()
    {
        members = await MembersHost.StartAsync(servers);
        desk = members.As(People.IdOf("ombudsman"), "privacy:manage@district", "register:edit@district", "statistics:read@district");
    }

    public ValueTask DisposeAsync() => members.DisposeAsync();

    [Fact]
    public async Task The_nights_take_what_the_report_said_once_somebody_has_started_them()
    {
        await using var events = await BrokerListener.StartAsync(members);
        var (old, consenting, recent, never) = (await FormerAsync(800), await FormerAsync(800), await FormerAsync(100), await members.AddApplicantAsync(Places.Karlstad));
        await desk.PostAsync($"/api/members/people/{consenting.Id}/consents", new { textVersion = 1, how = "paper" }).ReadAsync();
        await members.ExecuteAsync("update memberships set applied_on = @day where person_id = @Id", new { never.Id, day = members.Today().AddDays(-500) });
        await members.ExecuteAsync("insert into read_log (at, person_id, reader, assignment, what) values (now() - interval '3 years', @Id, 'member:x', 'chair', 'list')", new { recent.Id });
        var before = Rules(await ReadAsync());
        Assert.DoesNotContain(old.FamilyName, (await ReadAsync()).GetRawText(), StringComparison.Ordinal);
        Assert.True(before["formerMembers"] >= 1 && before["applicants"] >= 1 && before["reads"] >= 1, string.Join(' ', before));

        await members.MoveClockAsync(TimeSpan.FromHours(25));
        await Eventually.SeeAsync(() => members.QueryAsync<bool>("select last_run_at > now() + interval '1 day' from jobs where name = 'Retention'"), ran => ran);
        Assert.Equal(1, await members.QueryAsync<long>("select count(*) from people where id = @Id", new { old.Id }));

        await desk.PutAsync(Path, new { isOn = true }, null).ReadAsync();
        before = Rules(await ReadAsync());
        var growth = await GrowthAsync();
        await members.MoveClockAsync(TimeSpan.FromHours(25));
        var run = await Eventually.SeeAsync(async () => (await ReadAsync()).GetProperty("runs"), runs => runs.GetArrayLength() == 1);
        Assert.Equal(before["formerMembers"], run[0].GetProperty("counts").GetProperty("formerMembers").GetInt64());
        Assert.Equal(before["reads"], run[0].GetProperty("counts").GetProperty("reads").GetInt64());
        Assert.Equal([consenting.Id, recent.Id], (await members.QueryAsync<Guid[]>("select array_agg(id order by id) from people where id = any(@ids)", new { ids = new[] { old.Id, consenting.Id, recent.Id, never.Id } })).Order());
        await events.HearAsync<PersonErased>(one => one.MemberId == old.Id);
        // The figures stand: only months are left of whoever is gone.
        Assert.Equal(growth, await GrowthAsync());
        Assert.All(Rules(await ReadAsync()).Where(rule => rule.Key is not "formerMembers"), rule => Assert.Equal(0, rule.Value));
    }

    [Fact]
    public async Task A_period_is_chosen_within_bounds_and_the_law_is_not_the_districts_to_change()
    {
        var report = await desk.PutAsync($"{Path}/careCases", new { months = 6 }, null).ReadAsync();
        Assert.Equal(6, report.GetProperty("rules").EnumerateArray().Single(rule => rule.Text("code") == "careCases").GetProperty("months").GetInt32());
        await desk.PutAsync($"{Path}/careCases", new { months = 61 }, null).RefusedAsync(HttpStatusCode.BadRequest, "retention.out_of_bounds");
        await desk.PutAsync($"{Path}/vouchers", new { months = 83 }, null).RefusedAsync(HttpStatusCode.BadRequest, "retention.out_of_bounds");
        await desk.PutAsync($"{Path}/everything", new { months = 6 }, null).RefusedAsync(HttpStatusCode.NotFound, "retention.unknown");
    }

    [Fact]
    public async Task Booked_claims_lose_the_name_after_seven_years_and_nothing_else()
    {
        await desk.PutAsync(Path, new { isOn = true }, null).ReadAsync();
        var paid = await members.QueryAsync<long>("select count(*) from claims where state = 'paid'");
        Assert.True(paid > 0);
        var rows = await members.QueryAsync<string>("select md5(string_agg(one::text, '' order by year, number, place)) from voucher_rows one");
        await members.MoveClockAsync(TimeSpan.FromDays(365.25 * 8.2));
        await Eventually.SeeAsync(() => members.QueryAsync<long>("select count(*) from claims where state = 'paid' and claimant_name <> ''"), left => left == 0);
        Assert.Equal(paid, await members.QueryAsync<long>("select count(*) from claims where state = 'paid'"));
        Assert.Equal(rows, await members.QueryAsync<string>("select md5(string_agg(one::text, '' order by year, number, place)) from voucher_rows one"));
    }

    /// <summary>Written by <c>UPDATE_SNAPSHOTS=1</c>, and held against the code otherwise.</summary>
    [Fact]
    public void The_tables_of_the_documentation_are_those_of_the_code()
    {
        var file = System.IO.Path.Combine(Snapshots.Root(), "docs/privacy.md");
        var document = File.ReadAllText(file);
        document = With(document, "kinds", "| Data | What it is | Purpose | Basis | Kept |\n|---|---|---|---|---|\n"
            + string.Concat(DataKind.All.Select(kind => $"| {kind.Name.En} | {kind.What.En} | {kind.Purpose.En} | {kind.Basis.En} | {kind.Kept.En} |\n")));
        document = With(document, "retention", "| What | Counted from | Usual (bounds) | At the end |\n|---|---|---|---|\n"
            + string.Concat(RetentionRule.All.Select(rule => $"| {rule.What.En} | {rule.From.En} | {rule.Months} months{(rule.Least == rule.Most ? "" : $" ({rule.Least}–{rule.Most})")} | {rule.End} |\n")));
        document = With(document, "fixed", "| What | Kept |\n|---|---|\n" + string.Concat(RetentionRule.Fixed.Select(one => $"| {one.What.En} | {one.Kept.En} |\n")));
        Snapshots.Check(file, document);
    }

    private static string With(string document, string mark, string table)
    {
        var (begins, ends) = ($"<!-- {mark} -->\n", $"<!-- end of {mark} -->");
        var at = document.IndexOf(begins, StringComparison.Ordinal) + begins.Length;
        return document[..at] + table + document[document.IndexOf(ends, StringComparison.Ordinal)..];
    }

    [Fact]
    public async Task Who_has_left_is_in_no_list_ask_or_file()
    {
        var gone = await FormerAsync(10);
        await members.ExecuteAsync("update people set help_with = '{leaflets}' where id = @Id", new { gone.Id });
        using var chair = members.As(People.IdOf("ombudsman"), "register:read@district", "activation:work@district", "register:export@district");
        object ask = new { associationId = Places.Karlstad, title = "Flygblad", startsAt = members.Clock.GetUtcNow().AddDays(7), minutes = 60, place = "Torget", needed = 5, way = "leaflets" };
        Assert.DoesNotContain((await chair.PostAsync("/api/members/activation/asks/preview", ask).ReadAsync()).GetProperty("people").EnumerateArray(), one => one.Id("memberId") == gone.Id);
        Assert.DoesNotContain(await chair.AllPagesAsync("/api/members/people"), one => one.Id("memberId") == gone.Id);
        Assert.DoesNotContain(gone.Email, await chair.GetAsync(new Uri("/api/members/people/export?format=csv&purpose=prov", UriKind.Relative)).ReadTextAsync(), StringComparison.Ordinal);
    }

    private async Task<Applicant> FormerAsync(int days)
    {
        var person = await members.AddMemberAsync(Places.Karlstad, 1000, familyName: "Förgången");
        await members.ExecuteAsync("update memberships set state = 'left', ended_on = @day where person_id = @Id", new { person.Id, day = members.Today().AddDays(-days) });
        return person;
    }

    private Task<JsonElement> ReadAsync() => desk.GetAsync(new Uri(Path, UriKind.Relative)).ReadAsync();

    private static Dictionary<string, long> Rules(JsonElement report) => report.GetProperty("rules").EnumerateArray().ToDictionary(rule => rule.Text("code")!, rule => rule.GetProperty("tonight").GetInt64());

    private async Task<string> GrowthAsync() => (await desk.GetAsync(new Uri("/api/members/district/growth?months=60", UriKind.Relative)).ReadAsync()).GetProperty("months").GetRawText();
}
