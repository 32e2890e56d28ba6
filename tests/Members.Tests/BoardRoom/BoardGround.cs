using System.Net;
using System.Text.Json;
using VpVarmland.Tests.Economy;
using VpVarmland.Tests.Kit;
using VpVarmland.Tests.Liaisons;

namespace VpVarmland.Tests.BoardRoom;

/// <summary>Meetings, papers, decisions, documents and what comes from the party centrally, in every state, made through the service.</summary>
internal sealed class BoardGround(MembersHost host)
{
    internal HttpClient Manager { get; } = host.As(People.IdOf("ombudsman"), "board:read@district", "board:manage@district", "central:relay@district", "member:self@district");

    internal object Plan(string title = "Distriktsstyrelsens möte") => new { title, startsAt = host.Clock.GetUtcNow().AddDays(14), place = "Medborgarhuset", link = "https://mote.example/rum" };

    internal async Task<Guid> PlannedAsync(string title = "Distriktsstyrelsens möte") => (await Manager.PostAsync("/api/members/board/meetings", Plan(title)).ReadAsync(HttpStatusCode.Created)).GetProperty("meeting").Id("meetingId");

    internal async Task<Guid> CalledAsync(string title = "Distriktsstyrelsens möte")
    {
        var meeting = await PlannedAsync(title);
        await Manager.PostAsync($"/api/members/board/meetings/{meeting}/notice", new { }).ReadAsync();
        return meeting;
    }

    /// <summary>Written, with these people as adjusters.</summary>
    internal async Task<Guid> WrittenAsync(params Guid[] adjusters)
    {
        var meeting = await CalledAsync();
        var view = await ReadAsync(meeting);
        var body = new { items = view.GetProperty("items").EnumerateArray().Select(item => new { itemId = item.Id("itemId"), said = "Styrelsen samtalade om budgeten." }), present = adjusters, adjusters };
        await Manager.PutAsync($"/api/members/board/meetings/{meeting}/minutes", body, Version(view)).ReadAsync();
        return meeting;
    }

    /// <summary>Waits for its adjusters.</summary>
    internal async Task<Guid> MinutedAsync(params Guid[] adjusters)
    {
        var meeting = await WrittenAsync(adjusters);
        await Manager.PostAsync($"/api/members/board/meetings/{meeting}/adjusting", new { }).ReadAsync();
        return meeting;
    }

    internal Task<JsonElement> ReadAsync(Guid meeting) => Manager.ReadAsync($"board/meetings/{meeting}");

    internal static string Version(JsonElement view) => $"\"{view.GetProperty("meeting").GetProperty("version").GetInt32()}\"";

    internal async Task<int> VersionAsync(Guid meeting) => (await ReadAsync(meeting)).GetProperty("meeting").GetProperty("version").GetInt32();

    internal async Task<Guid> ItemAsync(Guid meeting) => (await ReadAsync(meeting)).GetProperty("items")[0].Id("itemId");

    internal async Task<(Guid Item, Guid File)> PaperAsync()
    {
        var item = await ItemAsync(await PlannedAsync());
        return (item, (await Manager.PostAsync(new Uri($"/api/members/board/items/{item}/papers?fileName=budget.pdf", UriKind.Relative), new ByteArrayContent(ClaimForms.Pdf)).ReadAsync(HttpStatusCode.Created)).Id("fileId"));
    }

    internal async Task<Guid> DecisionAsync() => (await Manager.PostAsync($"/api/members/board/items/{await ItemAsync(await CalledAsync())}/decisions", new { text = "Boka lokalen.", ownerId = People.IdOf("ombudsman"), due = host.Today().AddDays(10) })
        .ReadAsync(HttpStatusCode.Created)).Id("decisionId");

    internal object Text(string readers = "members", string body = "Föreningen hyr ut lokalen till kretsen.") => new { kind = "agreement", title = "Hyresavtal", on = host.Today(), readers, body };

    internal async Task<Guid> DocumentAsync(string readers = "members", string body = "Föreningen hyr ut lokalen till kretsen.") =>
        (await Manager.PostAsync("/api/members/documents", Text(readers, body)).ReadAsync(HttpStatusCode.Created)).GetProperty("document").Id("documentId");

    internal string Upload => $"/api/members/documents/files?kind=report&title=Rapport&on={host.Today():yyyy-MM-dd}&readers=members&fileName=rapport.pdf";

    internal async Task<Guid> FileAsync() => (await Manager.PostAsync(new Uri(Upload, UriKind.Relative), new ByteArrayContent(ClaimForms.Pdf)).ReadAsync(HttpStatusCode.Created)).GetProperty("document").Id("documentId");

    internal object Deadline(params Guid[] associations) => new
    {
        kind = "deadline", title = "Anmäl ombud till kongressen", body = "Anmälan görs till partiexpeditionen.", link = "https://www.example.org/ombud", due = host.Today().AddDays(20), receivedOn = host.Today(),
        associations = associations.Length == 0 ? null : associations,
    };

    internal async Task<Guid> RelayedAsync(params Guid[] associations) => (await Manager.PostAsync("/api/members/central/items", Deadline(associations)).ReadAsync(HttpStatusCode.Created)).GetProperty("item").Id("itemId");

    internal async Task<Guid> DoneAsync()
    {
        var item = await RelayedAsync(Places.Karlstad);
        await host.As(People.IdOf("association-chair-karlstad"), $"central:read@{Places.Karlstad}").PostAsync($"/api/members/associations/{Places.Karlstad}/central/{item}/done", new { note = "Klart." }).ReadAsync();
        return item;
    }
}
