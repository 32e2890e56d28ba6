namespace VpVarmland.Elections.Counting.Stv;

/// <summary>
/// Ties by the Scottish rule (The Scottish Local Government Elections Order 2007, rules 49 and 51): the latest earlier stage at
/// which the tied differ decides; those still equal at it are compared at the stages before; when they never differ, a lot does.
/// </summary>
internal sealed class TieBreaker(Lots<int> lots, List<long[]> history)
{
    /// <summary>The result: the chosen, or, undecided, those who are still tied.</summary>
    public readonly record struct Choice(int? Chosen, IReadOnlyList<int> StillTied, CountEvent? Event);

    /// <summary>Chooses one of the tied. The history ends with the current stage, at which they are equal.</summary>
    /// <param name="highest">True to choose the most favoured, false to choose the one who is excluded.</param>
    public Choice Choose(TieKind kind, IReadOnlyList<int> tied, bool highest)
    {
        if (tied.Count == 1)
        {
            return new Choice(tied[0], tied, null);
        }

        var left = tied;
        for (var stage = history.Count - 1; stage >= 1; stage--)
        {
            var totals = history[stage - 1];
            var extreme = highest ? left.Max(c => totals[c]) : left.Min(c => totals[c]);
            left = [.. left.Where(c => totals[c] == extreme)];
            if (left.Count == 1)
            {
                return new Choice(left[0], left, new TieResolved(kind, tied, left[0], stage));
            }
        }

        if (lots.Order(left) is not { } order)
        {
            return new Choice(null, left, null);
        }

        var chosen = highest ? order[0] : order[^1];
        return new Choice(chosen, left, new TieResolved(kind, left, chosen, null));
    }
}
