using System.Net;
using System.Text;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.Assignments;
using VpVarmland.Tests.Kit;
using static VpVarmland.Tests.RegionGroup.RegionGround;

namespace VpVarmland.Tests.RegionGroup;

/// <summary>The region group's work space: positions, places, meetings, material for the associations, and the report to the annual conference.</summary>
public sealed class RegionGroupTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly RegionGround ground = new(fixture.Host);
    private readonly HttpClient karlstad = fixture.Host.As(People.IdOf("association-chair-karlstad"), $"central:read@{Places.Karlstad}");

    private static string Ours(string rest, Guid? association = null) => $"/api/members/associations/{association ?? Places.Karlstad}/region/{rest}";

    [Fact]
    public async Task What_is_adopted_holds_for_the_associations_until_the_change_is_adopted_and_every_version_is_kept()
    {
        var word = Word();
        var id = await ground.PositionAsync(Position(text: $"Bussen {word} ska gå."));
        Assert.Empty(await OursAsync(word));
        await ground.AdoptAsync(id, 1, members.Today().AddDays(1)).RefusedAsync(HttpStatusCode.BadRequest, "region.unlikely_day");
        await ground.AdoptAsync(id, 7).RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        await ground.AdoptAsync(id, 1).ReadAsync();
        await ground.AdoptAsync(id, 2).RefusedAsync(HttpStatusCode.Conflict, "region.not_draft");
        Assert.Equal($"Bussen {word} ska gå.", Assert.Single(await OursAsync(word)).Text("text"));

        var changed = await ground.Group.PutAsync($"{Root}positions/{id}", Position(text: $"Bussen {word} ska gå ofta."), "\"2\"").ReadAsync();
        Assert.Equal(("draft", 2, members.Today()), (changed.GetProperty("position").Text("state"), changed.GetProperty("position").GetProperty("standingVersion").GetInt32(), DateOnly.Parse(changed.GetProperty("position").Text("standingOn")!, null)));
        Assert.Equal($"Bussen {word} ska gå.", Assert.Single(await OursAsync(word)).Text("text"));
        await ground.Group.PutAsync($"{Root}positions/{id}", Position(), "\"2\"").RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        var adopted = await ground.AdoptAsync(id, 3).ReadAsync();
        Assert.Equal($"Bussen {word} ska gå ofta.", Assert.Single(await OursAsync(word)).Text("text"));
        Assert.Equal(["adopted", "draft", "adopted", "draft"], adopted.GetProperty("history").EnumerateArray().Select(version => version.Text("state")));
        await ground.Group.DeleteAsync(At($"positions/{id}")).RefusedAsync(HttpStatusCode.Conflict, "region.was_adopted");
    }

    [Fact]
    public async Task An_adoption_and_a_withdrawal_are_taken_back_and_then_that_holds_which_held_before()
    {
        var word = Word();
        var id = await ground.AdoptedAsync(Position(text: $"Först {word}."));
        await ground.Group.PutAsync($"{Root}positions/{id}", Position(text: $"Sedan {word}."), "\"2\"").ReadAsync();
        await ground.AdoptAsync(id, 3).ReadAsync();
        var back = await ground.Group.DeleteAsync(At($"positions/{id}/adoption")).ReadAsync();
        Assert.Equal("draft", back.GetProperty("position").Text("state"));
        Assert.Equal($"Först {word}.", Assert.Single(await OursAsync(word)).Text("text"));
        Assert.Single(back.GetProperty("history").EnumerateArray(), version => version.Text("state") == "adopted");
        await ground.Group.DeleteAsync(At($"positions/{id}/adoption")).RefusedAsync(HttpStatusCode.Conflict, "region.not_adopted");

        await ground.AdoptAsync(id, 5).ReadAsync();
        await ground.Group.PostAsync($"{Root}positions/{id}/withdrawal", new { }).ReadAsync();
        Assert.Empty(await OursAsync(word));
        await ground.AdoptAsync(id, 7).RefusedAsync(HttpStatusCode.Conflict, "region.not_draft");
        var restored = await ground.Group.DeleteAsync(At($"positions/{id}/withdrawal")).ReadAsync();
        Assert.Equal("adopted", restored.GetProperty("position").Text("state"));
        Assert.Equal($"Sedan {word}.", Assert.Single(await OursAsync(word)).Text("text"));
        await ground.Group.DeleteAsync(At($"positions/{id}/withdrawal")).RefusedAsync(HttpStatusCode.Conflict, "region.not_withdrawn");
    }

    [Fact]
    public async Task Positions_are_found_by_area_state_and_words_and_paged_by_area_and_title()
    {
        var word = Word();
        foreach (var (area, title) in ((string, string)[])[("other", "Ä"), ("care", "Östra"), ("care", "Åtta"), ("care", "Andra"), ("culture", "Zon")])
            await ground.PositionAsync(Position($"{title} {word}", area));
        var all = (await ground.Group.AllPagesAsync($"{Root}positions?text={word}", size: 2)).Select(one => one.Text("title")!.Split(' ')[0]);
        Assert.Equal(["Andra", "Åtta", "Östra", "Zon", "Ä"], all);
        Assert.Equal(3, (await ground.Group.AllPagesAsync($"{Root}positions?text={word}&area=care")).Count);
        Assert.Empty(await ground.Group.AllPagesAsync($"{Root}positions?text={word}&state=adopted"));
        await ground.Group.GetAsync(At("positions?area=nothing")).RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
        await ground.Group.PostAsync(Root + "positions", new { area = "care", title = "x", text = "y", sourceLink = "javascript:alert(1)" }).RefusedAsync(HttpStatusCode.BadRequest, "region.bad_link");
        var draft = await ground.PositionAsync();
        await ground.Group.DeleteAsync(At($"positions/{draft}")).ReadAsync(HttpStatusCode.NoContent);
        await ground.Group.GetAsync(At($"positions/{draft}")).RefusedAsync(HttpStatusCode.NotFound, "region.unknown");
    }

    [Fact]
    public async Task A_place_is_an_assignment_with_rights_and_those_that_nobody_has_are_seen()
    {
        var (body, office) = (await ground.BodyAsync(seats: 2, substituteSeats: 1), new OfficeGround(members));
        Assert.Equal((2, 1), Vacant(await ground.SeenAsync(body)));
        var (chair, next) = (await office.PersonAsync(), await office.PersonAsync());
        var seat = await ground.SeatAsync(body, chair, "chair");
        Assert.Equal((1, 1), Vacant(await ground.SeenAsync(body)));
        var told = await fixture.Events.HearAsync<AssignmentStarted>(one => one.AssignmentId == seat);
        Assert.Contains("region:work", told.Grants.Select(grant => grant.Permission));
        await ground.Manager.PostAsync($"{Root}bodies/{body}/seats", new { memberId = chair, function = "substitute", from = members.Today() }).RefusedAsync(HttpStatusCode.Conflict, "assignment.held");

        // Handed over like any other assignment.
        await office.NameAsync(seat, next).ReadAsync(HttpStatusCode.Created);
        var holder = Assert.Single((await ground.SeenAsync(body)).GetProperty("holders").EnumerateArray());
        Assert.Equal(("chair", chair, members.Today().AddYears(2).AddDays(1)), (holder.Text("function"), holder.Id("memberId"), DateOnly.Parse(holder.Text("successorFrom")!, null)));
        await ground.Manager.PostAsync($"{Root}bodies/{body}/end", new { }).ReadAsync(HttpStatusCode.NoContent);
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from assignments where committee_id = @body and ended_on is null", new { body }));
    }

    [Fact]
    public async Task The_assembly_has_members_and_substitutes_and_does_not_end()
    {
        var assembly = (await ground.Group.GetAsync(At("bodies")).ReadAsync()).Items().First(one => one.GetProperty("isAssembly").GetBoolean()).Id("bodyId");
        var (person, office) = (await new OfficeGround(members).PersonAsync(), new OfficeGround(members));
        await ground.Manager.PostAsync($"{Root}bodies/{assembly}/end", new { }).RefusedAsync(HttpStatusCode.Conflict, "region.assembly_stays");
        await ground.Manager.PostAsync($"{Root}bodies/{assembly}/seats", new { memberId = person, function = "chair", from = members.Today() }).RefusedAsync(HttpStatusCode.BadRequest, "region.assembly_function");
        var seat = await ground.SeatAsync(assembly, person, "substitute");
        Assert.Equal("regionSubstitute", await members.QueryAsync<string>("select kind from assignments where id = @seat", new { seat }));
        Assert.Contains((await ground.SeenAsync(assembly)).GetProperty("holders").EnumerateArray(), one => one.Id("memberId") == person && one.Text("function") == "substitute");

        // The district's own committees, and its balance by body, are the district's.
        var district = members.As(People.IdOf("ombudsman"), "statistics:read@district", "assignments:manage@district");
        Assert.DoesNotContain((await district.GetAsync(new Uri("/api/members/committees", UriKind.Relative)).ReadAsync()).Items(), one => one.Text("name") == "Regionfullmäktige");
        await district.PostAsync($"/api/members/committees/{assembly}/end", new { }).RefusedAsync(HttpStatusCode.NotFound, "committee.unknown");
        await district.PostAsync("/api/members/assignments", new { memberId = person, kind = "regionSeat", from = members.Today() }).RefusedAsync(HttpStatusCode.BadRequest, "assignment.needs_committee");
        await office.EndAsync(seat);
        var name = (await ground.SeenAsync(await ground.BodyAsync())).Text("name");
        await ground.Manager.PostAsync(Root + "bodies", new { name, seats = 1, substituteSeats = 0 }).RefusedAsync(HttpStatusCode.Conflict, "region.name_taken");
    }

    [Fact]
    public async Task Meetings_to_come_and_past_are_listed_with_what_is_left_to_prepare()
    {
        var (coming, past) = (await ground.MeetingAsync(5), await ground.MeetingAsync(-5));
        var matter = await ground.MatterAsync(coming);
        Assert.Equal((1, 1), await OpenAsync(coming));
        await ground.Group.PostAsync($"{Root}matters/{matter}/done", new { }).ReadAsync();
        Assert.Equal((1, 0), await OpenAsync(coming));
        Assert.DoesNotContain(await ground.Group.AllPagesAsync(Root + "meetings"), one => one.Id("meetingId") == past);
        Assert.Contains(await ground.Group.AllPagesAsync(Root + "meetings?past=true", size: 1), one => one.Id("meetingId") == past);
        var days = (await ground.Group.AllPagesAsync(Root + "meetings", size: 1)).Select(one => one.GetProperty("startsAt").GetDateTimeOffset()).ToList();
        Assert.Equal(days.Order(), days);
        var moved = ground.Meeting(await ground.BodyAsync(), 900);
        await ground.Group.PutAsync($"{Root}meetings/{coming}", moved, "\"1\"").ReadAsync();
        await ground.Group.PutAsync($"{Root}meetings/{coming}", moved, "\"1\"").RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        await ground.Group.PostAsync(Root + "meetings", ground.Meeting(await ground.BodyAsync(), 1200)).RefusedAsync(HttpStatusCode.BadRequest, "region.unlikely_time");
        await ground.Group.PostAsync(Root + "meetings", ground.Meeting(Guid.NewGuid())).RefusedAsync(HttpStatusCode.NotFound, "region.unknown");

        async Task<(int All, int Open)> OpenAsync(Guid id)
        {
            var row = (await ground.Group.AllPagesAsync(Root + "meetings")).Single(one => one.Id("meetingId") == id);
            return (row.GetProperty("matters").GetInt32(), row.GetProperty("open").GetInt32());
        }
    }

    [Fact]
    public async Task A_matter_has_an_owner_of_the_group_and_is_late_when_its_day_has_gone_by()
    {
        var meeting = await ground.MeetingAsync();
        var (mine, position) = (await ground.MatterAsync(meeting, ground.Matter("Yrkande", Councillor, -1)), await ground.AdoptedAsync());
        await ground.Group.PostAsync($"{Root}meetings/{meeting}/matters", ground.Matter(ownerId: People.IdOf("member"))).RefusedAsync(HttpStatusCode.BadRequest, "region.not_in_group");
        var others = await ground.MatterAsync(meeting);
        var list = await ground.Group.AllPagesAsync(Root + "matters?mine=true");
        Assert.True(list.Single(one => one.Id("matterId") == mine).GetProperty("isLate").GetBoolean());
        Assert.DoesNotContain(list, one => one.Id("matterId") == others);
        var due = (await ground.Group.AllPagesAsync(Root + "matters", size: 2)).Select(one => one.Text("due")).ToList();
        Assert.Equal(due.Order(StringComparer.Ordinal), due);
        var changed = await ground.Group.PutAsync($"{Root}matters/{mine}", ground.Matter("Yrkande om bussen", Councillor, 2, position), "\"1\"").ReadAsync();
        Assert.Equal(("Yrkande om bussen", false, position), (changed.Text("title"), changed.GetProperty("isLate").GetBoolean(), changed.Id("positionId")));
        await ground.Group.PostAsync($"{Root}matters/{mine}/done", new { }).ReadAsync();
        Assert.DoesNotContain(await ground.Group.AllPagesAsync(Root + "matters"), one => one.Id("matterId") == mine);
        await ground.Group.DeleteAsync(At($"matters/{mine}/done")).ReadAsync();
        Assert.Contains(await ground.Group.AllPagesAsync(Root + "matters"), one => one.Id("matterId") == mine);

        // In the calendar program too: with what the format demands of signs and lines.
        var calendar = await ground.Group.GetAsync(At("calendar.ics")).ReadTextAsync();
        Assert.All(calendar.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var unfolded = calendar.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains($"UID:{meeting}@vpvarmland", unfolded, StringComparison.Ordinal);
        Assert.Contains("DESCRIPTION:Tag med vaccinationsintyg\\; och \\\\ penna\\, papper.\\nhttps://demo.example/handlingar", unfolded, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Yrkande om bussen", unfolded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Material_reaches_every_association_while_it_is_valid_and_the_group_sees_who_has_read()
    {
        var id = await ground.MaterialAsync(members.Today().AddDays(2));
        var all = await members.QueryAsync<int>("select count(*)::int from associations where not is_district and ended_on is null and state <> 'dormant'");
        Assert.Equal((0, all), await ReadByAsync(id));
        await karlstad.PostAsync(Ours($"material/{id}/read", Places.Arvika), new { }).RefusedAsync(HttpStatusCode.NotFound, "region.unknown");
        await karlstad.PostAsync(Ours($"material/{id}/read"), new { }).ReadAsync();
        await karlstad.PostAsync(Ours($"material/{id}/read"), new { }).ReadAsync();
        Assert.Equal((1, all), await ReadByAsync(id));
        var readers = (await ground.Group.GetAsync(At($"material/{id}")).ReadAsync()).GetProperty("readers").EnumerateArray().ToList();
        Assert.Equal([Places.Karlstad], readers.Where(one => one.GetProperty("readAt").ValueKind != JsonValueKind.Null).Select(one => one.Id("associationId")));
        await ground.Group.DeleteAsync(At($"material/{id}")).RefusedAsync(HttpStatusCode.Conflict, "region.already_read");
        await karlstad.DeleteAsync(new Uri(Ours($"material/{id}/read"), UriKind.Relative)).ReadAsync();
        Assert.Equal((0, all), await ReadByAsync(id));

        await ground.Group.PutAsync($"{Root}material/{id}", Material(members.Today().AddDays(-3)), "\"1\"").RefusedAsync(HttpStatusCode.BadRequest, "region.unlikely_day");
        await ground.Group.PutAsync($"{Root}material/{id}", Material(members.Today().AddDays(-1)), "\"1\"").ReadAsync();
        Assert.DoesNotContain(await karlstad.AllPagesAsync(Ours("material")), one => one.Id("materialId") == id);
        await karlstad.PostAsync(Ours($"material/{id}/read"), new { }).RefusedAsync(HttpStatusCode.NotFound, "region.unknown");
        await ground.Group.DeleteAsync(At($"material/{id}")).ReadAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task What_is_not_read_comes_first_and_a_file_follows_its_material()
    {
        var read = await ground.MaterialAsync();
        var unread = await ground.WithFileAsync();
        await karlstad.PostAsync(Ours($"material/{read}/read"), new { }).ReadAsync();
        var list = (await karlstad.AllPagesAsync(Ours("material"), size: 1)).Select(one => one.Id("materialId")).ToList();
        Assert.InRange(list.IndexOf(unread), 0, list.IndexOf(read) - 1);
        Assert.Equal(OfficeGround.Jpeg, await karlstad.GetByteArrayAsync(new Uri(Ours($"material/{unread}/file"), UriKind.Relative)));
        await karlstad.GetAsync(new Uri(Ours($"material/{read}/file"), UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "file.unknown");
        await ground.AttachAsync(unread, Encoding.UTF8.GetBytes("<script>")).RefusedAsync(HttpStatusCode.BadRequest, "file.unknown_form");
        var before = await members.QueryAsync<long>("select count(*) from stored_files");
        await ground.AttachAsync(unread, OfficeGround.Jpeg).ReadAsync();
        Assert.Equal(before, await members.QueryAsync<long>("select count(*) from stored_files"));
        await ground.Group.DeleteAsync(At($"material/{unread}/file")).ReadAsync();
        await ground.Group.DeleteAsync(At($"material/{unread}")).ReadAsync(HttpStatusCode.NoContent);
        Assert.Equal(before - 1, await members.QueryAsync<long>("select count(*) from stored_files"));
    }

    [Fact]
    public async Task The_report_begins_from_the_year_names_nobody_who_is_protected_and_goes_to_the_archive_as_PDF()
    {
        var (word, year, office) = (Word(), members.Today().Year, new OfficeGround(members));
        var (body, open, hidden) = (await ground.BodyAsync(3), await members.AddMemberAsync(Places.Karlstad, familyName: "Öppen" + word), await members.AddMemberAsync(Places.Karlstad, familyName: "Skyddad" + word));
        await ground.SeatAsync(body, open.Id);
        await ground.SeatAsync(body, hidden.Id);
        await members.ExecuteAsync("update people set is_protected = true where id = @Id", new { hidden.Id });
        await ground.AdoptedAsync(Position("Antagen " + word));
        await ground.PositionAsync(Position("Utkast " + word));
        await karlstad.PostAsync(Ours($"material/{await ground.MaterialAsync(title: "Blad " + word)}/read"), new { }).ReadAsync();
        var report = await ground.Group.PostAsync($"{Root}{year}/report", new { }).ReadAsync(HttpStatusCode.Created);
        var text = report.Text("body")!;
        Assert.Contains($"ledamot Prövande Öppen{word}", text, StringComparison.Ordinal);
        Assert.Contains($"Kollektivtrafik: Antagen {word}, antagen", text, StringComparison.Ordinal);
        Assert.Matches($"Blad {word}: läst av 1 av \\d+ partiföreningar", text);
        Assert.DoesNotContain("Skyddad" + word, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Utkast " + word, text, StringComparison.Ordinal);

        var id = report.Id("reportId");
        await ground.Group.PutAsync($"{Root}reports/{id}", new { title = "Regiongruppens år", body = $"Inledning {word}.\n\n## Vården\n\n- Första <b>\n- Andra" }, "\"1\"").ReadAsync();
        var page = await ground.Group.GetAsync(At($"reports/{id}/html")).ReadTextAsync();
        Assert.Contains("<h2>Vården</h2>\n<ul>\n<li>Första &lt;b&gt;</li>\n<li>Andra</li>\n</ul>", page, StringComparison.Ordinal);
        var adopted = await ground.Group.SendAsync(Access.Requests.PostNothing($"region/reports/{id}/adoption", 2)()).ReadAsync();
        using var member = members.As(People.IdOf("member"), "member:self@district");
        var document = new Uri($"/api/members/documents/{adopted.Id("documentId")}", UriKind.Relative);
        Assert.Equal($"Inledning {word}.\n\n## Vården\n\n- Första <b>\n- Andra", (await member.GetAsync(document).ReadAsync()).Text("body"));
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(await member.GetByteArrayAsync(new Uri(document + "/file", UriKind.Relative)), 0, 5));
        await ground.Group.DeleteAsync(At($"reports/{id}/adoption")).ReadAsync();
        await member.GetAsync(document).RefusedAsync(HttpStatusCode.NotFound, "board.unknown");
        // The feminist officer's reports are others.
        await office.Desk.GetAsync(new Uri($"/api/members/feminism/reports/{id}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "conference.unknown");
    }

    private static string Word() => $"w{Guid.NewGuid():N}"[..12];

    private static Uri At(string path) => new(Root + path, UriKind.Relative);

    private static (int Ordinary, int Substitutes) Vacant(JsonElement body) => (body.GetProperty("vacant").GetInt32(), body.GetProperty("vacantSubstitutes").GetInt32());

    private Task<IReadOnlyList<JsonElement>> OursAsync(string word) => karlstad.AllPagesAsync(Ours($"positions?text={word}"));

    private async Task<(int Read, int All)> ReadByAsync(Guid id)
    {
        var row = (await ground.Group.GetAsync(At($"material/{id}")).ReadAsync()).GetProperty("material");
        return (row.GetProperty("read").GetInt32(), row.GetProperty("associations").GetInt32());
    }
}
