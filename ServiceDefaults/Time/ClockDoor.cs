namespace VpVarmland.ServiceDefaults.Time;

/// <summary>Development's door to the clock. The gateway's <c>POST /dev/clock</c> tells each service here, and answers when all have moved.
/// In any other environment the door is not mapped and the stored lead is not read.</summary>
public static class ClockDoor
{
    /// <summary>Where each service listens for it.</summary>
    public const string Path = "/dev/clock";

    /// <param name="AheadSeconds">Seconds ahead of the machine's clock; only ever grows.</param>
    public sealed record Position(double AheadSeconds);

    /// <summary>Maps a service's door, in Development.</summary>
    internal static void Map(WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        app.MapPost(Path, MoveAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet(Path, (PlatformClock clock) => new Position(clock.Ahead.TotalSeconds)).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Reads the stored lead, or sets the first from <c>Platform:StartDate</c>: whole days, so that all services agree.</summary>
    internal static async Task LoadAsync(WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        var clock = app.Services.GetRequiredService<PlatformClock>();
        var source = app.Services.GetRequiredService<NpgsqlDataSource>();
        if (await PlatformClock.LoadAsync(source, CancellationToken.None) is not { } ahead)
        {
            ahead = DateOnly.TryParseExact(app.Configuration["Platform:StartDate"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
                ? TimeSpan.FromDays(start.DayNumber - TimeProvider.System.Today().DayNumber)
                : TimeSpan.Zero;
            await PlatformClock.StoreAsync(source, ahead, CancellationToken.None);
        }
        clock.MoveTo(ahead);
    }

    /// <summary>Moves this process's clock to that lead and keeps it; nothing if it is there or further already.</summary>
    public static async Task MoveToAsync(TimeSpan ahead, PlatformClock clock, NpgsqlDataSource source, CancellationToken cancel)
    {
        if (ahead <= clock.Ahead)
            return;
        await PlatformClock.StoreAsync(source, ahead, cancel);
        clock.MoveTo(ahead);
    }

    private static async Task<NoContent> MoveAsync(Position position, PlatformClock clock, NpgsqlDataSource source, CancellationToken cancel)
    {
        await MoveToAsync(TimeSpan.FromSeconds(position.AheadSeconds), clock, source, cancel);
        return TypedResults.NoContent();
    }
}
