[assembly: AssemblyFixture(typeof(VpVarmland.Tests.Servers))]

namespace VpVarmland.Tests;

/// <summary>The Members service with the demo district, on a copy that nobody else changes.</summary>
internal sealed class MembersHost(string environment, IReadOnlyDictionary<string, string?> settings) : ServiceHost<Program>(environment, settings)
{
    private readonly IReadOnlyDictionary<string, string?> settings = settings;

    internal static async Task<MembersHost> StartAsync(Servers servers, string environment = "Development")
    {
        var broker = await servers.CreateVirtualHostAsync();
        var database = await servers.CreateDatabaseAsync("members", async template =>
        {
            await using var first = new MembersHost("Development", Settings(template, await servers.CreateVirtualHostAsync()));
            _ = first.Server;
            // What the demo tells the other services is told once, or every copy would tell it again.
            // The first night's cases are there; from then on none opens by itself under a test that is about something else.
            await Eventually.SeeAsync(() => first.QueryAsync<long>("select count(*) from jobs where name = 'CasesFromFacts' and last_run_at is not null"), ran => ran == 1);
            await first.ExecuteAsync("update care_settings set a_night = 0");
            await Eventually.SeeAsync(() => first.QueryAsync<long>("select count(*) from outbox"), waiting => waiting == 0);
        });
        var host = new MembersHost(environment, Settings(database, broker));
        _ = host.Server;
        return host;
    }

    /// <summary>The service on a database that has only been migrated, as with <c>--migrate</c>.</summary>
    internal static async Task<MembersHost> StartEmptyAsync(Servers servers, string environment)
    {
        var database = await servers.CreateDatabaseAsync("members-empty", async template =>
        {
            // The program's own entry, as an operator runs it.
            string[] args = ["--migrate", "--environment=Production", .. Settings(template, "amqp://nowhere.invalid").Select(setting => $"--{setting.Key}={setting.Value}")];
            await Task.Run(() => typeof(Program).Assembly.EntryPoint!.Invoke(null, [args]));
        });
        var host = new MembersHost(environment, Settings(database, await servers.CreateVirtualHostAsync()));
        _ = host.Server;
        return host;
    }

    /// <summary>The service on a database that is there already, as after a restart.</summary>
    internal static async Task<MembersHost> StartOnAsync(string database, Servers servers)
    {
        var host = new MembersHost("Development", Settings(database, await servers.CreateVirtualHostAsync()));
        _ = host.Server;
        return host;
    }

    /// <summary>Waits until nothing moves in the background: no import is worked on, and no request about a person's data waits for a service to answer.</summary>
    internal Task QuietAsync() => Eventually.SeeAsync(
        () => QueryAsync<long>(
            """
            select (select count(*) from central_imports where state in ('comparing', 'applying', 'undoing'))
                + (select count(*) from privacy_requests request where state = 'working' and not exists (select from privacy_answers answer where answer.request_id = request.id and answer.service = 'members'))
            """), working => working == 0);

    /// <summary>Where its database is.</summary>
    internal string ConnectionString => settings["ConnectionStrings:members"]!;

    internal static Dictionary<string, string?> Settings(string database, string broker) => new(StringComparer.Ordinal)
    {
        ["ConnectionStrings:members"] = database,
        ["ConnectionStrings:messaging"] = broker,
    };
}
