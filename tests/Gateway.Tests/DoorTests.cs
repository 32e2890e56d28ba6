using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace VpVarmland.Tests;

/// <summary>What the outside sees of the gateway itself: headers, limits, documents, pages.</summary>
public sealed class DoorTests(Servers servers, SharedGateway shared) : IAsyncLifetime
{
    private GatewayHost gateway = null!;

    public async ValueTask InitializeAsync() => (_, gateway) = await shared.StartAsync(servers);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/")]
    [InlineData("/bli-medlem")]
    [InlineData("/auth/session")]
    [InlineData("/api/members/echo")]
    [InlineData("/api/nobody")]
    [InlineData("/docs/")]
    [InlineData("/dev/users")]
    public async Task Every_answer_tells_the_browser_to_be_careful(string path)
    {
        using var answer = await gateway.NewBrowser().Client.GetAsync(path);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        var scripts = policy.Split(';').Select(part => part.Trim()).Single(part => part.StartsWith("script-src", StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", scripts, StringComparison.Ordinal);
        Assert.DoesNotContain("*", scripts, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.Headers.Contains("Referrer-Policy"));
        Assert.True(answer.Headers.Contains("Permissions-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/bli-medlem")]
    [InlineData("/logga-in/en-kod")]
    public async Task An_address_without_extension_is_a_page_of_the_web_app(string path)
    {
        using var answer = await gateway.NewBrowser().Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl?.NoCache);
    }

    [Theory]
    [InlineData("/auth/accounts?search=abc%00")]
    [InlineData("/auth/accounts?search=abc&after=%00")]
    [InlineData("/auth/security-log?area=%00")]
    public async Task A_text_that_no_database_takes_is_refused(string path)
    {
        var administrator = (await gateway.AdministratorAsync()).Browser;
        Assert.Equal("request.malformed", (await administrator.GetAsync(path, HttpStatusCode.BadRequest)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/auth/nothing")]
    [InlineData("/connect/nothing")]
    [InlineData("/assets/gone-1234.js")]
    [InlineData("/missing.png")]
    [InlineData("/dev/nothing")]
    public async Task A_missing_thing_is_missing_and_not_a_page(string path)
    {
        var problem = await gateway.NewBrowser().GetAsync(path, HttpStatusCode.NotFound);
        Assert.Equal("request.not_found", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_api_reference_needs_nothing_from_elsewhere_and_its_scripts_carry_the_answers_nonce()
    {
        var client = gateway.NewBrowser().Client;
        using var answer = await client.GetAsync("/docs/");
        var page = await answer.Content.ReadAsStringAsync();
        var nonce = answer.Headers.GetValues("Content-Security-Policy").Single().Split("'nonce-")[1].Split('\'')[0];

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(page.Split("<script").Length - 1, page.Split($"nonce=\"{nonce}\"").Length - 1);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        foreach (var service in new[] { "members", "events", "communications", "elections", "gateway" })
            Assert.Contains($"\"openapi/{service}.json\"", page, StringComparison.Ordinal);
        var script = page.Split("src=\"")[1].Split('"')[0];
        using var loaded = await client.GetAsync(new Uri(new Uri(gateway.Address, "/docs/"), script));
        Assert.Equal(HttpStatusCode.OK, loaded.StatusCode);
    }

    [Fact]
    public async Task Outside_development_there_is_no_door_for_developers()
    {
        await using var production = await GatewayHost.StartAsync(servers, "Production", ("services:communications:http:0", "http://127.0.0.1:1"));
        var browser = production.NewBrowser();
        foreach (var path in new[] { "/dev", "/dev/users", "/dev/users.js", "/dev/clock", "/dev/mail", "/dev/mail/1" })
            await browser.GetAsync(path, HttpStatusCode.NotFound);
        await browser.PostAsync("/dev/clock", new { days = 1 }, HttpStatusCode.NotFound);
        await browser.PostAsync("/dev/users/ombudsman/sign-in", null, HttpStatusCode.NotFound);
        Assert.False((await browser.SessionAsync()).GetProperty("development").GetBoolean());
        Assert.Equal(0, await production.QueryAsync<int>("select count(*)::int from partner_clients"));
    }

    [Fact]
    public async Task Outside_development_nobody_is_served_in_the_clear()
    {
        await using var production = await GatewayHost.StartAsync(servers, "Production");
        using var clear = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = production.Address };
        using var page = await clear.GetAsync("/bli-medlem?kommun=1780");
        Assert.Equal((HttpStatusCode.PermanentRedirect, $"https://{production.Address.Authority}/bli-medlem?kommun=1780"), (page.StatusCode, page.Headers.Location?.AbsoluteUri));
        using var change = await clear.PostAsJsonAsync("/auth/sign-in", new { email = "kim@demo.example" });
        Assert.Equal(HttpStatusCode.BadRequest, change.StatusCode);
        Assert.Contains("request.https_needed", await change.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var inside in new[] { "/alive", "/.well-known/jwks.json" })
            Assert.Equal(HttpStatusCode.OK, (await clear.GetAsync(inside)).StatusCode);

        var browser = production.NewBrowser();
        using var secure = await browser.Client.GetAsync("/auth/session");
        Assert.Equal(HttpStatusCode.OK, secure.StatusCode);
        foreach (var header in new[] { "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "X-Frame-Options", "Cross-Origin-Opener-Policy" })
            Assert.True(secure.Headers.Contains(header), header);
    }

    [Fact]
    public async Task A_key_against_repetition_is_for_the_services_and_no_error_at_the_gateways_own_doors()
    {
        var client = gateway.NewBrowser().Client;
        client.DefaultRequestHeaders.Add("Idempotency-Key", "a1b2c3");
        using var first = await client.PostAsJsonAsync("/auth/sign-in", new { email = "nobody@demo.example" });
        using var second = await client.PostAsJsonAsync("/auth/sign-in", new { email = "somebody@demo.example" });
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task An_anonymous_caller_in_a_hurry_is_told_when_to_come_back_and_a_member_is_not_held_up_by_it()
    {
        await using var own = await GatewayHost.StartAsync(servers, settings: [("Limits:Anonymous:Burst", "60"), ("Limits:Anonymous:PerSecond", "1")]);
        var (_, email) = await own.JoinAsync();
        var member = own.NewBrowser();
        await member.SignInByLinkAsync(own, email);
        var client = own.NewBrowser().Client;

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.GetAsync("/auth/session")));

        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.InRange(refused.Count, 30, 99);
        Assert.All(refused, answer => Assert.True(answer.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1)));
        Assert.Equal("request.too_many", (await refused[0].Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.True((await member.SessionAsync()).GetProperty("signedIn").GetBoolean());
    }

    [Fact]
    public async Task A_forwarded_address_is_believed_from_a_configured_proxy_only()
    {
        (string, string)[] tight = [("Limits:Anonymous:Burst", "40"), ("Limits:Anonymous:PerSecond", "1")];
        await using var trusting = await GatewayHost.StartAsync(servers, settings: [.. tight, ("Proxies:0", "127.0.0.1"), ("Proxies:1", "::1")]);
        await using var wary = await GatewayHost.StartAsync(servers, settings: tight);
        Assert.Equal(0, await RefusedAsync(trusting));
        Assert.True(await RefusedAsync(wary) > 0);

        static async Task<int> RefusedAsync(GatewayHost host)
        {
            var refused = 0;
            for (var caller = 0; caller < 60; caller++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/auth/session");
                request.Headers.Add("X-Forwarded-For", $"203.0.113.{caller}");
                using var answer = await host.NewBrowser().Client.SendAsync(request);
                refused += answer.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
            }
            return refused;
        }
    }
}
