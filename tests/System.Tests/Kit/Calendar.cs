using VpVarmland.ServiceDefaults.Time;

namespace VpVarmland.Tests;

/// <summary>The platform's calendar, and turning its pages.</summary>
internal static class Calendar
{
    /// <summary>The platform's day in Sweden.</summary>
    internal static async Task<DateOnly> TodayAsync(Platform platform)
    {
        using var visitor = new Visitor(platform);
        return SwedishTime.DateOf((await visitor.GetAsync("/dev/clock")).Instant("now"));
    }

    /// <summary>Moves the clock of the whole platform; returns its day then.</summary>
    internal static async Task<DateOnly> ForwardAsync(Platform platform, int days)
    {
        using var visitor = new Visitor(platform);
        return SwedishTime.DateOf((await visitor.PostAsync("/dev/clock", new { days })).Instant("now"));
    }

    /// <summary>Moves the clock to the morning after its first day, so that no midnight falls into a test, whenever the tests are run.</summary>
    internal static async Task BeginInTheMorningAsync(Platform platform)
    {
        using var visitor = new Visitor(platform);
        var tomorrow = SwedishTime.DateOf((await visitor.GetAsync("/dev/clock")).Instant("now")).AddDays(1);
        await visitor.PostAsync("/dev/clock", new { to = new DateTimeOffset(tomorrow, new TimeOnly(6, 0), TimeSpan.Zero) });
    }
}
