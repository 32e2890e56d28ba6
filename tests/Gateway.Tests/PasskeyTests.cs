using System.Net;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>Passkeys, with an authenticator in software at the other end.</summary>
public sealed class PasskeyTests(Servers servers, SharedGateway shared) : IAsyncLifetime
{
    private static readonly Guid Sunne = Guid.CreateVersion7();
    private GatewayHost gateway = null!;

    public async ValueTask InitializeAsync() => (_, gateway) = await shared.StartAsync(servers);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_passkey_signs_in_without_mail_and_counts_as_both_factors()
    {
        var (member, browser, device) = await WithPasskeyAsync();

        var elsewhere = gateway.NewBrowser();
        var session = await SignInAsync(elsewhere, device, HttpStatusCode.OK);

        Assert.Equal(member, session.GetProperty("memberId").GetGuid());
        Assert.True(session.GetProperty("secondFactor").GetProperty("satisfied").GetBoolean());
        Assert.Equal(1, session.GetProperty("secondFactor").GetProperty("passkeys").GetInt32());
        Assert.Contains($"register:read@{Sunne}", await elsewhere.PermissionsAsync());
        Assert.Equal("Min telefon", (await browser.GetAsync("/auth/passkeys"))[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_removed_passkey_opens_nothing()
    {
        var (_, browser, device) = await WithPasskeyAsync();
        var id = (await browser.GetAsync("/auth/passkeys"))[0].GetProperty("id").GetString();

        await browser.DeleteAsync("/auth/passkeys/" + id, HttpStatusCode.NoContent);

        await SignInAsync(gateway.NewBrowser(), device, HttpStatusCode.BadRequest);
        Assert.DoesNotContain($"register:read@{Sunne}", await browser.PermissionsAsync());
        await browser.DeleteAsync("/auth/passkeys/" + id, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_phishing_pages_origin_is_refused()
    {
        var (_, _, device) = await WithPasskeyAsync();
        device.Origin = "https://varmland.example.com";
        var problem = await SignInAsync(gateway.NewBrowser(), device, HttpStatusCode.BadRequest);
        Assert.Equal("auth.passkey_invalid", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_device_that_did_not_check_its_holder_is_refused()
    {
        var (_, _, device) = await WithPasskeyAsync();
        device.VerifiesUser = false;
        await SignInAsync(gateway.NewBrowser(), device, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_answer_to_somebody_elses_challenge_is_refused()
    {
        var (_, _, device) = await WithPasskeyAsync();
        var (mine, other) = (gateway.NewBrowser(), gateway.NewBrowser());
        await mine.PostAsync("/auth/passkeys/request-options", null, HttpStatusCode.OK);
        var options = await other.PostAsync("/auth/passkeys/request-options", null, HttpStatusCode.OK);
        await mine.PostAsync("/auth/passkeys/sign-in", new { credential = device.Get(options) }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_answer_is_good_for_one_sign_in()
    {
        var (_, _, device) = await WithPasskeyAsync();
        var browser = gateway.NewBrowser();
        var options = await browser.PostAsync("/auth/passkeys/request-options", null, HttpStatusCode.OK);
        var credential = device.Get(options);
        await browser.PostAsync("/auth/passkeys/sign-in", new { credential }, HttpStatusCode.OK);
        await browser.PostAsync("/auth/passkeys/sign-in", new { credential }, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{"credential":{}}""")]
    [InlineData("""{"credential":null}""")]
    [InlineData("""{"credential":{"id":"x","rawId":"x","type":"public-key","response":{}}}""")]
    [InlineData("""{}""")]
    public async Task Nonsense_is_refused_and_not_an_error(string body)
    {
        var browser = gateway.NewBrowser();
        await browser.PostAsync("/auth/passkeys/request-options", null, HttpStatusCode.OK);
        using var answer = await browser.Client.PostAsync("/auth/passkeys/sign-in", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<(Guid Member, Browser Browser, SoftwareAuthenticator Device)> WithPasskeyAsync()
    {
        var (member, email) = await gateway.JoinAsync();
        await gateway.TellAsync(gateway.Holds(member, null, new Grant("register:read", Sunne)));
        var browser = gateway.NewBrowser();
        await browser.SignInByLinkAsync(gateway, email);
        var device = new SoftwareAuthenticator(gateway.Address);
        var options = await browser.PostAsync("/auth/passkeys/creation-options", null, HttpStatusCode.OK);
        await browser.PostAsync("/auth/passkeys", new { name = " Min telefon ", credential = device.Create(options) }, HttpStatusCode.Created);
        Assert.Contains($"register:read@{Sunne}", await browser.PermissionsAsync());
        return (member, browser, device);
    }

    private static async Task<System.Text.Json.JsonElement> SignInAsync(Browser browser, SoftwareAuthenticator device, HttpStatusCode expected)
    {
        var options = await browser.PostAsync("/auth/passkeys/request-options", null, HttpStatusCode.OK);
        return await browser.PostAsync("/auth/passkeys/sign-in", new { credential = device.Get(options) }, expected);
    }
}
