namespace VpVarmland.Elections.Counting.Schulze;

/// <summary>
/// Schulze's relation: i stands before j when the strongest path from i to j is stronger than the strongest path back, a path being
/// as strong as its weakest link. Source: M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and
/// Condorcet-consistent single-winner election method", Social Choice and Welfare 36 (2011), section 2.
/// </summary>
internal static class StrongestPaths
{
    /// <summary>The strengths of the strongest paths between those given, from the strengths of the links.</summary>
    public static T[,] Find<T>(T[,] links, IReadOnlyList<int> members)
        where T : IComparable<T>
    {
        var paths = (T[,])links.Clone();
        foreach (var via in members)
        {
            foreach (var from in members)
            {
                if (from == via)
                {
                    continue;
                }

                var first = paths[from, via];
                foreach (var to in members)
                {
                    if (to == from || to == via)
                    {
                        continue;
                    }

                    var second = paths[via, to];
                    var weakest = first.CompareTo(second) < 0 ? first : second;
                    if (weakest.CompareTo(paths[from, to]) > 0)
                    {
                        paths[from, to] = weakest;
                    }
                }
            }
        }

        return paths;
    }

    /// <summary>Those of the members whom no other member stands before.</summary>
    public static List<int> Unbeaten<T>(T[,] paths, IReadOnlyCollection<int> members)
        where T : IComparable<T> => [.. members.Where(c => members.All(o => o == c || paths[o, c].CompareTo(paths[c, o]) <= 0))];
}
