using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VpVarmland.Gateway.Tokens;
using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Tests;

/// <summary>Signing keys are changed under a running platform: a real service behind the gateway accepts every token on the way.</summary>
public sealed class KeyRotationTests(Servers servers) : IAsyncLifetime
{
    private TestService service = null!;
    private GatewayHost gateway = null!;

    public async ValueTask InitializeAsync() => (service, gateway) = await TestService.StartBehindGatewayAsync(servers);

    public async ValueTask DisposeAsync()
    {
        await gateway.DisposeAsync();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task A_rotation_is_noticed_by_nobody_who_calls()
    {
        var (administrator, member) = (await gateway.AdministratorAsync(), await gateway.SignedInAsync());
        var before = await TokenOfAsync(member);
        await member.Browser.GetAsync("/api/members/who");
        var fetched = System.Diagnostics.Stopwatch.StartNew();
        using var stop = new CancellationTokenSource();
        var refused = CallAllTheTimeAsync(member, stop.Token);

        await administrator.Browser.PostAsync("/auth/keys", null, HttpStatusCode.NoContent);
        var announced = await KeyIdsAsync();
        Assert.Equal(2, announced.Count);
        Assert.Equal(KeyOf(before), KeyOf(await TokenOfAsync(member)));

        // A service fetches keys at most every five seconds; between making a key and signing with it there are ten minutes, but not here.
        await Eventually.SeeAsync(() => Task.FromResult(fetched.Elapsed), elapsed => elapsed > TimeSpan.FromSeconds(6));
        await AgeKeysAsync(KeySchedule.Announcement + TimeSpan.FromMinutes(1));
        var after = await Eventually.SeeAsync(() => TokenOfAsync(member), token => KeyOf(token) != KeyOf(before));
        Assert.Equal(announced.Except([KeyOf(before)]).Single(), KeyOf(after));
        // The service took up the new key by itself, and still takes what the old one signed.
        Assert.Equal(HttpStatusCode.OK, await AskServiceAsync(after));
        Assert.Equal(HttpStatusCode.OK, await AskServiceAsync(before));

        await AgeKeysAsync(KeySchedule.Overlap);
        await RunJobAsync();
        Assert.Equal([KeyOf(after)], await KeyIdsAsync());
        await stop.CancelAsync();
        Assert.Equal(0, await refused);
    }

    [Fact]
    public async Task The_job_makes_a_new_key_when_the_last_is_a_month_old_and_none_before()
    {
        await gateway.NewBrowser().GetAsync("/.well-known/jwks.json");
        await RunJobAsync();
        Assert.Single(await KeyIdsAsync());
        await AgeKeysAsync(KeySchedule.Rotation);
        await RunJobAsync();
        Assert.Equal(2, (await KeyIdsAsync()).Count);
        await RunJobAsync();
        Assert.Equal(2, (await KeyIdsAsync()).Count);
    }

    [Fact]
    public async Task A_withdrawn_key_signs_nothing_any_more_and_what_it_signed_is_void()
    {
        var (administrator, member) = (await gateway.AdministratorAsync(), await gateway.SignedInAsync());
        var leaked = await TokenOfAsync(member);

        await administrator.Browser.DeleteAsync("/auth/keys/" + KeyOf(leaked), HttpStatusCode.NoContent);

        Assert.DoesNotContain(KeyOf(leaked), await KeyIdsAsync());
        await Eventually.SeeAsync(() => TokenOfAsync(member), token => KeyOf(token) != KeyOf(leaked));
        // The first token with the new key makes the service fetch the keys again, at most every five seconds.
        await Eventually.SeeAsync(async () => await AskServiceAsync(await TokenOfAsync(member)), status => status == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskServiceAsync(leaked));
        await administrator.Browser.DeleteAsync("/auth/keys/" + KeyOf(leaked), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Administrators_see_which_key_signs_and_do_not_pile_new_ones_up()
    {
        var administrator = await gateway.AdministratorAsync();
        await KeyIdsAsync();
        await administrator.Browser.PostAsync("/auth/keys", null, HttpStatusCode.NoContent);
        var problem = await administrator.Browser.PostAsync("/auth/keys", null, HttpStatusCode.Conflict);
        Assert.Equal("key.new_waits", problem.GetProperty("code").GetString());

        var listed = await administrator.Browser.GetAsync("/auth/keys");
        Assert.Equal(["announced", "signing"], listed.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("state").GetString()));
        Assert.False(listed.GetProperty("encryptedAtRest").GetBoolean());
    }

    private Task RunJobAsync() => gateway.Services.GetRequiredService<IServiceScopeFactory>().RunAsync(async (services, work) =>
    {
        await services.GetRequiredService<RotateKeys>().RunAsync(work, TestContext.Current.CancellationToken);
        gateway.Services.GetRequiredService<SigningKeys>().Forget();
    }, TestContext.Current.CancellationToken);

    // Keys go by the machine's clock, which nobody moves: so they are made older.
    private async Task AgeKeysAsync(TimeSpan by)
    {
        await gateway.ExecuteAsync("update signing_keys set created_at = created_at - @by", new { by });
        gateway.Services.GetRequiredService<SigningKeys>().Forget();
    }

    private async Task<IReadOnlyList<string>> KeyIdsAsync()
    {
        gateway.Services.GetRequiredService<SigningKeys>().Forget();
        return [.. (await gateway.NewBrowser().GetAsync("/.well-known/jwks.json")).GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }

    private static async Task<int> CallAllTheTimeAsync(Somebody member, CancellationToken stop)
    {
        var refused = 0;
        while (!stop.IsCancellationRequested)
        {
            using var answer = await member.Browser.Client.GetAsync("/api/members/who", CancellationToken.None);
            refused += answer.IsSuccessStatusCode ? 0 : 1;
            await Task.Delay(50, CancellationToken.None);
        }
        return refused;
    }

    private async Task<HttpStatusCode> AskServiceAsync(string token)
    {
        using var client = new HttpClient { BaseAddress = new Uri(service.Address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.GetAsync("/api/members/who");
        return answer.StatusCode;
    }

    private static async Task<string> TokenOfAsync(Somebody member) =>
        (await member.Browser.GetAsync("/api/members/echo")).GetProperty("authorization").GetString()!["Bearer ".Length..];

    private static string KeyOf(string token) =>
        JsonSerializer.Deserialize<JsonElement>(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[0])).GetProperty("kid").GetString()!;
}
