namespace VpVarmland.Members.Balance;

/// <summary>A part of a sum: how many there are, and how many of them are women. The rest are men, those of another gender and those who have not said.</summary>
internal sealed record GenderSplit(long Women, long All)
{
    internal long Rest => All - Women;

    public static GenderSplit operator +(GenderSplit one, GenderSplit other) => new(one.Women + other.Women, one.All + other.All);
}

/// <summary>
/// Which splits of members may be shown. Fewer than five of a kind are not told (membership reveals political opinion), and neither is anything from which such a number could be
/// reckoned: the sum of those hidden follows from the total and those shown, so that sum must itself be one that may be shown. Holders of assignments are not suppressed: they are elected. Pure.
/// </summary>
internal static class Suppression
{
    /// <summary>The least number that is told.</summary>
    internal const long Least = 5;

    private static readonly GenderSplit Nobody = new(0, 0);

    /// <summary>True where both numbers are great enough, or where there is nobody.</summary>
    internal static bool IsSafe(GenderSplit split) => split.All == 0 || (split.Women >= Least && split.Rest >= Least);

    /// <summary>For each part whether it may be shown, and whether their sum may.</summary>
    /// <remarks>Parts are hidden, the smallest first, until what the hidden ones sum up to is safe. Where the total is hidden nothing can be reckoned from it, so that only the unsafe parts are.</remarks>
    internal static (IReadOnlyList<bool> Shown, bool Total) Of(IReadOnlyList<GenderSplit> parts)
    {
        var shown = parts.Select(IsSafe).ToArray();
        var total = parts.Aggregate(Nobody, (sum, part) => sum + part);
        if (!IsSafe(total))
            return (shown, false);
        foreach (var (index, _) in parts.Index().Where(part => shown[part.Index] && part.Item.All > 0).OrderBy(part => part.Item.All).ThenBy(part => part.Index).ToList())
        {
            if (IsSafe(Hidden()))
                break;
            shown[index] = false;
        }
        return (shown, true);

        GenderSplit Hidden() => parts.Where((_, index) => !shown[index]).Aggregate(Nobody, (sum, part) => sum + part);
    }
}
