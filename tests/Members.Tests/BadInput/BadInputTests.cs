using System.Net.Http.Headers;
using System.Text.Json;
using VpVarmland.Tests.Access;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.BadInput;

/// <summary>Whatever an entitled caller sends, the answer is a success or a problem with a stable code, and a problem has changed nothing.</summary>
public sealed class BadInputTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;

    /// <summary>Every operation that the committed API document gives a body.</summary>
    public static TheoryData<string> WithBody => [.. JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(Snapshots.Root(), "gateway/web/openapi/members.json")))
        .GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
        .Where(operation => operation.Value.TryGetProperty("requestBody", out _)).Select(operation => operation.Value.Text("operationId")!)];

    /// <summary>Each fault alone, then several at once.</summary>
    [Theory]
    [MemberData(nameof(WithBody))]
    public Task Every_kind_of_bad_body_gets_a_problem_with_a_code_and_changes_nothing(string operation) =>
        TryAllAsync(operation, right => BadBodies.Of(right).Concat(Mixed(right, Seeds.Random())));

    private static IEnumerable<BadBody> Mixed(string right, Random random) => Enumerable.Range(0, 10).Select(_ => BadBodies.Mixed(right, random));

    private async Task TryAllAsync(string operation, Func<string, IEnumerable<BadBody>> faults)
    {
        var row = AccessTable.Rows[operation];
        using var caller = row.Permission is null ? members.Anonymous()
            : members.As(AccessGround.Caller, $"{row.Permission.Name}@{row.Scope}");
        var make = await row.Prepare(new AccessGround(members));
        var right = await make().Content!.ReadAsStringAsync();
        var before = await members.ChecksumAsync();
        foreach (var fault in faults(right))
        {
            var request = make();
            request.Content = new ByteArrayContent(fault.Content);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(fault.MediaType);
            using var answer = await caller.SendAsync(request);
            if (await AnsweredWellAsync(answer, fault))
            {
                // It was not bad after all: what comes next is held against how things stand now, with something new to work on.
                make = await row.Prepare(new AccessGround(members));
                await members.QuietAsync();
                before = await members.ChecksumAsync();
            }
        }
        Assert.Equal(before, await members.ChecksumAsync());
    }

    /// <summary>True where it succeeded.</summary>
    private static async Task<bool> AnsweredWellAsync(HttpResponseMessage answer, BadBody fault)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode >= 500 || (answer.IsSuccessStatusCode && fault.Hopeless))
            Assert.Fail($"{fault} → {(int)answer.StatusCode} {text}");
        if (answer.IsSuccessStatusCode)
            return true;
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Matches("^[a-z]+[.][a-z_]+$", JsonSerializer.Deserialize<JsonElement>(text).Text("code"));
        return false;
    }
}
