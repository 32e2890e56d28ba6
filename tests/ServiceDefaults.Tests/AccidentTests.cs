using System.Net.Http.Json;
using Dapper;
using Npgsql;
using VpVarmland.Embedded.Servers;

namespace VpVarmland.Tests;

/// <summary>Everything dies at its worst moment, with a real broker, a real database and real processes: nothing acknowledged is lost, nothing happens twice.</summary>
public sealed class AccidentTests(Servers servers)
{
    private const int Things = 200, Versions = 10, PerRequest = 20, Total = Things * Versions;

    [Fact]
    public async Task A_burst_survives_the_deaths_of_broker_publisher_and_consumer()
    {
        var seed = Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        using var folder = ServerFolder.Temporary();
        await using var broker = await RabbitServer.StartAsync(folder);
        var (told, written) = (await servers.CreateDatabaseAsync(), await servers.CreateDatabaseAsync());
        Task<ServiceProcess> StartAsync(string name, string database) => ServiceProcess.StartAsync("Ledger", [name],
            ($"ConnectionStrings__{name}", database), ("ConnectionStrings__messaging", broker.ConnectionString), ("Messaging__Services", "reader"), ("Auth__Keys", """{"keys":[]}"""));
        var reader = await StartAsync("reader", written);
        var teller = await StartAsync("teller", told);
        try
        {
            var changes = Enumerable.Range(0, Things).Select(_ => Guid.CreateVersion7()).SelectMany(id => Enumerable.Range(1, Versions).Select(version => new { id, version })).ToArray();
            new Random(seed).Shuffle(changes);
            var requests = changes.Chunk(PerRequest).ToArray();
            var acknowledged = 0;
            // One that got no answer asks again with the same key, until it has one.
            async Task TellAsync(int from, int to)
            {
                for (; from < to; from++)
                {
                    var key = Guid.NewGuid().ToString();
                    await Eventually.SeeAsync(() => TryTellAsync(teller.Client, requests[from], key), done => done);
                    acknowledged++;
                }
            }

            await TellAsync(0, 20);
            // The queue has carried events: it is old enough to outlive the broker's death (RabbitMQ 3.10 forgets quorum queues of its last half second).
            await Eventually.SeeAsync(() => CountAsync(written), count => count >= 20 * PerRequest);
            await broker.KillAsync();
            await TellAsync(20, 60);
            var waiting = await OutboxAsync(told);
            Assert.Equal(40 * PerRequest, waiting);
            // All these are committed, none is published.
            teller.Kill();
            teller.Dispose();
            teller = await StartAsync("teller", told);
            Assert.Equal(waiting, await OutboxAsync(told));
            var rest = TellAsync(60, requests.Length);
            await broker.RestartAsync(TestContext.Current.CancellationToken);
            await Eventually.SeeAsync(() => CountAsync(written), count => count >= 30 * PerRequest);
            reader.Kill();
            reader.Dispose();
            Assert.InRange(await CountAsync(written), 30 * PerRequest, Total - 1);
            reader = await StartAsync("reader", written);
            await rest;
            Assert.Equal(requests.Length, acknowledged);

            await Eventually.SeeAsync(() => CountAsync(written), count => count >= Total);
            await Eventually.SeeAsync(() => OutboxAsync(told), left => left == 0);
            await using var connection = new NpgsqlConnection(written);
            Assert.Equal((Total, Total), await connection.QuerySingleAsync<(int, int)>("select count(*)::int, count(distinct event_id)::int from effects"));
            Assert.Equal((Things, Things), await connection.QuerySingleAsync<(int, int)>(
                "select count(*)::int, count(*) filter (where version = @Versions and name = 'state ' || @Versions)::int from states", new { Versions }));
            Assert.Equal(0, await connection.QuerySingleAsync<int>("select count(*)::int from inbox_retry"));
        }
        finally
        {
            reader.Dispose();
            teller.Dispose();
        }
    }

    private static async Task<bool> TryTellAsync(HttpClient client, object changes, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/teller/changes") { Content = JsonContent.Create(changes) };
        request.Headers.Add("Idempotency-Key", key);
        try
        {
            using var answer = await client.SendAsync(request);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<int> CountAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        return await connection.QuerySingleAsync<int>("select count(*)::int from effects");
    }

    private static async Task<int> OutboxAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        return await connection.QuerySingleAsync<int>("select count(*)::int from outbox");
    }
}
