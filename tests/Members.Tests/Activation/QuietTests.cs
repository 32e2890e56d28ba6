using System.Net;
using System.Text.Json;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Activation;

/// <summary>Of whom nothing has been heard, and opening cases for many of them at once.</summary>
public sealed class QuietTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;

    public static TheoryData<string, string> Signs => new()
    {
        { "paid", "insert into fee_years (person_id, year, paid_on, noted_at) values (@person, 2025, @day, @at)" },
        { "answered", "insert into ask_people (ask_id, person_id, token_hash, asked_at, answer, answered_at) values ((select id from asks limit 1), @person, sha256(convert_to(@person::text, 'UTF8')), @at, 'no', @at)" },
        { "came", "insert into attendances (person_id, occasion_id, came_on, came, version) values (@person, gen_random_uuid(), @day, true, 1)" },
        { "spokenWith", "insert into care_cases (id, person_id, association_id, reason, state, opened_at, due_at) values (@person, @person, @association, 'other', 'open', @at, @at); insert into care_contacts (id, case_id, at, outcome, due_before) values (@person, @person, @at, 'met', @at)" },
        { "held", "insert into assignments (id, person_id, kind, association_id, from_date, ended_on) values (@person, @person, 'boardMember', @association, @day - 90, @day)" },
        { "offered", "insert into care_cases (id, person_id, association_id, reason, state, opened_at, due_at) values (@person, @person, @association, 'wantsToHelp', 'open', @at, @at)" },
        { "corrected", "insert into audit (at, actor, action, subject) values (@at, 'member:' || @person, 'person.corrected', @person)" },
    };

    [Theory]
    [MemberData(nameof(Signs))]
    public async Task Every_sign_is_the_last_that_was_heard_until_it_is_as_old_as_what_was_asked_for(string sign, string noted)
    {
        var association = await members.AddAssociationAsync();
        var person = await QuietAsync(association);
        var day = members.Today().AddMonths(-5);
        Assert.Equal("joined", Assert.Single(await ListAsync(association)).Text("lastSign"));
        await members.ExecuteAsync(noted, new { person, association, day, at = ServiceDefaults.Time.SwedishTime.StartOf(day).AddHours(9) });
        Assert.Empty(await ListAsync(association));
        Assert.Empty(await ListAsync(association, "&months=6"));
        var row = Assert.Single(await ListAsync(association, "&months=5"));
        Assert.Equal((sign, $"{day:yyyy-MM-dd}"), (row.Text("lastSign"), row.Text("lastOn")));
    }

    [Fact]
    public async Task The_longest_silence_comes_first_page_by_page_and_somebody_is_found_by_name()
    {
        var association = await members.AddAssociationAsync();
        var (longest, middle, shortest) = (await QuietAsync(association, 900, "Torborg", "Tystlund"), await QuietAsync(association, 600), await QuietAsync(association, 400));
        using var chair = Chair(association);
        var pages = await chair.AllPagesAsync($"/api/members/care/quiet?association={association}", size: 1);
        Assert.Equal([longest, middle, shortest], pages.Select(row => row.Id("memberId")));
        var found = await chair.GetAsync(Address(association, "&q=tystl torb")).ReadAsync();
        Assert.Equal(longest, Assert.Single(found.Items()).Id("memberId"));
        Assert.Equal(1, found.GetProperty("counted").GetProperty("everybody").GetInt32());
        Assert.Empty(await ListAsync(association, "&q=Karolina"));
        Assert.Equal(2, (await ListAsync(association, "&months=18")).Count);
        foreach (var wrong in (string[])["&months=2", "&months=37"])
            await chair.GetAsync(Address(association, wrong)).RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
    }

    [Fact]
    public async Task Nobody_is_listed_who_has_an_assignment_has_objected_has_died_has_left_or_is_not_a_member_yet()
    {
        var association = await members.AddAssociationAsync();
        var (holds, objects, dead, left) = (await QuietAsync(association), await QuietAsync(association), await QuietAsync(association), await QuietAsync(association));
        await members.AddApplicantAsync(association);
        var shown = await QuietAsync(association);
        await members.ExecuteAsync(
            """
            insert into assignments (id, person_id, kind, association_id, from_date) values (@holds, @holds, 'boardMember', @association, @today);
            insert into objections (person_id, processing, since) values (@objects, 'careByRule', now());
            update people set mail_stopped = true where id = @dead;
            update memberships set state = 'left', ended_on = @today where person_id = @left
            """, new { holds, objects, dead, left, association, today = members.Today() });
        Assert.Equal(shown, Assert.Single(await ListAsync(association)).Id("memberId"));
        Assert.Empty(await ListAsync(Places.Arvika, "", Chair(association)));
        // That somebody was read about is noted, as of every list.
        Assert.Equal(1, await members.QueryAsync<long>("select count(*) from read_log where person_id = @shown and what = 'list'", new { shown }));
    }

    [Fact]
    public async Task Cases_are_opened_together_once_each_with_whom_the_rule_chooses()
    {
        var association = await members.AddAssociationAsync();
        var secretary = await members.AddMemberAsync(association);
        await members.ExecuteAsync("insert into assignments (id, person_id, kind, association_id, from_date) values (@Id, @Id, 'membershipSecretary', @association, @today)", new { secretary.Id, association, today = members.Today() });
        var (one, two, has, heard) = (await QuietAsync(association), await QuietAsync(association), await QuietAsync(association), (await members.AddMemberAsync(association, 20)).Id);
        await members.OpenCaseAsync(has, "inactive");
        var elsewhere = await QuietAsync(await members.AddAssociationAsync());
        using var chair = Chair(association);
        var answer = await OpenAsync(chair, one, two, has, heard, elsewhere, one);
        Assert.Equal((2, 1, 2), (answer.GetProperty("opened").GetInt32(), answer.GetProperty("hadCase").GetInt32(), answer.GetProperty("notQuiet").GetInt32()));
        var cases = await members.QueryAsync<string[]>("select array_agg(distinct assigned_because || ' ' || assignee_id) from care_cases where person_id = any(@both) and reason = 'inactive' and state = 'open'", new { both = new[] { one, two } });
        Assert.Equal([$"membershipSecretary {secretary.Id}"], cases);
        Assert.Empty(await members.QueryAsync<Guid[]>("select coalesce(array_agg(id), '{}') from care_cases where person_id = any(@both)", new { both = new[] { heard, elsewhere } }));
        var again = await OpenAsync(chair, one, two);
        Assert.Equal((0, 2, JsonValueKind.Null), (again.GetProperty("opened").GetInt32(), again.GetProperty("hadCase").GetInt32(), again.GetProperty("openingId").ValueKind));
        Assert.Equal(3, (await ListAsync(association)).Count(row => row.GetProperty("caseId").ValueKind != JsonValueKind.Null));
        Assert.Empty(await ListAsync(association, "&withoutCase=true"));
        await chair.PostAsync("/api/members/care/quiet/cases", new { months = 6, memberIds = Enumerable.Range(0, 201).Select(_ => Guid.NewGuid()) }).RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
        await chair.PostAsync("/api/members/care/quiet/cases", new { months = 2, memberIds = new[] { one } }).RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
    }

    [Fact]
    public async Task What_was_opened_together_is_taken_back_by_whoever_did_it_within_an_hour_but_not_what_is_worked_on()
    {
        var association = await members.AddAssociationAsync();
        var (one, worked) = (await QuietAsync(association), await QuietAsync(association));
        using var chair = Chair(association);
        var opening = (await OpenAsync(chair, one, worked)).Id("openingId");
        var begun = await members.QueryAsync<Guid>("select id from care_cases where person_id = @worked", new { worked });
        await chair.PostAsync($"/api/members/care/cases/{begun}/contacts", new { outcome = "noAnswer" }).ReadAsync();
        using var other = members.As(People.IdOf("ombudsman"), "care:work@district");
        await other.DeleteAsync(Opening(opening)).RefusedAsync(HttpStatusCode.NotFound, "care.opening_gone");
        var undone = await chair.DeleteAsync(Opening(opening)).ReadAsync();
        Assert.Equal((1, 1), (undone.GetProperty("takenBack").GetInt32(), undone.GetProperty("kept").GetInt32()));
        Assert.Equal([begun], await members.QueryAsync<Guid[]>("select array_agg(id) from care_cases where person_id = any(@both)", new { both = new[] { one, worked } }));
        await chair.DeleteAsync(Opening(opening)).RefusedAsync(HttpStatusCode.NotFound, "care.opening_gone");
        var late = (await OpenAsync(chair, one)).Id("openingId");
        await members.MoveClockAsync(TimeSpan.FromMinutes(61));
        await chair.DeleteAsync(Opening(late)).RefusedAsync(HttpStatusCode.NotFound, "care.opening_gone");
        // Who tried and got no answer is still quiet, and the list says when.
        Assert.NotNull(Assert.Single(await ListAsync(association), row => row.Id("memberId") == worked).Text("triedOn"));
    }

    private async Task<Guid> QuietAsync(Guid association, int days = 900, string givenName = "Prövande", string familyName = "Medlem") => (await members.AddMemberAsync(association, days, givenName, familyName)).Id;

    private HttpClient Chair(Guid association) => members.As(People.IdOf("association-chair-karlstad"), $"care:work@{association}");

    private async Task<IReadOnlyList<JsonElement>> ListAsync(Guid association, string more = "", HttpClient? caller = null) => (await (caller ?? Chair(association)).GetAsync(Address(association, more)).ReadAsync()).Items();

    private static Task<JsonElement> OpenAsync(HttpClient chair, params Guid[] people) => chair.PostAsync("/api/members/care/quiet/cases", new { months = 6, memberIds = people }).ReadAsync();

    private static Uri Address(Guid association, string more) => new($"/api/members/care/quiet?association={association}{more}", UriKind.Relative);

    private static Uri Opening(Guid id) => new($"/api/members/care/quiet/cases/{id}", UriKind.Relative);
}
