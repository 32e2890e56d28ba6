using System.Net;
using System.Net.Http.Json;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>The authenticator app: set up, asked for, guessed at, lost, removed.</summary>
public sealed class SecondFactorTests(Servers servers, SharedGateway shared) : IAsyncLifetime
{
    private static readonly Guid Karlstad = Guid.CreateVersion7();
    private GatewayHost gateway = null!;

    public async ValueTask InitializeAsync() => (_, gateway) = await shared.StartAsync(servers);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_register_opens_only_after_the_second_factor()
    {
        var (email, browser) = await ChairAsync();
        var session = await browser.SessionAsync();
        Assert.True(session.GetProperty("secondFactor").GetProperty("required").GetBoolean());
        Assert.False(session.GetProperty("secondFactor").GetProperty("satisfied").GetBoolean());
        Assert.DoesNotContain($"register:read@{Karlstad}", await browser.PermissionsAsync());
        await browser.GetAsync("/api/members/register", HttpStatusCode.Forbidden);

        var (secret, _) = await browser.SetUpTotpAsync();
        Assert.Contains($"register:read@{Karlstad}", await browser.PermissionsAsync());
        await browser.GetAsync("/api/members/register");

        var next = gateway.NewBrowser();
        await next.SignInByLinkAsync(gateway, email);
        await next.GetAsync("/api/members/register", HttpStatusCode.Forbidden);
        var answer = await next.PostAsync("/auth/totp/verify", new { code = await Totp.NextAsync(secret) }, HttpStatusCode.OK);
        Assert.True(answer.GetProperty("secondFactor").GetProperty("satisfied").GetBoolean());
        await next.GetAsync("/api/members/register");
    }

    [Fact]
    public async Task A_secret_that_no_code_has_confirmed_counts_for_nothing()
    {
        var (_, browser) = await ChairAsync();
        var begun = await browser.PostAsync("/auth/totp/begin", null, HttpStatusCode.OK);
        Assert.StartsWith("otpauth://totp/", begun.GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("<svg", begun.GetProperty("qrSvg").GetString(), StringComparison.Ordinal);
        var secret = begun.GetProperty("secret").GetString()!;

        await browser.PostAsync("/auth/totp/verify", new { code = await Totp.NextAsync(secret) }, HttpStatusCode.Conflict);
        var problem = await browser.PostAsync("/auth/totp/confirm", new { code = Totp.WrongCode(secret) }, HttpStatusCode.BadRequest);

        Assert.Equal("auth.code_invalid", problem.GetProperty("code").GetString());
        Assert.False((await browser.SessionAsync()).GetProperty("secondFactor").GetProperty("totp").GetBoolean());
    }

    [Fact]
    public async Task A_recovery_code_works_once()
    {
        var (email, browser) = await ChairAsync();
        var (_, codes) = await browser.SetUpTotpAsync();
        Assert.Equal(10, codes.Length);

        var second = gateway.NewBrowser();
        await second.SignInByLinkAsync(gateway, email);
        await second.PostAsync("/auth/totp/verify", new { recoveryCode = codes[0].ToLowerInvariant() }, HttpStatusCode.OK);
        var third = gateway.NewBrowser();
        await third.SignInByLinkAsync(gateway, email);
        await third.PostAsync("/auth/totp/verify", new { recoveryCode = codes[0] }, HttpStatusCode.BadRequest);
        await third.PostAsync("/auth/totp/verify", new { recoveryCode = " " }, HttpStatusCode.BadRequest);
        await third.PostAsync("/auth/totp/verify", new { recoveryCode = codes[1] }, HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_works_once_although_its_half_minute_is_not_over()
    {
        var (email, browser) = await ChairAsync();
        var (secret, _) = await browser.SetUpTotpAsync();
        var code = await Totp.NextAsync(secret);
        var (first, second) = (gateway.NewBrowser(), gateway.NewBrowser());
        await first.SignInByLinkAsync(gateway, email);
        await second.SignInByLinkAsync(gateway, email);

        var answers = await Task.WhenAll(new[] { first, second }.Select(one => one.Client.PostAsJsonAsync("/auth/totp/verify", new { code })));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.BadRequest);
        await browser.PostAsync("/auth/totp/remove", new { code }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_code_that_confirmed_the_app_signs_nobody_in()
    {
        var (email, browser) = await ChairAsync();
        var secret = (await browser.PostAsync("/auth/totp/begin", null, HttpStatusCode.OK)).GetProperty("secret").GetString()!;
        var code = await Totp.NextAsync(secret);
        await browser.PostAsync("/auth/totp/confirm", new { code }, HttpStatusCode.OK);
        var next = gateway.NewBrowser();
        await next.SignInByLinkAsync(gateway, email);
        await next.PostAsync("/auth/totp/verify", new { code }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Five_wrong_codes_lock_even_when_they_come_at_once_and_then_the_right_one_is_refused_too()
    {
        var (email, browser) = await ChairAsync();
        var (secret, _) = await browser.SetUpTotpAsync();
        var guesser = gateway.NewBrowser();
        await guesser.SignInByLinkAsync(gateway, email);
        var wrong = Totp.WrongCode(secret);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => guesser.Client.PostAsJsonAsync("/auth/totp/verify", new { code = wrong })));

        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.BadRequest));
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
        var problem = await guesser.PostAsync("/auth/totp/verify", new { code = await Totp.NextAsync(secret) }, HttpStatusCode.TooManyRequests);
        Assert.Equal("auth.locked_out", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task New_recovery_codes_make_the_old_ones_void_and_the_rest_is_counted()
    {
        var (email, browser) = await ChairAsync();
        var (_, old) = await browser.SetUpTotpAsync();
        var codes = (await browser.PostAsync("/auth/recovery-codes", null, HttpStatusCode.OK)).GetProperty("recoveryCodes").EnumerateArray().Select(code => code.GetString()).ToList();
        Assert.Equal(10, codes.Count);

        var next = gateway.NewBrowser();
        await next.SignInByLinkAsync(gateway, email);
        await next.PostAsync("/auth/recovery-codes", null, HttpStatusCode.Forbidden);
        await next.PostAsync("/auth/totp/verify", new { recoveryCode = old[0] }, HttpStatusCode.BadRequest);
        await next.PostAsync("/auth/totp/verify", new { recoveryCode = codes[0] }, HttpStatusCode.OK);
        Assert.Equal(9, (await next.GetAsync("/auth/recovery-codes")).GetProperty("left").GetInt32());
    }

    [Fact]
    public async Task Of_people_who_share_an_address_each_has_a_second_factor_of_their_own()
    {
        var (email, first) = await ChairAsync();
        var (secret, _) = await first.SetUpTotpAsync();
        var (other, _) = await gateway.JoinAsync(email);
        await gateway.TellAsync(gateway.Holds(other, null, new Grant("register:read", Karlstad)));
        var second = gateway.NewBrowser();
        var token = await second.AskForLinkAsync(gateway, email);
        await second.PostAsync("/auth/sign-in/complete", new { token, memberId = other }, HttpStatusCode.OK);

        await second.PostAsync("/auth/totp/verify", new { code = await Totp.NextAsync(secret) }, HttpStatusCode.Conflict);
        Assert.DoesNotContain($"register:read@{Karlstad}", await second.PermissionsAsync());
        await second.SetUpTotpAsync();
        Assert.Contains($"register:read@{Karlstad}", await second.PermissionsAsync());
    }

    [Fact]
    public async Task Whoever_has_only_the_mailbox_cannot_swap_or_remove_the_second_factor()
    {
        var (email, browser) = await ChairAsync();
        var (secret, _) = await browser.SetUpTotpAsync();
        var thief = gateway.NewBrowser();
        await thief.SignInByLinkAsync(gateway, email);

        foreach (var path in new[] { "/auth/totp/begin", "/auth/passkeys/creation-options" })
            Assert.Equal("auth.second_factor_needed", (await thief.PostAsync(path, null, HttpStatusCode.Forbidden)).GetProperty("code").GetString());
        await thief.PostAsync("/auth/totp/remove", new { code = Totp.WrongCode(secret) }, HttpStatusCode.BadRequest);
        Assert.True((await browser.SessionAsync()).GetProperty("secondFactor").GetProperty("totp").GetBoolean());
    }

    [Fact]
    public async Task Removing_the_app_takes_the_rights_that_hung_on_it_and_the_other_sessions()
    {
        var (email, browser) = await ChairAsync();
        var (secret, _) = await browser.SetUpTotpAsync();
        var other = gateway.NewBrowser();
        await other.SignInByLinkAsync(gateway, email);

        await browser.PostAsync("/auth/totp/remove", new { code = await Totp.NextAsync(secret) }, HttpStatusCode.NoContent);

        Assert.DoesNotContain($"register:read@{Karlstad}", await browser.PermissionsAsync());
        await Eventually.SeeAsync(other.SessionAsync, session => !session.GetProperty("signedIn").GetBoolean());
        var (again, _) = await browser.SetUpTotpAsync();
        Assert.NotEqual(secret, again);
    }

    [Fact]
    public async Task The_database_shows_neither_secret_nor_recovery_codes()
    {
        var (_, browser) = await ChairAsync();
        var (secret, codes) = await browser.SetUpTotpAsync();
        Assert.Equal(0, await gateway.QueryAsync<int>(
            "select count(*)::int from account_tokens where value like any(@likes)", new { likes = codes.Append(secret).Select(text => $"%{text}%").ToArray() }));
    }

    [Theory]
    [InlineData("/auth/totp/begin")]
    [InlineData("/auth/totp/confirm")]
    [InlineData("/auth/totp/verify")]
    [InlineData("/auth/totp/remove")]
    [InlineData("/auth/passkeys/creation-options")]
    [InlineData("/auth/passkeys")]
    public async Task Nobody_sets_up_anything_without_a_session(string path)
    {
        var problem = await gateway.NewBrowser().PostAsync(path, new { code = "123456", name = "x", credential = new { } }, HttpStatusCode.Unauthorized);
        Assert.Equal("auth.sign_in_needed", problem.GetProperty("code").GetString());
    }

    private async Task<(string Email, Browser Browser)> ChairAsync()
    {
        var (member, email) = await gateway.JoinAsync();
        await gateway.TellAsync(gateway.Holds(member, null, new Grant("register:read", Karlstad)));
        var browser = gateway.NewBrowser();
        await browser.SignInByLinkAsync(gateway, email);
        return (email, browser);
    }
}
