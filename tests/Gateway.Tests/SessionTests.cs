using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace VpVarmland.Tests;

/// <summary>The session cookie, its antiforgery proof, and its end.</summary>
public sealed class SessionTests(Servers servers, SharedGateway shared) : IAsyncLifetime
{
    private GatewayHost gateway = null!;

    public async ValueTask InitializeAsync() => (_, gateway) = await shared.StartAsync(servers);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Whoever_is_not_signed_in_is_told_so_with_200()
    {
        var session = await gateway.NewBrowser().SessionAsync();
        Assert.False(session.GetProperty("signedIn").GetBoolean());
        Assert.Empty(session.GetProperty("permissions").EnumerateArray());
        Assert.True(session.GetProperty("development").GetBoolean());
    }

    [Fact]
    public async Task The_cookie_is_out_of_scripts_reach_and_stays_on_this_site()
    {
        var cookie = await CookieOfAsync(gateway);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith($"session-{gateway.Address.Port}=", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_development_the_cookie_is_bound_to_its_host_under_tls()
    {
        await using var production = await GatewayHost.StartAsync(servers, "Production");
        var cookie = await CookieOfAsync(production);
        Assert.StartsWith("__Host-session=", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_change_without_the_sessions_proof_is_refused_here_and_before_any_service()
    {
        var browser = await SignedInAsync();
        browser.ForgetAntiforgeryToken();
        foreach (var path in new[] { "/auth/totp/begin", "/api/members/size", "/auth/sign-out" })
            Assert.Equal("auth.antiforgery", (await browser.PostAsync(path, null, HttpStatusCode.BadRequest)).GetProperty("code").GetString());
        Assert.True((await browser.SessionAsync()).GetProperty("signedIn").GetBoolean());
        await browser.PostAsync("/api/members/size", null, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_sessions_proof_is_no_proof()
    {
        var (mine, other) = (await SignedInAsync(), await SignedInAsync());
        var token = (await other.SessionAsync()).GetProperty("antiforgeryToken").GetString();
        mine.ForgetAntiforgeryToken();
        mine.Client.DefaultRequestHeaders.Add("X-XSRF-TOKEN", token);
        await mine.PostAsync("/auth/sign-out", null, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Another_sites_page_cannot_sign_anybody_in()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/auth/sign-in") { Content = JsonContent.Create(new { email = "kim@example.org" }) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await gateway.NewBrowser().Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_too()
    {
        var browser = await SignedInAsync();
        var cookie = browser.Cookies.GetAllCookies().Single(one => one.Name.StartsWith("session", StringComparison.Ordinal));
        var copied = gateway.NewBrowser();
        copied.Cookies.Add(gateway.Address, new Cookie(cookie.Name, cookie.Value));
        Assert.True((await copied.SessionAsync()).GetProperty("signedIn").GetBoolean());

        await browser.PostAsync("/auth/sign-out", null, HttpStatusCode.NoContent);

        Assert.False((await browser.SessionAsync()).GetProperty("signedIn").GetBoolean());
        Assert.False((await copied.SessionAsync()).GetProperty("signedIn").GetBoolean());
    }

    [Fact]
    public async Task Signing_out_twice_is_harmless()
    {
        var browser = await SignedInAsync();
        await browser.PostAsync("/auth/sign-out", null, HttpStatusCode.NoContent);
        await browser.PostAsync("/auth/sign-out", null, HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("../../x")]
    public async Task A_made_up_cookie_is_nobody(string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/auth/session");
        request.Headers.TryAddWithoutValidation("Cookie", $"session-{gateway.Address.Port}={value}");
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = gateway.Address };
        using var answer = await client.SendAsync(request);
        Assert.False((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("signedIn").GetBoolean());
    }

    private async Task<Browser> SignedInAsync()
    {
        var (_, email) = await gateway.JoinAsync();
        var browser = gateway.NewBrowser();
        await browser.SignInByLinkAsync(gateway, email);
        return browser;
    }

    private static async Task<string> CookieOfAsync(GatewayHost host)
    {
        var (_, email) = await host.JoinAsync();
        var browser = host.NewBrowser();
        var token = await browser.AskForLinkAsync(host, email);
        using var answer = await browser.Client.PostAsJsonAsync("/auth/sign-in/complete", new { token });
        return Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("session", StringComparison.Ordinal));
    }
}
