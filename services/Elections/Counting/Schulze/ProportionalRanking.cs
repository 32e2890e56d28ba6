using VpVarmland.Elections.Counting.Lists;

namespace VpVarmland.Elections.Counting.Schulze;

/// <summary>
/// Schulze's proportional ranking. For place n, with A(1) … A(n−1) placed, the link from x to y is H[A(1), …, A(n−1), x; y]: the
/// largest number such that each of A(1), …, A(n−1) and x can be given that many votes of their own from voters who prefer them to y. The Schulze
/// method on these links gives the place. Source: M. Schulze, "Free riding and vote management under proportional representation by the
/// single transferable vote" (2011), section 6; the definition in his letter to the Election-Methods list of 6 May 2010.
/// </summary>
public static class ProportionalRanking
{
    /// <summary>The work doubles with every place; ordered STV has no such limit.</summary>
    public const int MaxPlaces = 14;

    /// <summary>Counts a list. Rules that cannot be met are refused.</summary>
    public static Outcome<CountResult> Count(Election election, CountOptions options)
    {
        if (RuleCheck.Places(election) > MaxPlaces)
        {
            return new Refusal("schulze_ranking.too_long", new Bilingual(
                $"Schulzes proportionella rangordning räknas för högst {MaxPlaces} platser. Använd ordered-stv för längre listor.",
                $"Schulze's proportional ranking is counted for at most {MaxPlaces} places. Use ordered-stv for longer lists."));
        }

        if (RuleCheck.Check(election, options.Rules) is { } refusal)
        {
            return refusal;
        }

        var named = SchulzeMethod.NamedPapers(election);
        var papers = new RankedPapers(election);
        return new ListCount(election, options, Next).Run(Method.SchulzeRanking, named, election.Ballots.Papers - named);

        NextPlace Next(IReadOnlyList<int> placed, IReadOnlySet<int> barred, int firstStage)
        {
            var open = election.Standing.Except(placed).Except(barred).ToList();
            var unbeaten = StrongestPaths.Unbeaten(StrongestPaths.Find(Links(papers, placed, open, options.Cancel), open), open);
            var place = placed.Count + 1;
            if (unbeaten.Count == 1)
            {
                return new NextPlace(unbeaten[0], null, [], null);
            }

            return options.Lots.Order(unbeaten) is { } order
                ? new NextPlace(order[0], null, [], null, new TieResolved(TieKind.Place, unbeaten, order[0], null))
                : new NextPlace(null, new Undecided(place, TieKind.Place, unbeaten, place), [], null);
        }
    }

    private static Rational[,] Links(RankedPapers papers, IReadOnlyList<int> placed, List<int> open, CancellationToken cancel)
    {
        var links = new Rational[papers.Candidates + 1, papers.Candidates + 1];
        foreach (var to in open)
        {
            foreach (var from in open.Where(c => c != to))
            {
                cancel.ThrowIfCancellationRequested();
                links[from, to] = new VoteManagement(placed.Count + 1, papers.Profile([.. placed, from], to)).Strength();
            }
        }

        return links;
    }

    /// <summary>The rank of every candidate on every paper, so that papers need not be read for every pair again.</summary>
    private sealed class RankedPapers
    {
        private readonly List<int[]> _ranks = [];
        private readonly List<long> _weights = [];

        public RankedPapers(Election election)
        {
            Candidates = election.Candidates.Count;
            for (var group = 0; group < election.Ballots.Count; group++)
            {
                var ranks = new int[Candidates + 1];
                Pairwise.Ranks(election.Ballots.Marks(group), ranks);
                _ranks.Add(ranks);
                _weights.Add(election.Ballots.Weight(group));
            }
        }

        public int Candidates { get; }

        /// <summary>Papers by which of a set they prefer to an opponent, and to which they are indifferent.</summary>
        public Dictionary<(int Prefers, int Indifferent), long> Profile(IReadOnlyList<int> set, int opponent)
        {
            var profile = new Dictionary<(int, int), long>();
            for (var group = 0; group < _ranks.Count; group++)
            {
                var ranks = _ranks[group];
                var (prefers, indifferent) = (0, 0);
                for (var i = 0; i < set.Count; i++)
                {
                    prefers |= ranks[set[i]] < ranks[opponent] ? 1 << i : 0;
                    indifferent |= ranks[set[i]] == ranks[opponent] ? 1 << i : 0;
                }

                var key = (prefers, indifferent);
                profile[key] = profile.GetValueOrDefault(key) + _weights[group];
            }

            return profile;
        }
    }
}
