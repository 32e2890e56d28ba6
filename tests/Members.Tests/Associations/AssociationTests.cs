using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Associations;

/// <summary>An association's profile, board, annual meetings and state.</summary>
public sealed class AssociationTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly BrokerListener events = fixture.Events;
    private readonly HttpClient district = fixture.Host.As(People.IdOf("ombudsman"), "associations:manage@district", "association:edit@district", "statistics:read@district", "assignments:manage@district");

    [Fact]
    public async Task The_chair_edits_contact_ways_which_are_stored_in_one_form_and_nothing_changes_when_nothing_changed()
    {
        using var chair = await members.RoleAsync("association-chair-karlstad");
        var version = (await ProfileAsync(Places.Karlstad)).GetProperty("version").GetInt32();
        var saved = await chair.PutAsync($"/api/members/associations/{Places.Karlstad}/contact", Forms.Contact, $"\"{version}\"").ReadAsync();
        Assert.Equal(("65224", "karlstad@test.example", "+46701740620", "50501055"), (saved.Text("postalCode"), saved.Text("email"), saved.Text("phone"), saved.Text("giro")));
        Assert.Equal(version + 1, saved.GetProperty("version").GetInt32());
        var again = await chair.PutAsync($"/api/members/associations/{Places.Karlstad}/contact", Forms.Contact, $"\"{version + 1}\"").ReadAsync();
        Assert.Equal(version + 1, again.GetProperty("version").GetInt32());
        await chair.PutAsync($"/api/members/associations/{Places.Karlstad}/contact", Forms.Contact, $"\"{version}\"").RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        await chair.PutAsync($"/api/members/associations/{Places.Karlstad}/contact", Forms.Contact, null).RefusedAsync(HttpStatusCode.PreconditionRequired, "request.version_needed");
        await chair.PutAsync($"/api/members/associations/{Places.Arvika}/contact", Forms.Contact, "\"1\"").RefusedAsync(HttpStatusCode.NotFound, "association.unknown");
        await chair.PutAsync($"/api/members/associations/{Places.Karlstad}", Forms.Of("Annat namn"), "\"1\"").RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden");
        Assert.Equal(1, await members.QueryAsync<long>("select count(*) from audit where action = 'association.contact_edited' and subject = @Karlstad", new { Places.Karlstad }));
    }

    [Fact]
    public async Task A_new_association_forms_becomes_active_rests_and_others_are_told_each_time()
    {
        var name = $"Vänsterpartiet {Guid.NewGuid():N}";
        var id = (await district.PostAsync("/api/members/associations", new { name, reason = "Tio medlemmar vill." }).ReadAsync(HttpStatusCode.Created)).Id("id");
        Assert.Equal("forming", (await ProfileAsync(id)).Text("state"));
        Assert.True((await events.HearAsync<AssociationChanged>(one => one.AssociationId == id)).IsActive);
        await SetStateAsync(id, "active", 1).ReadAsync();
        var resting = await SetStateAsync(id, "dormant", 2).ReadAsync();
        Assert.Equal(["dormant", "active", "forming"], resting.GetProperty("history").EnumerateArray().Select(entry => entry.Text("what")));
        Assert.Empty(resting.GetProperty("vacancies").EnumerateArray());
        Assert.False((await events.HearAsync<AssociationChanged>(one => one.AssociationId == id && one.Version == 3)).IsActive);
        await SetStateAsync(id, "dormant", 3).RefusedAsync(HttpStatusCode.Conflict, "association.same_state");
        await SetStateAsync(id, "ended", 3).RefusedAsync(HttpStatusCode.BadRequest, "association.not_a_state");
        await SetStateAsync(id, "active", 2).RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        await district.PostAsync("/api/members/associations", new { name }).RefusedAsync(HttpStatusCode.Conflict, "association.name_taken");
    }

    [Fact]
    public async Task A_municipality_has_one_association_that_does_not_rest()
    {
        await district.PostAsync("/api/members/associations", new { name = "Karlstad igen", municipalityCode = "1780" }).RefusedAsync(HttpStatusCode.Conflict, "association.municipality_taken");
        await district.PostAsync("/api/members/associations", new { name = "Ingenstans", municipalityCode = "0000" }).RefusedAsync(HttpStatusCode.BadRequest, "association.unknown_municipality");
        var resting = await members.AddAssociationAsync("1780", "dormant");
        await SetStateAsync(resting, "active", 1).RefusedAsync(HttpStatusCode.Conflict, "association.municipality_taken");
    }

    [Fact]
    public async Task The_district_renames_and_numbers_an_association_and_impossible_numbers_are_refused()
    {
        var (id, name) = (await members.AddAssociationAsync(), $"Vänsterpartiet {Guid.NewGuid():N}");
        var saved = await district.PutAsync($"/api/members/associations/{id}", Forms.Of(name), "\"1\"").ReadAsync();
        Assert.Equal((name, "5560360793"), (saved.Text("name"), saved.Text("organisationNumber")));
        Assert.Equal(name, (await events.HearAsync<AssociationChanged>(one => one.AssociationId == id)).Name);
        var version = $"\"{saved.GetProperty("version").GetInt32()}\"";
        await district.PutAsync($"/api/members/associations/{id}", Forms.Of(name, organisationNumber: "556036-0794"), version).RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
        await district.PutAsync($"/api/members/associations/{Places.District}", Forms.Of("Distriktet", "1780"), $"\"{(await ProfileAsync(Places.District)).GetProperty("version").GetInt32()}\"")
            .RefusedAsync(HttpStatusCode.Conflict, "association.is_district");
    }

    [Fact]
    public async Task A_board_shows_vacancies_terms_that_end_soon_and_how_many_are_women()
    {
        var id = await members.AddAssociationAsync();
        Assert.Equal(["chair", "treasurer", "membershipSecretary"], Vacancies(await ProfileAsync(id)));
        await ElectAsync(id, "chair", "woman", members.Today().AddDays(30));
        await ElectAsync(id, "treasurer", "man", members.Today().AddDays(90));
        await ElectAsync(id, "membershipSecretary", "man", null, from: members.Today().AddDays(1));
        var profile = await ProfileAsync(id);
        Assert.Equal(["membershipSecretary"], Vacancies(profile));
        Assert.Equal([true, false, false], profile.GetProperty("board").EnumerateArray().Select(place => place.GetProperty("endsSoon").GetBoolean()));
        var balance = profile.GetProperty("balance");
        Assert.Equal((1, 2, false), (balance.GetProperty("women").GetInt64(), balance.GetProperty("men").GetInt64(), balance.GetProperty("meetsFloor").GetBoolean()));
        await ElectAsync(id, "boardMember", "woman", null);
        Assert.True((await ProfileAsync(id)).GetProperty("balance").GetProperty("meetsFloor").GetBoolean());
    }

    [Fact]
    public async Task Annual_meetings_are_planned_held_and_taken_away_in_their_year()
    {
        var (id, today) = (await members.AddAssociationAsync(), members.Today());
        var (last, next) = (today.Year - 1, today.Year + 1);
        var saved = await MeetingAsync(id, last, 1, new DateOnly(last, 2, 1), new DateOnly(last, 2, 8)).ReadAsync();
        saved = await MeetingAsync(id, next, 2, new DateOnly(next, 2, 1), null).ReadAsync();
        Assert.Equal([next, last], saved.GetProperty("meetings").EnumerateArray().Select(meeting => meeting.GetProperty("year").GetInt32()));
        await MeetingAsync(id, next, 3, null, new DateOnly(next, 2, 1)).RefusedAsync(HttpStatusCode.BadRequest, "association.meeting_not_held_yet");
        await MeetingAsync(id, next, 3, new DateOnly(last, 2, 1), null).RefusedAsync(HttpStatusCode.BadRequest, "association.meeting_other_year");
        saved = await MeetingAsync(id, next, 3, null, null).ReadAsync();
        Assert.Single(saved.GetProperty("meetings").EnumerateArray());
    }

    private static IEnumerable<string?> Vacancies(JsonElement profile) => profile.GetProperty("vacancies").EnumerateArray().Select(kind => kind.GetString());

    private async Task ElectAsync(Guid association, string kind, string gender, DateOnly? until, DateOnly? from = null)
    {
        var person = (await members.AddMemberAsync(association)).Id;
        await members.ExecuteAsync("update people set gender = @gender where id = @person", new { person, gender });
        await district.PostAsync("/api/members/assignments", new { memberId = person, kind, associationId = association, from = from ?? members.Today(), until }).ReadAsync(HttpStatusCode.Created);
    }

    private Task<JsonElement> ProfileAsync(Guid id) => district.GetAsync(new Uri($"/api/members/associations/{id}", UriKind.Relative)).ReadAsync();

    private Task<HttpResponseMessage> MeetingAsync(Guid id, int year, int version, DateOnly? plannedOn, DateOnly? heldOn) =>
        district.PutAsync($"/api/members/associations/{id}/meetings/{year}", new { plannedOn, heldOn }, $"\"{version}\"");

    private Task<HttpResponseMessage> SetStateAsync(Guid id, string state, int version)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/members/associations/{id}/state", UriKind.Relative))
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { state, since = members.Today(), reason = "Styrelsen har beslutat." }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return district.SendAsync(request);
    }
}
