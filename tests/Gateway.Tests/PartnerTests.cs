using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace VpVarmland.Tests;

/// <summary>Partners' clients: tokens by the standard, secrets that are changed without a gap, scopes, limits, and the end of it.</summary>
public sealed class PartnerTests(Servers servers, SharedGateway shared) : IAsyncLifetime
{
    private GatewayHost gateway = null!;
    private Somebody administrator = null!;

    public async ValueTask InitializeAsync()
    {
        (_, gateway) = await shared.StartAsync(servers);
        administrator = await gateway.AdministratorAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_partners_system_gets_a_token_with_its_secret_and_its_scopes_and_no_more()
    {
        var client = await MakeAsync();
        var browser = await client.CallAsync();

        Assert.Equal($"client:{client.Id}", (await browser.GetAsync("/api/members/statistics")).GetProperty("actor").GetString());
        await browser.GetAsync("/api/members/register", HttpStatusCode.Forbidden);
        await browser.GetAsync("/api/members/who", HttpStatusCode.Forbidden);
        // A session's own endpoints are for people.
        await browser.PostAsync("/auth/totp/begin", null, HttpStatusCode.Forbidden);
        await browser.GetAsync("/auth/sessions", HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("grant_type=client_credentials&client_id={id}&client_secret={secret}", null, 200, null)]
    [InlineData("grant_type=client_credentials&client_id={id}&client_secret={secret}&scope=statistics", null, 200, null)]
    [InlineData("grant_type=client_credentials", "{id}:{secret}", 200, null)]
    [InlineData("grant_type=client_credentials&client_id={id}", "{id}:{secret}", 200, null)]
    [InlineData("grant_type=client_credentials&client_id={id}&client_secret={secret}", "{id}:{secret}", 400, "invalid_request")]
    [InlineData("grant_type=client_credentials&client_id=another", "{id}:{secret}", 400, "invalid_request")]
    [InlineData("grant_type=client_credentials&grant_type=client_credentials&client_id={id}&client_secret={secret}", null, 400, "invalid_request")]
    [InlineData("client_id={id}&client_secret={secret}", null, 400, "invalid_request")]
    [InlineData("grant_type=password&client_id={id}&client_secret={secret}", null, 400, "unsupported_grant_type")]
    [InlineData("grant_type=client_credentials&client_id={id}&client_secret={secret}&scope=everything", null, 400, "invalid_scope")]
    [InlineData("grant_type=client_credentials&client_id={id}&client_secret=wrong", null, 401, "invalid_client")]
    [InlineData("grant_type=client_credentials&client_id={id}", null, 401, "invalid_client")]
    [InlineData("grant_type=client_credentials&client_id=nobody&client_secret={secret}", null, 401, "invalid_client")]
    [InlineData("grant_type=client_credentials", "{id}:wrong", 401, "invalid_client")]
    [InlineData("grant_type=client_credentials", "a\0b:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 400, "invalid_request")]
    [InlineData("grant_type=client_credentials", "%00:wrong", 400, "invalid_request")]
    [InlineData("grant_type=client_credentials&client_id=%00&client_secret={secret}", null, 400, "invalid_request")]
    public async Task The_token_endpoint_answers_as_the_standard_has_it(string form, string? basic, int status, string? error)
    {
        var client = await MakeAsync();
        string Fill(string text) => text.Replace("{id}", client.Id, StringComparison.Ordinal).Replace("{secret}", client.Secret, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token") { Content = new StringContent(Fill(form), Encoding.UTF8, "application/x-www-form-urlencoded") };
        if (basic is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Fill(basic))));
        using var answer = await gateway.NewBrowser().Client.SendAsync(request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        if (error is null)
        {
            Assert.Equal(("Bearer", "statistics", 900), (body.GetProperty("token_type").GetString(), body.GetProperty("scope").GetString(), body.GetProperty("expires_in").GetInt32()));
            return;
        }
        Assert.Equal(error, body.GetProperty("error").GetString());
        Assert.Equal(status == 401, answer.Headers.WwwAuthenticate.Count > 0);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task What_is_no_form_is_an_invalid_request(string format)
    {
        using var content = new ByteArrayContent("grant_type=client_credentials"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(format);
        using var answer = await gateway.NewBrowser().Client.PostAsync("/connect/token", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("invalid_request", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_secret_is_changed_without_a_moment_without_and_the_old_one_has_an_end()
    {
        var client = await MakeAsync();
        var renewed = client with { Secret = (await administrator.Browser.PostAsync($"/auth/clients/{client.Id}/secrets", new { daysForOld = 14 }, HttpStatusCode.OK)).GetProperty("secret").GetString()! };

        await client.CallAsync();
        await renewed.CallAsync();
        var listed = await ListedAsync(client.Id);
        Assert.Equal(2, listed.GetProperty("secrets").GetArrayLength());
        var old = listed.GetProperty("secrets")[1];
        Assert.InRange(old.GetProperty("endsAt").GetDateTimeOffset(), TimeProvider.System.GetUtcNow().AddDays(13.9), TimeProvider.System.GetUtcNow().AddDays(14.1));
        Assert.NotEqual(JsonValueKind.Null, old.GetProperty("lastUsedAt").ValueKind);
        Assert.Equal("client.secrets_full", Code(await administrator.Browser.PostAsync($"/auth/clients/{client.Id}/secrets", new { daysForOld = 14 }, HttpStatusCode.Conflict)));

        await gateway.ExecuteAsync("update partner_secrets set ends_at = ends_at - interval '15 days' where client_id = @Id", new { client.Id });
        await client.RefusedAsync();
        await renewed.CallAsync();
        Assert.Equal(1, (await ListedAsync(client.Id)).GetProperty("secrets").GetArrayLength());
    }

    [Fact]
    public async Task A_leaked_secret_is_revoked_at_once()
    {
        var client = await MakeAsync();
        var id = (await ListedAsync(client.Id)).GetProperty("secrets")[0].GetProperty("id").GetGuid();
        await administrator.Browser.DeleteAsync($"/auth/clients/{client.Id}/secrets/{id}", HttpStatusCode.NoContent);
        await client.RefusedAsync();
        await administrator.Browser.DeleteAsync($"/auth/clients/{client.Id}/secrets/{id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_scope_that_is_taken_away_is_gone_from_tokens_that_are_out_already()
    {
        var client = await MakeAsync("statistics", "plan");
        var browser = await client.CallAsync();
        await browser.GetAsync("/api/members/statistics");

        await administrator.Browser.PutAsync($"/auth/clients/{client.Id}", new { name = "Partner", contact = "it@partner.example", scopes = new[] { "plan" } }, HttpStatusCode.NoContent);

        await Eventually.SeeAsync(async () => (await browser.Client.GetAsync("/api/members/statistics")).StatusCode, status => status == HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_closed_client_is_out_with_its_open_stream_and_can_be_opened_again()
    {
        var client = await MakeAsync();
        var browser = await client.CallAsync();
        using var stream = await browser.OpenStreamAsync($"/api/members/stream/{Guid.NewGuid()}");

        await administrator.Browser.PostAsync($"/auth/clients/{client.Id}/close", null, HttpStatusCode.NoContent);

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAnyAsync<IOException>(async () => await stream.ReadToEndAsync(deadline.Token));
        await browser.GetAsync("/api/members/statistics", HttpStatusCode.Unauthorized);
        await client.RefusedAsync();
        await administrator.Browser.PostAsync($"/auth/clients/{client.Id}/open", null, HttpStatusCode.NoContent);
        await client.CallAsync();
    }

    [Fact]
    public async Task One_clients_hurry_slows_down_that_client_alone()
    {
        var (hurried, calm) = (await MakeAsync(), await MakeAsync());
        await administrator.Browser.PutAsync($"/auth/clients/{hurried.Id}", new { name = "Partner", scopes = new[] { "statistics" }, callsPerMinute = 20 }, HttpStatusCode.NoContent);
        var (first, second) = (await hurried.CallAsync(), await calm.CallAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => first.Client.GetAsync("/api/members/statistics")));

        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.InRange(refused.Count, 15, 25);
        Assert.All(refused, answer => Assert.True(answer.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1)));
        await second.GetAsync("/api/members/statistics");
    }

    [Fact]
    public async Task A_client_that_fetches_tokens_all_the_time_is_told_to_use_them_and_guessers_use_up_nothing_of_it()
    {
        await using var own = await GatewayHost.StartAsync(servers, settings: [("Limits:TokensPerMinute", "5")]);
        var partner = (await own.NewBrowser().GetAsync("/dev/users")).GetProperty("partnerClient");
        var client = new Client(own, partner.GetProperty("clientId").GetString()!, partner.GetProperty("clientSecret").GetString()!);
        for (var guess = 0; guess < 20; guess++)
            await (client with { Secret = new string('A', 43) }).RefusedAsync();
        for (var fetch = 0; fetch < 5; fetch++)
            await client.CallAsync();
        using var answer = await client.ConnectAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        // Twenty guesses within the minute are one line of the record.
        Assert.Equal(1, await own.QueryAsync<int>("select count(*)::int from audit where action = 'client.refused'"));
    }

    [Theory]
    [InlineData("Stor", "statistics", "client.id_invalid")]
    [InlineData("a", "statistics", "client.id_invalid")]
    [InlineData("abf-demo", "statistics", "client.exists")]
    [InlineData("partner-ny", "everything", "client.scope_unknown")]
    public async Task A_client_that_cannot_be_is_refused(string id, string scope, string code)
    {
        var expected = code == "client.exists" ? HttpStatusCode.Conflict : HttpStatusCode.BadRequest;
        Assert.Equal(code, Code(await administrator.Browser.PostAsync("/auth/clients", new { id, name = "Partner", scopes = new[] { scope } }, expected)));
    }

    [Fact]
    public async Task The_database_holds_no_clients_secret()
    {
        var client = await MakeAsync();
        Assert.Equal(0, await gateway.QueryAsync<int>("select count(*)::int from partner_secrets s where s::text like @like", new { like = $"%{client.Secret}%" }));
        Assert.DoesNotContain(client.Secret, (await administrator.Browser.GetAsync("/auth/clients")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idempotency_key_stores_no_secret()
    {
        administrator.Browser.Client.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        await MakeAsync();
        await MakeAsync();
        Assert.Equal(0, await gateway.QueryAsync<int>("select count(*)::int from idempotency where key = 'once'"));
    }

    private async Task<Client> MakeAsync(params string[] scopes)
    {
        var id = "partner-" + Guid.NewGuid().ToString("N")[..12];
        var made = await administrator.Browser.PostAsync("/auth/clients", new { id, name = "Partner", scopes = scopes.Length > 0 ? scopes : ["statistics"] }, HttpStatusCode.Created);
        return new Client(gateway, id, made.GetProperty("secret").GetString()!);
    }

    private async Task<JsonElement> ListedAsync(string id) =>
        (await administrator.Browser.GetAsync("/auth/clients")).GetProperty("clients").EnumerateArray().Single(client => client.GetProperty("id").GetString() == id);

    private static string? Code(JsonElement problem) => problem.GetProperty("code").GetString();

    private sealed record Client(GatewayHost Gateway, string Id, string Secret)
    {
        internal Task<HttpResponseMessage> ConnectAsync() => Gateway.NewBrowser().Client.PostAsync("/connect/token",
            new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", Id), new("client_secret", Secret)]));

        /// <summary>A caller with a token for this client.</summary>
        internal async Task<Browser> CallAsync()
        {
            using var answer = await ConnectAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var browser = Gateway.NewBrowser();
            browser.Client.DefaultRequestHeaders.Authorization =
                new AuthenticationHeaderValue("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString());
            return browser;
        }

        internal async Task RefusedAsync()
        {
            using var answer = await ConnectAsync();
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }
}
