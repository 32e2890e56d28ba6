using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace VpVarmland.Tests;

/// <summary>What every endpoint has: problems with codes, one transaction, one answer a key, denial by default.</summary>
public sealed class AnswerTests(Servers servers)
{
    [Fact]
    public async Task A_refusal_leaves_nothing_behind()
    {
        await using var probe = await Probe.StartAsync(servers);

        var problem = await ProblemAsync(await probe.Client.PostAsJsonAsync("/api/probe/notes", new { text = "a", refuse = true }), HttpStatusCode.Conflict);

        Assert.Equal("probe.refused", problem.GetProperty("code").GetString());
        Assert.Equal("Nej.", problem.GetProperty("title").GetString());
        Assert.Equal(0, await probe.QueryAsync<long>("select (select count(*) from notes) + (select count(*) from audit) + (select count(*) from outbox)"));
    }

    [Fact]
    public async Task A_success_keeps_the_change_with_its_audit_record()
    {
        await using var probe = await Probe.StartAsync(servers);

        var answer = await probe.Client.PostAsJsonAsync("/api/probe/notes", new { text = "a" });

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("anonymous", await probe.QueryAsync<string>("select by from notes"));
        Assert.Equal("note.written", await probe.QueryAsync<string>("select action from audit"));
    }

    [Fact]
    public async Task The_same_key_gives_the_same_answer_and_one_change_also_at_the_same_time()
    {
        await using var probe = await Probe.StartAsync(servers);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(probe, "key-1", """{"text":"a"}""")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single((await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()))).Distinct());
        Assert.All(answers, answer => Assert.Equal("/api/probe/notes/1", answer.Headers.Location?.ToString()));
        Assert.Equal(1, await probe.QueryAsync<long>("select count(*) from notes"));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await using var probe = await Probe.StartAsync(servers);
        await SendAsync(probe, "key-1", """{"text":"a"}""");

        var problem = await ProblemAsync(await SendAsync(probe, "key-1", """{"text":"b"}"""), HttpStatusCode.UnprocessableEntity);

        Assert.Equal("request.key_reused", problem.GetProperty("code").GetString());
        Assert.Equal(1, await probe.QueryAsync<long>("select count(*) from notes"));
    }

    [Fact]
    public async Task A_refused_request_may_be_repeated_with_its_key()
    {
        await using var probe = await Probe.StartAsync(servers);
        await SendAsync(probe, "key-1", """{"text":"a","refuse":true}""");

        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(probe, "key-1", """{"text":"a","refuse":true}""")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(probe, "key-1", """{"text":"a"}""")).StatusCode);
    }

    [Theory]
    [InlineData("""{}""", "request.invalid")]
    [InlineData("""{"text":null}""", "request.invalid")]
    [InlineData("""{"text":"  "}""", "request.invalid")]
    [InlineData("""{"text":"a text of more than twenty characters"}""", "request.invalid")]
    [InlineData("""{"text":7}""", "request.malformed")]
    [InlineData("""{"text":["a"]}""", "request.malformed")]
    [InlineData("""{"text":"a\u0000"}""", "request.malformed")]
    [InlineData("""{"text":"a\ud800"}""", "request.malformed")]
    [InlineData("""{"text":""", "request.malformed")]
    [InlineData("""null""", "request.malformed")]
    [InlineData("", "request.malformed")]
    [InlineData("""[]""", "request.malformed")]
    public async Task Bad_input_gets_a_code_and_changes_nothing(string body, string code)
    {
        await using var probe = await Probe.StartAsync(servers);

        var problem = await ProblemAsync(await SendAsync(probe, null, body), HttpStatusCode.BadRequest);

        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(0, await probe.QueryAsync<long>("select count(*) from notes"));
    }

    [Fact]
    public async Task Problems_speak_the_callers_language_and_say_what_broke_without_telling_how()
    {
        await using var probe = await Probe.StartAsync(servers);
        probe.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB, sv;q=0.5");

        var problem = await ProblemAsync(await probe.Client.GetAsync("/api/probe/bug"), HttpStatusCode.InternalServerError);

        Assert.Equal("service.error", problem.GetProperty("code").GetString());
        Assert.StartsWith("Something went wrong", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("a bug", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_addresses_methods_and_forms_are_problems_too()
    {
        await using var probe = await Probe.StartAsync(servers);

        await ProblemAsync(await probe.Client.GetAsync("/api/probe/nothing"), HttpStatusCode.NotFound);
        await ProblemAsync(await probe.Client.DeleteAsync("/api/probe/notes"), HttpStatusCode.MethodNotAllowed);
        await ProblemAsync(await probe.Client.PostAsync("/api/probe/notes", new StringContent("text")), HttpStatusCode.UnsupportedMediaType);
        await ProblemAsync(await probe.Client.GetAsync("/api/probe/notes?q=%00"), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Only_a_living_token_of_the_gateway_with_the_permission_is_let_in()
    {
        using var tokens = new GatewayTokens();
        using var strangers = new GatewayTokens();
        await using var probe = await Probe.StartAsync(servers, tokens: tokens);
        var (member, association) = (Guid.NewGuid(), Guid.NewGuid());

        var entitled = await GetAsync(tokens.For(member, [$"care:work@{association}"]));
        Assert.Equal(HttpStatusCode.OK, entitled.StatusCode);
        var reach = await entitled.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(reach.GetProperty("district").GetBoolean());
        Assert.Equal(association, reach.GetProperty("associations")[0].GetGuid());

        Assert.Equal(HttpStatusCode.Unauthorized, (await probe.Client.GetAsync("/api/probe/secret")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(tokens.For(member, ["member:self@district"]))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(tokens.For(member, ["care:work@district"], lifetime: TimeSpan.FromMinutes(-1)))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(tokens.For(member, ["care:work@district"], issuer: "somebody"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(strangers.For(member, ["care:work@district"]))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("no token")).StatusCode);

        Task<HttpResponseMessage> GetAsync(string token)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/api/probe/secret") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
            return probe.Client.SendAsync(request);
        }
    }

    [Fact]
    public void A_service_with_an_endpoint_that_says_nothing_refuses_to_start()
    {
        var silent = new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/api/silent"), 0, EndpointMetadataCollection.Empty, "silent");

        var refusal = Assert.Throws<InvalidOperationException>(() => ServiceDefaults.Auth.Access.RefuseSilentEndpoints([silent]));

        Assert.Contains("silent", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SendAsync(Probe probe, string? key, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/probe/notes") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return probe.Client.SendAsync(request);
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Matches(@"^[a-z]+(\.[a-z_]+)+$", problem.GetProperty("code").GetString());
        return problem;
    }
}
