using System.Net;
using VpVarmland.Contracts;
using VpVarmland.Members.Privacy;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Privacy;

/// <summary>What people ask about their data, and what becomes of it.</summary>
public sealed class PrivacyTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private const string Own = "/api/members/me/privacy", Desk = "/api/members/privacy/requests";

    private readonly MembersHost members = fixture.Host;
    private readonly HttpClient desk = fixture.Host.As(People.IdOf("ombudsman"), "privacy:manage@district", "activation:work@district", "register:read@district", "register:edit@district");

    [Fact]
    public async Task No_column_that_leads_to_a_person_is_left_undescribed()
    {
        Assert.Empty(await members.QueryAsync<string[]>("select coalesce(array_agg(one), '{}') from undescribed_person_columns() one"));
        var kinds = await members.QueryAsync<string[]>("select array(select distinct kind from person_data where kind is not null)");
        Assert.Empty(kinds.Except(DataKind.All.Select(kind => char.ToLowerInvariant($"{kind.Kind}"[0]) + $"{kind.Kind}"[1..]), StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<PersonDataKind>(), DataKind.All.Select(kind => kind.Kind).Order());
    }

    [Fact]
    public async Task A_table_that_is_added_without_a_description_is_found()
    {
        await using var other = await MembersHost.StartAsync(fixture.Servers);
        await other.ExecuteAsync("create table forgotten (id uuid primary key, somebody uuid not null references people on delete cascade); create table also_forgotten (email text)");
        Assert.Equal(["also_forgotten.email", "forgotten.somebody"], await other.QueryAsync<string[]>("select array_agg(one) from undescribed_person_columns() one"));
    }

    [Fact]
    public async Task A_copy_that_is_ordered_has_everything_with_what_it_is_for_and_goes_after_a_fortnight()
    {
        await using var other = await MembersHost.StartAsync(fixture.Servers);
        await using var events = await BrokerListener.StartAsync(other);
        var person = await other.AddMemberAsync(Places.Karlstad, familyName: "Kopiesson");
        await other.OpenCaseAsync(person.Id);
        using var self = other.As(person.Id, "member:self@district");
        var id = (await self.PostAsync($"{Own}/requests", new { kind = "access" }).ReadAsync(HttpStatusCode.Created)).Id("requestId");
        await self.PostAsync($"{Own}/requests", new { kind = "access" }).RefusedAsync(HttpStatusCode.Conflict, "privacy.waiting");

        Assert.Equal(person.Email, (await events.HearAsync<PrivacyLetterRequested>(_ => true)).Email);
        var copy = await self.GetAsync(Address($"{Own}/requests/{id}/copy")).ReadAsync();
        var parts = copy.GetProperty("parts").EnumerateArray().ToLookup(part => part.Text("kind"));
        Assert.Equal("Kopiesson", Assert.Single(parts["identity"]).GetProperty("rows")[0].Text("family_name"));
        Assert.Contains(parts["care"], part => part.Text("table") == "care_cases");
        Assert.Equal("membership", Assert.Single(parts["membership"]).Text("kind"));
        Assert.All(parts.SelectMany(same => same), part => Assert.NotEmpty(part.Text("purpose")!));
        await other.As(People.IdOf("member"), "member:self@district").GetAsync(Address($"{Own}/requests/{id}/copy")).RefusedAsync(HttpStatusCode.NotFound, "privacy.unknown");

        await other.MoveClockAsync(TimeSpan.FromDays(15));
        await self.GetAsync(Address($"{Own}/requests/{id}/copy")).RefusedAsync(HttpStatusCode.Conflict, "privacy.not_ready");
        await Eventually.SeeAsync(() => other.QueryAsync<long>("select count(*) from privacy_answers where request_id = @id and content is not null", new { id }), left => left == 0);
    }

    [Fact]
    public async Task A_copy_waits_for_every_service_and_says_which_are_missing()
    {
        var person = await members.AddMemberAsync(Places.Karlstad);
        await members.ExecuteAsync(
            "insert into privacy_requests (id, person_id, kind, state, by_desk, made_at, due_on) values (@id, @person, 'access', 'working', true, now(), now())", new { id = person.Membership, person = person.Id });
        var shown = await desk.GetAsync(Address($"{Desk}/{person.Membership}")).ReadAsync();
        Assert.Equal("members", Assert.Single(shown.GetProperty("parts").EnumerateArray()).Text("service"));
        await desk.GetAsync(Address($"{Desk}/{person.Membership}/copy")).RefusedAsync(HttpStatusCode.Conflict, "privacy.not_ready");
    }

    [Fact]
    public async Task The_page_of_what_is_held_counts_and_explains_in_the_readers_language()
    {
        var person = await members.AddMemberAsync(Places.Karlstad);
        using var self = members.As(person.Id, "member:self@district");
        self.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var kinds = (await self.GetAsync(Address(Own)).ReadAsync()).GetProperty("kinds").EnumerateArray().ToDictionary(kind => kind.Text("code")!);
        Assert.Equal(1, kinds["identity"].GetProperty("count").GetInt32());
        Assert.Contains("GDPR", kinds["membership"].Text("basis"), StringComparison.Ordinal);
        Assert.Equal("gateway", kinds["account"].GetProperty("services")[0].GetString());
    }

    [Fact]
    public async Task A_correction_is_asked_decided_with_a_reason_and_seen()
    {
        var person = await members.AddMemberAsync(Places.Karlstad);
        using var self = members.As(person.Id, "member:self@district");
        await self.PostAsync($"{Own}/requests", new { kind = "correction" }).RefusedAsync(HttpStatusCode.BadRequest, "privacy.no_wish");
        var id = (await self.PostAsync($"{Own}/requests", new { kind = "correction", wish = "Jag är medlem sedan 2019." }).ReadAsync(HttpStatusCode.Created)).Id("requestId");
        var open = (await desk.GetAsync(Address(Desk)).ReadAsync()).GetProperty("open").EnumerateArray().Single(one => one.Id("requestId") == id);
        Assert.Equal(members.Today().AddMonths(1).ToString("yyyy-MM-dd", null), open.Text("dueOn"));
        await desk.PostAsync($"{Desk}/{id}/answer", new { granted = false, answer = "Det centrala registret säger 2021." }).ReadAsync();
        await desk.PostAsync($"{Desk}/{id}/answer", new { granted = true, answer = "Ändrat." }).RefusedAsync(HttpStatusCode.Conflict, "privacy.answered");
        var seen = (await self.GetAsync(Address(Own)).ReadAsync()).GetProperty("requests")[0];
        Assert.Equal(("refused", "Det centrala registret säger 2021."), (seen.Text("state"), seen.Text("answer")));
    }

    [Fact]
    public async Task An_objection_takes_effect_in_what_it_names_until_it_is_taken_back()
    {
        var (person, start) = (await members.AddMemberAsync(Places.Karlstad), members.Clock.GetUtcNow().AddDays(7));
        await members.ExecuteAsync("update people set help_with = '{leaflets}' where id = @Id", new { person.Id });
        object ask = new { associationId = Places.Karlstad, title = "Dela ut flygblad", startsAt = start, minutes = 120, place = "Torget", needed = 5, way = "leaflets" };
        Assert.True(await IsProposedAsync());
        using var self = members.As(person.Id, "member:self@district");
        foreach (var processing in (string[])["asks", "phone"])
        {
            var id = (await self.PostAsync($"{Own}/requests", new { kind = "objection", processing }).ReadAsync(HttpStatusCode.Created)).Id("requestId");
            await desk.PostAsync($"{Desk}/{id}/answer", new { granted = true, answer = "Vi slutar." }).ReadAsync();
        }
        Assert.False(await IsProposedAsync());
        await members.ExecuteAsync("update people set phone = '+46701740610' where id = @Id", new { person.Id });
        Assert.Equal(0, await members.QueryAsync<long>("select count(phone) from people where id = @Id", new { person.Id }));

        await self.DeleteAsync(Address($"{Own}/objections/asks")).ReadAsync(HttpStatusCode.NoContent);
        Assert.True(await IsProposedAsync());

        async Task<bool> IsProposedAsync() =>
            (await desk.PostAsync("/api/members/activation/asks/preview", ask).ReadAsync()).GetProperty("people").EnumerateArray().Any(one => one.Id("memberId") == person.Id);
    }

    [Fact]
    public async Task Nobody_is_erased_before_what_is_open_is_settled()
    {
        var person = await members.AddMemberAsync(Places.Karlstad);
        var id = await AskToBeErasedAsync(person.Id);
        var assignment = Guid.CreateVersion7();
        await members.ExecuteAsync("insert into assignments (id, person_id, kind, association_id, from_date) values (@assignment, @Id, 'boardMember', @Karlstad, current_date)", new { assignment, person.Id, Places.Karlstad });
        Assert.Equal("privacy.held_assignment", (await desk.GetAsync(Address($"{Desk}/{id}")).ReadAsync()).Text("hindrance"));
        await desk.PostAsync($"{Desk}/{id}/answer", new { granted = true, answer = "Raderas." }).RefusedAsync(HttpStatusCode.Conflict, "privacy.held_assignment");
        Assert.Equal(1, await members.QueryAsync<long>("select count(*) from people where id = @Id", new { person.Id }));
    }

    [Fact]
    public async Task Who_is_erased_is_gone_the_fact_stays_and_coming_again_changes_nothing()
    {
        var person = await members.AddMemberAsync(Places.Karlstad, familyName: "Raderingsson");
        await members.OpenCaseAsync(person.Id);
        var id = await AskToBeErasedAsync(person.Id);
        await desk.PostAsync($"{Desk}/{id}/answer", new { granted = true, answer = "Du är raderad." }).ReadAsync();
        Assert.Equal(MembershipState.Left, (await fixture.Events.HearAsync<MemberLeft>(one => one.MemberId == person.Id)).State);
        Assert.Equal(PrivacyLetterKind.Erased, (await fixture.Events.HearAsync<PrivacyLetterRequested>(one => one.Email == person.Email)).Kind);
        var done = await Eventually.SeeAsync(async () => await desk.GetAsync(Address($"{Desk}/{id}")).ReadAsync(), shown => shown.GetProperty("request").Text("state") == "done");
        Assert.Null(done.GetProperty("request").Text("name"));
        Assert.Null(done.GetProperty("request").Text("answer"));
        Assert.NotNull(done.GetProperty("parts")[0].Text("at"));

        var first = await members.QueryAsync<string>("select rows::text from erased_people where person_id = @Id", new { person.Id });
        await members.TellAsync(new PersonErased(person.Id));
        Assert.Equal(first, await members.QueryAsync<string>("select rows::text from erased_people where person_id = @Id", new { person.Id }));
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from audit where subject = @Id and content is not null and action <> 'privacy.person_erased'", new { person.Id }));
    }

    private async Task<Guid> AskToBeErasedAsync(Guid person)
    {
        using var self = members.As(person, "member:self@district");
        return (await self.PostAsync($"{Own}/requests", new { kind = "erasure" }).ReadAsync(HttpStatusCode.Created)).Id("requestId");
    }

    private static Uri Address(string path) => new(path, UriKind.Relative);
}
