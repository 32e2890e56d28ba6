using System.Numerics;

namespace VpVarmland.Elections.Counting.Schulze;

/// <summary>
/// The strength H of a set of candidates against one opponent: the largest number such that every candidate of the set can be given
/// that many votes of their own from voters who prefer them to the opponent. Voters who are indifferent are
/// completed in proportion to those who are not. Everything is exact.
/// Source: M. Schulze, "Free riding and vote management under proportional representation by the single transferable vote" (2011),
/// sections 5.3 and 6, and his program of 24 September 2007.
/// </summary>
internal sealed class VoteManagement
{
    private readonly int _size;
    private readonly Dictionary<(int Prefers, int Indifferent), long> _profile;
    private readonly Dictionary<int, Dictionary<int, Rational>> _completions = [];

    /// <param name="size">The number of candidates in the set; bit i of a mask is the i-th.</param>
    /// <param name="profile">Papers by which of the set they prefer to the opponent and to which they are indifferent.</param>
    public VoteManagement(int size, Dictionary<(int Prefers, int Indifferent), long> profile) => (_size, _profile) = (size, profile);

    /// <summary>
    /// The strength: by the theorem of Hall and Gale the least, over the subsets of the set, of the votes that prefer somebody in the
    /// subset, divided by the size of the subset.
    /// </summary>
    public Rational Strength()
    {
        var (weights, scale) = CompletedWeights();
        var all = weights.Aggregate(BigInteger.Zero, (sum, w) => sum + w);
        for (var bit = 1; bit < weights.Length; bit <<= 1)
        {
            for (var mask = 0; mask < weights.Length; mask++)
            {
                if ((mask & bit) != 0)
                {
                    weights[mask] += weights[mask ^ bit];
                }
            }
        }

        // weights[mask] is now the votes that prefer nobody outside the mask. Of the subsets of a size the one with fewest votes decides.
        var fewest = new BigInteger?[_size + 1];
        for (var subset = 1; subset < weights.Length; subset++)
        {
            var votes = all - weights[weights.Length - 1 - subset];
            ref var least = ref fewest[BitOperations.PopCount((uint)subset)];
            least = least is { } l && l <= votes ? l : votes;
        }

        return Enumerable.Range(1, _size).Min(size => new Rational(fewest[size]!.Value, scale * size));
    }

    /// <summary>Votes by the exact set preferred, after completion, as integers over a common denominator.</summary>
    private (BigInteger[] Weights, BigInteger Scale) CompletedWeights()
    {
        var completed = Completed();
        var scale = completed.Values.Aggregate(BigInteger.One, (lcm, w) =>
            lcm / BigInteger.GreatestCommonDivisor(lcm, w.Denominator) * w.Denominator);
        var weights = new BigInteger[1 << _size];
        foreach (var (mask, weight) in completed)
        {
            weights[mask] = weight.Numerator * (scale / weight.Denominator);
        }

        return (weights, scale);
    }

    /// <summary>Votes by the exact set preferred, after proportional completion.</summary>
    internal Dictionary<int, Rational> Completed()
    {
        var completed = new Dictionary<int, Rational>();
        foreach (var ((prefers, indifferent), papers) in _profile)
        {
            foreach (var (mask, share) in Complete(indifferent))
            {
                Add(completed, prefers | mask, share * papers);
            }
        }

        return completed;
    }

    /// <summary>
    /// How a voter who is indifferent to exactly these is completed: as the voters who are not indifferent to all of them, in proportion;
    /// what is then still indifferent is completed in turn. When there are no such voters, each of them alone and none of them
    /// share evenly.
    /// </summary>
    private Dictionary<int, Rational> Complete(int indifferent)
    {
        if (indifferent == 0)
        {
            return new() { [0] = 1 };
        }

        if (_completions.TryGetValue(indifferent, out var known))
        {
            return known;
        }

        var opinions = new Dictionary<(int Prefers, int Indifferent), long>();
        foreach (var ((prefers, same), papers) in _profile)
        {
            if ((same & indifferent) != indifferent)
            {
                var opinion = (prefers & indifferent, same & indifferent);
                opinions[opinion] = opinions.GetValueOrDefault(opinion) + papers;
            }
        }

        if (opinions.Count == 0)
        {
            opinions[(0, 0)] = 1;
            for (var rest = indifferent; rest != 0; rest &= rest - 1)
            {
                var one = rest & -rest;
                opinions[(one, indifferent ^ one)] = 1;
            }
        }

        var total = opinions.Values.Sum();
        var completion = new Dictionary<int, Rational>();
        foreach (var ((prefers, same), papers) in opinions)
        {
            foreach (var (mask, share) in Complete(same))
            {
                Add(completion, prefers | mask, share * new Rational(papers, total));
            }
        }

        return _completions[indifferent] = completion;
    }

    private static void Add(Dictionary<int, Rational> sums, int mask, Rational weight) =>
        sums[mask] = sums.GetValueOrDefault(mask) + weight;
}
