namespace VpVarmland.Elections.Counting.SimpleVotes;

/// <summary>Votes where each name on a paper is one vote: adding up, and taking those with most votes.</summary>
internal static class NamedVotes
{
    /// <summary>What the papers of a vote add up to.</summary>
    /// <param name="Votes">By candidate number (index 0 unused).</param>
    /// <param name="Papers">Papers with at least one vote.</param>
    /// <param name="Spoilt">Papers whose votes cannot be counted.</param>
    public sealed record Tally(long[] Votes, long Papers, long Spoilt);

    /// <summary>Adds up the votes; a paper for which <paramref name="choose"/> gives no name is spoilt.</summary>
    public static Tally Add(Election election, Func<BallotBox, int, IReadOnlyList<int>> choose)
    {
        var votes = new long[election.Candidates.Count + 1];
        long papers = 0, spoilt = 0;
        for (var group = 0; group < election.Ballots.Count; group++)
        {
            var names = choose(election.Ballots, group);
            var weight = election.Ballots.Weight(group);
            if (names.Count == 0)
            {
                spoilt += weight;
                continue;
            }

            papers += weight;
            foreach (var name in names)
            {
                votes[name] += weight;
            }
        }

        return new Tally(votes, papers, spoilt);
    }

    /// <summary>Every name on the papers of a group that stands.</summary>
    public static IReadOnlyList<int> AllNames(Election election, BallotBox box, int group)
    {
        var names = new List<int>();
        foreach (var mark in box.Marks(group))
        {
            if (!election[mark.Candidate].Withdrawn)
            {
                names.Add(mark.Candidate);
            }
        }

        return names;
    }

    /// <summary>
    /// Takes the candidates with most votes until the seats are filled. A tie for the last seats is decided by a lot.
    /// </summary>
    /// <returns>Those elected, and those tied when a lot is missing.</returns>
    public static (IReadOnlyList<int> Elected, IReadOnlyList<int>? Tied) TakeMost(
        IEnumerable<int> candidates, long[] votes, int seats, Lots<int> lots, List<CountEvent> events)
    {
        var elected = new List<int>();
        foreach (var level in candidates.GroupBy(c => votes[c]).OrderByDescending(g => g.Key))
        {
            var free = seats - elected.Count;
            var equal = level.Order().ToList();
            if (equal.Count <= free)
            {
                elected.AddRange(equal);
            }
            else if (free > 0)
            {
                if (lots.Order(equal) is not { } order)
                {
                    return (elected, equal);
                }

                events.AddRange(order.Take(free).Select(c => new TieResolved(TieKind.Election, equal, c, null)));
                elected.AddRange(order.Take(free));
            }
        }

        return (elected, null);
    }

    public static Dictionary<int, Amount> Totals(Election election, long[] votes) =>
        election.Standing.ToDictionary(c => c, c => Amount.Whole(votes[c]));
}
