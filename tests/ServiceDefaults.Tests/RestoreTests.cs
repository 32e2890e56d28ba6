using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Npgsql;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Tests;

/// <summary>One service's database comes back from yesterday (pg_dump, pg_restore): what the others know of it becomes right again, and what it knows of them.</summary>
public sealed class RestoreTests(Servers servers)
{
    private const string People = "select id || ' ' || given_name || ' ' || coalesce(email, '-') || ' ' || state from (select person.*, (select state from memberships where person_id = person.id and ended_on is null) as state from people person) person where state is not null order by id";
    private const string Recipients = "select member_id || ' ' || given_name || ' ' || coalesce(address, '-') || ' ' || state from recipients where state in ('applicant', 'paid', 'member') order by member_id";
    private const string Associations = "select id || ' ' || name || ' ' || (state <> 'dormant') from associations order by id";
    private const string Copies = "select id || ' ' || name || ' ' || is_active from associations order by id";

    [Fact]
    public async Task The_owner_of_state_is_restored_and_its_word_counts_again()
    {
        using var platform = await PlatformAsync();
        await platform.AgreeAsync();
        var backup = await platform.BackUpAsync("members");

        // The day that will be lost: versions go up, somebody joins, an association appears.
        var person = await platform.ReadAsync<Guid>("members", "select id from people where email is not null order by id limit 1");
        foreach (var name in new[] { "Alma", "Berta", "Cilla" })
            await platform.RenameAsync(person, name);
        var ghost = new MemberJoined(Guid.CreateVersion7(), "Spöke", "Sen", "sen@test.example", Guid.CreateVersion7(), "Vänsterpartiet Kil", "sv") { Version = 1 };
        await platform.TellAsync(ghost, new AssociationChanged(Guid.CreateVersion7(), "Vänsterpartiet Nyss", null, true) { Version = 1 });
        await Eventually.SeeAsync(() => platform.ReadAsync<string>("communications", "select given_name from recipients where member_id = @person", new { person }), name => name == "Cilla");
        await Eventually.SeeAsync(() => platform.ReadAsync<int>("communications", "select count(*)::int from recipients where member_id = @MemberId", ghost), count => count == 1);
        await Eventually.SeeAsync(() => platform.ReadAsync<int>("events", "select count(*)::int from associations where name = 'Vänsterpartiet Nyss'"), count => count == 1);

        await platform.RestoreAsync("members", backup);
        await platform.RenameAsync(person, "Doris");
        await platform.AgreeAsync();
        Assert.Equal("Doris", await platform.ReadAsync<string>("communications", "select given_name from recipients where member_id = @person", new { person }));
        Assert.Equal(0, await platform.ReadAsync<int>("communications", "select count(*)::int from recipients where member_id = @MemberId", ghost));
    }

    [Fact]
    public async Task A_receiver_of_state_is_restored_and_asks_for_what_it_missed()
    {
        using var platform = await PlatformAsync();
        await platform.AgreeAsync();
        var backup = await platform.BackUpAsync("communications");
        var person = await platform.ReadAsync<Guid>("members", "select id from people where email is not null order by id limit 1");
        await platform.RenameAsync(person, "Alma");
        await platform.AgreeAsync();

        await platform.RestoreAsync("communications", backup);
        await platform.AgreeAsync();
        Assert.Equal("Alma", await platform.ReadAsync<string>("communications", "select given_name from recipients where member_id = @person", new { person }));
    }

    private async Task<Platform> PlatformAsync()
    {
        var platform = new Platform(servers, await servers.CreateVirtualHostAsync());
        foreach (var service in Platform.Services)
            await platform.StartAsync(service, await servers.CreateDatabaseAsync());
        return platform;
    }

    /// <summary>The owner of people and associations, and two services that keep copies.</summary>
    private sealed class Platform(Servers servers, string broker) : IDisposable
    {
        internal static readonly string[] Services = ["members", "communications", "events"];
        private readonly GatewayTokens tokens = new();
        private readonly Dictionary<string, (ServiceProcess Process, string Database)> running = new(StringComparer.Ordinal);

        internal async Task StartAsync(string service, string database) =>
            running[service] = (await ServiceProcess.StartAsync(Project(service), [], Settings(service, database)), database);

        /// <summary>Every copy says what the owner says.</summary>
        internal async Task AgreeAsync()
        {
            await Eventually.SeeAsync(() => DifferencesAsync(People, "communications", Recipients), differences => differences == "");
            await Eventually.SeeAsync(() => DifferencesAsync(Associations, "events", Copies), differences => differences == "");
        }

        internal async Task RenameAsync(Guid person, string name)
        {
            using var client = new HttpClient { BaseAddress = running["members"].Process.Client.BaseAddress };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.For(person, ["register:edit@district", "register:read@district"]));
            // State that is sent again meanwhile raises the version: then it is read again, as by anybody.
            await Eventually.SeeAsync(async () =>
            {
                var version = await ReadAsync<int>("members", "select version from people where id = @person", new { person });
                client.DefaultRequestHeaders.IfMatch.Clear();
                client.DefaultRequestHeaders.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
                using var answer = await client.PutAsJsonAsync($"/api/members/people/{person}", new
                {
                    givenName = name, familyName = "Prov", email = "prov@test.example", gender = "notStated", language = "sv", helpWith = Array.Empty<string>(),
                });
                return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
            }, answer => answer.StartsWith("200", StringComparison.Ordinal));
        }

        /// <summary>Says something through the owner's outbox.</summary>
        internal async Task TellAsync(params IntegrationEvent[] events)
        {
            await using var connection = new NpgsqlConnection(running["members"].Database);
            foreach (var one in events)
            {
                await connection.ExecuteAsync("insert into outbox (event_id, type, body, created_at, next_at) values (@EventId, @type, @body::jsonb, now(), now()); notify outbox",
                    new { one.EventId, type = one.GetType().Name, body = JsonSerializer.Serialize(one, one.GetType(), Json.Options) });
            }
        }

        internal async Task<T> ReadAsync<T>(string service, string sql, object? parameters = null)
        {
            await using var connection = new NpgsqlConnection(running[service].Database);
            return (await connection.QuerySingleOrDefaultAsync<T>(sql, parameters))!;
        }

        internal async Task<string> BackUpAsync(string service)
        {
            var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.dump");
            await RunAsync("pg_dump", running[service].Database, "--format=custom", "--file=" + file);
            return file;
        }

        /// <summary>The service ends, an empty database is filled from the backup, order is made, the service starts: as docs/operations.md says.</summary>
        internal async Task RestoreAsync(string service, string backup)
        {
            running[service].Process.Kill();
            running[service].Process.Dispose();
            var database = await servers.CreateDatabaseAsync();
            await RunAsync("pg_restore", database, "--no-owner", "--exit-on-error", backup);
            File.Delete(backup);
            await ServiceProcess.RunAsync(Project(service), ["--after-restore"], Settings(service, database));
            await StartAsync(service, database);
        }

        public void Dispose()
        {
            foreach (var (process, _) in running.Values)
                process.Dispose();
            tokens.Dispose();
        }

        private static string Project(string service) => char.ToUpperInvariant(service[0]) + service[1..];

        private (string, string)[] Settings(string service, string database) =>
            [($"ConnectionStrings__{service}", database), ("ConnectionStrings__messaging", broker), ("Messaging__Services", string.Join(',', Services)), ("Auth__Keys", tokens.PublicKeys)];

        private async Task<string> DifferencesAsync(string ofOwner, string receiver, string ofCopy)
        {
            await using var owner = new NpgsqlConnection(running["members"].Database);
            await using var copy = new NpgsqlConnection(running[receiver].Database);
            var (mine, theirs) = ((await owner.QueryAsync<string>(ofOwner)).ToList(), (await copy.QueryAsync<string>(ofCopy)).ToList());
            return mine.Count == 0 ? "nothing there yet" : string.Join('\n', mine.Except(theirs).Select(row => "- " + row).Concat(theirs.Except(mine).Select(row => "+ " + row)).Take(5));
        }

        private static async Task RunAsync(string program, string database, params string[] arguments)
        {
            var connection = new NpgsqlConnectionStringBuilder(database);
            var start = new ProcessStartInfo(program, [$"--host={connection.Host}", $"--port={connection.Port}", $"--username={connection.Username}", $"--dbname={connection.Database}", .. arguments]) { RedirectStandardError = true, UseShellExecute = false };
            start.Environment["PGPASSWORD"] = connection.Password;
            using var process = Process.Start(start)!;
            var said = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{program}: {said}");
        }
    }
}
