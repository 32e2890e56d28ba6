using System.Net;
using System.Net.Http.Json;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>What slows guessing and mail floods down must not be a way to keep somebody else out.</summary>
public sealed class LockoutTests(Servers servers, SharedGateway shared) : IAsyncLifetime
{
    private GatewayHost gateway = null!;

    public async ValueTask InitializeAsync() => (_, gateway) = await shared.StartAsync(servers);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_flood_of_requests_for_somebody_elses_link_neither_spoils_their_links_nor_uses_them_up()
    {
        var (_, email) = await gateway.JoinAsync();
        var owner = gateway.NewBrowser();
        await owner.SignInByLinkAsync(gateway, email);
        var elsewhere = gateway.NewBrowser();
        var before = await elsewhere.AskForLinkAsync(gateway, email);

        var stranger = gateway.NewBrowser();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => stranger.Client.PostAsJsonAsync("/auth/sign-in", new { email })));

        await owner.PostAsync("/auth/sign-out", null, HttpStatusCode.NoContent);
        owner.ForgetAntiforgeryToken();
        Assert.True((await owner.SignInByLinkAsync(gateway, email)).GetProperty("signedIn").GetBoolean());
        Assert.True((await elsewhere.PostAsync("/auth/sign-in/complete", new { token = before }, HttpStatusCode.OK)).GetProperty("signedIn").GetBoolean());
    }

    [Fact]
    public async Task A_flood_from_many_networks_leaves_the_owners_known_browser_its_links()
    {
        await using var own = await GatewayHost.StartAsync(servers, settings: [("Proxies:0", "127.0.0.1"), ("Proxies:1", "::1")]);
        var (_, email) = await own.JoinAsync();
        var owner = own.NewBrowser();
        await owner.SignInByLinkAsync(own, email);

        for (var network = 0; network < 40; network++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/auth/sign-in") { Content = JsonContent.Create(new { email }) };
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{network}");
            using var answer = await own.NewBrowser().Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }
        await Eventually.SeeAsync(() => own.QueryAsync<int>("select count(*)::int from inbox where consumer = 'IssueLink'"), seen => seen == 41);

        // All of them together got the address so much mail and no more; the owner's own is counted apart.
        Assert.Equal(20, await own.QueryAsync<int>("select count(*)::int from sign_in_links"));
        await owner.SignInByLinkAsync(own, email);
    }

    [Fact]
    public async Task A_guesser_on_the_same_network_slows_down_nobody_whose_browser_is_known()
    {
        await using var own = await GatewayHost.StartAsync(servers, settings: [("Limits:SignIn:Burst", "20"), ("Limits:SignIn:PerSecond", "1")]);
        var (_, email) = await own.JoinAsync();
        var owner = own.NewBrowser();
        await owner.SignInByLinkAsync(own, email);
        await owner.PostAsync("/auth/sign-out", null, HttpStatusCode.NoContent);
        owner.ForgetAntiforgeryToken();

        var guesser = own.NewBrowser().Client;
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => guesser.PostAsJsonAsync("/auth/sign-in/complete", new { token = new string('A', 43) })));

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        await owner.SignInByLinkAsync(own, email);
    }

    [Fact]
    public async Task Whoever_guesses_codes_with_the_mailbox_alone_does_not_keep_the_owner_out()
    {
        var (email, owner, secret) = await ChairAsync();
        await owner.PostAsync("/auth/sign-out", null, HttpStatusCode.NoContent);
        owner.ForgetAntiforgeryToken();
        var thief = gateway.NewBrowser();
        await thief.SignInByLinkAsync(gateway, email);
        for (var guess = 0; guess < 5; guess++)
            await thief.PostAsync("/auth/totp/verify", new { code = Totp.WrongCode(secret) }, HttpStatusCode.BadRequest);
        await thief.PostAsync("/auth/totp/verify", new { code = Totp.WrongCode(secret) }, HttpStatusCode.TooManyRequests);

        // Having signed in by link makes the thief's browser known for links, not for codes: another fresh one rests too.
        var second = gateway.NewBrowser();
        await second.SignInByLinkAsync(gateway, email);
        await second.PostAsync("/auth/totp/verify", new { code = Totp.WrongCode(secret) }, HttpStatusCode.TooManyRequests);
        await owner.SignInByLinkAsync(gateway, email);
        var answer = await owner.PostAsync("/auth/totp/verify", new { code = await Totp.NextAsync(secret) }, HttpStatusCode.OK);
        Assert.True(answer.GetProperty("secondFactor").GetProperty("satisfied").GetBoolean());
    }

    [Fact]
    public async Task In_the_owners_own_browser_five_wrong_codes_rest_too()
    {
        var (_, owner, secret) = await ChairAsync();
        for (var guess = 0; guess < 5; guess++)
            await owner.PostAsync("/auth/totp/verify", new { code = Totp.WrongCode(secret) }, HttpStatusCode.BadRequest);
        await owner.PostAsync("/auth/totp/verify", new { code = await Totp.NextAsync(secret) }, HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_made_up_device_cookie_makes_no_browser_known()
    {
        var (email, _, secret) = await ChairAsync();
        var forger = gateway.NewBrowser();
        await forger.SignInByLinkAsync(gateway, email);
        for (var guess = 0; guess < 7; guess++)
        {
            forger.Cookies.Add(gateway.Address, new Cookie($"device-{gateway.Address.Port}", $"made-up-{guess}"));
            await forger.PostAsync("/auth/totp/verify", new { code = Totp.WrongCode(secret) }, guess < 5 ? HttpStatusCode.BadRequest : HttpStatusCode.TooManyRequests);
        }
    }

    private async Task<(string Email, Browser Browser, string Secret)> ChairAsync()
    {
        var (member, email) = await gateway.JoinAsync();
        await gateway.TellAsync(gateway.Holds(member, null, new Grant("register:read", Guid.CreateVersion7())));
        var browser = gateway.NewBrowser();
        await browser.SignInByLinkAsync(gateway, email);
        var (secret, _) = await browser.SetUpTotpAsync();
        return (email, browser, secret);
    }
}
