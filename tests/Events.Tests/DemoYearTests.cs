using VpVarmland.Events.Calendar;
using VpVarmland.Events.Demo;
using VpVarmland.ServiceDefaults.Time;

namespace VpVarmland.Tests;

/// <summary>The demo's year looks like the district's, around any day.</summary>
public sealed class DemoYearTests
{
    private static readonly DemoYear.Host[] Hosts = [.. Enumerable.Range(1, 14).Select(number => new DemoYear.Host(Guid.NewGuid(), $"Vänsterpartiet {number}"))];

    [Theory]
    [InlineData("2025-09-01")]
    [InlineData("2026-11-22")]
    [InlineData("2028-02-29")]
    public void A_year_has_what_the_operating_plan_asks_for(string day)
    {
        var first = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var year = DemoYear.Between(first, first.AddDays(364), Hosts).ToList();

        Assert.True(year.Count(one => one.Kind == EventKind.ChairMeeting) >= 4);
        Assert.Contains(year, one => one is { Kind: EventKind.ChairMeeting, Attendance: Attendance.Digital });
        Assert.Contains(year, one => one is { Kind: EventKind.ChairMeeting, Attendance: Attendance.Physical });
        Assert.True(year.Count(one => one.Kind == EventKind.ThemeSeminar) >= 2);
        Assert.Equal(11, SwedishTime.DateOf(Assert.Single(year, one => one.TitleSv == "Vänsterdagarna").StartsAt).Month);
        // Statutes §53: before the end of March.
        Assert.True(SwedishTime.DateOf(Assert.Single(year, one => one.TitleSv == "Distriktsårskonferens").StartsAt).Month <= 3);
        Assert.All(Hosts, host => Assert.Contains(year, one => one.AssociationId == host.Id));
    }

    [Fact]
    public void Every_event_can_be_kept()
    {
        var year = DemoYear.Between(new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31), Hosts).ToList();

        Assert.Distinct(year.Select(one => one.Id));
        Assert.All(year, one =>
        {
            Assert.True(one.EndsAt > one.StartsAt);
            Assert.True(one.Attendance == Attendance.Digital || one.Place is not null);
            Assert.NotEqual(one.TitleSv, one.TitleEn);
        });
    }

    [Fact]
    public void An_event_asked_for_twice_is_the_same_event()
    {
        var once = DemoYear.Between(new DateOnly(2026, 3, 1), new DateOnly(2026, 6, 30), Hosts).Select(one => one.Id);
        var later = DemoYear.Between(new DateOnly(2026, 1, 15), new DateOnly(2026, 12, 31), Hosts).Select(one => one.Id);

        Assert.Subset(later.ToHashSet(), once.ToHashSet());
    }

    [Fact]
    public void Meetings_begin_at_the_same_hour_in_summer_and_winter()
    {
        var hours = DemoYear.Between(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), Hosts)
            .Where(one => one.Kind == EventKind.MembersMeeting)
            .Select(one => TimeZoneInfo.ConvertTime(one.StartsAt, SwedishTime.Zone).Hour);

        Assert.Equal([18], hours.Distinct());
    }
}
