using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>What passes between browser and service, and what does not.</summary>
public sealed class ProxyTests(Servers servers, SharedGateway shared) : IAsyncLifetime
{
    private TestService service = null!;
    private GatewayHost gateway = null!;

    public async ValueTask InitializeAsync() => (service, gateway) = await shared.StartAsync(servers);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_service_knows_the_member_by_the_token_it_checks_itself()
    {
        var (member, browser) = await SignedInAsync();
        var who = await browser.GetAsync("/api/members/who");
        Assert.Equal(member, who.GetProperty("memberId").GetGuid());
        Assert.Equal($"member:{member}", who.GetProperty("actor").GetString());
        await gateway.NewBrowser().GetAsync("/api/members/who", HttpStatusCode.Unauthorized);
        await browser.GetAsync("/api/members/statistics", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_token_is_short_lived_signed_with_a_published_key_and_says_only_what_it_must()
    {
        var (member, browser) = await SignedInAsync();
        var token = await TokenOfAsync(browser);
        var (header, claims) = (Part(token, 0), Part(token, 1));

        Assert.Equal("ES256", header.GetProperty("alg").GetString());
        Assert.Equal(["aud", "exp", "iat", "iss", "member", "nbf", "permissions", "sub"], claims.EnumerateObject().Select(claim => claim.Name).Order());
        Assert.Equal(member, claims.GetProperty("member").GetGuid());
        Assert.Equal(300, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
        Assert.Equal(["member:self@district"], claims.GetProperty("permissions").EnumerateArray().Select(one => one.GetString()));
        var keys = (await browser.GetAsync("/.well-known/jwks.json")).GetProperty("keys").EnumerateArray().ToList();
        Assert.Contains(keys, key => key.GetProperty("kid").GetString() == header.GetProperty("kid").GetString());
        Assert.All(keys, key => Assert.False(key.TryGetProperty("d", out _), "A private key is published."));
    }

    [Fact]
    public async Task What_a_caller_claims_about_itself_never_reaches_a_service()
    {
        var client = gateway.NewBrowser().Client;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/members/echo");
        foreach (var (name, value) in new[]
        {
            ("Cookie", "session-1=x"), ("X-Forwarded-For", "10.0.0.1"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"),
            ("Forwarded", "for=10.0.0.1"), ("X-Real-IP", "10.0.0.1"), ("X-XSRF-TOKEN", "x"), ("X-Original-Host", "evil.example"),
        })
            request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.TryAddWithoutValidation("Accept-Language", "en");
        using var answer = await client.SendAsync(request);
        var seen = await answer.Content.ReadFromJsonAsync<Dictionary<string, string>>();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("en", seen!["accept-language"]);
        Assert.DoesNotContain(seen.Keys, name => name is "cookie" or "authorization" or "forwarded" or "x-real-ip" or "x-xsrf-token"
            || name.StartsWith("x-forwarded", StringComparison.Ordinal) || name.StartsWith("x-original", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_of_the_callers_own_making_is_not_passed_on()
    {
        var (_, browser) = await SignedInAsync();
        var stolen = await TokenOfAsync(browser);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/members/echo");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", stolen);
        using var answer = await gateway.NewBrowser().Client.SendAsync(request);
        Assert.DoesNotContain("authorization", (await answer.Content.ReadFromJsonAsync<Dictionary<string, string>>())!.Keys);
    }

    [Fact]
    public async Task A_services_cookies_stay_behind_the_gateway()
    {
        using var answer = await gateway.NewBrowser().Client.GetAsync("/api/members/cookie");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/api/members/../../dev/clock")]
    [InlineData("/api/members/%2e%2e/%2e%2e/health")]
    [InlineData("/api/nobody/x")]
    [InlineData("/api/members2/echo")]
    [InlineData("/api")]
    public async Task Only_the_documented_prefixes_lead_anywhere(string path)
    {
        using var client = new HttpClient();
        // Uri would tidy the dots away before they are sent.
        var address = new Uri(gateway.Address.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var answer = await client.GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(!text.Contains("aheadSeconds", StringComparison.Ordinal) || path.Contains("dev/clock", StringComparison.Ordinal) && text.Contains("now", StringComparison.Ordinal), text);
        if (path.StartsWith("/api/nobody", StringComparison.Ordinal) || path is "/api" or "/api/members2/echo")
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Texts_are_compressed_and_event_streams_are_not()
    {
        using var compressed = await SendAsync("/api/members/big", "application/json");
        Assert.Contains(compressed.Content.Headers.ContentEncoding.Single(), new[] { "br", "gzip" });
        using var stream = await SendAsync($"/api/members/stream/{Guid.NewGuid()}", "text/event-stream");
        Assert.Empty(stream.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task An_event_is_seen_while_the_stream_goes_on()
    {
        var name = Guid.NewGuid().ToString();
        using var answer = await SendAsync("/api/members/stream/" + name, "text/event-stream");
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        Assert.Equal("data: first", await reader.ReadLineAsync(deadline.Token));
        service.SendSecondEvent(name);
        Assert.Equal("", await reader.ReadLineAsync(deadline.Token));
        Assert.Equal("data: second", await reader.ReadLineAsync(deadline.Token));
    }

    [Fact]
    public async Task A_stream_ends_when_its_caller_loses_a_right()
    {
        var (member, browser) = await SignedInAsync();
        var assignment = gateway.Holds(member, null, new Grant("plan:read", null));
        await gateway.TellAsync(assignment);
        await Eventually.SeeAsync(browser.PermissionsAsync, seen => seen.Count == 2);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/members/stream/{Guid.NewGuid()}");
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var answer = await browser.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Assert.Equal("data: first", await reader.ReadLineAsync(deadline.Token));

        await gateway.TellAsync(new AssignmentEnded(assignment.AssignmentId, member, gateway.Today) { Version = 2 });

        await Assert.ThrowsAnyAsync<IOException>(async () => await reader.ReadToEndAsync(deadline.Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_refused_whether_it_says_its_size_or_not(bool saysSize)
    {
        using var content = saysSize ? new ByteArrayContent(new byte[3 << 20]) : (HttpContent)new StreamContent(new Endless(3 << 20));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/members/size") { Content = content };
        request.Headers.TransferEncodingChunked = !saysSize;
        request.Headers.ExpectContinue = true;
        using var answer = await gateway.NewBrowser().Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("request.too_large", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_whole_file_may_be_sent_where_a_service_takes_files()
    {
        using var content = new ByteArrayContent(new byte[6 << 20]);
        using var answer = await gateway.NewBrowser().Client.PostAsync(new Uri("/api/members/central-imports", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(6 << 20, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("length").GetInt32());
    }

    [Fact]
    public async Task A_service_that_is_down_is_a_problem_that_says_so_and_the_health_names_it()
    {
        var browser = gateway.NewBrowser();
        var problem = await browser.GetAsync("/api/elections/anything", HttpStatusCode.ServiceUnavailable);
        Assert.Equal("service.unavailable", problem.GetProperty("code").GetString());

        await using var own = await GatewayHost.StartAsync(servers, settings: [("services:events:http:0", "http://127.0.0.1:1")]);
        problem = await own.NewBrowser().GetAsync("/api/events/anything", HttpStatusCode.ServiceUnavailable);
        Assert.Equal("service.unavailable", problem.GetProperty("code").GetString());
        var health = await own.NewBrowser().GetAsync("/health");
        Assert.Equal("degraded", health.GetProperty("entries").GetProperty("events").GetProperty("status").GetString());
        Assert.Equal("healthy", health.GetProperty("entries").GetProperty("database").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Health_has_an_entry_for_everything_the_platform_stands_on()
    {
        var health = await Eventually.SeeAsync(() => gateway.NewBrowser().GetAsync("/health"),
            seen => seen.GetProperty("entries").GetProperty("broker").GetProperty("status").GetString() == "healthy");
        var entries = health.GetProperty("entries").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetProperty("status").GetString());
        Assert.Equal("healthy", entries["members"]);
        Assert.Equal("healthy", entries["database"]);
        Assert.Empty(new[] { "members", "events", "communications", "elections", "database", "broker" }.Except(entries.Keys));
    }

    [Fact]
    public async Task The_documents_of_services_and_gateway_are_there_to_read()
    {
        var browser = gateway.NewBrowser();
        Assert.True((await browser.GetAsync("/openapi/members.json")).GetProperty("paths").TryGetProperty("/api/members/who", out _));
        Assert.True((await browser.GetAsync("/openapi/gateway.json")).GetProperty("paths").TryGetProperty("/auth/session", out _));
    }

    private async Task<(Guid Member, Browser Browser)> SignedInAsync()
    {
        var (member, email) = await gateway.JoinAsync();
        var browser = gateway.NewBrowser();
        await browser.SignInByLinkAsync(gateway, email);
        return (member, browser);
    }

    private static async Task<string> TokenOfAsync(Browser browser) =>
        (await browser.GetAsync("/api/members/echo")).GetProperty("authorization").GetString()!["Bearer ".Length..];

    private static JsonElement Part(string token, int index) =>
        JsonSerializer.Deserialize<JsonElement>(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[index]));

    private async Task<HttpResponseMessage> SendAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.AcceptEncoding.ParseAdd("br, gzip");
        return await gateway.NewBrowser().Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>So many zero bytes, of a length that nobody is told.</summary>
    private sealed class Endless(int bytes) : Stream
    {
        private int left = bytes;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(count, left);
            left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
