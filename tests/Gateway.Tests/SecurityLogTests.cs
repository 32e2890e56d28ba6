using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>What happens to sign-ins is on record: for the person their own, for administrators all of it.</summary>
public sealed class SecurityLogTests(Servers servers, SharedGateway shared) : IAsyncLifetime
{
    private GatewayHost gateway = null!;

    public async ValueTask InitializeAsync() => (_, gateway) = await shared.StartAsync(servers);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_person_sees_what_happened_to_their_own_sign_in_and_whether_it_was_they()
    {
        var chair = await gateway.SignedInAsync(new Grant("register:read", Guid.CreateVersion7()));
        var next = gateway.NewBrowser();
        await next.SignInByLinkAsync(gateway, chair.Email);
        await next.PostAsync("/auth/totp/verify", new { code = Totp.WrongCode(chair.TotpSecret!) }, HttpStatusCode.BadRequest);
        await next.PostAsync("/auth/totp/verify", new { code = await Totp.NextAsync(chair.TotpSecret!) }, HttpStatusCode.OK);
        var administrator = await gateway.AdministratorAsync();
        await administrator.Browser.GetAsync($"/auth/accounts/{chair.AccountId}");

        var events = (await next.GetAsync("/auth/events")).GetProperty("items").EnumerateArray().Select(one => $"{Text(one, "action")} {Text(one, "by")} {Text(one, "method")}").ToList();

        Assert.Equal(
            ["account.read administrator ", "second_factor.given self totp", "second_factor.refused self ", "sign_in.completed self link", "second_factor.set self totp", "sign_in.completed self link"],
            events);
    }

    [Fact]
    public async Task Nobody_sees_what_happened_to_others()
    {
        var (me, other) = (await gateway.SignedInAsync(), await gateway.SignedInAsync());
        await other.Browser.PostAsync("/auth/sessions/end-all", null, HttpStatusCode.NoContent);
        Assert.Single((await me.Browser.GetAsync("/auth/events")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Administrators_read_it_page_by_page_and_by_area_and_account()
    {
        var (administrator, me) = (await gateway.AdministratorAsync(), await gateway.SignedInAsync());
        foreach (var _ in Enumerable.Range(0, 3))
            await gateway.NewBrowser().SignInByLinkAsync(gateway, me.Email);
        await me.Browser.PostAsync("/auth/sessions/end-others", null, HttpStatusCode.NoContent);

        var seen = new List<string?>();
        string? after = null;
        do
        {
            var page = await administrator.Browser.GetAsync($"/auth/security-log?account={me.AccountId}&size=2&after={Uri.EscapeDataString(after ?? "")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("action").GetString()));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);

        Assert.Equal(["session.ended", "sign_in.completed", "sign_in.completed", "sign_in.completed", "sign_in.completed"], seen);
        var ended = Assert.Single((await administrator.Browser.GetAsync($"/auth/security-log?account={me.AccountId}&area=session")).GetProperty("items").EnumerateArray());
        Assert.Equal((me.Email, me.Email), (Text(ended, "subject"), Text(ended, "actor")));
        await administrator.Browser.GetAsync("/auth/security-log?area=everything", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_administrators_do_about_clients_and_keys_is_on_record_with_their_name()
    {
        var administrator = await gateway.AdministratorAsync();
        var id = "partner-" + Guid.NewGuid().ToString("N")[..12];
        await administrator.Browser.PostAsync("/auth/clients", new { id, name = "Partner", scopes = new[] { "statistics" } }, HttpStatusCode.Created);
        await administrator.Browser.PostAsync($"/auth/clients/{id}/secrets", new { daysForOld = 7 }, HttpStatusCode.OK);
        // Nothing changed by it: nothing is recorded.
        await administrator.Browser.PutAsync($"/auth/clients/{id}", new { name = "Partner", scopes = new[] { "statistics" } }, HttpStatusCode.NoContent);
        await administrator.Browser.PostAsync($"/auth/clients/{id}/close", null, HttpStatusCode.NoContent);

        var log = (await administrator.Browser.GetAsync("/auth/security-log?area=client&size=200")).GetProperty("items").EnumerateArray().Where(item => Text(item, "subject") == id).ToList();

        Assert.Equal(["client.closed", "client.secret_made", "client.created"], log.Select(item => Text(item, "action")));
        Assert.All(log, item => Assert.Equal(administrator.Email, Text(item, "actor")));
    }

    [Fact]
    public async Task An_administrator_signs_a_person_out_everywhere_and_the_person_is_told()
    {
        var (administrator, me) = (await gateway.AdministratorAsync(), await gateway.SignedInAsync());
        using var mail = await MailListener<SecurityNoticeRequested>.StartAsync(gateway, me.Email);

        await administrator.Browser.PostAsync($"/auth/accounts/{me.AccountId}/sign-out", new { reason = "Telefonen är stulen" }, HttpStatusCode.OK);

        Assert.Equal(SecurityNotice.SignedOutEverywhere, (await mail.NextAsync()).Notice);
        Assert.False((await me.Browser.SessionAsync()).GetProperty("signedIn").GetBoolean());
        var ended = (await administrator.Browser.GetAsync($"/auth/security-log?account={me.AccountId}&area=session")).GetProperty("items")[0];
        Assert.Equal(("Telefonen är stulen", administrator.Email), (Text(ended, "reason"), Text(ended, "actor")));
    }

    [Fact]
    public async Task Five_wrong_codes_are_told_to_the_person_once()
    {
        var chair = await gateway.SignedInAsync(new Grant("register:read", Guid.CreateVersion7()));
        using var mail = await MailListener<SecurityNoticeRequested>.StartAsync(gateway, chair.Email);
        var thief = gateway.NewBrowser();
        await thief.SignInByLinkAsync(gateway, chair.Email);
        for (var guess = 0; guess < 7; guess++)
            await thief.PostAsync("/auth/totp/verify", new { code = Totp.WrongCode(chair.TotpSecret!) }, guess < 5 ? HttpStatusCode.BadRequest : HttpStatusCode.TooManyRequests);
        Assert.Equal(SecurityNotice.CodesRefused, (await mail.NextAsync()).Notice);
        await chair.Browser.PostAsync("/auth/recovery-codes", null, HttpStatusCode.OK);
        Assert.Equal(SecurityNotice.SecondFactorChanged, (await mail.NextAsync()).Notice);
    }

    [Fact]
    public async Task Accounts_are_found_by_the_beginning_of_their_address_and_never_browsed()
    {
        var (administrator, me) = (await gateway.AdministratorAsync(), await gateway.SignedInAsync());
        var found = Assert.Single((await administrator.Browser.GetAsync($"/auth/accounts?search={me.Email[..20]}")).GetProperty("items").EnumerateArray());
        Assert.Equal(me.AccountId, found.GetProperty("id").GetGuid());
        Assert.Empty((await administrator.Browser.GetAsync("/auth/accounts?search=%25%25%25")).GetProperty("items").EnumerateArray());
        foreach (var search in new[] { "", "a", "ab", "%20%20%20" })
            await administrator.Browser.GetAsync("/auth/accounts?search=" + search, HttpStatusCode.BadRequest);
        await administrator.Browser.GetAsync($"/auth/accounts/{Guid.CreateVersion7()}", HttpStatusCode.NotFound);
        var account = await administrator.Browser.GetAsync($"/auth/accounts/{me.AccountId}");
        Assert.Equal((me.Email, 1, false), (Text(account, "email"), account.GetProperty("sessions").GetInt32(), account.GetProperty("hasTotp").GetBoolean()));
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
