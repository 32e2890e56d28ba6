using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace VpVarmland.Tests;

/// <summary>A browser: keeps cookies, and sends the antiforgery token of its session with every change.</summary>
internal sealed class Browser
{
    private static readonly SocketsHttpHandler Still = new() { UseCookies = false, AllowAutoRedirect = false };
    private readonly HttpClient client;

    internal Browser(GatewayHost host)
    {
        Cookies = new CookieContainer();
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Add("Origin", host.Address.GetLeftPart(UriPartial.Authority));
        if (host.IsBehindTls)
            client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
    }

    internal CookieContainer Cookies { get; }

    internal HttpClient Client => client;

    /// <summary>The current session, read anew.</summary>
    internal async Task<JsonElement> SessionAsync() => Note(await GetAsync("/auth/session"));

    internal async Task<IReadOnlyList<string>> PermissionsAsync() =>
        [.. (await SessionAsync()).GetProperty("permissions").EnumerateArray().Select(permission => permission.GetString()!)];

    internal async Task<JsonElement> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await client.GetAsync(path);
        return await ReadAsync(answer, expected);
    }

    internal async Task<JsonElement> PostAsync(string path, object? body, HttpStatusCode expected)
    {
        using var answer = await client.PostAsJsonAsync(path, body ?? new { });
        return Note(await ReadAsync(answer, expected));
    }

    internal async Task<JsonElement> PutAsync(string path, object body, HttpStatusCode expected)
    {
        using var answer = await client.PutAsJsonAsync(path, body);
        return await ReadAsync(answer, expected);
    }

    /// <summary>Opens an event stream and waits for its first event.</summary>
    internal async Task<StreamReader> OpenStreamAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/event-stream");
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("data: first", await reader.ReadLineAsync());
        return reader;
    }

    internal async Task<JsonElement> DeleteAsync(string path, HttpStatusCode expected)
    {
        using var answer = await client.DeleteAsync(path);
        return await ReadAsync(answer, expected);
    }

    /// <summary>Stops sending the antiforgery token, as another site's page would.</summary>
    internal void ForgetAntiforgeryToken() => client.DefaultRequestHeaders.Remove("X-XSRF-TOKEN");

    /// <summary>Goes on sending what this browser now would, whatever is answered: no answer is then due to an earlier one.</summary>
    internal HttpClient AsItIs()
    {
        var still = new HttpClient(Still, disposeHandler: false) { BaseAddress = client.BaseAddress };
        foreach (var (name, values) in client.DefaultRequestHeaders)
            still.DefaultRequestHeaders.TryAddWithoutValidation(name, values);
        if (Cookies.GetCookieHeader(client.BaseAddress!) is { Length: > 0 } cookies)
            still.DefaultRequestHeaders.Add("Cookie", cookies);
        return still;
    }

    private JsonElement Note(JsonElement answer)
    {
        if (answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("antiforgeryToken", out var token))
        {
            ForgetAntiforgeryToken();
            if (token.GetString() is { } text)
                client.DefaultRequestHeaders.Add("X-XSRF-TOKEN", text);
        }
        return answer;
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri}: {(int)answer.StatusCode} instead of {(int)expected}: {text}");
        return text.Length > 0 && answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
            ? JsonSerializer.Deserialize<JsonElement>(text)
            : default;
    }
}
