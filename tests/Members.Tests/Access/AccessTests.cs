using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Access;

/// <summary>Who gets in, operation by operation, against the document that the running service gives of itself.</summary>
public sealed class AccessTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;

    public static TheoryData<string> Guarded => [.. AccessTable.Rows.Values.Where(row => row.Permission is not null).Select(row => row.Operation)];

    public static TheoryData<string> Free => [.. AccessTable.Rows.Values.Where(row => row.Permission is null).Select(row => row.Operation)];

    [Fact]
    public async Task Every_operation_of_the_running_service_has_a_row_with_the_permission_it_demands()
    {
        var document = await members.Anonymous().GetAsync(new Uri("/openapi/members.json", UriKind.Relative)).ReadAsync();
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Select(operation => $"{operation.Value.Text("operationId")}: {operation.Value.Text("x-permission")}");
        Assert.Equal(
            operations.Order(StringComparer.Ordinal),
            AccessTable.Rows.Values.Select(row => $"{row.Operation}: {row.Permission?.Name ?? "open"}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public Task Every_operation_answers_each_kind_of_caller_as_the_reviewed_table_says() => AccessMatrix.CheckAsync(
        members, "members", AccessTable.Attempts(members), AccessGround.Caller, Places.Karlstad, Places.Storfors, "tests/Members.Tests/Access/access.txt");

    [Theory]
    [MemberData(nameof(Free))]
    public async Task Open_operations_answer_anybody(string operation)
    {
        var request = await AccessTable.Rows[operation].Prepare(new AccessGround(members));
        using var answer = await members.Anonymous().SendAsync(request());
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Guarded_operations_answer_those_entitled_and_nobody_else(string operation)
    {
        var row = AccessTable.Rows[operation];
        var request = await row.Prepare(new AccessGround(members));
        var (permission, caller) = (row.Permission!.Name, AccessGround.Caller);
        var here = row.Scope;

        using (var answer = await members.As(caller, $"{permission}@{here}").SendAsync(request()))
            Assert.True(answer.IsSuccessStatusCode, $"entitled: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");

        await members.QuietAsync();
        var before = await members.ChecksumAsync();
        await members.Anonymous().SendAsync(request()).RefusedAsync(HttpStatusCode.Unauthorized, "auth.sign_in_needed");
        await members.WithToken(tokens => tokens.For(caller, [$"{permission}@{here}"], TimeSpan.FromMinutes(-1))).SendAsync(request())
            .RefusedAsync(HttpStatusCode.Unauthorized, "auth.sign_in_needed");
        await members.WithToken(tokens => tokens.For(caller, [$"{permission}@{here}"], issuer: "somebody-else")).SendAsync(request())
            .RefusedAsync(HttpStatusCode.Unauthorized, "auth.sign_in_needed");
        using (var forger = new GatewayTokens())
            await members.WithToken(_ => forger.For(caller, [$"{permission}@{here}"])).SendAsync(request()).RefusedAsync(HttpStatusCode.Unauthorized, "auth.sign_in_needed");

        var others = row.Permission == Permission.Self ? ["plan:read@district"]
            : Permission.All.Keys.Where(name => name != permission).Select(name => $"{name}@district").ToArray();
        await members.As(People.IdOf("member"), others).SendAsync(request()).RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden");
        if (row.Permission != Permission.Self)
            await members.As(People.IdOf("member"), "member:self@district").SendAsync(request()).RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden");

        await CheckElsewhereAsync(row, request());
        Assert.Equal(before, await members.ChecksumAsync());
    }

    private async Task CheckElsewhereAsync(AccessRow row, HttpRequestMessage request)
    {
        if (row.Elsewhere == Elsewhere.Same)
            return;
        using var answer = await members.As(People.IdOf("member"), $"{row.Permission!.Name}@{Places.Storfors}").SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (row.Elsewhere == Elsewhere.NotFound)
        {
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"elsewhere: {(int)answer.StatusCode} {text}");
            return;
        }
        Assert.True(answer.IsSuccessStatusCode, text);
        if (row.Elsewhere == Elsewhere.Nothing)
            Assert.Empty(JsonSerializer.Deserialize<JsonElement>(text).Items());
        Assert.DoesNotContain(Places.Karlstad.ToString(), text, StringComparison.Ordinal);
        Assert.DoesNotContain("Karlstad", text, StringComparison.Ordinal);
    }
}
