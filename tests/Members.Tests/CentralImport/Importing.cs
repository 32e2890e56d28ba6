using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.CentralImport;

/// <summary>What the ombudsman does with a file, in the words of the tests.</summary>
internal sealed class Importing(MembersHost members)
{
    internal const string Root = "/api/members/central-imports";
    private readonly HttpClient ombudsman = members.As(People.IdOf("ombudsman"), "handover:manage@district", "register:read@district", "register:edit@district", "care:work@district", "assignments:manage@district");

    internal HttpClient Ombudsman => ombudsman;

    internal Task<HttpResponseMessage> SendAsync(byte[] file, string columns = CentralFile.AllColumns, string fileName = "medlemmar.csv")
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return ombudsman.PostAsync(Address($"?fileName={Uri.EscapeDataString(fileName)}&{columns}"), content);
    }

    /// <summary>Sends the file and waits for its preview.</summary>
    internal async Task<Guid> PreviewAsync(params CentralPerson[] people) => await PreviewAsync(CentralFile.Utf8(people));

    internal async Task<Guid> PreviewAsync(byte[] file, string columns = CentralFile.AllColumns)
    {
        var id = (await SendAsync(file, columns).ReadAsync(HttpStatusCode.Created)).Id("importId");
        await UntilAsync(id, "ready");
        return id;
    }

    internal Task<JsonElement> UntilAsync(Guid id, string state) => Eventually.SeeAsync(() => GetAsync(id), import => import.Text("state") == state);

    internal Task<JsonElement> GetAsync(Guid id) => ombudsman.GetAsync(Address($"/{id}")).ReadAsync();

    internal Task<IReadOnlyList<JsonElement>> DifferencesAsync(Guid id, string kind) => ombudsman.AllPagesAsync($"{Root}/{id}/differences?kind={kind}");

    internal async Task<IReadOnlyDictionary<string, int>> CountsAsync(Guid id) =>
        JsonSerializer.Deserialize<Dictionary<string, int>>((await GetAsync(id)).GetProperty("counts").GetRawText())!;

    internal Task<HttpResponseMessage> DecideAsync(Guid id, string kind, string decision, params int[] rows) =>
        ombudsman.PostAsync($"{Root}/{id}/decisions", new { kind, decision, rows = rows.Length == 0 ? null : rows });

    /// <summary>Asks for the preview as it stands to be applied.</summary>
    internal async Task<HttpResponseMessage> AskToApplyAsync(Guid id, int? ended = null, int? version = null)
    {
        version ??= (await GetAsync(id)).GetProperty("version").GetInt32();
        var request = new HttpRequestMessage(HttpMethod.Post, Address($"/{id}/apply")) { Content = System.Net.Http.Json.JsonContent.Create(new { ended }) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await ombudsman.SendAsync(request);
    }

    internal async Task<JsonElement> ApplyAsync(Guid id, int? ended = null)
    {
        await AskToApplyAsync(id, ended).ReadAsync(HttpStatusCode.Accepted);
        return await UntilAsync(id, "applied");
    }

    internal Task<HttpResponseMessage> AskToUndoAsync(Guid id) => ombudsman.PostAsync(Address($"/{id}/undo"), null);

    internal async Task<JsonElement> UndoAsync(Guid id)
    {
        await AskToUndoAsync(id).ReadAsync(HttpStatusCode.Accepted);
        return await UntilAsync(id, "undone");
    }

    /// <summary>The confirmed members as a file of the same form.</summary>
    internal async Task<byte[]> ExportAsync()
    {
        using var answer = await ombudsman.GetAsync(Address("/register"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    internal Task<Guid> IdOfAsync(CentralPerson person) => members.QueryAsync<Guid>("select id from people where member_number = @Number", new { person.Number });

    /// <summary>Whatever an import can change, as one text; without versions, which only ever rise.</summary>
    internal Task<string> RegisterAsync() => members.QueryAsync<string>(
        """
        select concat_ws('|',
            (select md5(string_agg((to_jsonb(row) - 'version')::text, '|' order by id)) from people row),
            (select md5(string_agg(row::text, '|' order by id)) from memberships row),
            (select md5(string_agg(row::text, '|' order by id)) from hand_overs row),
            (select md5(string_agg((to_jsonb(row) - 'version')::text, '|' order by id)) from care_cases row),
            (select md5(string_agg((to_jsonb(row) - 'version')::text, '|' order by id)) from assignments row))
        """);

    internal static Uri Address(string path) => new(Root + path, UriKind.Relative);
}
