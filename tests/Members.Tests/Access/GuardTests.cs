using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Access;

/// <summary>Every operation that demands a permission: it answers whoever has it, there where they have it, and nobody else.</summary>
public sealed class GuardTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;

    public static TheoryData<string> Guarded => [.. AccessTable.Rows.Values.Where(row => row.Permission is not null).Select(row => row.Operation)];

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
