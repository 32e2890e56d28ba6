using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>Whoever has lost everything gets a new start from two administrators, and from no fewer.</summary>
public sealed class FactorResetTests(Servers servers, SharedGateway shared) : IAsyncLifetime
{
    private static readonly Guid Arvika = Guid.CreateVersion7();
    private GatewayHost gateway = null!;

    public async ValueTask InitializeAsync() => (_, gateway) = await shared.StartAsync(servers);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Two_administrators_reset_a_second_factor_and_the_person_sets_up_a_new_one()
    {
        var (chair, first, second) = (await ChairAsync(), await gateway.AdministratorAsync(), await gateway.AdministratorAsync());
        using var mail = await MailListener<SecurityNoticeRequested>.StartAsync(gateway, chair.Email);

        var id = await RequestAsync(first, chair);

        Assert.Equal(SecurityNotice.SecondFactorResetRequested, (await mail.NextAsync()).Notice);
        Assert.Contains($"register:read@{Arvika}", await chair.Browser.PermissionsAsync());

        await second.Browser.PostAsync($"/auth/factor-resets/{id}/approve", null, HttpStatusCode.NoContent);

        Assert.Equal(SecurityNotice.SecondFactorReset, (await mail.NextAsync()).Notice);
        Assert.False((await chair.Browser.SessionAsync()).GetProperty("signedIn").GetBoolean());
        var anew = gateway.NewBrowser();
        var session = await anew.SignInByLinkAsync(gateway, chair.Email);
        var factor = session.GetProperty("secondFactor");
        Assert.Equal((true, false, false), (factor.GetProperty("required").GetBoolean(), factor.GetProperty("totp").GetBoolean(), factor.GetProperty("satisfied").GetBoolean()));
        Assert.DoesNotContain($"register:read@{Arvika}", await anew.PermissionsAsync());
        await anew.SetUpTotpAsync();
        Assert.Contains($"register:read@{Arvika}", await anew.PermissionsAsync());
    }

    [Fact]
    public async Task The_lost_passkeys_and_recovery_codes_open_nothing_after_it()
    {
        var (chair, first, second) = (await ChairAsync(), await gateway.AdministratorAsync(), await gateway.AdministratorAsync());
        var device = new SoftwareAuthenticator(gateway.Address);
        var options = await chair.Browser.PostAsync("/auth/passkeys/creation-options", null, HttpStatusCode.OK);
        await chair.Browser.PostAsync("/auth/passkeys", new { name = "Telefon", credential = device.Create(options) }, HttpStatusCode.Created);
        var code = (await chair.Browser.PostAsync("/auth/recovery-codes", null, HttpStatusCode.OK)).GetProperty("recoveryCodes")[0].GetString();

        await second.Browser.PostAsync($"/auth/factor-resets/{await RequestAsync(first, chair)}/approve", null, HttpStatusCode.NoContent);

        var found = gateway.NewBrowser();
        var challenge = await found.PostAsync("/auth/passkeys/request-options", null, HttpStatusCode.OK);
        await found.PostAsync("/auth/passkeys/sign-in", new { credential = device.Get(challenge) }, HttpStatusCode.BadRequest);
        await found.SignInByLinkAsync(gateway, chair.Email);
        await found.PostAsync("/auth/totp/verify", new { recoveryCode = code }, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task The_administrator_who_asked_cannot_approve_and_can_take_it_back()
    {
        var (chair, first) = (await ChairAsync(), await gateway.AdministratorAsync());
        var id = await RequestAsync(first, chair);

        Assert.Equal("reset.other_needed", Code(await first.Browser.PostAsync($"/auth/factor-resets/{id}/approve", null, HttpStatusCode.Forbidden)));
        await first.Browser.PostAsync($"/auth/factor-resets/{id}/decline", null, HttpStatusCode.NoContent);

        var second = await gateway.AdministratorAsync();
        Assert.Equal("reset.closed", Code(await second.Browser.PostAsync($"/auth/factor-resets/{id}/approve", null, HttpStatusCode.Conflict)));
        Assert.Contains($"register:read@{Arvika}", await chair.Browser.PermissionsAsync());
    }

    [Fact]
    public async Task Nobody_asks_for_or_approves_the_reset_of_their_own()
    {
        var (first, concerned) = (await gateway.AdministratorAsync(), await gateway.AdministratorAsync());
        Assert.Equal("reset.own_account", Code(await first.Browser.PostAsync($"/auth/accounts/{first.AccountId}/factor-resets", new { reason = "Ny telefon" }, HttpStatusCode.Forbidden)));
        var id = await RequestAsync(first, concerned);
        foreach (var decision in new[] { "approve", "decline" })
            Assert.Equal("reset.own_account", Code(await concerned.Browser.PostAsync($"/auth/factor-resets/{id}/{decision}", null, HttpStatusCode.Forbidden)));
    }

    [Fact]
    public async Task Of_two_who_approve_at_once_one_does()
    {
        var (chair, first) = (await ChairAsync(), await gateway.AdministratorAsync());
        var (second, third) = (await gateway.AdministratorAsync(), await gateway.AdministratorAsync());
        var id = await RequestAsync(first, chair);
        var answers = await Task.WhenAll(new[] { second, third }.Select(one => one.Browser.Client.PostAsync($"/auth/factor-resets/{id}/approve", null)));
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task A_request_is_made_once_with_a_reason_and_only_where_there_is_something_to_reset()
    {
        var (chair, plain, first) = (await ChairAsync(), await gateway.SignedInAsync(), await gateway.AdministratorAsync());
        await first.Browser.PostAsync($"/auth/accounts/{chair.AccountId}/factor-resets", new { reason = " " }, HttpStatusCode.BadRequest);
        await RequestAsync(first, chair);
        Assert.Equal("reset.open_already", Code(await first.Browser.PostAsync($"/auth/accounts/{chair.AccountId}/factor-resets", new { reason = "En gång till" }, HttpStatusCode.Conflict)));
        Assert.Equal("reset.nothing", Code(await first.Browser.PostAsync($"/auth/accounts/{plain.AccountId}/factor-resets", new { reason = "Ny telefon" }, HttpStatusCode.Conflict)));
        await first.Browser.PostAsync($"/auth/accounts/{Guid.CreateVersion7()}/factor-resets", new { reason = "Ny telefon" }, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_a_day_nobody_can_approve()
    {
        await using var own = await GatewayHost.StartAsync(servers);
        var (chair, first, second) = (await own.SignedInAsync(new Grant("register:read", Arvika)), await own.AdministratorAsync(), await own.AdministratorAsync());
        var id = await RequestAsync(first, chair);
        await own.MoveClockAsync(minutes: 24 * 60 + 1);

        Assert.Equal("reset.closed", Code(await second.Browser.PostAsync($"/auth/factor-resets/{id}/approve", null, HttpStatusCode.Conflict)));
        Assert.Empty((await second.Browser.GetAsync("/auth/factor-resets?open=true")).GetProperty("items").EnumerateArray());
        Assert.Equal("expired", (await second.Browser.GetAsync("/auth/factor-resets?open=false")).GetProperty("items")[0].GetProperty("outcome").GetString());
        Assert.True((await chair.Browser.SessionAsync()).GetProperty("secondFactor").GetProperty("totp").GetBoolean());
    }

    [Fact]
    public async Task The_list_says_who_may_do_what()
    {
        var (chair, first, second) = (await ChairAsync(), await gateway.AdministratorAsync(), await gateway.AdministratorAsync());
        var id = await RequestAsync(first, chair);

        var mine = await InListAsync(first, id);
        var theirs = await InListAsync(second, id);

        Assert.Equal((false, true), (mine.GetProperty("mayApprove").GetBoolean(), mine.GetProperty("mayDecline").GetBoolean()));
        Assert.Equal((true, true), (theirs.GetProperty("mayApprove").GetBoolean(), theirs.GetProperty("mayDecline").GetBoolean()));
        Assert.Equal((chair.Email, first.Email), (theirs.GetProperty("email").GetString(), theirs.GetProperty("requestedBy").GetString()));
    }

    private Task<Somebody> ChairAsync() => gateway.SignedInAsync(new Grant("register:read", Arvika));

    private static async Task<Guid> RequestAsync(Somebody administrator, Somebody person) =>
        (await administrator.Browser.PostAsync($"/auth/accounts/{person.AccountId}/factor-resets", new { reason = "Ringde, legitimerade sig" }, HttpStatusCode.Created)).GetProperty("id").GetGuid();

    private static async Task<JsonElement> InListAsync(Somebody administrator, Guid id) =>
        (await administrator.Browser.GetAsync("/auth/factor-resets?size=200")).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetGuid() == id);

    private static string? Code(JsonElement problem) => problem.GetProperty("code").GetString();
}
