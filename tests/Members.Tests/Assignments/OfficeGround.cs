using System.Net;
using System.Text.Json;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Assignments;

/// <summary>Assignments in every state, made through the service, and hand-overs between two people.</summary>
internal sealed class OfficeGround(MembersHost host)
{
    internal HttpClient Manager { get; } = host.As(People.IdOf("ombudsman"), "assignments:manage@district", "statistics:read@district", "care:work@district");

    /// <summary>A member of Karlstad who has stated that gender.</summary>
    internal async Task<Guid> PersonAsync(string gender = "notStated", Guid? association = null)
    {
        var person = (await host.AddMemberAsync(association ?? Places.Karlstad)).Id;
        await host.ExecuteAsync("update people set gender = @gender where id = @person", new { person, gender });
        return person;
    }

    internal async Task<Guid> StartAsync(Guid memberId, string kind = "boardMember", DateOnly? until = null, DateOnly? from = null, Guid? associationId = null) =>
        (await Manager.PostAsync("/api/members/assignments", new { memberId, kind, associationId = associationId ?? Places.Karlstad, from = from ?? host.Today(), until }).ReadAsync(HttpStatusCode.Created)).Id("assignmentId");

    internal Task EndAsync(Guid id) => Manager.PostAsync($"/api/members/assignments/{id}/end", new { }).ReadAsync(HttpStatusCode.NoContent);

    internal async Task<Guid> EndedAsync()
    {
        var id = await StartAsync(await PersonAsync());
        await EndAsync(id);
        return id;
    }

    internal Task<HttpResponseMessage> NameAsync(Guid id, Guid memberId, DateOnly? from = null) => Manager.PostAsync($"/api/members/assignments/{id}/successor", new { memberId, from });

    /// <summary>An assignment whose successor begins tomorrow.</summary>
    internal async Task<Guid> SucceededAsync()
    {
        var id = await StartAsync(await PersonAsync(), until: host.Today());
        await NameAsync(id, await PersonAsync()).ReadAsync(HttpStatusCode.Created);
        return id;
    }

    /// <summary>A hand-over of a new association's chair, in which the person leaves or takes over.</summary>
    internal async Task<(Guid Assignment, Guid Point)> TransferAsync(Guid person, bool leaves)
    {
        var (place, other, held, next, point) = (await host.AddAssociationAsync(), (await host.AddMemberAsync(Places.Karlstad)).Id, Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await host.ExecuteAsync(
            """
            insert into assignments (id, person_id, kind, association_id, from_date, until_date) values (@held, @leaver, 'chair', @place, @from, @until), (@next, @comer, 'chair', @place, @tomorrow, null);
            insert into assignment_successions (assignment_id, successor_id, was_open_ended, named_at) values (@held, @next, false, @now);
            insert into transfer_points (id, assignment_id, place, text, done_at, confirmed_at) values (@point, @held, 1, 'Nycklar', @now, @now)
            """,
            new
            {
                held, next, place, point, leaver = leaves ? person : other, comer = leaves ? other : person, from = host.Today().AddDays(-100), until = host.Today(), tomorrow = host.Today().AddDays(1), now = host.Clock.GetUtcNow(),
            });
        return (held, point);
    }

    internal async Task<int> TemplateVersionAsync() => await host.QueryAsync<int?>("select version from transfer_templates where kind = 'treasurer'") ?? 0;

    /// <summary>The smallest file in the form of a JPEG, with what a camera would have noted.</summary>
    internal static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x08, .. "Exif.."u8, 0xFF, 0xDB, 0x00, 0x04, 0x01, 0x02, 0xFF, 0xDA, 0x00, 0x04, 0x07, 0x08, 0x11, 0x22, 0xFF, 0xD9];

    internal static object Text(bool consents = false) => new { area = "Hälso- och sjukvård", text = "Jag arbetar för fler vårdplatser.", email = "politik@demo.example", phone = "070-174 06 20", web = "https://demo.example", consents };

    /// <summary>The same as somebody else writes it, who has nothing to agree to.</summary>
    internal static readonly object TextOfAnother = new { area = "Hälso- och sjukvård", text = "Jag arbetar för fler vårdplatser.", email = "politik@demo.example", phone = "070-174 06 20", web = "https://demo.example" };

    /// <summary>The caller's own profile as chair of Karlstad: written, agreed to, with a portrait, and not shown.</summary>
    internal async Task<Guid> ProfileAsync()
    {
        var id = await host.QueryAsync<Guid>("select id from assignments where person_id = @Caller and kind = 'chair' and association_id = @Karlstad order by ended_on nulls first limit 1", new { Access.AccessGround.Caller, Places.Karlstad });
        await host.ExecuteAsync(
            """
            update assignments set ended_on = null where id = @id;
            insert into public_profiles (assignment_id, about, portrait, consented_at, edited_at) values (@id, 'Vi växer.', @Jpeg, @now, @now)
            on conflict (assignment_id) do update set about = excluded.about, portrait = excluded.portrait, consented_at = excluded.consented_at, published = null, published_at = null, version = 1
            """, new { id, Jpeg, now = host.Clock.GetUtcNow() });
        return id;
    }

    /// <summary>The same, shown.</summary>
    internal async Task<Guid> ShownAsync()
    {
        var id = await ProfileAsync();
        await host.ExecuteAsync("update public_profiles set published = jsonb_build_object('text', about), published_at = edited_at where assignment_id = @id", new { id });
        return id;
    }

    internal HttpClient Desk { get; } = host.As(People.IdOf("ombudsman"), "feminism:work@district", "member:self@district");

    internal static object Item(Guid? associationId, string title = "Separatistisk träff") => new { associationId, quarter = 2, title, note = "Tillsammans med grannföreningen." };

    internal async Task<Guid> ItemAsync(Guid? association) => (await Desk.PostAsync($"/api/members/feminism/{host.Today().Year}/items", Item(association)).ReadAsync(HttpStatusCode.Created)).Id("itemId");

    /// <summary>A year that has no report yet.</summary>
    internal async Task<int> FreeYearAsync() => await host.QueryAsync<int>("select coalesce(min(year), 2101) - 1 from conference_reports where kind = 'feminism'");

    internal async Task<Guid> ReportAsync() => (await Desk.PostAsync($"/api/members/feminism/{await FreeYearAsync()}/report", new { }).ReadAsync(HttpStatusCode.Created)).Id("reportId");

    internal async Task<Guid> AdoptedAsync()
    {
        var id = await ReportAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/members/feminism/reports/{id}/adoption");
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        await Desk.SendAsync(request).ReadAsync();
        return id;
    }

    /// <summary>What the person hands over or takes over.</summary>
    internal async Task<IReadOnlyList<JsonElement>> TransfersOfAsync(Guid person) => (await host.As(person, "member:self@district").GetAsync(new Uri("/api/members/me/transfers", UriKind.Relative)).ReadAsync()).Items();
}
