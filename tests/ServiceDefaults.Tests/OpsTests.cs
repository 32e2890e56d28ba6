using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace VpVarmland.Tests;

/// <summary>What those who run the platform see of a service, and can do about its messages.</summary>
public sealed class OpsTests(Servers servers)
{
    [Fact]
    public async Task A_message_that_was_set_aside_is_seen_sent_back_and_applied_once()
    {
        await using var ground = await Ground.StartAsync(servers);
        var message = await ground.PoisonAsync();

        var row = (await ground.ListAsync("setAside")).Single();
        Assert.Equal(("AssociationChanged", "CountEffects", "InvalidOperationException", message.EventId), (row.Text("type"), row.Text("consumer"), row.Text("reason"), row.GetProperty("eventId").GetGuid()));
        Assert.DoesNotContain("Vänsterpartiet", row.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1, (await ground.FiguresAsync())["vpvarmland.inbox.set_aside"]);

        ground.Probe.Faults.Plan(message.EventId, times: 0);
        using (var answer = await ground.PostAsync("send-back", new { messages = new[] { Id(row) } }))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Eventually.SeeAsync(() => ground.Probe.QueryAsync<long>("select count(*) from effects where id = @AssociationId", message), effects => effects == 1);
        await Eventually.SeeAsync(async () => (await ground.ListAsync(null)).Count, left => left == 0);
        Assert.Equal("message.sent_back", (await ground.ActionsAsync())[0].Text("name"));
    }

    [Fact]
    public async Task A_dropped_message_is_never_applied_unless_the_decision_is_undone()
    {
        await using var ground = await Ground.StartAsync(servers);
        var message = await ground.PoisonAsync();
        var row = (await ground.ListAsync("setAside")).Single();

        using (var answer = await ground.PostAsync("drop", new { messages = new[] { Id(row) }, note = " " }))
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using (var answer = await ground.PostAsync("drop", new { messages = new[] { Id(row) }, note = "Föreningen är borta." }))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await ground.ListAsync("setAside"));
        Assert.Equal("Föreningen är borta.", (await ground.ListAsync("dropped")).Single().Text("note"));
        Assert.Equal(("message.dropped", "Föreningen är borta."), ((await ground.ActionsAsync())[0].Text("name"), (await ground.ActionsAsync())[0].Text("reason")));
        using (var answer = await ground.PostAsync("drop", new { messages = new[] { Id(row) }, note = "Igen." }))
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);

        // The very same event comes again, as after a publisher's death; a later one shows that it has been dealt with.
        ground.Probe.Faults.Plan(message.EventId, times: 0);
        var later = new Contracts.AssociationChanged(Guid.NewGuid(), "B", null, true) { Version = 1 };
        await ground.Probe.PublishAsync(message, later);
        await Eventually.SeeAsync(() => ground.Probe.QueryAsync<long>("select count(*) from effects where id = @AssociationId", later), effects => effects == 1);
        await Eventually.SeeAsync(() => ground.Probe.QueryAsync<long>("select count(*) from outbox"), left => left == 0);
        Assert.Equal(0, await ground.Probe.QueryAsync<long>("select count(*) from effects where id = @AssociationId", message));

        using (var answer = await ground.PostAsync("send-back", new { messages = new[] { Id(row) } }))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Eventually.SeeAsync(() => ground.Probe.QueryAsync<long>("select count(*) from effects where id = @AssociationId", message), effects => effects == 1);
    }

    [Fact]
    public async Task A_job_shows_when_it_ran_and_what_it_failed_with()
    {
        await using var ground = await Ground.StartAsync(servers);
        var job = await Eventually.SeeAsync(async () => (await ground.JobsAsync()).SingleOrDefault(one => one.Text("name") == "Housekeeping"), one => one.ValueKind == JsonValueKind.Object && one.GetProperty("lastRunAt").ValueKind == JsonValueKind.String);
        Assert.Equal(0, job.GetProperty("failures").GetInt32());
        await ground.Probe.QueryAsync<int>("alter table idempotency rename to elsewhere; update jobs set next_run_at = now() where name = 'Housekeeping' returning 1");
        job = await Eventually.SeeAsync(async () => (await ground.JobsAsync()).Single(one => one.Text("name") == "Housekeeping"), one => one.GetProperty("failures").GetInt32() > 0);
        Assert.Equal("database 42P01", job.Text("fault"));
        Assert.True((await ground.FiguresAsync())["vpvarmland.job.failures Housekeeping"] > 0);
    }

    [Fact]
    public async Task Nobody_else_sees_or_decides()
    {
        await using var ground = await Ground.StartAsync(servers);
        using var stranger = ground.Client("register:read@district");
        foreach (var path in new[] { "state", "jobs", "actions", "messages", "resends" })
            Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync($"/api/probe/ops/{path}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PostAsJsonAsync("/api/probe/ops/resends", new { note = "x" })).StatusCode);
    }

    private static object Id(JsonElement row) => new { eventId = row.GetProperty("eventId").GetGuid(), consumer = row.Text("consumer") };

    /// <summary>A service, and somebody who runs it.</summary>
    private sealed class Ground(Probe probe, GatewayTokens tokens) : IAsyncDisposable
    {
        private readonly HttpClient client = new();

        internal Probe Probe => probe;

        internal static async Task<Ground> StartAsync(Servers servers)
        {
            var tokens = new GatewayTokens();
            var ground = new Ground(await Probe.StartAsync(servers, tokens: tokens), tokens);
            ground.client.BaseAddress = ground.Probe.Client.BaseAddress;
            ground.client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.For(Guid.NewGuid(), ["ops:operate@district"]));
            return ground;
        }

        internal HttpClient Client(string permission) => new()
        {
            BaseAddress = probe.Client.BaseAddress,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", tokens.For(Guid.NewGuid(), [permission])) },
        };

        /// <summary>An event that fails until all attempts are used up.</summary>
        internal async Task<Contracts.AssociationChanged> PoisonAsync()
        {
            var message = new Contracts.AssociationChanged(Guid.NewGuid(), "Vänsterpartiet Kil", null, true) { Version = 1 };
            probe.Faults.Plan(message.EventId, times: int.MaxValue);
            await probe.PublishAsync(message);
            await Eventually.SeeAsync(() => probe.QueryAsync<long>("select count(*) from inbox_retry"), stored => stored == 1);
            // As if the last wait had come to its end.
            await probe.QueryAsync<int>("update inbox_retry set attempts = 20, next_at = now() returning 1");
            await Eventually.SeeAsync(async () => (await ListAsync("setAside")).Count, aside => aside == 1);
            return message;
        }

        internal async Task<IReadOnlyList<JsonElement>> ListAsync(string? state) => [.. (await GetAsync("messages" + (state is null ? "" : "?state=" + state))).GetProperty("items").EnumerateArray()];

        internal async Task<IReadOnlyList<JsonElement>> ActionsAsync() => [.. (await GetAsync("actions")).GetProperty("items").EnumerateArray()];

        internal async Task<IReadOnlyList<JsonElement>> JobsAsync() => [.. (await GetAsync("jobs")).EnumerateArray()];

        internal async Task<IReadOnlyDictionary<string, long>> FiguresAsync() => (await GetAsync("state")).GetProperty("figures").EnumerateArray()
            .ToDictionary(one => $"{one.Text("name")} {one.Text("label")}".TrimEnd(), one => one.GetProperty("value").GetInt64(), StringComparer.Ordinal);

        internal Task<HttpResponseMessage> PostAsync(string decision, object body) => client.PostAsJsonAsync($"/api/probe/ops/messages/{decision}", body);

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await probe.DisposeAsync();
            tokens.Dispose();
        }

        private Task<JsonElement> GetAsync(string path) => client.GetFromJsonAsync<JsonElement>("/api/probe/ops/" + path);
    }
}

/// <summary>Reading answers.</summary>
internal static class Answers
{
    internal static string? Text(this JsonElement answer, string property) => answer.GetProperty(property).GetString();
}
