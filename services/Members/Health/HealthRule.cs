namespace VpVarmland.Members.Health;

/// <summary>What is looked at in an association.</summary>
internal enum HealthFigure
{
    /// <summary>Net growth over twelve months, in per cent of the members a year ago.</summary>
    Growth,

    /// <summary>Open care cases per hundred members.</summary>
    CareBacklog,

    /// <summary>Care cases whose promise has passed.</summary>
    CareLate,

    /// <summary>Members known to be active, in per cent.</summary>
    ActiveShare,

    /// <summary>0: no chair; 1: a chair without e-mail and phone; 2: a chair who can be reached.</summary>
    Chair,

    /// <summary>Days since the district's liaison was last in contact.</summary>
    LiaisonContact,

    /// <summary>Days since the last meeting: the annual meeting, or a later members' meeting.</summary>
    LastMeeting,

    /// <summary>Consultations not answered.</summary>
    Consultations,

    /// <summary>Delegates named, in per cent.</summary>
    Delegates,

    /// <summary>Preparations for the campaign that are done, in per cent.</summary>
    Campaign,
}

/// <summary>How a figure, or an association as a whole, stands.</summary>
internal enum Light
{
    Green,
    Amber,
    Red,

    /// <summary>No data yet, or not judged: an association that rests.</summary>
    Unknown,
}

/// <summary>From where a figure is amber and from where it is red. Data: the district changes them.</summary>
internal sealed record HealthLimit(HealthFigure Figure, decimal Amber, decimal Red);

/// <summary>A figure with its light.</summary>
internal sealed record HealthValue(HealthFigure Figure, decimal? Value, Light Light);

/// <summary>Turns facts into lights. Pure.</summary>
internal static class HealthRule
{
    /// <summary>What holds until the district decides otherwise. Our own proposals: no statute says them.</summary>
    internal static readonly IReadOnlyList<HealthLimit> Defaults =
    [
        new(HealthFigure.Growth, 0, -5), new(HealthFigure.CareBacklog, 10, 20), new(HealthFigure.CareLate, 1, 3), new(HealthFigure.ActiveShare, 20, 10), new(HealthFigure.Chair, 2, 1),
        new(HealthFigure.LiaisonContact, 60, 120), new(HealthFigure.LastMeeting, 400, 550), new(HealthFigure.Consultations, 1, 3), new(HealthFigure.Delegates, 100, 50), new(HealthFigure.Campaign, 75, 40),
    ];

    /// <summary>True where a greater number is a better one: then it is amber below the first limit and red below the second; otherwise amber and red from them up.</summary>
    internal static bool MoreIsBetter(HealthFigure figure) =>
        figure is HealthFigure.Growth or HealthFigure.ActiveShare or HealthFigure.Chair or HealthFigure.Delegates or HealthFigure.Campaign;

    /// <summary>False for what is no measure but a state, with limits of its own.</summary>
    internal static bool CanBeSet(HealthFigure figure) => figure != HealthFigure.Chair;

    /// <summary>True where red lies at or beyond amber.</summary>
    internal static bool InOrder(HealthLimit limit) => MoreIsBetter(limit.Figure) ? limit.Red <= limit.Amber : limit.Red >= limit.Amber;

    /// <summary>The light of a number; unknown of none.</summary>
    internal static Light Judge(HealthLimit limit, decimal? value) => value is not { } number ? Light.Unknown
        : MoreIsBetter(limit.Figure)
            ? number < limit.Red ? Light.Red : number < limit.Amber ? Light.Amber : Light.Green
            : number >= limit.Red ? Light.Red : number >= limit.Amber ? Light.Amber : Light.Green;

    /// <summary>The worst light of those known; unknown where nothing is.</summary>
    internal static Light Worst(IEnumerable<Light> lights) => lights.Where(light => light != Light.Unknown).DefaultIfEmpty(Light.Unknown).Max();

    /// <summary>Net growth in per cent of those who were there before; null where nobody was.</summary>
    internal static decimal? GrowthPercent(long members, long joined, long left) =>
        members - joined + left is var before and > 0 ? Math.Round((joined - left) * 100m / before, 1) : null;

    /// <summary>A part of the members in per cent; null where there are none.</summary>
    internal static decimal? Percent(long part, long members) => members > 0 ? Math.Round(part * 100m / members, 1) : null;

    /// <summary>Every figure from the facts, judged unless the association rests.</summary>
    internal static IReadOnlyList<HealthValue> Of(HealthFacts facts, IReadOnlyList<HealthLimit> limits, bool judged, DateOnly today) => [.. limits.Select(limit =>
    {
        var value = ValueOf(limit.Figure, facts, today);
        return new HealthValue(limit.Figure, value, judged ? Judge(limit, value) : Light.Unknown);
    })];

    private static decimal? ValueOf(HealthFigure figure, HealthFacts facts, DateOnly today) => figure switch
    {
        HealthFigure.Growth => GrowthPercent(facts.Members, facts.Joined, facts.Left),
        HealthFigure.CareBacklog => Percent(facts.OpenCases, facts.Members),
        HealthFigure.CareLate => facts.LateCases,
        HealthFigure.ActiveShare => Percent(facts.Active, facts.Members),
        HealthFigure.Chair => facts.Chair,
        HealthFigure.LiaisonContact => DaysSince(facts.LiaisonContactOn, today),
        HealthFigure.LastMeeting => DaysSince(facts.LastMeetingOn, today),
        HealthFigure.Consultations => facts.Consultations,
        HealthFigure.Delegates => facts.Delegates,
        _ => facts.Campaign,
    };

    private static decimal? DaysSince(DateOnly? day, DateOnly today) => day is { } then ? Math.Max(0, today.DayNumber - then.DayNumber) : null;
}
