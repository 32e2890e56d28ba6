using VpVarmland.Members.Care;

namespace VpVarmland.Members.Activation.Ladder;

/// <summary>How much somebody takes part, by what is known to have happened. In order: each is more than the one before.</summary>
internal enum Rung
{
    /// <summary>Is a member; nothing else is known of the time that counts.</summary>
    Joined,

    /// <summary>Has come to something.</summary>
    Came,

    /// <summary>Has been asked to help, and came.</summary>
    Helped,

    /// <summary>Holds an assignment that day.</summary>
    Holds,
}

/// <summary>Days from the first to the last, the last one not included; null: goes on.</summary>
internal sealed record Span(DateOnly From, DateOnly? Until)
{
    internal bool Covers(DateOnly day) => From <= day && (Until is null || day < Until);
}

/// <summary>What is known of somebody, in any order.</summary>
/// <param name="Memberships">From the day it took effect until the day it ended.</param>
/// <param name="Came">Days on which they came to something.</param>
/// <param name="Helped">Days on which they came to what they were asked to help with.</param>
internal sealed record LadderFacts(IReadOnlyList<Span> Memberships, IReadOnlyList<DateOnly> Came, IReadOnlyList<DateOnly> Helped, IReadOnlyList<Span> Assignments);

/// <summary>How many went from one rung to another during a quarter. Null: was no member at that end of it.</summary>
internal sealed record LadderStep(Rung? From, Rung? To, long People)
{
    internal bool IsUp => From is { } from && To is { } to && to > from;

    internal bool IsDown => From is { } from && To is { } to && to < from;

    internal bool IsNew => From is null && To is not null;

    internal bool IsLeaving => From is not null && To is null;
}

/// <summary>
/// The engagement ladder: everybody stands on one rung on any day, the highest that the facts of the window before it reach. Nothing is kept of where anybody stood: it is worked out from
/// dated facts, so that what is corrected afterwards is right in every quarter. Pure. The window is our own choice.
/// </summary>
internal static class LadderRule
{
    /// <summary>Months back from the day that count for having come and having helped; and the most quarters that are shown.</summary>
    internal const int WindowMonths = 12, MostQuarters = 8;

    /// <summary>Where somebody stands on a day; null: is no member then.</summary>
    internal static Rung? Of(LadderFacts facts, DateOnly day, int window = WindowMonths)
    {
        var after = day.AddMonths(-window);
        return !facts.Memberships.Any(span => span.Covers(day)) ? null
            : facts.Assignments.Any(span => span.Covers(day)) ? Rung.Holds
            : facts.Helped.Any(IsWithin) ? Rung.Helped
            : facts.Came.Any(IsWithin) ? Rung.Came
            : Rung.Joined;

        bool IsWithin(DateOnly fact) => after < fact && fact <= day;
    }

    /// <summary>How many went from where to where between two days, those who stayed too.</summary>
    internal static IReadOnlyList<LadderStep> Steps(IEnumerable<LadderFacts> people, DateOnly first, DateOnly last, int window = WindowMonths) =>
    [
        .. people.Select(one => (From: Of(one, first, window), To: Of(one, last, window)))
            .Where(one => one is not (null, null))
            .GroupBy(one => one).OrderBy(step => step.Key)
            .Select(step => new LadderStep(step.Key.From, step.Key.To, step.LongCount())),
    ];

    /// <summary>
    /// The days between which quarters run, the earliest first: quarters' last days, and today. No further back than the facts of a whole window are kept.
    /// </summary>
    /// <param name="keptMonths">For how long facts are kept before retention takes them; null: none has been taken.</param>
    internal static IReadOnlyList<DateOnly> Days(DateOnly today, int? keptMonths)
    {
        var window = Window(keptMonths);
        var days = new List<DateOnly> { today };
        for (var end = Before(today); days.Count <= MostQuarters && (keptMonths is not { } kept || end.AddMonths(-window) >= today.AddMonths(-kept)); end = Before(end))
            days.Insert(0, end);
        return days;

        static DateOnly Before(DateOnly day) => CareStatistics.FirstOf(day).AddDays(-1);
    }

    /// <summary>The months that count, which are fewer where facts are not kept so long.</summary>
    internal static int Window(int? keptMonths) => Math.Min(WindowMonths, keptMonths ?? WindowMonths);
}
