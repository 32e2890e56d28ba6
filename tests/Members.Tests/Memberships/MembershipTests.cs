using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Memberships;

/// <summary>From payment to membership, and the ways it can end.</summary>
public sealed class MembershipTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly BrokerListener events = fixture.Events;
    private readonly HttpClient chair = fixture.Host.As(People.IdOf("association-chair-karlstad"),
        $"fees:note@{Places.Karlstad}", $"membership:decide@{Places.Karlstad}", $"register:read@{Places.Karlstad}", $"care:work@{Places.Karlstad}");
    private readonly HttpClient board = fixture.Host.As(People.IdOf("board-member"), "reports:read@district");

    [Fact]
    public async Task A_noted_fee_makes_a_member_by_itself_thirty_days_later_and_says_so_once()
    {
        var person = await members.AddApplicantAsync(Places.Karlstad);
        var today = members.Today();
        var paid = (await PayAsync(person, today).ReadAsync()).GetProperty("membership");
        Assert.Equal(("paid", today.AddDays(30), true), (paid.Text("state"), DateOf(paid, "effectiveOn"), paid.GetProperty("isForecast").GetBoolean()));

        await members.MoveClockAsync(TimeSpan.FromDays(28.9));
        Assert.Equal("paid", await StateAsync(person));
        await members.MoveClockAsync(TimeSpan.FromDays(1.2));
        await Eventually.SeeAsync(() => StateAsync(person), state => state == "member");
        await members.MoveClockAsync(TimeSpan.FromDays(1));

        var activated = await events.HearAsync<MemberActivated>(one => one.MemberId == person.Id);
        Assert.Equal(today.AddDays(30), activated.EffectiveOn);
        Assert.Single(await events.AllAsync<MemberActivated>(one => one.MemberId == person.Id));
        var changes = await events.AllAsync<MemberChanged>(one => one.MemberId == person.Id);
        Assert.Equal([MembershipState.Paid, MembershipState.Member], changes.OrderBy(one => one.Version).Select(one => one.State));
        await UndoAsync(person).RefusedAsync(HttpStatusCode.Conflict, "membership.nothing_to_undo");
    }

    [Fact]
    public async Task A_fee_paid_more_than_thirty_days_ago_makes_a_member_at_once()
    {
        var person = await members.AddApplicantAsync(Places.Karlstad);
        var answer = await PayAsync(person, members.Today().AddDays(-30)).ReadAsync();
        Assert.Equal("member", answer.GetProperty("membership").Text("state"));
        Assert.Equal(members.Today(), (await events.HearAsync<MemberActivated>(one => one.MemberId == person.Id)).EffectiveOn);
    }

    [Fact]
    public async Task A_fee_noted_by_mistake_is_taken_back_and_can_be_noted_again()
    {
        var person = await members.AddApplicantAsync(Places.Karlstad);
        await UndoAsync(person).RefusedAsync(HttpStatusCode.Conflict, "membership.nothing_to_undo");
        await PayAsync(person, members.Today()).ReadAsync();
        await PayAsync(person, members.Today()).RefusedAsync(HttpStatusCode.Conflict, "membership.already_paid");
        var undone = (await UndoAsync(person).ReadAsync()).GetProperty("membership");
        Assert.Equal(("applicant", null), (undone.Text("state"), undone.Text("paidOn")));
        await PayAsync(person, members.Today().AddDays(-2)).ReadAsync();
    }

    [Fact]
    public async Task A_fee_is_neither_from_the_future_nor_from_long_ago()
    {
        var person = await members.AddApplicantAsync(Places.Karlstad);
        await PayAsync(person, members.Today().AddDays(1)).RefusedAsync(HttpStatusCode.BadRequest, "membership.paid_in_future");
        await PayAsync(person, members.Today().AddDays(-367)).RefusedAsync(HttpStatusCode.BadRequest, "membership.paid_before_applied");
    }

    [Fact]
    public async Task A_refusal_ends_the_application_closes_its_cases_and_reaches_the_district_board()
    {
        var person = await members.AddApplicantAsync(Places.Karlstad);
        var open = await members.OpenCaseAsync(person.Id);
        var refused = (await RefuseAsync(person).ReadAsync()).GetProperty("membership");
        Assert.Equal(("refused", members.Today(), "Aktiv i ett annat parti."), (refused.Text("state"), DateOf(refused, "endedOn"), refused.Text("endReason")));
        Assert.Equal("done", await members.QueryAsync<string>("select state from care_cases where id = @open", new { open }));
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from hand_overs where id = @HandOver", new { person.HandOver }));
        Assert.Equal(MembershipState.Refused, (await events.HearAsync<MemberLeft>(one => one.MemberId == person.Id)).State);

        var report = Assert.Single(await ReportsAsync(person));
        Assert.Equal(("refusal", "Aktiv i ett annat parti.", "Vänsterpartiet Karlstad"), (report.Text("kind"), report.Text("reason"), report.Text("associationName")));
        await RefuseAsync(person).RefusedAsync(HttpStatusCode.Conflict, "membership.not_applicant");
    }

    [Fact]
    public async Task After_payment_a_board_revokes_rather_than_refuses()
    {
        var person = await members.AddApplicantAsync(Places.Karlstad);
        await RevokeAsync(person).RefusedAsync(HttpStatusCode.Conflict, "membership.not_revocable");
        await PayAsync(person, members.Today()).ReadAsync();
        await RefuseAsync(person).RefusedAsync(HttpStatusCode.Conflict, "membership.not_applicant");
        Assert.Equal("revoked", (await RevokeAsync(person).ReadAsync()).GetProperty("membership").Text("state"));
        Assert.Equal("revocation", Assert.Single(await ReportsAsync(person)).Text("kind"));
    }

    [Fact]
    public async Task A_membership_can_be_revoked_on_the_ninetieth_day_and_not_on_the_ninety_first()
    {
        var (inTime, late) = (await members.AddApplicantAsync(Places.Karlstad), await members.AddApplicantAsync(Places.Karlstad));
        await PayAsync(inTime, members.Today().AddDays(-90)).ReadAsync();
        await PayAsync(late, members.Today().AddDays(-91)).ReadAsync();
        Assert.Equal("revoked", (await RevokeAsync(inTime).ReadAsync()).GetProperty("membership").Text("state"));
        await RevokeAsync(late).RefusedAsync(HttpStatusCode.Conflict, "membership.not_revocable");
    }

    [Fact]
    public async Task Whoever_loses_the_membership_loses_every_assignment_with_it()
    {
        var person = await members.AddApplicantAsync(Places.Karlstad);
        await PayAsync(person, members.Today()).ReadAsync();
        using var ombudsman = await members.RoleAsync("ombudsman");
        var assignment = (await ombudsman.PostAsync("/api/members/assignments", new { memberId = person.Id, kind = "treasurer", associationId = Places.Karlstad, from = members.Today() })
            .ReadAsync(HttpStatusCode.Created)).Id("assignmentId");
        await RevokeAsync(person).ReadAsync();
        Assert.Equal(2, (await events.HearAsync<AssignmentEnded>(one => one.AssignmentId == assignment)).Version);
    }

    [Fact]
    public async Task A_refusal_is_appealed_once_and_the_board_notes_that_it_has_seen_the_reports()
    {
        var person = await members.AddApplicantAsync(Places.Karlstad);
        await AppealAsync(person).RefusedAsync(HttpStatusCode.Conflict, "membership.nothing_to_appeal");
        await RefuseAsync(person).ReadAsync();
        Assert.Equal(members.Today(), DateOf((await AppealAsync(person).ReadAsync()).GetProperty("membership"), "appealedOn"));
        await AppealAsync(person).RefusedAsync(HttpStatusCode.Conflict, "membership.nothing_to_appeal");

        var reports = await ReportsAsync(person);
        Assert.Equal(["appeal", "refusal"], reports.Select(one => one.Text("kind")).Order(StringComparer.Ordinal));
        Assert.All(reports, one => Assert.Null(one.Text("seenAt")));
        var appeal = reports.Single(one => one.Text("kind") == "appeal").Id("reportId");
        await board.PostAsync($"/api/members/district/reports/{appeal}/seen", new { note = "Upp på nästa styrelsemöte." }).ReadAsync(HttpStatusCode.NoContent);
        var seen = (await ReportsAsync(person)).Single(one => one.Id("reportId") == appeal);
        Assert.NotNull(seen.Text("seenAt"));
        Assert.Equal("Upp på nästa styrelsemöte.", seen.Text("note"));
        await board.PostAsync($"/api/members/district/reports/{appeal}/seen", new { }).ReadAsync(HttpStatusCode.NoContent);
        Assert.Equal(seen.ToString(), (await ReportsAsync(person)).Single(one => one.Id("reportId") == appeal).ToString());
        await board.PostAsync($"/api/members/district/reports/{Guid.NewGuid()}/seen", new { }).RefusedAsync(HttpStatusCode.NotFound, "report.unknown");
    }

    [Fact]
    public async Task A_board_no_longer_reaches_somebody_who_has_joined_another_association()
    {
        var person = await members.AddApplicantAsync(Places.Karlstad);
        await RefuseAsync(person).ReadAsync();
        await members.ExecuteAsync(
            """
            update people set association_id = @arvika where id = @Id;
            insert into memberships (id, person_id, association_id, state, applied_on) values (@membership, @Id, @arvika, 'applicant', @today)
            """, new { person.Id, arvika = Places.Arvika, membership = Guid.CreateVersion7(), today = members.Today() });
        var before = await members.ChecksumAsync();
        await AppealAsync(person).RefusedAsync(HttpStatusCode.NotFound, "person.unknown");
        await RevokeAsync(person).RefusedAsync(HttpStatusCode.NotFound, "person.unknown");
        await PayAsync(person, members.Today()).RefusedAsync(HttpStatusCode.NotFound, "person.unknown");
        Assert.Equal(before, await members.ChecksumAsync());
    }

    private static DateOnly DateOf(JsonElement membership, string field) => DateOnly.ParseExact(membership.Text(field)!, "yyyy-MM-dd", null);

    private async Task<string> StateAsync(Applicant person) =>
        (await chair.GetAsync(new Uri($"/api/members/people/{person.Id}", UriKind.Relative)).ReadAsync()).GetProperty("person").GetProperty("membership").Text("state")!;

    private async Task<IReadOnlyList<JsonElement>> ReportsAsync(Applicant person) =>
        [.. (await board.AllPagesAsync("/api/members/district/reports", size: 3)).Where(one => one.Id("memberId") == person.Id)];

    private Task<HttpResponseMessage> PayAsync(Applicant person, DateOnly paidOn) => chair.PostAsync($"/api/members/people/{person.Id}/payment", new { paidOn });

    private Task<HttpResponseMessage> UndoAsync(Applicant person) => chair.DeleteAsync(new Uri($"/api/members/people/{person.Id}/payment", UriKind.Relative));

    private Task<HttpResponseMessage> RefuseAsync(Applicant person) => chair.PostAsync($"/api/members/people/{person.Id}/refusal", new { reason = "Aktiv i ett annat parti." });

    private Task<HttpResponseMessage> RevokeAsync(Applicant person) => chair.PostAsync($"/api/members/people/{person.Id}/revocation", new { reason = "Aktiv i ett annat parti." });

    private Task<HttpResponseMessage> AppealAsync(Applicant person) => chair.PostAsync($"/api/members/people/{person.Id}/appeal", new { note = "Har lämnat det partiet." });
}
