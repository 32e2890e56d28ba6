using VpVarmland.Elections.Counting.SimpleVotes;

namespace VpVarmland.Elections.Counting.Schulze;

/// <summary>
/// Schulze's method with winning votes: a link from i to j has the number of papers that prefer i to j when they are more than those
/// who prefer j to i, else nothing. Those not named are ranked equal, below the named. Candidates whom nobody stands before come
/// first, then those unbeaten among the rest, and so on. Where several are unbeaten together and a seat depends on it, a lot decides.
/// </summary>
public static class SchulzeMethod
{
    private static readonly Bilingual Unbeaten = new(
        "ingen av de övriga har en starkare väg", "none of the others has a stronger path");

    /// <summary>Counts an election.</summary>
    public static CountResult Count(Election election, CountOptions options)
    {
        var votes = Pairwise.Votes(election);
        var standing = election.Standing.Select(c => c - 1).ToList();
        var paths = StrongestPaths.Find(WinningVotes(votes), standing);
        var ranking = new List<IReadOnlyList<int>>();
        var ties = new List<TieResolved>();
        var tied = Rank(paths, standing, election.Seats, options.Lots, ranking, ties);
        var named = NamedPapers(election);
        var elected = ranking.SelectMany(r => r).Take(election.Seats).Select(c => new Decision(c, 1)).ToList();
        return new CountResult(Method.Schulze, election)
        {
            Valid = named,
            Blank = election.Blank,
            Spoilt = election.Ballots.Papers - named,
            Elected = elected,
            Ranking = ranking,
            TiesOutsideStages = ties,
            Remarks = [.. elected.Select(e => new CandidateElected(e.Candidate, Unbeaten).Tell(election))],
            Pairwise = new PairwiseTable(votes, paths),
            Undecided = tied is null ? null : new Undecided(1, TieKind.Election, tied),
        };
    }

    /// <summary>Fills the ranking; returns those tied for the last seats when no lot decides between them.</summary>
    private static List<int>? Rank(
        long[,] paths, List<int> standing, int seats, Lots<int> lots, List<IReadOnlyList<int>> ranking, List<TieResolved> ties)
    {
        var left = standing.ToHashSet();
        var placed = 0;
        while (left.Count > 0)
        {
            var unbeaten = StrongestPaths.Unbeaten(paths, left);
            var numbers = unbeaten.Select(c => c + 1).ToList();
            if (unbeaten.Count > 1 && lots.Order(numbers) is { } order)
            {
                ties.Add(new TieResolved(TieKind.Election, numbers, order[0], null));
                numbers = [order[0]];
            }
            else if (placed < seats && placed + unbeaten.Count > seats)
            {
                return numbers;
            }

            ranking.Add(numbers);
            placed += numbers.Count;
            left.ExceptWith(numbers.Select(n => n - 1));
        }

        return null;
    }

    private static long[,] WinningVotes(long[,] votes)
    {
        var links = (long[,])votes.Clone();
        for (var i = 0; i < links.GetLength(0); i++)
        {
            for (var j = 0; j < links.GetLength(1); j++)
            {
                links[i, j] = votes[i, j] > votes[j, i] ? votes[i, j] : 0;
            }
        }

        return links;
    }

    internal static long NamedPapers(Election election) =>
        NamedVotes.Add(election, (box, group) => NamedVotes.AllNames(election, box, group)).Papers;
}
