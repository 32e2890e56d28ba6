using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Memberships;

/// <summary>Endings that somebody notes, and taking them back.</summary>
public sealed class EndingTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly BrokerListener events = fixture.Events;
    private readonly HttpClient secretary = fixture.Host.As(People.IdOf("association-chair-karlstad"), $"register:edit@{Places.Karlstad}", $"register:read@{Places.Karlstad}", $"fees:note@{Places.Karlstad}");
    private readonly HttpClient district = fixture.Host.As(People.IdOf("ombudsman"), "register:edit@district", "register:read@district", "assignments:manage@district", "fees:note@district", "membership:decide@district");

    [Theory]
    [InlineData("left", MembershipState.Left)]
    [InlineData("lapsed", MembershipState.Lapsed)]
    [InlineData("deceased", MembershipState.Deceased)]
    [InlineData("excluded", MembershipState.Excluded)]
    public async Task An_ending_takes_assignments_and_cases_with_it_and_taking_it_back_gives_them_back(string kind, MembershipState state)
    {
        var person = await members.AddMemberAsync(Places.Karlstad);
        var careCase = await members.OpenCaseAsync(person.Id);
        var assignment = (await district.PostAsync("/api/members/assignments", new { memberId = person.Id, kind = "boardMember", associationId = Places.Karlstad, from = members.Today() })
            .ReadAsync(HttpStatusCode.Created)).Id("assignmentId");
        var ended = (await EndAsync(district, person, kind).ReadAsync()).GetProperty("membership");
        Assert.Equal((kind, "Egen begäran."), (ended.Text("state"), ended.Text("endReason")));
        Assert.Equal(state, (await events.HearAsync<MemberLeft>(one => one.MemberId == person.Id)).State);
        await events.HearAsync<AssignmentEnded>(one => one.AssignmentId == assignment);
        Assert.Equal("done", await members.QueryAsync<string>("select state from care_cases where id = @careCase", new { careCase }));
        await EndAsync(district, person, "left").RefusedAsync(HttpStatusCode.Conflict, "membership.ended");

        await members.MoveClockAsync(TimeSpan.FromDays(29));
        Assert.Equal("member", (await UndoAsync(secretary, person).ReadAsync()).GetProperty("membership").Text("state"));
        await events.HearAsync<AssignmentStarted>(one => one.AssignmentId == assignment && one.Version == 3);
        await events.HearAsync<MemberChanged>(one => one.MemberId == person.Id && one.State == MembershipState.Member);
        Assert.Equal("open", await members.QueryAsync<string>("select state from care_cases where id = @careCase", new { careCase }));
        await UndoAsync(secretary, person).RefusedAsync(HttpStatusCode.Conflict, "membership.no_ending_to_undo");
    }

    [Fact]
    public async Task An_application_taken_back_is_handed_over_again_when_that_was_a_slip()
    {
        var person = await members.AddApplicantAsync(Places.Karlstad);
        await EndAsync(secretary, person, "left").ReadAsync();
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from hand_overs where membership_id = @Membership", new { person.Membership }));
        Assert.Equal("applicant", (await UndoAsync(secretary, person).ReadAsync()).GetProperty("membership").Text("state"));
        Assert.Equal("toSend", await members.QueryAsync<string>("select state from hand_overs where membership_id = @Membership", new { person.Membership }));
    }

    [Fact]
    public async Task Thirty_days_that_went_by_while_it_was_ended_count()
    {
        var person = await members.AddApplicantAsync(Places.Karlstad);
        await secretary.PostAsync($"/api/members/people/{person.Id}/payment", new { paidOn = members.Today().AddDays(-10) }).ReadAsync();
        await EndAsync(secretary, person, "left").ReadAsync();
        await members.MoveClockAsync(TimeSpan.FromDays(21));
        Assert.Equal("member", (await UndoAsync(secretary, person).ReadAsync()).GetProperty("membership").Text("state"));
    }

    [Fact]
    public async Task After_thirty_days_an_ending_stands_and_a_board_s_decision_is_never_taken_back_this_way()
    {
        var (late, refused) = (await members.AddMemberAsync(Places.Karlstad), await members.AddApplicantAsync(Places.Karlstad));
        await EndAsync(secretary, late, "lapsed").ReadAsync();
        await district.PostAsync($"/api/members/people/{refused.Id}/refusal", new { reason = "Aktiv i ett annat parti." }).ReadAsync();
        await UndoAsync(secretary, refused).RefusedAsync(HttpStatusCode.Conflict, "membership.no_ending_to_undo");
        await members.MoveClockAsync(TimeSpan.FromDays(30));
        await UndoAsync(secretary, late).RefusedAsync(HttpStatusCode.Conflict, "membership.no_ending_to_undo");
    }

    [Fact]
    public async Task An_association_does_not_exclude_and_nobody_ends_in_the_future_or_elsewhere()
    {
        var (person, elsewhere) = (await members.AddMemberAsync(Places.Karlstad), await members.AddMemberAsync(Places.Arvika));
        await EndAsync(secretary, person, "excluded").RefusedAsync(HttpStatusCode.Forbidden, "membership.district_excludes");
        await EndAsync(secretary, person, "left", members.Today().AddDays(1)).RefusedAsync(HttpStatusCode.BadRequest, "membership.unlikely_end");
        await EndAsync(secretary, elsewhere, "left").RefusedAsync(HttpStatusCode.NotFound, "person.unknown");
    }

    [Fact]
    public async Task A_member_leaves_by_own_word_and_is_in_no_list_or_search_from_then_on()
    {
        var word = $"Utträd{Guid.NewGuid():N}"[..20];
        var person = await members.AddMemberAsync(Places.Karlstad, familyName: word);
        Assert.Single((await secretary.GetAsync(new Uri($"/api/members/people?q={word}", UriKind.Relative)).ReadAsync()).Items());
        using var self = members.As(person.Id, "member:self@district");
        await self.PostAsync("/api/members/me/ending", new { reason = "Har flyttat utomlands." }).ReadAsync(HttpStatusCode.NoContent);
        await self.PostAsync("/api/members/me/ending", new { }).RefusedAsync(HttpStatusCode.Conflict, "membership.ended");
        Assert.Equal(MembershipState.Left, (await events.HearAsync<MemberLeft>(one => one.MemberId == person.Id)).State);
        Assert.Empty((await secretary.GetAsync(new Uri($"/api/members/people?q={word}", UriKind.Relative)).ReadAsync()).Items());
        // Asked for by name of the state while it may be a slip; then no longer.
        Assert.Single((await secretary.GetAsync(new Uri($"/api/members/people?q={word}&state=left", UriKind.Relative)).ReadAsync()).Items());
        await members.MoveClockAsync(TimeSpan.FromDays(91));
        Assert.Empty((await secretary.GetAsync(new Uri($"/api/members/people?q={word}&state=left", UriKind.Relative)).ReadAsync()).Items());
    }

    [Fact]
    public async Task A_year_s_fee_is_noted_corrected_and_taken_back_and_those_who_have_not_paid_are_found()
    {
        var (word, year) = ($"Avgift{Guid.NewGuid():N}"[..20], members.Today().Year);
        var (paid, owing) = (await members.AddMemberAsync(Places.Karlstad, familyName: word), await members.AddMemberAsync(Places.Karlstad, familyName: word));
        Assert.Equal(2, (await UnpaidAsync(word, year)).Count);
        await NoteAsync(paid, year, members.Today()).ReadAsync(HttpStatusCode.NoContent);
        await NoteAsync(paid, year, members.Today().AddDays(-1)).ReadAsync(HttpStatusCode.NoContent);
        Assert.Equal([owing.Id], (await UnpaidAsync(word, year)).Select(row => row.Id("memberId")));
        var fee = (await secretary.GetAsync(new Uri($"/api/members/people/{paid.Id}", UriKind.Relative)).ReadAsync()).GetProperty("fees")[0];
        Assert.Equal((year, $"{members.Today().AddDays(-1):yyyy-MM-dd}", false), (fee.GetProperty("year").GetInt32(), fee.Text("paidOn"), fee.GetProperty("isConfirmed").GetBoolean()));
        // The central register says until when it is paid: that counts as well.
        await members.ExecuteAsync("update memberships set paid_until = make_date(@year, 12, 31) where id = @Membership", new { year, owing.Membership });
        Assert.Empty(await UnpaidAsync(word, year));
        await secretary.DeleteAsync(new Uri($"/api/members/people/{paid.Id}/fees/{year}", UriKind.Relative)).ReadAsync(HttpStatusCode.NoContent);
        await secretary.DeleteAsync(new Uri($"/api/members/people/{paid.Id}/fees/{year}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "membership.no_such_year");
        Assert.Single(await UnpaidAsync(word, year));
        await NoteAsync(paid, year + 3, members.Today()).RefusedAsync(HttpStatusCode.BadRequest, "membership.unlikely_year");
        await NoteAsync(await members.AddApplicantAsync(Places.Karlstad), year, members.Today()).RefusedAsync(HttpStatusCode.Conflict, "membership.not_yet_paid");
    }

    [Fact]
    public async Task When_a_membership_lapses_is_forecast_only_once_the_district_has_said_by_which_rule()
    {
        using var rules = members.As(People.IdOf("ombudsman"), "associations:manage@district", "statistics:read@district");
        var person = await members.AddMemberAsync(Places.Karlstad);
        await members.ExecuteAsync("update memberships set paid_until = date '2026-12-31' where id = @Membership", new { person.Membership });
        Assert.Null(await LapsesAsync(person));
        var version = (await rules.GetAsync(new Uri("/api/members/membership-rules", UriKind.Relative)).ReadAsync()).GetProperty("version").GetInt32();
        await rules.PutAsync("/api/members/membership-rules", new { lapseAfterMonths = 12 }, $"\"{version}\"").ReadAsync();
        Assert.Equal("2028-01-01", await LapsesAsync(person));
        await rules.PutAsync("/api/members/membership-rules", new { lapseAfterMonths = 6 }, $"\"{version}\"").RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        await rules.PutAsync("/api/members/membership-rules", new { lapseAfterMonths = (int?)null }, $"\"{version + 1}\"").ReadAsync();
        Assert.Null(await LapsesAsync(person));
    }

    [Fact]
    public async Task No_commands_in_any_order_bring_a_membership_where_it_cannot_come()
    {
        var random = Seeds.Random();
        string[] commands = ["pay", "unpay", "refuse", "revoke", "left", "lapsed", "deceased", "undo", "appeal", "wait"];
        // From one state to the next by each command that is let through; anything else is a way that the statutes and the register know nothing of.
        var allowed = new HashSet<string>(StringComparer.Ordinal)
        {
            "applicant pay paid", "applicant pay member", "paid unpay applicant", "applicant refuse refused", "paid revoke revoked", "member revoke revoked", "paid wait member",
            "applicant left left", "paid left left", "member left left", "applicant lapsed lapsed", "paid lapsed lapsed", "member lapsed lapsed", "applicant deceased deceased", "paid deceased deceased", "member deceased deceased",
        };
        foreach (var state in (string[])["left", "lapsed", "deceased"])
            allowed.UnionWith([$"{state} undo applicant", $"{state} undo paid", $"{state} undo member"]);
        for (var round = 0; round < 12; round++)
        {
            var person = await members.AddApplicantAsync(Places.Karlstad);
            var state = "applicant";
            var path = new List<string> { state };
            for (var step = 0; step < 14; step++)
            {
                var command = commands[random.Next(commands.Length)];
                await RunAsync(person, command, random);
                var next = await members.QueryAsync<string>("select state from memberships where id = @Membership", new { person.Membership });
                path.Add($"{command} {next}");
                Assert.True(next == state || allowed.Contains($"{state} {command} {next}"), string.Join(" → ", path));
                var broken = await members.QueryAsync<bool>(
                    """
                    select (ended_on is null) <> (state in ('applicant', 'paid', 'member')) or state in ('paid', 'member') and (paid_on is null or effective_on <> paid_on + 30) or state = 'paid' and effective_on < @today - 1
                        or ended_on is not null and exists (select from care_cases where person_id = memberships.person_id and state = 'open')
                        or ended_on is not null and exists (select from assignments where person_id = memberships.person_id and ended_on is null)
                    from memberships where id = @Membership
                    """, new { person.Membership, today = members.Today() });
                Assert.False(broken, string.Join(" → ", path));
                state = next;
            }
        }
    }

    private async Task RunAsync(Applicant person, string command, Random random)
    {
        var at = $"/api/members/people/{person.Id}";
        switch (command)
        {
            case "wait":
                await members.MoveClockAsync(TimeSpan.FromDays(random.Next(1, 40)));
                var today = members.Today();
                await Eventually.SeeAsync(() => members.QueryAsync<bool>("select exists (select from memberships where id = @Membership and state = 'paid' and effective_on <= @today)", new { person.Membership, today }), due => !due);
                break;
            case "pay":
                (await district.PostAsync($"{at}/payment", new { paidOn = members.Today().AddDays(-random.Next(40)) })).Dispose();
                break;
            case "unpay":
                (await district.DeleteAsync(new Uri($"{at}/payment", UriKind.Relative))).Dispose();
                break;
            case "undo":
                (await UndoAsync(district, person)).Dispose();
                break;
            case "refuse":
                (await district.PostAsync($"{at}/refusal", new { reason = "Skäl." })).Dispose();
                break;
            case "revoke":
                (await district.PostAsync($"{at}/revocation", new { reason = "Skäl." })).Dispose();
                break;
            case "appeal":
                (await district.PostAsync($"{at}/appeal", new { note = "Överklagar." })).Dispose();
                break;
            default:
                (await EndAsync(district, person, command)).Dispose();
                break;
        }
    }

    private Task<HttpResponseMessage> EndAsync(HttpClient client, Applicant person, string kind, DateOnly? on = null) =>
        client.PostAsync($"/api/members/people/{person.Id}/ending", new { kind, on = on ?? members.Today(), reason = "Egen begäran." });

    private static Task<HttpResponseMessage> UndoAsync(HttpClient client, Applicant person) => client.DeleteAsync(new Uri($"/api/members/people/{person.Id}/ending", UriKind.Relative));

    private Task<HttpResponseMessage> NoteAsync(Applicant person, int year, DateOnly paidOn) => secretary.PutAsync($"/api/members/people/{person.Id}/fees/{year}", new { paidOn }, ifMatch: null);

    private Task<IReadOnlyList<JsonElement>> UnpaidAsync(string word, int year) => secretary.AllPagesAsync($"/api/members/people?q={word}&unpaidFor={year}");

    private async Task<string?> LapsesAsync(Applicant person) =>
        (await secretary.GetAsync(new Uri($"/api/members/people/{person.Id}", UriKind.Relative)).ReadAsync()).GetProperty("person").GetProperty("membership").Text("lapsesOn");
}
