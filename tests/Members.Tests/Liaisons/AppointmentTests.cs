using System.Net;
using System.Text.Json;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Liaisons;

/// <summary>Proposing and appointing liaisons, handing over, and what happens when the board changes.</summary>
public sealed class AppointmentTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private const string Proposal = "liaisons/proposal", Appointments = "/api/members/liaisons/appointments";

    private readonly MembersHost members = fixture.Host;
    private readonly HttpClient manager = fixture.Host.As(People.IdOf("ombudsman"), "liaison:work@district", "liaison:manage@district", "assignments:manage@district");

    [Fact]
    public async Task Every_active_association_is_covered_and_the_proposal_for_a_covered_and_even_district_changes_nothing()
    {
        await AdoptAsync(await manager.ReadAsync(Proposal));
        var all = await manager.ReadAsync("liaisons/associations");
        Assert.Equal((15, 15), (all.GetProperty("total").GetInt32(), all.GetProperty("covered").GetInt32()));
        var proposal = await manager.ReadAsync(Proposal);
        Assert.All(proposal.GetProperty("choices").EnumerateArray(), line => Assert.Equal(("keeps", null), (line.Text("reason"), line.Text("change"))));
        Assert.Equal(0, (await AdoptAsync(proposal)).GetProperty("changed").GetInt32());
    }

    [Fact]
    public async Task Whoever_leaves_the_board_leaves_a_gap_that_is_shown_proposed_anew_and_filled_with_history()
    {
        var (leaving, assignment) = await SeatAsync();
        await members.AppointAsync(Places.Arvika, leaving, days: 100);
        using var liaison = members.AsLiaison(leaving);
        await liaison.PostAsync($"/api/members/liaisons/associations/{Places.Arvika}/contacts", LiaisonForms.Contact(members.Today(), "Sista samtalet.")).ReadAsync(HttpStatusCode.Created);

        await manager.PostAsync($"/api/members/assignments/{assignment}/end", new { reason = "Flyttar." }).ReadAsync(HttpStatusCode.NoContent);
        Assert.Empty((await liaison.ReadAsync("liaisons/associations")).Items());
        var gap = (await manager.ReadAsync("liaisons/associations")).Items()[0];
        Assert.Equal((Places.Arvika, "noLiaison", JsonValueKind.Null), (gap.Id("associationId"), gap.Text("standing"), gap.GetProperty("liaison").ValueKind));
        var proposal = await manager.ReadAsync(Proposal);
        Assert.Equal("leftBoard", Line(proposal, Places.Arvika).Text("change"));
        Assert.Equal((15, 14), (proposal.GetProperty("total").GetInt32(), proposal.GetProperty("covered").GetInt32()));

        var left = members.Today();
        await members.MoveClockAsync(TimeSpan.FromDays(5));
        proposal = await manager.ReadAsync(Proposal);
        var successor = Line(proposal, Places.Arvika).GetProperty("proposed").Id("memberId");
        await AppointAsync(proposal.GetProperty("version").GetInt32(), (Places.Arvika, successor, "Fråga om lokalen.")).ReadAsync();
        using var next = members.AsLiaison(successor);
        var page = await next.ReadAsync($"liaisons/associations/{Places.Arvika}");
        var history = page.GetProperty("history").EnumerateArray().ToList();
        Assert.Equal(("Fråga om lokalen.", null, $"{left:yyyy-MM-dd}"), (history[0].Text("handOverNote"), history[0].Text("until"), history[1].Text("until")));
        Assert.Contains(page.GetProperty("promises").EnumerateArray(), promise => promise.Text("text") == "Skicka mallen.");
        Assert.Equal("Sista samtalet.", (await next.ReadAsync($"liaisons/associations/{Places.Arvika}/contacts")).Items()[0].Text("summary"));
    }

    [Fact]
    public async Task Whoever_is_elected_again_answers_for_the_same_as_before()
    {
        var (person, assignment) = await SeatAsync();
        await members.AppointAsync(Places.Arvika, person);
        await manager.PostAsync($"/api/members/assignments/{assignment}/end", new { }).ReadAsync(HttpStatusCode.NoContent);
        using var liaison = members.AsLiaison(person);
        Assert.Empty((await liaison.ReadAsync("liaisons/associations")).Items());
        await members.SeatAsync(person, "districtDeputy");
        Assert.Equal(Places.Arvika, Assert.Single((await liaison.ReadAsync("liaisons/associations")).Items()).Id("associationId"));
    }

    [Fact]
    public async Task A_line_adjusted_by_hand_is_appointed_and_undone_within_the_hour()
    {
        var (before, _) = await SeatAsync();
        var (after, _) = await SeatAsync();
        await members.AppointAsync(Places.Arvika, before, days: 10);
        var answer = await AppointAsync(await VersionAsync(), (Places.Arvika, after, null)).ReadAsync();
        Assert.Equal(1, answer.GetProperty("changed").GetInt32());
        Assert.Equal(after, await LiaisonAsync());
        var undo = $"{Appointments}/{answer.Id("appointmentId")}/undo";
        await manager.PostAsync(undo, new { }).ReadAsync();
        Assert.Equal(before, await LiaisonAsync());
        await manager.PostAsync(undo, new { }).RefusedAsync(HttpStatusCode.Conflict, "liaison.cannot_undo_appointment");

        var late = await AppointAsync(await VersionAsync(), (Places.Arvika, after, null)).ReadAsync();
        await members.MoveClockAsync(TimeSpan.FromMinutes(61));
        await manager.PostAsync($"{Appointments}/{late.Id("appointmentId")}/undo", new { }).RefusedAsync(HttpStatusCode.Conflict, "liaison.cannot_undo_appointment");
        Assert.Equal(after, await LiaisonAsync());
    }

    [Fact]
    public async Task An_appointment_that_another_has_overtaken_is_not_undone()
    {
        var (first, _) = await SeatAsync();
        var (second, _) = await SeatAsync();
        var answer = await AppointAsync(await VersionAsync(), (Places.Arvika, first, null)).ReadAsync();
        await members.MoveClockAsync(TimeSpan.FromMinutes(1));
        await AppointAsync(await VersionAsync(), (Places.Arvika, second, null)).ReadAsync();
        await manager.PostAsync($"{Appointments}/{answer.Id("appointmentId")}/undo", new { }).RefusedAsync(HttpStatusCode.Conflict, "liaison.cannot_undo_appointment");
        Assert.Equal(second, await LiaisonAsync());
    }

    [Fact]
    public async Task Nobody_appoints_on_a_proposal_that_no_longer_holds_or_somebody_who_cannot_be_it()
    {
        var (person, _) = await SeatAsync();
        var version = await VersionAsync();
        await AppointAsync(version, (Places.Arvika, People.IdOf("member"), null)).RefusedAsync(HttpStatusCode.Conflict, "liaison.not_on_board");
        await AppointAsync(version, (Places.Storfors, person, null)).RefusedAsync(HttpStatusCode.BadRequest, "liaison.unknown_association");
        await AppointAsync(version, (Places.District, person, null)).RefusedAsync(HttpStatusCode.BadRequest, "liaison.unknown_association");
        await AppointAsync(version, (Places.Arvika, person, null), (Places.Arvika, person, null)).RefusedAsync(HttpStatusCode.BadRequest, "liaison.twice");
        await AppointAsync(version, (Places.Arvika, person, new string('x', 2001))).RefusedAsync(HttpStatusCode.BadRequest, "liaison.long_note");
        await manager.PostAsync(Appointments, new { choices = new[] { new { associationId = Places.Arvika, memberId = person } } }).RefusedAsync(HttpStatusCode.PreconditionRequired, "request.version_needed");
        await SeatAsync();
        await AppointAsync(version, (Places.Arvika, person, null)).RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        await AppointAsync(await VersionAsync(), (Places.Arvika, person, null)).ReadAsync();
    }

    [Fact]
    public async Task The_exports_hold_every_association_and_the_log()
    {
        foreach (var (path, heading) in ((string, string)[])[("liaisons/export", "Partiförening;Fadder;"), ("liaisons/contacts/export", "Partiförening;Datum;Slag;")])
        {
            using var answer = await manager.GetAsync(new Uri("/api/members/" + path, UriKind.Relative));
            var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.StartsWith(heading, lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
            Assert.Contains(lines, line => line.StartsWith("Vänsterpartiet Arvika;", StringComparison.Ordinal));
            Assert.True(lines.Length >= 15, $"{path}: {lines.Length} lines");
        }
    }

    private static JsonElement Line(JsonElement proposal, Guid association) => proposal.GetProperty("choices").EnumerateArray().Single(line => line.Id("associationId") == association);

    private async Task<(Guid Person, Guid Assignment)> SeatAsync()
    {
        var person = await members.AddBoardMemberAsync(Places.Karlstad);
        return (person, await members.QueryAsync<Guid>("select id from assignments where person_id = @person", new { person }));
    }

    private Task<Guid?> LiaisonAsync() => members.QueryAsync<Guid?>("select person_id from liaisons where association_id = @Arvika", new { Places.Arvika })!;

    private async Task<int> VersionAsync() => (await manager.ReadAsync(Proposal)).GetProperty("version").GetInt32();

    private Task<JsonElement> AdoptAsync(JsonElement proposal) => AppointAsync(proposal.GetProperty("version").GetInt32(), [.. proposal.GetProperty("choices").EnumerateArray()
        .Select(line => (line.Id("associationId"), line.GetProperty("proposed").Id("memberId"), default(string)))]).ReadAsync();

    private Task<HttpResponseMessage> AppointAsync(int version, params (Guid Association, Guid Member, string? Note)[] choices)
    {
        var request = Access.Requests.Post("liaisons/appointments", new { choices = choices.Select(one => new { associationId = one.Association, memberId = one.Member, note = one.Note }) }, version)();
        return manager.SendAsync(request);
    }
}
