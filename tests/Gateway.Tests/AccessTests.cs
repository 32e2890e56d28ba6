using System.Net;
using System.Text;
using System.Text.Json;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>Who gets in, operation by operation, against the document that the running gateway gives of itself.</summary>
public sealed class AccessTests(Servers servers, SharedGateway shared) : IAsyncLifetime
{
    /// <summary>Every operation of the gateway's own. One that is new is listed here by whoever adds it.</summary>
    private static readonly Dictionary<string, string> Rows = new(StringComparer.Ordinal)
    {
        ["get /.well-known/jwks.json"] = "open",
        ["post /connect/token"] = "open",
        ["get /auth/session"] = "open",
        ["get /auth/external"] = "open",
        ["post /auth/sign-out"] = "open",
        ["post /auth/sign-in"] = "open",
        ["post /auth/sign-in/complete"] = "open",
        ["post /auth/passkeys/request-options"] = "open",
        ["post /auth/passkeys/sign-in"] = "open",
        ["post /auth/totp/begin"] = "signed in",
        ["post /auth/totp/confirm"] = "signed in",
        ["post /auth/totp/verify"] = "signed in",
        ["post /auth/totp/remove"] = "signed in",
        ["get /auth/recovery-codes"] = "signed in",
        ["post /auth/recovery-codes"] = "signed in",
        ["post /auth/passkeys/creation-options"] = "signed in",
        ["get /auth/passkeys"] = "signed in",
        ["post /auth/passkeys"] = "signed in",
        ["delete /auth/passkeys/{id}"] = "signed in",
        ["get /auth/sessions"] = "signed in",
        ["delete /auth/sessions/{id}"] = "signed in",
        ["post /auth/sessions/end-others"] = "signed in",
        ["post /auth/sessions/end-all"] = "signed in",
        ["delete /auth/external/link"] = "signed in",
        ["get /auth/events"] = "signed in",
        ["get /auth/accounts"] = "admin:accounts",
        ["get /auth/accounts/{id}"] = "admin:accounts",
        ["post /auth/accounts/{id}/sign-out"] = "admin:accounts",
        ["post /auth/accounts/{id}/factor-resets"] = "admin:accounts",
        ["get /auth/factor-resets"] = "admin:accounts",
        ["post /auth/factor-resets/{id}/approve"] = "admin:accounts",
        ["post /auth/factor-resets/{id}/decline"] = "admin:accounts",
        ["get /auth/security-log"] = "admin:accounts",
        ["get /api/gateway/platform"] = "ops:operate",
        ["get /api/gateway/platform/history"] = "ops:operate",
        ["get /auth/keys"] = "admin:accounts",
        ["post /auth/keys"] = "admin:accounts",
        ["delete /auth/keys/{id}"] = "admin:accounts",
        ["get /auth/clients"] = "admin:accounts",
        ["post /auth/clients"] = "admin:accounts",
        ["put /auth/clients/{id}"] = "admin:accounts",
        ["post /auth/clients/{id}/close"] = "admin:accounts",
        ["post /auth/clients/{id}/open"] = "admin:accounts",
        ["post /auth/clients/{id}/secrets"] = "admin:accounts",
        ["delete /auth/clients/{id}/secrets/{secretId}"] = "admin:accounts",
    };

    private GatewayHost gateway = null!;

    public static TheoryData<string> Personal => [.. Rows.Where(row => row.Value == "signed in").Select(row => row.Key)];

    public async ValueTask InitializeAsync() => (_, gateway) = await shared.StartAsync(servers);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_operation_of_the_running_gateway_has_a_row_with_what_it_demands()
    {
        var document = await gateway.NewBrowser().GetAsync("/openapi/gateway.json");
        // What operations sees of every service is the shared part's, and has its tests there.
        var operations = document.GetProperty("paths").EnumerateObject().Where(path => !path.Name.StartsWith("/api/gateway/ops", StringComparison.Ordinal))
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name} {path.Name}: {method.Value.GetProperty("x-permission").GetString()}"));
        Assert.Equal(operations.Order(StringComparer.Ordinal), Rows.Select(row => $"{row.Key}: {row.Value}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Personal))]
    public async Task What_is_ones_own_is_for_somebody_who_is_signed_in(string operation) =>
        Assert.Equal("auth.sign_in_needed", await RefusedAsync(gateway.NewBrowser(), operation, HttpStatusCode.Unauthorized));

    [Fact]
    public async Task What_administrators_do_is_closed_to_everybody_else()
    {
        var every = Permission.All.Values.Where(permission => permission != Permission.Administer).Select(permission => new Grant(permission.Name, null)).ToArray();
        var other = (await gateway.SignedInAsync(every)).Browser;
        // An administrator who has not given the second factor is a member.
        var (member, email) = await gateway.JoinAsync();
        await gateway.TellAsync(gateway.Holds(member, null, new Grant(Permission.Administer.Name, null)));
        var half = gateway.NewBrowser();
        await half.SignInByLinkAsync(gateway, email);
        var operations = Rows.Where(row => row.Value == Permission.Administer.Name).Select(row => row.Key).ToList();
        Assert.NotEmpty(operations);
        foreach (var operation in operations)
        {
            Assert.Equal("auth.sign_in_needed", await RefusedAsync(gateway.NewBrowser(), operation, HttpStatusCode.Unauthorized));
            Assert.Equal("auth.forbidden", await RefusedAsync(other, operation, HttpStatusCode.Forbidden));
            Assert.Equal("auth.forbidden", await RefusedAsync(half, operation, HttpStatusCode.Forbidden));
        }
    }

    private static async Task<string?> RefusedAsync(Browser browser, string operation, HttpStatusCode expected)
    {
        var parts = operation.Split(' ', 2);
        var path = parts[1].Replace("{id}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal).Replace("{secretId}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(parts[0].ToUpperInvariant()), path);
        if (request.Method != HttpMethod.Get)
            request.Content = new StringContent("""{"reason":"x","code":"1","name":"x","id":"xyz","scopes":["statistics"],"credential":{"a":1}}""", Encoding.UTF8, "application/json");
        using var answer = await browser.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{operation}: {(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text).GetProperty("code").GetString();
    }
}
