using VpVarmland.Elections.Counting.Lists;

namespace VpVarmland.Elections.Counting;

/// <summary>What a count needs besides the papers.</summary>
public sealed record CountOptions
{
    /// <summary>No lots, no rules.</summary>
    public static CountOptions Default { get; } = new();

    /// <summary>Lots that were drawn.</summary>
    public Lots<int> Lots { get; init; } = Counting.Ballots.Lots.None<int>();

    /// <summary>The rules of an ordered list.</summary>
    public ListRules Rules { get; init; } = ListRules.None;

    /// <summary>Majority only: whether blank papers count among the valid votes, of which more than half is needed.</summary>
    public bool BlankIsValid { get; init; }

    /// <summary>Called with the number of every finished stage.</summary>
    public Action<int>? Progress { get; init; }

    public CancellationToken Cancel { get; init; }
}
