using System.Net;
using System.Text.Json;
using VpVarmland.Tests.Assignments;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.RegionGroup;

/// <summary>The region group's things in every state, made through the service.</summary>
internal sealed class RegionGround(MembersHost host)
{
    internal const string Root = "/api/members/region/";

    /// <summary>Somebody of the group.</summary>
    internal static Guid Councillor => People.IdOf("region-councillor");

    internal HttpClient Group { get; } = host.As(Councillor, "region:read@district", "region:work@district", "region:publish@district");

    internal HttpClient Manager { get; } = host.As(People.IdOf("ombudsman"), "assignments:manage@district", "region:read@district");

    internal static object Position(string title = "Bussen går också på helgen", string area = "publicTransport", string text = "Varje tätort har en buss på lördagar och söndagar.") =>
        new { area, title, text, source = "Motion om bussarna", sourceLink = "https://demo.example/motion" };

    internal Task<JsonElement> WriteAsync(object? position = null) => Group.PostAsync(Root + "positions", position ?? Position()).ReadAsync(HttpStatusCode.Created);

    internal async Task<Guid> PositionAsync(object? position = null) => (await WriteAsync(position)).GetProperty("position").Id("positionId");

    internal async Task<Guid> AdoptedAsync(object? position = null)
    {
        var id = await PositionAsync(position);
        await AdoptAsync(id, 1).ReadAsync();
        return id;
    }

    internal async Task<Guid> WithdrawnAsync()
    {
        var id = await AdoptedAsync();
        await Group.PostAsync($"{Root}positions/{id}/withdrawal", new { }).ReadAsync();
        return id;
    }

    internal Task<HttpResponseMessage> AdoptAsync(Guid id, int version, DateOnly? on = null)
    {
        var request = Access.Requests.Post($"region/positions/{id}/adoption", new { on = on ?? host.Today() }, version)();
        return Group.SendAsync(request);
    }

    internal async Task<Guid> BodyAsync(int seats = 1, int substituteSeats = 1) =>
        (await Manager.PostAsync(Root + "bodies", new { name = $"Nämnd {Guid.NewGuid():N}", about = "Prövar något.", seats, substituteSeats }).ReadAsync(HttpStatusCode.Created)).Id("id");

    internal async Task<Guid> SeatAsync(Guid body, Guid person, string function = "member") =>
        (await Manager.PostAsync($"{Root}bodies/{body}/seats", new { memberId = person, function, from = host.Today().AddDays(-1), until = host.Today().AddYears(2) }).ReadAsync(HttpStatusCode.Created)).Id("id");

    internal async Task<JsonElement> SeenAsync(Guid body) => (await Group.GetAsync(new Uri(Root + "bodies", UriKind.Relative)).ReadAsync()).Items().Single(one => one.Id("bodyId") == body);

    internal object Meeting(Guid body, int days = 7) => new { bodyId = body, startsAt = host.Clock.GetUtcNow().AddDays(days), place = "Regionens hus", link = "https://demo.example/handlingar", note = "Tag med vaccinationsintyg; och \\ penna, papper." };

    internal async Task<Guid> MeetingAsync(int days = 7) => (await Group.PostAsync(Root + "meetings", Meeting(await BodyAsync(), days)).ReadAsync(HttpStatusCode.Created)).GetProperty("meeting").Id("meetingId");

    internal object Matter(string title = "Läsa handlingarna", Guid? ownerId = null, int days = 3, Guid? positionId = null) => new { title, note = "Fråga om siffrorna.", ownerId, due = host.Today().AddDays(days), positionId };

    internal async Task<Guid> MatterAsync(Guid? meeting = null, object? matter = null) =>
        (await Group.PostAsync($"{Root}meetings/{meeting ?? await MeetingAsync()}/matters", matter ?? Matter()).ReadAsync(HttpStatusCode.Created)).Id("matterId");

    internal static object Material(DateOnly? validUntil = null, string title = "Talepunkter om bussarna") => new { area = "publicTransport", title, body = "Tre saker att säga på torget.", link = "https://demo.example/blad", validUntil };

    internal async Task<Guid> MaterialAsync(DateOnly? validUntil = null, string title = "Talepunkter om bussarna") =>
        (await Group.PostAsync(Root + "material", Material(validUntil, title)).ReadAsync(HttpStatusCode.Created)).GetProperty("material").Id("materialId");

    internal async Task<Guid> WithFileAsync()
    {
        var id = await MaterialAsync();
        await AttachAsync(id, OfficeGround.Jpeg).ReadAsync();
        return id;
    }

    internal async Task<HttpResponseMessage> AttachAsync(Guid id, byte[] file)
    {
        using var request = Access.Requests.PostFile($"region/material/{id}/file?fileName=blad.jpg", file)();
        return await Group.SendAsync(request);
    }

    /// <summary>A year that has no report yet.</summary>
    internal async Task<int> FreeYearAsync() => await host.QueryAsync<int>("select coalesce(min(year), 2101) - 1 from conference_reports where kind = 'region'");

    internal async Task<Guid> ReportAsync() => (await Group.PostAsync($"{Root}{await FreeYearAsync()}/report", new { }).ReadAsync(HttpStatusCode.Created)).Id("reportId");

    internal async Task<Guid> AdoptedReportAsync()
    {
        var id = await ReportAsync();
        await Group.SendAsync(Access.Requests.PostNothing($"region/reports/{id}/adoption", 1)()).ReadAsync();
        return id;
    }
}
