using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Joining;

/// <summary>From the form on the web to an applicant in the register.</summary>
public sealed class JoiningTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly BrokerListener events = fixture.Events;
    private readonly string email = $"{Guid.NewGuid():N}@test.example";

    [Fact]
    public async Task A_confirmed_application_makes_an_applicant_who_is_handed_over_and_welcomed_and_everyone_is_told()
    {
        var confirmed = await JoinAsync(Forms.Of(email));
        Assert.Equal("Vänsterpartiet Karlstad", confirmed.Text("associationName"));

        var joined = await events.HearAsync<MemberJoined>(one => one.Email == email);
        Assert.Equal(Places.Karlstad, joined.AssociationId);
        var person = await (await members.RoleAsync("ombudsman")).GetAsync(Address($"people/{joined.MemberId}")).ReadAsync();
        Assert.Equal("applicant", person.GetProperty("person").GetProperty("membership").Text("state"));
        Assert.Equal("+46701740620", person.GetProperty("person").Text("phone"));
        Assert.Equal("65224", person.GetProperty("person").Text("postalCode"));
        Assert.Equal("Hej!", person.Text("message"));
        var toSend = await (await members.RoleAsync("ombudsman")).AllPagesAsync("/api/members/hand-overs?state=toSend");
        Assert.Contains(toSend, row => row.Id("memberId") == joined.MemberId);
        Assert.Equal("welcome", Assert.Single(person.GetProperty("openCases").EnumerateArray()).Text("reason"));
    }

    [Fact]
    public async Task Submitting_twice_sends_one_mail_and_answers_the_same()
    {
        var first = await ApplyAsync(Forms.Of(email));
        var second = await ApplyAsync(Forms.Of(email));
        Assert.Equal(first.ToString(), second.ToString());
        Assert.Single(await events.AllAsync<JoinConfirmationRequested>(one => one.Email == email));
    }

    [Fact]
    public async Task Submitting_twice_at_once_sends_one_mail()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ApplyAsync(Forms.Of(email))));
        Assert.Single(await events.AllAsync<JoinConfirmationRequested>(one => one.Email == email));
    }

    [Fact]
    public async Task The_same_key_gives_the_same_answer_and_another_form_with_that_key_is_refused()
    {
        var (caller, key) = (members.Anonymous(), Guid.NewGuid().ToString());
        var first = await caller.PostAsync("/api/members/applications", Forms.Of(email), key).ReadAsync(HttpStatusCode.Accepted);
        var again = await caller.PostAsync("/api/members/applications", Forms.Of(email), key).ReadAsync(HttpStatusCode.Accepted);
        Assert.Equal(first.Text("email"), again.Text("email"));
        await caller.PostAsync("/api/members/applications", Forms.Of("other-" + email), key).RefusedAsync(HttpStatusCode.UnprocessableEntity, "request.key_reused");
        Assert.Empty(await events.AllAsync<JoinConfirmationRequested>(one => one.Email == "other-" + email));
    }

    [Fact]
    public async Task Confirming_twice_answers_the_same_and_records_one_person()
    {
        var token = await AskForLinkAsync(Forms.Of(email));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ConfirmAsync(token).ReadAsync()));
        Assert.Single(answers.Select(answer => answer.ToString()).Distinct(StringComparer.Ordinal));
        Assert.Equal(1, await members.QueryAsync<long>("select count(*) from people where email = @email", new { email }));
        Assert.Single(await events.AllAsync<MemberJoined>(one => one.Email == email));
    }

    [Fact]
    public async Task A_link_works_for_seven_days_by_the_clock_and_not_after()
    {
        var late = await AskForLinkAsync(Forms.Of(email));
        await members.MoveClockAsync(TimeSpan.FromDays(6.9));
        var inTime = await AskForLinkAsync(Forms.Of("in-time-" + email));
        await members.MoveClockAsync(TimeSpan.FromDays(0.2));
        await ConfirmAsync(late).RefusedAsync(HttpStatusCode.BadRequest, "join.link_invalid");
        await ConfirmAsync(inTime).ReadAsync();
        await ConfirmAsync(new string('0', 64)).RefusedAsync(HttpStatusCode.BadRequest, "join.link_invalid");
    }

    [Fact]
    public async Task An_application_is_forgotten_two_weeks_after_it_was_made()
    {
        await AskForLinkAsync(Forms.Of(email));
        await members.MoveClockAsync(TimeSpan.FromDays(14.1));
        await Eventually.SeeAsync(() => members.QueryAsync<long>("select count(*) from applications where email = @email", new { email }), left => left == 0);
    }

    [Fact]
    public async Task An_existing_member_is_recognised_by_mail_only()
    {
        var member = await members.AddMemberAsync(Places.Arvika, givenName: "Känd", familyName: "Medlem");
        var unknown = await JoinAsync(Forms.Of(email, "Känd", "Medlem"));
        var known = await JoinAsync(Forms.Of(member.Email, "känd", "MEDLEM"));
        Assert.Equal("Vänsterpartiet Karlstad", known.Text("associationName"));
        Assert.Equal(unknown.EnumerateObject().Select(field => field.Name), known.EnumerateObject().Select(field => field.Name));

        Assert.Equal(member.Id, (await events.HearAsync<MemberRecognised>(one => one.Email == member.Email)).MemberId);
        Assert.Empty(await events.AllAsync<MemberJoined>(one => one.Email == member.Email));
        Assert.Equal(Places.Arvika, await members.QueryAsync<Guid>("select association_id from people where email = @Email", new { member.Email }));
    }

    [Fact]
    public async Task Somebody_else_at_the_same_address_is_another_person()
    {
        var member = await members.AddMemberAsync(Places.Karlstad, givenName: "Ena", familyName: "Delad");
        await JoinAsync(Forms.Of(member.Email, "Andra", "Delad"));
        Assert.NotEqual(member.Id, (await events.HearAsync<MemberJoined>(one => one.Email == member.Email)).MemberId);
    }

    [Fact]
    public async Task A_former_member_comes_back_as_the_same_person_with_the_history_kept()
    {
        var former = await members.AddMemberAsync(Places.Arvika, givenName: "Åter", familyName: "Vändare");
        await members.ExecuteAsync("update memberships set state = 'lapsed', ended_on = @ended, end_reason = 'Förnyade inte.' where id = @Membership",
            new { former.Membership, ended = members.Today().AddDays(-20) });
        await JoinAsync(Forms.Of(former.Email, "Åter", "Vändare"));

        var joined = await events.HearAsync<MemberJoined>(one => one.Email == former.Email);
        Assert.Equal((former.Id, Places.Karlstad), (joined.MemberId, joined.AssociationId));
        Assert.True(joined.Version > 1);
        Assert.Equal(["applicant", "lapsed"], await members.QueryAsync<string[]>(
            "select array(select state from memberships where person_id = @Id order by applied_on desc)", new { former.Id }));
    }

    [Theory]
    [InlineData("1760")]
    [InlineData("1762")]
    [InlineData(null)]
    public async Task Where_no_association_is_active_the_district_receives(string? municipality)
    {
        Assert.Equal("Vänsterpartiet Värmland", (await JoinAsync(Forms.Of(email, municipalityCode: municipality))).Text("associationName"));
        Assert.Equal(Places.District, (await events.HearAsync<MemberJoined>(one => one.Email == email)).AssociationId);
    }

    [Fact]
    public async Task One_address_gets_at_most_five_links_a_day_whoever_asks()
    {
        for (var attempt = 0; attempt < 8; attempt++)
            await ApplyAsync(Forms.Of(email, givenName: "Namn" + (char)('a' + attempt)));
        Assert.Equal(5, (await events.AllAsync<JoinConfirmationRequested>(one => one.Email == email)).Count);
        await members.MoveClockAsync(TimeSpan.FromHours(25));
        await ApplyAsync(Forms.Of(email));
        Assert.Equal(6, (await events.AllAsync<JoinConfirmationRequested>(one => one.Email == email)).Count);
    }

    [Fact]
    public async Task One_address_gets_at_most_five_links_a_day_also_when_the_same_person_asks_again_and_again()
    {
        for (var attempt = 0; attempt < 8; attempt++)
        {
            await ApplyAsync(Forms.Of(email));
            await members.MoveClockAsync(TimeSpan.FromMinutes(11));
        }
        Assert.Equal(5, (await events.AllAsync<JoinConfirmationRequested>(one => one.Email == email)).Count);
    }

    [Fact]
    public async Task A_new_link_replaces_the_earlier_one()
    {
        var first = await AskForLinkAsync(Forms.Of(email));
        await members.MoveClockAsync(TimeSpan.FromMinutes(11));
        await ApplyAsync(Forms.Of(email));
        var second = (await events.AllAsync<JoinConfirmationRequested>(one => one.Email == email))[^1].Token;
        await ConfirmAsync(first).RefusedAsync(HttpStatusCode.BadRequest, "join.link_invalid");
        await ConfirmAsync(second).ReadAsync();
    }

    [Fact]
    public async Task Who_does_not_accept_the_statutes_is_told_so_and_nothing_is_kept()
    {
        var before = await members.ChecksumAsync();
        var problem = await members.Anonymous().PostAsync("/api/members/applications",
            new { givenName = "Prövande", familyName = "Ansökare", email, acceptsStatutes = false }).RefusedAsync(HttpStatusCode.BadRequest, "join.statutes_not_accepted");
        Assert.Contains("stadgar", problem.Text("title"), StringComparison.Ordinal);
        Assert.Equal(before, await members.ChecksumAsync());
    }

    private async Task<JsonElement> JoinAsync(object form) => await ConfirmAsync(await AskForLinkAsync(form)).ReadAsync();

    private Task<JsonElement> ApplyAsync(object form) => members.Anonymous().PostAsync("/api/members/applications", form).ReadAsync(HttpStatusCode.Accepted);

    private Task<HttpResponseMessage> ConfirmAsync(string token) => members.Anonymous().PostAsync("/api/members/applications/confirmation", new { token });

    private async Task<string> AskForLinkAsync(object form)
    {
        var address = (await ApplyAsync(form)).Text("email");
        return (await events.HearAsync<JoinConfirmationRequested>(one => one.Email == address)).Token;
    }

    private static Uri Address(string path) => new("/api/members/" + path, UriKind.Relative);
}
