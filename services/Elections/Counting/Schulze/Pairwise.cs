namespace VpVarmland.Elections.Counting.Schulze;

/// <summary>Pairwise comparisons of candidates on ranked papers; who is not named is ranked equal last.</summary>
internal static class Pairwise
{
    /// <summary>Rank of each candidate (by number) on a paper, from 1; those not named share the last rank.</summary>
    public static void Ranks(ReadOnlySpan<Mark> marks, int[] ranks)
    {
        Array.Fill(ranks, int.MaxValue);
        var rank = 0;
        foreach (var mark in marks)
        {
            rank += mark.EqualToPrevious ? 0 : 1;
            ranks[mark.Candidate] = Math.Max(rank, 1);
        }
    }

    /// <summary>Papers that prefer candidate i + 1 to candidate j + 1.</summary>
    public static long[,] Votes(Election election)
    {
        var count = election.Candidates.Count;
        var votes = new long[count, count];
        var unnamed = new bool[count];
        for (var group = 0; group < election.Ballots.Count; group++)
        {
            Array.Fill(unnamed, true);
            var marks = election.Ballots.Marks(group);
            foreach (var mark in marks)
            {
                unnamed[mark.Candidate - 1] = false;
            }

            Add(marks, election.Ballots.Weight(group), unnamed, votes);
        }

        return votes;
    }

    private static void Add(ReadOnlySpan<Mark> marks, long weight, bool[] unnamed, long[,] votes)
    {
        for (var i = 0; i < marks.Length; i++)
        {
            var better = marks[i].Candidate - 1;
            var next = i + 1;
            while (next < marks.Length && marks[next].EqualToPrevious)
            {
                next++;
            }

            for (; next < marks.Length; next++)
            {
                votes[better, marks[next].Candidate - 1] += weight;
            }

            for (var other = 0; other < unnamed.Length; other++)
            {
                if (unnamed[other])
                {
                    votes[better, other] += weight;
                }
            }
        }
    }
}
