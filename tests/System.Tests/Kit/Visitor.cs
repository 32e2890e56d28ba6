using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace VpVarmland.Tests;

/// <summary>Somebody at a browser, without the browser: keeps cookies and sends what the web app sends with every change.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient http;

    internal Visitor(Platform platform)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = platform.Address, Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("sv");
    }

    /// <summary>As of the last sign-in or <see cref="RefreshAsync"/>.</summary>
    internal JsonElement Session { get; private set; }

    /// <summary>Who this is, once signed in.</summary>
    internal Guid MemberId => Session.Id("memberId");

    internal Task<JsonElement> GetAsync(string path) => CallAsync(HttpMethod.Get, path);

    internal Task<JsonElement> PostAsync(string path, object? body = null, long? version = null) => CallAsync(HttpMethod.Post, path, body, version);

    internal Task<JsonElement> PutAsync(string path, object body, long version) => CallAsync(HttpMethod.Put, path, body, version);

    internal Task<JsonElement> DeleteAsync(string path) => CallAsync(HttpMethod.Delete, path);

    /// <summary>Every row of a list, page by page.</summary>
    internal async Task<IReadOnlyList<JsonElement>> ListAsync(string path)
    {
        var rows = new List<JsonElement>();
        for (string? next = ""; next is not null;)
        {
            var page = await GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}size=200{(next.Length > 0 ? "&after=" + Uri.EscapeDataString(next) : "")}");
            rows.AddRange(page.Rows());
            next = page.Text("next");
        }
        return rows;
    }

    /// <summary>A page of the web as a browser asks for it.</summary>
    internal async Task<string> OpenPageAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await http.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>What stands at an address that is no page and no JSON.</summary>
    internal async Task<string> ReadTextAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Expects a refusal with that status and code, as a problem document.</summary>
    internal async Task RefusedAsync(HttpStatusCode status, string? code, HttpMethod method, string path, object? body = null, long? version = null)
    {
        using var answer = await SendAsync(method, path, body, version);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{method} {path}: {(int)answer.StatusCode} instead of {(int)status}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal((int)status, problem.Number("status"));
        Assert.NotEqual("", problem.Text("title"));
        Assert.Equal(code ?? problem.Text("code"), problem.Text("code"));
    }

    /// <summary>The status alone, for what may be so or so for a while.</summary>
    internal async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        return answer.StatusCode;
    }

    /// <summary>Reads the session again: rights come and go while one is signed in.</summary>
    internal async Task<JsonElement> RefreshAsync() => Session = await GetAsync("/auth/session");

    /// <summary>Sends a file as the body, as the web app does.</summary>
    internal async Task<JsonElement> SendFileAsync(string path, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(content) };
        request.Headers.Add("X-XSRF-TOKEN", Session.Text("antiforgeryToken"));
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"POST {path}: {(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>A file as it is downloaded.</summary>
    internal Task<byte[]> ReadFileAsync(string path) => http.GetByteArrayAsync(path);

    /// <summary>Takes over what a call has answered as the session.</summary>
    internal void Enter(JsonElement session) => Session = session;

    public void Dispose() => http.Dispose();

    private async Task<JsonElement> CallAsync(HttpMethod method, string path, object? body = null, long? version = null)
    {
        using var answer = await SendAsync(method, path, body, version);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, long? version)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (version is not null)
            request.Headers.IfMatch.ParseAdd($"\"{version}\"");
        if (Session.ValueKind == JsonValueKind.Object && Session.Text("antiforgeryToken") is { } token)
            request.Headers.Add("X-XSRF-TOKEN", token);
        return await http.SendAsync(request);
    }
}
