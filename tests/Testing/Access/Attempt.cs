using System.Text.Json;

namespace VpVarmland.Tests.Access;

/// <summary>One operation of a service, and a request to it that succeeds for whoever holds every permission.</summary>
/// <param name="Operation">As in the API document.</param>
/// <param name="Prepare">Makes what the request is about, so that its ids are real, and returns how to make the request.</param>
public sealed record Attempt(string Operation, Func<Task<Func<HttpRequestMessage>>> Prepare)
{
    /// <summary>An attempt that needs nothing made.</summary>
    public Attempt(string operation, Func<HttpRequestMessage> request)
        : this(operation, () => Task.FromResult(request))
    {
    }
}

/// <summary>An operation as the running service's API document tells of it.</summary>
/// <param name="Permission"><c>open</c>, or the permission's name.</param>
/// <param name="Query">The names of the values that its address may carry.</param>
public sealed record Operation(string Id, HttpMethod Method, string Path, string Permission, IReadOnlyList<string> Query)
{
    /// <summary>Every operation, and fails where one has no attempt or an attempt has no operation.</summary>
    public static async Task<IReadOnlyDictionary<string, Operation>> ReadAsync(HttpClient client, string service, IEnumerable<Attempt> attempts)
    {
        var document = JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync(new Uri($"/openapi/{service}.json", UriKind.Relative)));
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => Of(path.Name, method)))
            .ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        Assert.NotEmpty(operations);
        Assert.Equal(operations.Keys.Order(StringComparer.Ordinal), attempts.Select(attempt => attempt.Operation).Order(StringComparer.Ordinal));
        return operations;
    }

    private static Operation Of(string path, JsonProperty method) => new(
        method.Value.GetProperty("operationId").GetString()!, HttpMethod.Parse(method.Name), path, method.Value.GetProperty("x-permission").GetString()!,
        method.Value.TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Where(one => one.GetProperty("in").GetString() == "query").Select(one => one.GetProperty("name").GetString()!)]
            : []);
}
