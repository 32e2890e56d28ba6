using System.Net;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>Signing in with an external OpenID Connect provider, against a small one of the tests' own.</summary>
public sealed class ExternalSignInTests(Servers servers) : IAsyncLifetime
{
    private TestProvider provider = null!;
    private GatewayHost gateway = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await TestProvider.StartAsync();
        gateway = await GatewayHost.StartAsync(servers, settings: provider.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await gateway.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task A_verified_address_signs_its_person_in_and_goes_on_to_the_page_that_was_wanted()
    {
        var (member, email) = await gateway.JoinAsync();
        Is(email, verified: true);
        var browser = gateway.NewBrowser();

        Assert.Equal("/logga-in?vidare=%2Fmin-sida%2Fuppgifter", await TestProvider.GoThroughAsync(browser, "/auth/external/start?vidare=/min-sida/uppgifter"));

        Assert.Equal(member, (await browser.SessionAsync()).GetProperty("memberId").GetGuid());
        Assert.Equal("external", (await browser.GetAsync("/auth/sessions"))[0].GetProperty("method").GetString());
        Assert.Equal("Testkontot", (await browser.GetAsync("/auth/external")).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public async Task An_address_that_the_provider_has_not_verified_opens_nothing(bool? verified)
    {
        var (_, email) = await gateway.JoinAsync();
        Is(email, verified);
        await SeesAsync("/logga-in?fel=okand");
    }

    [Fact]
    public async Task Somebody_unknown_is_told_so_and_not_signed_in()
    {
        Is(People.NewEmail(), verified: true);
        await SeesAsync("/logga-in?fel=okand");
    }

    [Fact]
    public async Task A_linked_name_signs_in_whatever_address_it_has_and_no_longer_when_unlinked()
    {
        var me = await gateway.SignedInAsync();
        Is(People.NewEmail(), verified: false);
        Assert.Equal("/min-sida/sakerhet?extern=kopplad", await TestProvider.GoThroughAsync(me.Browser, "/auth/external/start?koppla=true"));
        Assert.True((await me.Browser.GetAsync("/auth/external")).GetProperty("isLinked").GetBoolean());

        var elsewhere = gateway.NewBrowser();
        Assert.Equal("/logga-in", await TestProvider.GoThroughAsync(elsewhere));
        Assert.Equal(me.MemberId, (await elsewhere.SessionAsync()).GetProperty("memberId").GetGuid());

        await me.Browser.DeleteAsync("/auth/external/link", HttpStatusCode.NoContent);
        await SeesAsync("/logga-in?fel=okand");
    }

    [Fact]
    public async Task A_name_that_is_linked_stays_with_its_person()
    {
        var (first, second) = (await gateway.SignedInAsync(), await gateway.SignedInAsync());
        Is(null, verified: null);
        await TestProvider.GoThroughAsync(first.Browser, "/auth/external/start?koppla=true");
        Assert.Equal("/min-sida/sakerhet?extern=upptagen", await TestProvider.GoThroughAsync(second.Browser, "/auth/external/start?koppla=true"));
        var elsewhere = gateway.NewBrowser();
        await TestProvider.GoThroughAsync(elsewhere);
        Assert.Equal(first.MemberId, (await elsewhere.SessionAsync()).GetProperty("memberId").GetGuid());
    }

    [Fact]
    public async Task Nobody_links_without_being_signed_in_nor_with_the_mailbox_alone()
    {
        await gateway.NewBrowser().GetAsync("/auth/external/start?koppla=true", HttpStatusCode.Unauthorized);
        var chair = await gateway.SignedInAsync(new Grant("register:read", null));
        var thief = gateway.NewBrowser();
        await thief.SignInByLinkAsync(gateway, chair.Email);
        await thief.GetAsync("/auth/external/start?koppla=true", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task People_who_share_the_address_are_asked_who_it_is()
    {
        var (first, email) = await gateway.JoinAsync();
        var (second, _) = await gateway.JoinAsync(email);
        Is(email, verified: true);
        var browser = gateway.NewBrowser();
        var page = await TestProvider.GoThroughAsync(browser);
        Assert.StartsWith("/logga-in/", page, StringComparison.Ordinal);

        var token = page["/logga-in/".Length..];
        var choice = await browser.PostAsync("/auth/sign-in/complete", new { token }, HttpStatusCode.OK);
        Assert.Equal(new[] { first, second }.Order(), choice.GetProperty("choose").EnumerateArray().Select(person => person.GetProperty("memberId").GetGuid()).Order());
        var session = await browser.PostAsync("/auth/sign-in/complete", new { token, memberId = second }, HttpStatusCode.OK);
        Assert.Equal(second, session.GetProperty("memberId").GetGuid());
    }

    [Fact]
    public async Task The_second_factor_is_still_asked_for()
    {
        var chair = await gateway.SignedInAsync(new Grant("register:read", null));
        Is(chair.Email, verified: true);
        provider.Person["amr"] = new[] { "pwd", "mfa" };
        var browser = gateway.NewBrowser();

        Assert.Equal("/andra-faktor?vidare=%2Fdistrikt", await TestProvider.GoThroughAsync(browser, "/auth/external/start?vidare=/distrikt"));

        Assert.DoesNotContain("register:read@district", await browser.PermissionsAsync());
        await browser.PostAsync("/auth/totp/verify", new { code = await Totp.NextAsync(chair.TotpSecret!) }, HttpStatusCode.OK);
        Assert.Contains("register:read@district", await browser.PermissionsAsync());
    }

    [Theory]
    [InlineData("TrustedAmr:0", "mfa", "amr", "mfa", true)]
    [InlineData("TrustedAmr:0", "mfa", "amr", "pwd", false)]
    [InlineData("TrustedAcr:0", "http://id.elegnamnden.se/loa/1.0/loa3", "acr", "http://id.elegnamnden.se/loa/1.0/loa3", true)]
    [InlineData("TrustedAcr:0", "http://id.elegnamnden.se/loa/1.0/loa3", "acr", "http://id.elegnamnden.se/loa/1.0/loa2", false)]
    public async Task A_provider_whose_second_factor_is_trusted_gives_it(string setting, string trusted, string claim, string value, bool given)
    {
        await using var own = await GatewayHost.StartAsync(servers, settings: [.. provider.Settings, ("SignIn:OpenIdConnect:" + setting, trusted)]);
        var (member, email) = await own.JoinAsync();
        await own.TellAsync(own.Holds(member, null, new Grant("register:read", null)));
        Is(email, verified: true);
        provider.Person[claim] = value;
        var browser = own.NewBrowser();
        await TestProvider.GoThroughAsync(browser);
        Assert.Equal(given, (await browser.PermissionsAsync()).Contains("register:read@district"));
    }

    [Fact]
    public async Task A_provider_that_signs_with_rsa_works_as_well()
    {
        await using var rsa = await TestProvider.StartAsync(SecurityAlgorithms.RsaSha256);
        await using var own = await GatewayHost.StartAsync(servers, settings: rsa.Settings);
        var (member, email) = await own.JoinAsync();
        (rsa.Person["email"], rsa.Person["email_verified"]) = (email, true);
        var browser = own.NewBrowser();
        await TestProvider.GoThroughAsync(browser);
        Assert.Equal(member, (await browser.SessionAsync()).GetProperty("memberId").GetGuid());
    }

    [Fact]
    public async Task A_token_with_a_strange_key_or_of_another_ceremony_is_refused()
    {
        var (_, email) = await gateway.JoinAsync();
        Is(email, verified: true);
        using var strange = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        provider.Forged = new SigningCredentials(new ECDsaSecurityKey(strange) { KeyId = "test" }, SecurityAlgorithms.EcdsaSha256);
        await SeesAsync("/logga-in?fel=extern");
        (provider.Forged, provider.WrongNonce) = (null, "another");
        await SeesAsync("/logga-in?fel=extern");
    }

    [Fact]
    public async Task A_way_back_that_this_browser_did_not_begin_is_refused()
    {
        var (_, email) = await gateway.JoinAsync();
        Is(email, verified: true);
        using var begun = await gateway.NewBrowser().Client.GetAsync("/auth/external/start");
        using var atProvider = await new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }).GetAsync(begun.Headers.Location);
        var victim = gateway.NewBrowser();
        using var answer = await victim.Client.GetAsync(atProvider.Headers.Location);
        Assert.Equal("/logga-in?fel=extern", answer.Headers.Location?.ToString());
        Assert.False((await victim.SessionAsync()).GetProperty("signedIn").GetBoolean());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Nobody_is_led_to_another_site(string wanted)
    {
        var (_, email) = await gateway.JoinAsync();
        Is(email, verified: true);
        Assert.Equal("/logga-in", await TestProvider.GoThroughAsync(gateway.NewBrowser(), "/auth/external/start?vidare=" + Uri.EscapeDataString(wanted)));
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_leaves_the_other_ways_in()
    {
        await using var own = await GatewayHost.StartAsync(servers, settings: [.. provider.Settings, ("SignIn:OpenIdConnect:Authority", "http://127.0.0.1:1")]);
        Assert.Equal("/logga-in?fel=extern", await TestProvider.GoThroughAsync(own.NewBrowser()));
        var (_, email) = await own.JoinAsync();
        await own.NewBrowser().SignInByLinkAsync(own, email);
    }

    [Fact]
    public async Task Without_configuration_there_is_none()
    {
        await using var own = await GatewayHost.StartAsync(servers);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await own.NewBrowser().GetAsync("/auth/external")).GetProperty("name").ValueKind);
        await own.NewBrowser().GetAsync("/auth/external/start", HttpStatusCode.NotFound);
        await own.NewBrowser().GetAsync("/auth/external/callback", HttpStatusCode.NotFound);
    }

    private void Is(string? email, bool? verified)
    {
        if (email is not null)
            provider.Person["email"] = email;
        if (verified is { } known)
            provider.Person["email_verified"] = known;
    }

    private async Task SeesAsync(string page)
    {
        var browser = gateway.NewBrowser();
        Assert.Equal(page, await TestProvider.GoThroughAsync(browser));
        Assert.False((await browser.SessionAsync()).GetProperty("signedIn").GetBoolean());
    }
}
