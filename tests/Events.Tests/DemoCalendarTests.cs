using System.Globalization;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>In Development the calendar is never empty, whatever day it is.</summary>
public sealed class DemoCalendarTests(Servers servers)
{
    [Fact]
    public async Task Is_laid_out_around_the_platforms_day_and_follows_the_clock()
    {
        // Whole days ahead of the machine's clock, which is all the clock can be moved.
        var start = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(200);
        await using var host = await EventsHost.StartAsync(servers, "Development", start.ToString("O", CultureInfo.InvariantCulture));
        var ends = await host.QueryAsync<DateTimeOffset>("select max(starts_at) from events");
        Assert.InRange((ends - host.Clock.GetUtcNow()).TotalDays, 300, 400);
        var before = await host.QueryAsync<long>("select count(*) from events");

        await host.MoveClockAsync(TimeSpan.FromDays(365));

        Assert.InRange(await Eventually.SeeAsync(() => host.QueryAsync<long>("select count(*) from events"), count => count > before), before + 5, before * 3);
    }

    [Fact]
    public async Task Associations_hold_their_meetings_once_they_are_known()
    {
        await using var host = await EventsHost.StartAsync(servers, "Development", DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).ToString("O", CultureInfo.InvariantCulture));
        var active = new AssociationChanged(Guid.CreateVersion7(), "Vänsterpartiet Arvika", "1784", true) { Version = 1 };
        var dormant = new AssociationChanged(Guid.CreateVersion7(), "Vänsterpartiet Munkfors", "1762", false) { Version = 1 };
        await host.TellAsync(active);
        await host.TellAsync(dormant);

        await host.MoveClockAsync(TimeSpan.FromMinutes(5));

        await Eventually.SeeAsync(() => host.QueryAsync<long>("select count(*) from events where association_id = @AssociationId", active), meetings => meetings >= 3);
        Assert.Equal(0, await host.QueryAsync<long>("select count(*) from events where association_id = @AssociationId", dormant));
    }
}
