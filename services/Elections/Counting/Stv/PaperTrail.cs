namespace VpVarmland.Elections.Counting.Stv;

/// <summary>
/// Where every group of papers lies and what one paper of it is worth, in hundred-thousandths of a vote. The papers of a candidate
/// are a linked list through the groups, so that moving a million papers allocates nothing.
/// </summary>
internal sealed class PaperTrail
{
    /// <summary>One vote: values have five decimals.</summary>
    public const long One = 100_000;

    private const int None = -1;
    private readonly BallotBox _box;
    private readonly bool[] _withdrawn;
    private readonly ushort[] _position;
    private readonly int[] _value;
    private readonly int[] _next;
    private readonly int[] _first;

    public PaperTrail(Election election)
    {
        _box = election.Ballots;
        var (box, candidates) = (_box, election.Candidates.Count);
        _withdrawn = Flags(candidates, election.Candidates.Where(c => c.Withdrawn).Select(c => c.Number));
        _position = new ushort[box.Count];
        _value = new int[box.Count];
        _next = new int[box.Count];
        _first = new int[candidates + 1];
        Array.Fill(_first, None);
        Array.Fill(_value, (int)One);
    }

    /// <summary>A flag for each candidate number: looked up for every name on every paper, where a set would be slow.</summary>
    public static bool[] Flags(int candidates, IEnumerable<int> members)
    {
        var flags = new bool[candidates + 1];
        foreach (var member in members)
        {
            flags[member] = true;
        }

        return flags;
    }

    /// <summary>
    /// Gives every paper to its first choice that is open, and returns the number of spoilt papers: those without a clear first choice
    /// among all who stand.
    /// </summary>
    public long Distribute(long[] totals, bool[] open)
    {
        var spoilt = 0L;
        var everybody = Flags(_first.Length - 1, Enumerable.Range(1, _first.Length - 1));
        for (var group = 0; group < _box.Count; group++)
        {
            var choice = NextChoice(group, everybody);
            if (choice is null)
            {
                spoilt += _box.Weight(group);
                continue;
            }

            choice = open[choice.Value] ? choice : NextChoice(group, open);
            if (choice is { } to)
            {
                Lay(group, to);
                totals[to] += _box.Weight(group) * One;
            }
        }

        return spoilt;
    }

    /// <summary>
    /// Moves all papers of a candidate to their next continuing choice. With a surplus a paper's new value is
    /// surplus × value when received ÷ total, truncated to five decimals; else it keeps its value.
    /// </summary>
    public void Move(int from, long? surplus, long total, bool[] continuing, long[] totals)
    {
        var group = _first[from];
        _first[from] = None;
        while (group != None)
        {
            var following = _next[group];
            if (surplus is { } over)
            {
                _value[group] = (int)(_value[group] * over / total);
            }

            if (NextChoice(group, continuing) is { } to)
            {
                Lay(group, to);
                totals[to] += _box.Weight(group) * _value[group];
            }

            group = following;
        }
    }

    private void Lay(int group, int candidate) => (_next[group], _first[candidate]) = (_first[candidate], group);

    /// <summary>
    /// The next continuing candidate on a paper; the withdrawn are passed over as if they were not on it. Where several who stand share
    /// a rank the voter's order is not clear, and the paper goes no further.
    /// </summary>
    private int? NextChoice(int group, bool[] continuing)
    {
        var marks = _box.Marks(group);
        var at = (int)_position[group];
        while (at < marks.Length)
        {
            int? choice = null;
            do
            {
                if (!_withdrawn[marks[at].Candidate])
                {
                    if (choice is not null)
                    {
                        _position[group] = (ushort)marks.Length;
                        return null;
                    }

                    choice = marks[at].Candidate;
                }

                at++;
            }
            while (at < marks.Length && marks[at].EqualToPrevious);

            if (choice is { } candidate && continuing[candidate])
            {
                _position[group] = (ushort)at;
                return candidate;
            }
        }

        _position[group] = (ushort)marks.Length;
        return null;
    }
}
