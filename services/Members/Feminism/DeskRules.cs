using VpVarmland.Members.Balance;

namespace VpVarmland.Members.Feminism;

/// <summary>How far a point of the year's plan has come.</summary>
internal enum ItemState
{
    Planned,
    Ongoing,
    Done,
    Dropped,
}

/// <summary>What a nomination committee goes through before it proposes (our own list; the party's floor is at least half women).</summary>
internal enum NominationPoint
{
    /// <summary>It knows today's balance of what it proposes to.</summary>
    BalanceKnown,

    /// <summary>Women are asked first, and more of them than there are places.</summary>
    WomenAskedFirst,

    /// <summary>Those who said no were asked what would have made it possible.</summary>
    ObstaclesAsked,

    /// <summary>Names were asked for outside the own circle.</summary>
    SoughtWidely,

    /// <summary>Chair, deputies and substitutes were weighed like the rest: not only the last places.</summary>
    HeavyPlaces,

    /// <summary>Times and places of meetings were asked about.</summary>
    MeetingTimes,

    /// <summary>Where the floor is not met it is written down why, and what was tried.</summary>
    ReasonsWritten,
}

/// <summary>Exit conversations of a year in figures.</summary>
/// <param name="Offered">Null: too few to be told.</param>
/// <param name="Held">Null with the other two: too few of one of them, which the rest would betray.</param>
/// <param name="Declined">Declined, or no answer.</param>
/// <param name="Open">Not yet held.</param>
internal sealed record ExitFigures(long? Offered, long? Held, long? Declined, long? Open);

/// <summary>What may be told on the desk. Pure.</summary>
internal static class DeskRules
{
    /// <summary>Women who have left are few and could be recognised: no number below five, and none that follows from the others.</summary>
    internal static ExitFigures Exits(long held, long declined, long open)
    {
        var offered = held + declined + open;
        var parts = new[] { held, declined, open };
        var tells = parts.All(part => part is 0 or >= Suppression.Least);
        return offered < Suppression.Least ? new(offered == 0 ? 0 : null, null, null, null) : tells ? new(offered, held, declined, open) : new(offered, null, null, null);
    }

    /// <summary>Per cent of the talk time that was women's; null where so few women, or others, spoke that it would be about persons.</summary>
    internal static int? TalkShare(int womenSpeakers, int womenSeconds, int speakers, int seconds) =>
        seconds > 0 && Suppression.IsSafe(new GenderSplit(womenSpeakers, speakers)) ? (int)Math.Round(100.0 * womenSeconds / seconds, MidpointRounding.AwayFromZero) : null;
}
