using VpVarmland.Members.Health;

namespace VpVarmland.Members.Plan;

/// <summary>Turns numbers into traffic lights. Pure. Our own proposal, shown beside each light: the plan itself says nothing of it.</summary>
internal static class PlanRule
{
    /// <summary>From this share of what is expected a number is amber; below it, red.</summary>
    internal const decimal AmberShare = 0.75m;

    /// <summary>Days after a quarter's end during which its status is not yet missing.</summary>
    internal const int DaysToWrite = 14;

    /// <summary>What is expected on that day: of a sum its part of the target, of a level all of it.</summary>
    internal static decimal Expected(MeasureKind kind, decimal target, int year, DateOnly today)
    {
        if (kind == MeasureKind.Level || today.Year > year)
            return target;
        if (today.Year < year)
            return 0;
        var days = DateTime.IsLeapYear(year) ? 366 : 365;
        return Math.Round(target * today.DayOfYear / days, 1, MidpointRounding.AwayFromZero);
    }

    /// <summary>
    /// More is better: green from what is expected, amber from three quarters of it, else red. Less is better: green up to the target, amber up to a quarter more than it
    /// and at least one more, else red. Unknown where there is no number.
    /// </summary>
    internal static Light Judge(decimal? value, decimal expected, bool lessIsBetter) => value is not { } number ? Light.Unknown
        : lessIsBetter
            ? number <= expected ? Light.Green : number <= AmberFrom(expected, lessIsBetter) ? Light.Amber : Light.Red
            : number >= expected ? Light.Green : number >= AmberFrom(expected, lessIsBetter) ? Light.Amber : Light.Red;

    /// <summary>The number at which amber borders on red; it is amber itself.</summary>
    internal static decimal AmberFrom(decimal expected, bool lessIsBetter) => lessIsBetter ? expected + Math.Max(1, expected * (1 - AmberShare)) : expected * AmberShare;

    /// <summary>A goal is as its worst indicator, and never better than amber while an activity of it is late.</summary>
    internal static Light OfGoal(IEnumerable<Light> indicators, bool hasLateActivity)
    {
        var worst = HealthRule.Worst(indicators);
        return hasLateActivity && worst is (Light.Green or Light.Unknown) ? Light.Amber : worst;
    }

    internal static int QuarterOf(DateOnly day) => ((day.Month - 1) / 3) + 1;

    internal static DateOnly EndOf(int year, int quarter) => new DateOnly(year, quarter * 3, 1).AddMonths(1).AddDays(-1);

    internal static bool HasBegun(int year, int quarter, DateOnly today) => new DateOnly(year, (quarter * 3) - 2, 1) <= today;

    /// <summary>The quarters whose status should have been written by now, and was not.</summary>
    internal static IReadOnlyList<int> Missing(int year, IReadOnlyCollection<int> written, DateOnly today) =>
        [.. Enumerable.Range(1, 4).Where(quarter => EndOf(year, quarter).AddDays(DaysToWrite) < today && !written.Contains(quarter))];
}
