using System.Numerics;

namespace VpVarmland.Elections.Counting.Stv;

/// <summary>
/// Equal ranks in a Meek count: the paper counts as if split evenly over every order of the equal names. Who keeps a whole vote
/// passes nothing on, so only the orders of those who pass something on need to be followed, by which of them have had their turn.
/// </summary>
internal static class EqualRanks
{
    /// <summary>Gives the equal names their shares and returns the weight that goes on to the next rank.</summary>
    public static long Share(ReadOnlySpan<Mark> equals, long weight, long papers, long[] keep, long[] votes)
    {
        var passing = new List<int>();
        var holding = new List<int>();
        foreach (var mark in equals)
        {
            (keep[mark.Candidate] == MeekPapers.One ? holding : passing).Add(mark.Candidate);
        }

        // arrived[mask]: the weight that those in the mask have passed on to the names that remain.
        var arrived = new long[1 << passing.Count];
        arrived[0] = weight;
        for (var mask = 0; mask < arrived.Length; mask++)
        {
            var remaining = equals.Length - BitOperations.PopCount((uint)mask);
            if (remaining == 0 || arrived[mask] == 0)
            {
                continue;
            }

            var share = arrived[mask] / remaining;
            foreach (var candidate in holding)
            {
                votes[candidate] += share * papers;
            }

            for (var i = 0; i < passing.Count; i++)
            {
                if ((mask & (1 << i)) == 0)
                {
                    arrived[mask | (1 << i)] += MeekPapers.Keep(passing[i], share, papers, keep, votes);
                }
            }
        }

        return holding.Count == 0 ? arrived[^1] : 0;
    }
}
