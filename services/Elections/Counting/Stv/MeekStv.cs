namespace VpVarmland.Elections.Counting.Stv;

/// <summary>
/// Single transferable vote after Meek: an elected candidate keeps just so large a part of every paper that the quota remains, and
/// the quota falls as papers run out. The rule is the Proportional Representation Foundation's Reference Meek Rule (steps B.1 to C), after
/// Hill, Wichmann and Woodall, Algorithm 123, Computer Journal 30 (1987): nine decimals, keeps rounded up, iteration until
/// the surplus is below 0.000001. It breaks ties by lot only.
/// </summary>
public static class MeekStv
{
    private const int MaxEqual = 12;

    /// <summary>Counts an election; refused when more than twelve who may be elected share a rank, since every order of them counts.</summary>
    public static Outcome<CountResult> Count(Election election, CountOptions options) =>
        election.Seats > MaxEqual && LargestRank(election.Ballots) > MaxEqual
            ? new Refusal("meek.too_many_equal", new Bilingual(
                $"Med fler än {MaxEqual} platser räknar Meek högst {MaxEqual} lika rangordnade på en valsedel.",
                $"With more than {MaxEqual} seats Meek counts at most {MaxEqual} equal names in a rank."))
            : new MeekCount(election, options).Run();

    private static int LargestRank(BallotBox box)
    {
        var largest = 0;
        for (var group = 0; group < box.Count; group++)
        {
            var rank = 0;
            foreach (var mark in box.Marks(group))
            {
                rank = mark.EqualToPrevious ? rank + 1 : 1;
                largest = Math.Max(largest, rank);
            }
        }

        return largest;
    }
}

internal sealed class MeekCount
{
    private const int Decimals = 9;
    private const long Omega = MeekPapers.One / 1_000_000;
    private readonly Election _election;
    private readonly CountOptions _options;
    private readonly MeekPapers _papers;
    private readonly long[] _keep;
    private readonly SortedSet<int> _hopeful;
    private readonly List<Decision> _elected = [];
    private readonly List<Decision> _excluded = [];
    private readonly List<Stage> _stages = [];
    private readonly List<CountEvent> _events = [];
    private long[] _votes = [];
    private long _valid;
    private long _quota;
    private long _surplus;
    private Undecided? _undecided;
    private int _lowest;

    public MeekCount(Election election, CountOptions options)
    {
        (_election, _options, _papers) = (election, options, new MeekPapers(election));
        _hopeful = [.. election.Standing];
        _keep = new long[election.Candidates.Count + 1];
        foreach (var candidate in _hopeful)
        {
            _keep[candidate] = MeekPapers.One;
        }
    }

    private int Number => _stages.Count + 1;

    private int Vacancies => _election.Seats - _elected.Count;

    public CountResult Run()
    {
        _papers.Regroup(_keep, _hopeful);
        var spoilt = _papers.Spoilt;
        _valid = _election.Ballots.Papers - spoilt;
        _events.Add(new FirstPreferences());
        while (true)
        {
            _options.Cancel.ThrowIfCancellationRequested();
            if (_hopeful.Count <= Vacancies)
            {
                ElectRemaining();
                break;
            }

            var someElected = Iterate();
            if (!someElected && !ChooseExcluded())
            {
                break;
            }

            if (Vacancies == 0)
            {
                break;
            }

            CloseStage();
            if (!someElected)
            {
                ExcludeChosen();
            }

            _papers.Regroup(_keep, _hopeful);
        }

        CloseStage();
        return new CountResult(Method.MeekStv, _election)
        {
            Valid = _valid,
            Blank = _election.Blank,
            Spoilt = spoilt,
            Quota = Votes(_quota),
            Elected = _elected,
            Excluded = _excluded,
            Stages = _stages,
            Undecided = _undecided,
        };
    }

    /// <summary>Step B.2: distributes, and adjusts the keep values, until somebody is elected or the surplus has gone.</summary>
    /// <returns>True when somebody was elected.</returns>
    private bool Iterate()
    {
        var last = long.MaxValue;
        for (var iterations = 1; ; iterations++)
        {
            _options.Cancel.ThrowIfCancellationRequested();
            Distribute();
            if (ElectThoseWithQuota())
            {
                return true;
            }

            _surplus = Math.Max(0, _elected.Sum(e => _votes[e.Candidate] - _quota));
            if (_surplus < Omega || _surplus >= last)
            {
                if (_elected.Count > 0)
                {
                    _events.Add(Settled(iterations));
                }

                return false;
            }

            last = _surplus;
            foreach (var candidate in _elected.Select(e => e.Candidate))
            {
                var scaled = RoundedUp((Int128)_keep[candidate] * _quota, MeekPapers.One);
                _keep[candidate] = RoundedUp((Int128)scaled * MeekPapers.One, _votes[candidate]);
            }
        }
    }

    private void Distribute()
    {
        _votes = _papers.Distribute(_keep);
        _quota = (_votes.Sum() / (_election.Seats + 1)) + 1;
    }

    private bool ElectThoseWithQuota()
    {
        var reached = _hopeful.Where(c => _votes[c] >= _quota).OrderByDescending(c => _votes[c]).ToList();
        reached.ForEach(c => Elect(c, Phrases.Quota));
        return reached.Count > 0;
    }

    private void ElectRemaining()
    {
        Distribute();
        foreach (var candidate in _hopeful.OrderByDescending(c => _votes[c]).ToList())
        {
            Elect(candidate, Phrases.LastVacancies);
        }
    }

    private void Elect(int candidate, Bilingual why)
    {
        _hopeful.Remove(candidate);
        _elected.Add(new Decision(candidate, Number));
        _events.Add(new CandidateElected(candidate, why));
    }

    /// <summary>
    /// Step B.3: the lowest; those within the surplus that remains are tied with the lowest. The rule's own margin is that surplus; here
    /// it is never less than omega, so that what rounding up adds in the ninth decimal cannot part candidates who are equal.
    /// </summary>
    private bool ChooseExcluded()
    {
        var least = _hopeful.Min(c => _votes[c]);
        var tied = _hopeful.Where(c => _votes[c] <= least + Math.Max(_surplus, Omega)).ToList();
        _lowest = tied[0];
        if (tied.Count > 1)
        {
            if (_options.Lots.Order(tied) is not { } order)
            {
                _undecided = new Undecided(Number, TieKind.Exclusion, tied);
                return false;
            }

            _lowest = order[^1];
            _events.Add(new TieResolved(TieKind.Exclusion, tied, _lowest, null));
        }

        return true;
    }

    private void ExcludeChosen()
    {
        _hopeful.Remove(_lowest);
        _keep[_lowest] = 0;
        _excluded.Add(new Decision(_lowest, _stages.Count));
        _events.Add(new Remark(new Bilingual(
            $"{_election[_lowest].Name} har lägst röstetal ({Votes(_votes[_lowest]).In(Language.Swedish)}) och stryks; valsedlarna fördelas om.",
            $"{_election[_lowest].Name} has the fewest votes ({Votes(_votes[_lowest])}) and is excluded; the papers are distributed again.")));
    }

    private Remark Settled(int iterations)
    {
        string Keeps(Language language) => string.Join("; ", _elected.Select(e =>
            $"{_election[e.Candidate].Name} {Votes(_keep[e.Candidate]).In(language)}"));
        return new Remark(new Bilingual(
            $"Överskotten fördelade efter {iterations} varv. De valda behåller av varje röst: {Keeps(Language.Swedish)}.",
            $"The surpluses are distributed after {iterations} iterations. The elected keep of every vote: {Keeps(Language.English)}."));
    }

    private void CloseStage()
    {
        var totals = _election.Standing.ToDictionary(c => c, c => Votes(_votes[c]));
        var lost = ((Int128)_valid * MeekPapers.One) - _votes.Sum();
        _stages.Add(new Stage(Number, totals, new Amount(lost, Decimals), [.. _events], Votes(_quota)));
        _events.Clear();
        _options.Progress?.Invoke(_stages.Count);
    }

    private static long RoundedUp(Int128 dividend, long divisor) => (long)((dividend + divisor - 1) / divisor);

    private static Amount Votes(long units) => new(units, Decimals);
}
