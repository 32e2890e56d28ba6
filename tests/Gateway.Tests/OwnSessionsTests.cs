using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Sessions;

namespace VpVarmland.Tests;

/// <summary>Where somebody is signed in, and ending it.</summary>
public sealed class OwnSessionsTests(Servers servers, SharedGateway shared) : IAsyncLifetime
{
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
    private GatewayHost gateway = null!;

    public async ValueTask InitializeAsync() => (_, gateway) = await shared.StartAsync(servers);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_person_sees_where_they_are_signed_in_and_which_of_it_is_here()
    {
        var me = await gateway.SignedInAsync();
        var phone = await AlsoOnAsync(me, Phone);

        var sessions = (await me.Browser.GetAsync("/auth/sessions")).EnumerateArray().ToList();

        Assert.Equal([true, false], sessions.Select(session => session.GetProperty("isCurrent").GetBoolean()));
        Assert.Equal(("safari", "iphone", "link"), (Text(sessions[1], "browser"), Text(sessions[1], "system"), Text(sessions[1], "method")));
        var seen = sessions[1].GetProperty("lastSeenAt").GetDateTimeOffset();
        Assert.Equal((0, 0), (seen.Minute, seen.Second));
        Assert.Equal(sessions[1].GetProperty("id").GetGuid(), (await phone.GetAsync("/auth/sessions"))[0].GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Neither_network_address_nor_user_agent_is_kept()
    {
        var me = await gateway.SignedInAsync();
        await AlsoOnAsync(me, Phone + " Particular/12.34");
        Assert.Equal(0, await gateway.QueryAsync<int>(
            "select (select count(*) from sessions s where s::text ~ '(Particular|127\\.0\\.0\\.1|::1)')::int + (select count(*) from audit a where a.content::text ~ '(Particular|127\\.0\\.0\\.1|::1)')::int"));
    }

    [Fact]
    public async Task An_ended_session_is_out_at_once_and_its_open_stream_within_seconds()
    {
        var me = await gateway.SignedInAsync();
        var phone = await AlsoOnAsync(me, Phone);
        using var stream = await phone.OpenStreamAsync($"/api/members/stream/{Guid.NewGuid()}");
        var id = (await phone.GetAsync("/auth/sessions"))[0].GetProperty("id").GetGuid();

        await me.Browser.DeleteAsync($"/auth/sessions/{id}", HttpStatusCode.NoContent);

        Assert.False((await phone.SessionAsync()).GetProperty("signedIn").GetBoolean());
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAnyAsync<IOException>(async () => await stream.ReadToEndAsync(deadline.Token));
        Assert.True((await me.Browser.SessionAsync()).GetProperty("signedIn").GetBoolean());
        await me.Browser.DeleteAsync($"/auth/sessions/{id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Signing_out_closes_the_streams_of_the_session()
    {
        var me = await gateway.SignedInAsync();
        using var stream = await me.Browser.OpenStreamAsync($"/api/members/stream/{Guid.NewGuid()}");
        await me.Browser.PostAsync("/auth/sign-out", null, HttpStatusCode.NoContent);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAnyAsync<IOException>(async () => await stream.ReadToEndAsync(deadline.Token));
    }

    [Fact]
    public async Task All_others_end_and_this_one_stays()
    {
        var me = await gateway.SignedInAsync();
        var others = new[] { await AlsoOnAsync(me, Phone), await AlsoOnAsync(me, "") };

        await me.Browser.PostAsync("/auth/sessions/end-others", null, HttpStatusCode.NoContent);

        foreach (var other in others)
            Assert.False((await other.SessionAsync()).GetProperty("signedIn").GetBoolean());
        Assert.Single((await me.Browser.GetAsync("/auth/sessions")).EnumerateArray());
    }

    [Fact]
    public async Task Signing_out_everywhere_leaves_no_session_and_no_cookie()
    {
        var me = await gateway.SignedInAsync();
        var other = await AlsoOnAsync(me, Phone);

        await me.Browser.PostAsync("/auth/sessions/end-all", null, HttpStatusCode.NoContent);

        Assert.False((await other.SessionAsync()).GetProperty("signedIn").GetBoolean());
        Assert.False((await me.Browser.SessionAsync()).GetProperty("signedIn").GetBoolean());
        Assert.DoesNotContain(me.Browser.Cookies.GetAllCookies(), cookie => cookie.Name.StartsWith("session", StringComparison.Ordinal));
        Assert.Equal(0, await gateway.QueryAsync<int>("select count(*)::int from sessions where account_id = @AccountId", new { me.AccountId }));
    }

    [Fact]
    public async Task Nobody_ends_or_sees_somebody_elses_session()
    {
        var (me, other) = (await gateway.SignedInAsync(), await gateway.SignedInAsync());
        var id = (await other.Browser.GetAsync("/auth/sessions"))[0].GetProperty("id").GetGuid();
        Assert.DoesNotContain((await me.Browser.GetAsync("/auth/sessions")).EnumerateArray(), session => session.GetProperty("id").GetGuid() == id);
        await me.Browser.DeleteAsync($"/auth/sessions/{id}", HttpStatusCode.NotFound);
        Assert.True((await other.Browser.SessionAsync()).GetProperty("signedIn").GetBoolean());
    }

    [Fact]
    public async Task Whoever_has_only_the_mailbox_cannot_sign_the_owner_out()
    {
        var chair = await gateway.SignedInAsync(new Grant("register:read", Guid.CreateVersion7()));
        var thief = gateway.NewBrowser();
        await thief.SignInByLinkAsync(gateway, chair.Email);
        var id = (await chair.Browser.GetAsync("/auth/sessions"))[0].GetProperty("id").GetGuid();

        await thief.DeleteAsync($"/auth/sessions/{id}", HttpStatusCode.Forbidden);
        foreach (var path in new[] { "/auth/sessions/end-others", "/auth/sessions/end-all" })
            Assert.Equal("auth.second_factor_needed", (await thief.PostAsync(path, null, HttpStatusCode.Forbidden)).GetProperty("code").GetString());
        Assert.True((await chair.Browser.SessionAsync()).GetProperty("signedIn").GetBoolean());
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0", "edge", "windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "firefox", "linux")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36", "samsung", "android")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15", "safari", "mac")]
    [InlineData(Phone, "safari", "iphone")]
    [InlineData("curl/8.7.1", "other", "other")]
    [InlineData(null, "other", "other")]
    public void A_browser_is_called_what_its_person_would_call_it(string? userAgent, string browser, string system) =>
        Assert.Equal(new DeviceKind(browser, system), DeviceKind.Of(userAgent));

    private async Task<Browser> AlsoOnAsync(Somebody somebody, string userAgent)
    {
        var browser = gateway.NewBrowser();
        browser.Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        await browser.SignInByLinkAsync(gateway, somebody.Email);
        return browser;
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
