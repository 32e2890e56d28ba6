using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Members.Feminism;
using VpVarmland.Tests.Assignments;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Feminism;

/// <summary>The feminist officer's desk and the report to the annual conference.</summary>
public sealed class DeskTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly OfficeGround ground = new(fixture.Host);

    private int Year => members.Today().Year;

    [Theory]
    [InlineData(0, 0, 0, 0L, null)]
    [InlineData(1, 2, 1, null, null)]
    [InlineData(4, 1, 0, 5L, null)]
    [InlineData(5, 5, 0, 10L, 5L)]
    [InlineData(5, 5, 1, 11L, null)]
    [InlineData(0, 0, 7, 7L, 0L)]
    public void Exit_conversations_are_told_only_where_no_small_number_is_told_or_follows(long held, long declined, long open, long? offered, long? shownHeld)
    {
        var figures = DeskRules.Exits(held, declined, open);
        Assert.Equal((offered, shownHeld), (figures.Offered, figures.Held));
        Assert.Equal(figures.Held is null, figures.Declined is null && figures.Open is null);
    }

    [Theory]
    [InlineData(5, 1500, 10, 3000, 50)]
    [InlineData(4, 1500, 10, 3000, null)]
    [InlineData(6, 1500, 10, 3000, null)]
    [InlineData(5, 0, 10, 0, null)]
    public void Talk_time_is_told_where_enough_spoke_on_both_sides(int women, int womenSeconds, int all, int seconds, int? percent) =>
        Assert.Equal(percent, DeskRules.TalkShare(women, womenSeconds, all, seconds));

    [Fact]
    public async Task A_years_plan_is_written_moved_on_and_removed_by_the_officer_of_the_place_and_nobody_elsewhere()
    {
        var owner = await ground.PersonAsync("woman");
        await ground.StartAsync(owner, "feministOfficer");
        using var officer = members.As(owner, $"feminism:work@{Places.Karlstad}");
        var item = (await officer.PostAsync($"/api/members/feminism/{Year}/items", new { associationId = Places.Karlstad, quarter = 2, title = "Läsecirkel", ownerId = owner }).ReadAsync(HttpStatusCode.Created)).Id("itemId");
        await officer.PutAsync($"/api/members/feminism/items/{item}", new { quarter = 3, title = "Läsecirkel", ownerId = owner, state = "ongoing", note = "Två träffar kvar." }, "\"1\"").ReadAsync(HttpStatusCode.NoContent);
        await officer.PutAsync($"/api/members/feminism/items/{item}", new { quarter = 3, title = "Läsecirkel", state = "done" }, "\"1\"").RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        var seen = (await DeskAsync(officer, Places.Karlstad)).GetProperty("items").EnumerateArray().Single(one => one.Id("itemId") == item);
        Assert.Equal((3, "ongoing", owner, 2), (seen.GetProperty("quarter").GetInt32(), seen.Text("state"), seen.Id("ownerId"), seen.GetProperty("version").GetInt32()));

        await officer.PostAsync($"/api/members/feminism/{Year}/items", new { associationId = Places.Karlstad, quarter = 2, title = "Nej", ownerId = await ground.PersonAsync() }).RefusedAsync(HttpStatusCode.BadRequest, "feminism.no_owner");
        using var elsewhere = members.As(owner, $"feminism:work@{Places.Arvika}");
        await elsewhere.DeleteAsync(new Uri($"/api/members/feminism/items/{item}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "feminism.unknown");
        await officer.GetAsync(new Uri($"/api/members/feminism/{Year}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "feminism.unknown");
        await officer.DeleteAsync(new Uri($"/api/members/feminism/items/{item}", UriKind.Relative)).ReadAsync(HttpStatusCode.NoContent);
        Assert.DoesNotContain((await DeskAsync(officer, Places.Karlstad)).GetProperty("items").EnumerateArray(), one => one.Id("itemId") == item);
    }

    [Fact]
    public async Task Separatist_meetings_and_talk_time_come_by_events_in_any_order_and_others_meetings_do_not_show()
    {
        var (meeting, other, talk) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await members.TellAsync(new MeetingHeld(meeting, Places.Karlstad, "Kvinnoträff", members.Today(), true, 14) { Version = 2 });
        await members.TellAsync(new MeetingHeld(meeting, Places.Karlstad, "Kvinnoträff", members.Today(), true, 3) { Version = 1 });
        await members.TellAsync(new MeetingHeld(other, Places.Karlstad, "Medlemsmöte", members.Today(), false, 40) { Version = 1 });
        await members.TellAsync(new TalkTimeReported(talk, null, "Årskonferensen", members.Today(), 12, 1800, 30, 6000) { Version = 1 });
        var desk = await DeskAsync(ground.Desk, null);
        Assert.Equal(14, desk.GetProperty("meetings").EnumerateArray().Single(one => one.Id("meetingId") == meeting).GetProperty("attended").GetInt32());
        Assert.DoesNotContain(desk.GetProperty("meetings").EnumerateArray(), one => one.Id("meetingId") == other);
        Assert.Equal((100, 30), desk.GetProperty("talkTimes").EnumerateArray().Where(one => one.Id("meetingId") == talk).Select(one => (one.GetProperty("minutes").GetInt32(), one.GetProperty("womenPercent").GetInt32())).Single());
        var association = await DeskAsync(ground.Desk, Places.Karlstad);
        Assert.Contains(association.GetProperty("meetings").EnumerateArray(), one => one.Id("meetingId") == meeting);
        Assert.DoesNotContain(association.GetProperty("talkTimes").EnumerateArray(), one => one.Id("meetingId") == talk);
    }

    [Fact]
    public async Task The_checklist_is_ticked_with_a_note_and_a_tick_taken_back()
    {
        var place = await members.AddAssociationAsync();
        await ground.Desk.PostAsync($"/api/members/feminism/{Year}/checks/meetingTimes", new { associationId = place, note = "Dagtid på lördagar." }).ReadAsync(HttpStatusCode.NoContent);
        Assert.Equal("Dagtid på lördagar.", (await CheckAsync()).Text("note"));
        await ground.Desk.DeleteAsync(new Uri($"/api/members/feminism/{Year}/checks/meetingTimes?association={place}", UriKind.Relative)).ReadAsync(HttpStatusCode.NoContent);
        Assert.Equal(JsonValueKind.Null, (await CheckAsync()).GetProperty("doneAt").ValueKind);
        await ground.Desk.PostAsync($"/api/members/feminism/{Year}/checks/nothing", new { associationId = place }).RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");

        async Task<JsonElement> CheckAsync() => (await DeskAsync(ground.Desk, place)).GetProperty("checklist").EnumerateArray().Single(one => one.Text("point") == "meetingTimes");
    }

    [Fact]
    public async Task The_report_is_begun_from_the_desk_edited_adopted_into_the_archive_and_then_stands()
    {
        await ground.ItemAsync(null);
        var year = await ground.FreeYearAsync();
        var begun = await ground.Desk.PostAsync($"/api/members/feminism/{year}/report", new { }).ReadAsync(HttpStatusCode.Created);
        Assert.Contains("## Jämställdhet i uppdrag", begun.Text("body"), StringComparison.Ordinal);
        Assert.Contains("Ingen uppgift.", begun.Text("body"), StringComparison.Ordinal);
        await ground.Desk.PostAsync($"/api/members/feminism/{year}/report", new { }).RefusedAsync(HttpStatusCode.Conflict, "conference.exists");
        var id = begun.Id("reportId");
        await ground.Desk.PutAsync($"/api/members/feminism/reports/{id}", new { title = "Året som gick", body = "## Året\n\nVi höll fyra träffar." }, "\"1\"").ReadAsync();
        var adopted = await AdoptAsync(id, 2);
        using var member = members.As(People.IdOf("member"), "member:self@district");
        var document = await member.GetAsync(new Uri($"/api/members/documents/{adopted.Id("documentId")}", UriKind.Relative)).ReadAsync();
        Assert.Equal(("report", "## Året\n\nVi höll fyra träffar."), (document.GetProperty("document").Text("kind"), document.Text("body")));
        await ground.Desk.PutAsync($"/api/members/feminism/reports/{id}", new { title = "Nej", body = "Nej" }, "\"3\"").RefusedAsync(HttpStatusCode.Conflict, "conference.adopted");

        await ground.Desk.DeleteAsync(new Uri($"/api/members/feminism/reports/{id}/adoption", UriKind.Relative)).ReadAsync();
        await member.GetAsync(new Uri($"/api/members/documents/{adopted.Id("documentId")}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "board.unknown");
        await AdoptAsync(id, 4);
        await members.MoveClockAsync(TimeSpan.FromMinutes(61));
        await ground.Desk.DeleteAsync(new Uri($"/api/members/feminism/reports/{id}/adoption", UriKind.Relative)).RefusedAsync(HttpStatusCode.Conflict, "conference.not_adopted");
    }

    private async Task<JsonElement> AdoptAsync(Guid id, int version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/members/feminism/reports/{id}/adoption");
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await ground.Desk.SendAsync(request).ReadAsync();
    }

    private Task<JsonElement> DeskAsync(HttpClient reader, Guid? association) =>
        reader.GetAsync(new Uri($"/api/members/feminism/{Year}{(association is null ? "" : $"?association={association}")}", UriKind.Relative)).ReadAsync();
}
