using System.Net.Http.Json;
using System.Text.Json;

namespace VpVarmland.Benchmarks.Platforms;

/// <summary>Somebody at a browser: keeps cookies, sends what the web app sends, and knows that an answer may not come.</summary>
internal sealed class Browser(Uri platform) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(2) }) { BaseAddress = platform, Timeout = TimeSpan.FromSeconds(15) };
    private string? antiforgery;

    /// <summary>Requests that were answered with a fault of the platform's, or not at all.</summary>
    internal int Faults { get; private set; }

    /// <summary>Takes over what a call has answered as the session.</summary>
    internal void Enter(JsonElement session) => antiforgery = session.GetProperty("antiforgeryToken").GetString();

    /// <summary>One try. Null where the platform was not there or at fault: nothing is acknowledged then.</summary>
    /// <param name="key">The same for every try of one change: it then happens once.</param>
    internal async Task<(int Status, JsonElement Body)?> TryAsync(HttpMethod method, string path, object? body, string? key, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (antiforgery is not null)
            request.Headers.Add("X-XSRF-TOKEN", antiforgery);
        try
        {
            using var answer = await http.SendAsync(request, cancel);
            var text = await answer.Content.ReadAsStringAsync(cancel);
            if ((int)answer.StatusCode < 500)
                return ((int)answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // Counted below.
        }
        Faults++;
        return null;
    }

    /// <summary>Tries until the platform acknowledges, as a person presses the button again.</summary>
    /// <exception cref="InvalidOperationException">The platform refused: what was sent should have been right.</exception>
    internal async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        var key = method == HttpMethod.Get ? null : Guid.NewGuid().ToString("N");
        while (true)
        {
            switch (await TryAsync(method, path, body, key, cancel))
            {
                case { Status: >= 200 and < 300 } done:
                    return done.Body;
                // Too many at once, and the same request still under way: later.
                case { Status: not (409 or 429) } refused:
                    throw new InvalidOperationException($"{method} {path}: {refused.Status} {refused.Body}");
                default:
                    await Task.Delay(Pause, cancel);
                    break;
            }
        }
    }

    /// <summary>Asks until the answer is there.</summary>
    internal async Task<T> SeeAsync<T>(string path, Func<JsonElement, T?> look, CancellationToken cancel)
        where T : class
    {
        while (true)
        {
            if (await TryAsync(HttpMethod.Get, path, null, null, cancel) is { Status: 200 } answer && look(answer.Body) is { } seen)
                return seen;
            await Task.Delay(Pause, cancel);
        }
    }

    public void Dispose() => http.Dispose();
}
