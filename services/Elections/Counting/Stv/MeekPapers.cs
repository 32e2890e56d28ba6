namespace VpVarmland.Elections.Counting.Stv;

/// <summary>
/// The papers of a Meek count. For each stage they are cut after the first choice that keeps a whole vote and grouped again: what
/// follows cannot be reached, so a million papers become a few sequences and every iteration is cheap.
/// </summary>
internal sealed class MeekPapers(Election election)
{
    /// <summary>One vote: weights and keep values have nine decimals.</summary>
    public const long One = 1_000_000_000;

    private BallotBox _reachable = election.Ballots;

    /// <summary>Papers that name nobody who stands.</summary>
    public long Spoilt { get; private set; }

    /// <summary>Groups the papers for a stage.</summary>
    /// <param name="keep">Keep values by candidate: 0 for the excluded and withdrawn.</param>
    /// <param name="hopeful">Those who are neither elected nor excluded: they keep whole votes for the whole stage.</param>
    public void Regroup(long[] keep, IReadOnlySet<int> hopeful)
    {
        var builder = new BallotBox.Builder();
        var cut = new Mark[election.Candidates.Count];
        var whole = Enumerable.Range(0, keep.Length).Select(hopeful.Contains).ToArray();
        Spoilt = 0;
        for (var group = 0; group < election.Ballots.Count; group++)
        {
            var length = Cut(election.Ballots.Marks(group), keep, whole, cut);
            if (length > 0)
            {
                builder.TryAdd(election.Ballots.Weight(group), cut.AsSpan(0, length));
            }
            else
            {
                Spoilt += election.Ballots.Weight(group);
            }
        }

        _reachable = builder.Build();
    }

    /// <summary>Distributes every paper by the keep values and returns the votes by candidate (step B.2.a).</summary>
    public long[] Distribute(long[] keep)
    {
        var votes = new long[keep.Length];
        for (var group = 0; group < _reachable.Count; group++)
        {
            Distribute(_reachable.Marks(group), _reachable.Weight(group), keep, votes);
        }

        return votes;
    }

    private static void Distribute(ReadOnlySpan<Mark> marks, long papers, long[] keep, long[] votes)
    {
        var weight = One;
        for (var at = 0; at < marks.Length && weight > 0;)
        {
            var end = at + 1;
            while (end < marks.Length && marks[end].EqualToPrevious)
            {
                end++;
            }

            weight = end == at + 1
                ? Keep(marks[at].Candidate, weight, papers, keep, votes)
                : EqualRanks.Share(marks[at..end], weight, papers, keep, votes);
            at = end;
        }
    }

    /// <summary>The candidate keeps weight × keep value, rounded up; what is left goes on.</summary>
    public static long Keep(int candidate, long weight, long papers, long[] keep, long[] votes)
    {
        var kept = ((weight * keep[candidate]) + (One - 1)) / One;
        votes[candidate] += kept * papers;
        return weight - kept;
    }

    private static int Cut(ReadOnlySpan<Mark> marks, long[] keep, bool[] whole, Mark[] cut)
    {
        var length = 0;
        var first = true;
        var done = false;
        foreach (var mark in marks)
        {
            if (!mark.EqualToPrevious)
            {
                if (done)
                {
                    break;
                }

                first = true;
            }

            if (keep[mark.Candidate] > 0)
            {
                cut[length++] = new Mark(mark.Candidate, !first);
                first = false;
                done |= whole[mark.Candidate];
            }
        }

        return length;
    }
}
