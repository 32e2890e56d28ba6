using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace VpVarmland.Tests.Kit;

/// <summary>Says what an answer must be, and shows the answer where it is not.</summary>
internal static class Answers
{
    /// <summary>The body of an answer that must have succeeded.</summary>
    internal static async Task<JsonElement> ReadAsync(this Task<HttpResponseMessage> call, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri} → {(int)answer.StatusCode}, not {(int)expected}: {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>The text of an answer that must have succeeded.</summary>
    internal static async Task<string> ReadTextAsync(this Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {text}");
        return text;
    }

    /// <summary>The problem document of an answer that must have been refused with that status and code.</summary>
    internal static async Task<JsonElement> RefusedAsync(this Task<HttpResponseMessage> call, HttpStatusCode expected, string code)
    {
        using var answer = await call;
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await Task.FromResult(answer).ReadAsync(expected);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }

    /// <summary>The items of a page or a list.</summary>
    internal static IReadOnlyList<JsonElement> Items(this JsonElement list) =>
        [.. (list.ValueKind == JsonValueKind.Array ? list : list.GetProperty("items")).EnumerateArray()];

    /// <summary>Every item of a paged list.</summary>
    internal static async Task<IReadOnlyList<JsonElement>> AllPagesAsync(this HttpClient client, string address, int size = 200)
    {
        var all = new List<JsonElement>();
        string? after = null;
        do
        {
            var page = await client.GetAsync(new Uri($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}size={size}&after={after}", UriKind.Relative)).ReadAsync();
            all.AddRange(page.Items());
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);
        return all;
    }

    internal static Guid Id(this JsonElement item, string name) => item.GetProperty(name).GetGuid();

    internal static string? Text(this JsonElement item, string name) => item.GetProperty(name).GetString();

    /// <summary>A change to the version that the caller has read.</summary>
    internal static Task<HttpResponseMessage> PutAsync(this HttpClient client, string address, object body, string? ifMatch)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, new Uri(address, UriKind.Relative)) { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }

    internal static Task<HttpResponseMessage> PostAsync(this HttpClient client, string address, object body, string? idempotencyKey = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = JsonContent.Create(body) };
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return client.SendAsync(request);
    }
}
