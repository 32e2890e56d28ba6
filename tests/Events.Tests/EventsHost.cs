[assembly: AssemblyFixture(typeof(VpVarmland.Tests.Servers))]

namespace VpVarmland.Tests;

/// <summary>The Events service on a database and a virtual host of its own; in Development with the demo's calendar in it.</summary>
internal sealed class EventsHost(string environment, IReadOnlyDictionary<string, string?> settings) : ServiceHost<Program>(environment, settings)
{
    internal static async Task<EventsHost> StartAsync(Servers servers, string environment = "Production", string? startDate = null)
    {
        var database = await servers.CreateDatabaseAsync(
            startDate ?? "empty", async template =>
            {
                // Only Development migrates at start; with it comes the demo.
                await using var first = new EventsHost("Development", Settings(template, await servers.CreateVirtualHostAsync(), startDate));
                _ = first.Server;
                await Eventually.SeeAsync(() => first.QueryAsync<long>("select count(*) from events"), laidOut => laidOut > 0);
                if (startDate is null)
                    await first.ExecuteAsync("delete from events");
            });
        var host = new EventsHost(environment, Settings(database, await servers.CreateVirtualHostAsync(), startDate));
        _ = host.Server;
        // An event that is published before the service's queue is there reaches nobody.
        await Eventually.SeeAsync(async () => (await host.Anonymous().GetAsync("/health", TestContext.Current.CancellationToken)).IsSuccessStatusCode, healthy => healthy);
        return host;
    }

    /// <summary>Puts an event in the calendar.</summary>
    internal async Task<Guid> HoldAsync(
        DateTimeOffset startsAt, string kind = "other", double hours = 2, string titleSv = "Möte", string titleEn = "Meeting",
        string attendance = "physical", string? place = "Karlstad", Guid? association = null)
    {
        var id = Guid.CreateVersion7();
        await ExecuteAsync(
            """
            insert into events (id, kind, title_sv, title_en, attendance, place, association_id, starts_at, ends_at, changed_at)
            values (@id, @kind, @titleSv, @titleEn, @attendance, @place, @association, @startsAt, @ends, @startsAt)
            """, new { id, kind, titleSv, titleEn, attendance, place, association, startsAt, ends = startsAt.AddHours(hours) });
        return id;
    }

    private static Dictionary<string, string?> Settings(string database, string broker, string? startDate) => new(StringComparer.Ordinal)
    {
        ["ConnectionStrings:events"] = database,
        ["ConnectionStrings:messaging"] = broker,
        ["Platform:StartDate"] = startDate,
    };
}
