namespace VpVarmland.Members.Activation;

/// <summary>When somebody has time.</summary>
internal enum FreeTime
{
    Weekdays,
    Evenings,
    Weekends,
}

/// <summary>Why somebody is asked.</summary>
internal enum AskReason
{
    /// <summary>Has said to have the skill, or the interest, that is asked for.</summary>
    Skill,

    /// <summary>Has said to want to help in this way.</summary>
    Way,

    /// <summary>Has said to have time then.</summary>
    Time,

    /// <summary>Belongs to the association that asks.</summary>
    Near,

    /// <summary>Came the last time.</summary>
    Helped,
}

/// <summary>Somebody who could be asked, as far as it is known.</summary>
/// <param name="Times">Null: has not said.</param>
/// <param name="Asked">When they were asked before, and whether they have answered; the latest first.</param>
internal sealed record AskCandidate(Guid MemberId, bool HasSkill, bool WantsWay, IReadOnlyList<FreeTime>? Times, bool IsNear, bool HasHelped, IReadOnlyList<EarlierAsk> Asked);

/// <summary>An ask that somebody has got.</summary>
internal sealed record EarlierAsk(DateTimeOffset At, bool Answered);

/// <summary>Somebody who is to be asked, with a place in the order and why.</summary>
internal sealed record AskMatch(Guid MemberId, int Score, IReadOnlyList<AskReason> Reasons);

/// <summary>Nobody is asked too often. Pure; the figures are our own choice.</summary>
internal static class AskFatigue
{
    internal const int MostInAFortnight = 2, MostInTwoMonths = 4, UnansweredInARow = 3;

    private static readonly TimeSpan Fortnight = TimeSpan.FromDays(14), TwoMonths = TimeSpan.FromDays(60);

    /// <summary>
    /// True where another ask would be too much: two within a fortnight, four within two months, or three in a row without an answer, after which two months are left in peace.
    /// </summary>
    internal static bool IsTired(IReadOnlyList<EarlierAsk> asked, DateTimeOffset now) =>
        asked.Count(one => one.At > now - Fortnight) >= MostInAFortnight
        || asked.Count(one => one.At > now - TwoMonths) >= MostInTwoMonths
        || (asked.OrderByDescending(one => one.At).Take(UnansweredInARow).ToList() is { Count: UnansweredInARow } latest && latest.TrueForAll(one => !one.Answered) && latest[0].At > now - TwoMonths);
}

/// <summary>Who is asked, and in which order. Pure.</summary>
internal static class AskRules
{
    /// <summary>The time of a moment in Sweden: Saturday and Sunday, from five in the afternoon, or the rest.</summary>
    internal static FreeTime TimeOf(DateTimeOffset startsAt)
    {
        var local = TimeZoneInfo.ConvertTime(startsAt, SwedishTime.Zone);
        return local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? FreeTime.Weekends : local.Hour >= 17 ? FreeTime.Evenings : FreeTime.Weekdays;
    }

    /// <summary>
    /// Those who can be asked, the best first: the skill that is asked for weighs most, then what they want to do, then time, then that they have come before, then nearness.
    /// Left out are those who are tired of being asked, who have said to have time at other times, and, where something particular is asked for, who have neither said that they can nor want it.
    /// </summary>
    internal static IReadOnlyList<AskMatch> Rank(IEnumerable<AskCandidate> candidates, FreeTime time, bool isParticular, DateTimeOffset now) =>
    [
        .. candidates
            .Where(one => !AskFatigue.IsTired(one.Asked, now) && (one.Times is null || one.Times.Contains(time)) && (!isParticular || one.HasSkill || one.WantsWay))
            .Select(one => Match(one, time))
            .OrderByDescending(one => one.Score).ThenBy(one => one.MemberId),
    ];

    private static AskMatch Match(AskCandidate one, FreeTime time)
    {
        (AskReason Reason, bool Holds, int Weight)[] weighed =
        [
            (AskReason.Skill, one.HasSkill, 16), (AskReason.Way, one.WantsWay, 8), (AskReason.Time, one.Times?.Contains(time) == true, 4), (AskReason.Helped, one.HasHelped, 2), (AskReason.Near, one.IsNear, 1),
        ];
        var holding = weighed.Where(part => part.Holds).ToList();
        return new AskMatch(one.MemberId, holding.Sum(part => part.Weight), [.. holding.Select(part => part.Reason)]);
    }
}
