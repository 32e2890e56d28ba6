namespace VpVarmland.Elections.Counting.Stv;

/// <summary>Which variant of the Scottish count is run.</summary>
/// <param name="Seats">How many are elected.</param>
/// <param name="Guarded">For ordered lists: those already placed, who cannot be excluded.</param>
/// <param name="Barred">For ordered lists with rules: those who cannot take the place; papers pass over them.</param>
/// <param name="StopAtFirstNew">For ordered lists: stop when somebody who is not guarded is elected.</param>
/// <param name="FirstStage">The number of the first stage, when several counts make one account.</param>
/// <param name="Place">The place on the list.</param>
internal sealed record ScottishSetup(
    int Seats,
    IReadOnlySet<int> Guarded,
    IReadOnlySet<int> Barred,
    bool StopAtFirstNew = false,
    int FirstStage = 1,
    int? Place = null)
{
    public static ScottishSetup Plain(int seats) => new(seats, new HashSet<int>(), new HashSet<int>());
}

/// <summary>
/// One count by the Scottish rules: weighted inclusive Gregory, quota floor(valid / (seats + 1)) + 1, largest surplus first, values
/// truncated to five decimals, the lowest excluded, and when as many continue as there are vacancies they are all elected.
/// Source: The Scottish Local Government Elections Order 2007 (SSI 2007/42), rules 45–52.
/// </summary>
internal sealed class ScottishCount
{
    private const int Decimals = 5;
    private readonly Election _election;
    private readonly CountOptions _options;
    private readonly ScottishSetup _setup;
    private readonly PaperTrail _papers;
    private readonly List<long[]> _history = [];
    private readonly List<Stage> _stages = [];
    private readonly List<CountEvent> _events = [];
    private readonly List<Decision> _elected = [];
    private readonly List<Decision> _excluded = [];
    private readonly SortedSet<int> _continuing;
    private readonly HashSet<int> _withSurplus = [];
    private readonly TieBreaker _ties;
    private long[] _totals;
    private long _valid;
    private long _quota;
    private Undecided? _undecided;

    public ScottishCount(Election election, CountOptions options, ScottishSetup setup)
    {
        (_election, _options, _setup) = (election, options, setup);
        _continuing = [.. election.Standing.Except(setup.Barred)];
        _totals = new long[election.Candidates.Count + 1];
        _papers = new PaperTrail(election);
        _ties = new TieBreaker(options.Lots, _history);
    }

    /// <summary>The candidate who was elected first of those not guarded; null when undecided.</summary>
    public int? FirstNew { get; private set; }

    private int CurrentStage => _setup.FirstStage + _history.Count - 1;

    private int Vacancies => _setup.Seats - _elected.Count;

    public CountResult Run()
    {
        var spoilt = _papers.Distribute(_totals, Open());
        _valid = _election.Ballots.Papers - spoilt;
        _quota = ((_valid / (_setup.Seats + 1)) + 1) * PaperTrail.One;
        _events.Add(new FirstPreferences());
        _history.Add(_totals);

        while (!Settle())
        {
            _options.Cancel.ThrowIfCancellationRequested();
            if (!(_withSurplus.Count > 0 ? TransferSurplus() : ExcludeLowest()))
            {
                break;
            }
        }

        CloseStage();
        return new CountResult(Method.ScottishStv, _election)
        {
            Valid = _valid,
            Blank = _election.Blank,
            Spoilt = spoilt,
            Quota = Amount.Whole(_quota / PaperTrail.One),
            Elected = _elected,
            Excluded = _excluded,
            Stages = _stages,
            Undecided = _undecided,
        };
    }

    /// <summary>Elects whom the stage elects. True when the count is over, decided or not.</summary>
    private bool Settle()
    {
        var reached = _continuing.Where(c => _totals[c] >= _quota).OrderByDescending(c => _totals[c]).ToList();
        if (_setup.StopAtFirstNew)
        {
            foreach (var guarded in reached.Where(_setup.Guarded.Contains))
            {
                Elect(guarded, Phrases.Quota);
            }

            return TakeNew([.. reached.Except(_setup.Guarded)]);
        }

        foreach (var candidate in reached)
        {
            Elect(candidate, Phrases.Quota);
        }

        if (Vacancies > 0 && _continuing.Count <= Vacancies)
        {
            foreach (var candidate in _continuing.OrderByDescending(c => _totals[c]).ToList())
            {
                Elect(candidate, Phrases.LastVacancies);
            }
        }

        return Vacancies <= 0 || _continuing.Count == 0;
    }

    /// <summary>For a list: the first new one elected takes the place, the one with most votes when several reach the quota.</summary>
    private bool TakeNew(List<int> reached)
    {
        var open = _continuing.Except(_setup.Guarded).ToList();
        if (reached.Count == 0 && open.Count > 1)
        {
            return false;
        }

        var why = reached.Count > 0 ? Phrases.Quota : Phrases.LastVacancies;
        var leaders = reached.Count > 0 ? [.. reached.Where(c => _totals[c] == _totals[reached[0]])] : open;
        FirstNew = Decide(TieKind.Place, leaders, highest: true);
        if (FirstNew is { } chosen)
        {
            Elect(chosen, why);
        }

        return true;
    }

    private void Elect(int candidate, Bilingual why)
    {
        _continuing.Remove(candidate);
        _elected.Add(new Decision(candidate, CurrentStage));
        _events.Add(new CandidateElected(candidate, why));
        if (_totals[candidate] > _quota)
        {
            _withSurplus.Add(candidate);
        }
    }

    private bool TransferSurplus()
    {
        var most = _withSurplus.Max(c => _totals[c]);
        var choice = Decide(TieKind.Surplus, [.. _withSurplus.Where(c => _totals[c] == most).Order()], highest: true);
        if (choice is not { } from)
        {
            return false;
        }

        _withSurplus.Remove(from);
        var (total, surplus) = (_totals[from], _totals[from] - _quota);
        OpenStage();
        var transfers = Transfers(from, surplus, total);
        _totals[from] = _quota;
        _events.Add(new SurplusTransferred(from, Votes(surplus), transfers, NewlyLost()));
        return true;
    }

    private bool ExcludeLowest()
    {
        var open = _continuing.Except(_setup.Guarded).ToList();
        var least = open.Min(c => _totals[c]);
        var choice = Decide(TieKind.Exclusion, [.. open.Where(c => _totals[c] == least)], highest: false);
        if (choice is not { } from)
        {
            return false;
        }

        // As published: the stage of an exclusion is the one whose totals decide it; its papers move at the next.
        _excluded.Add(new Decision(from, CurrentStage));
        _continuing.Remove(from);
        OpenStage();
        var transfers = Transfers(from, surplus: null, total: 1);
        _totals[from] = 0;
        _events.Add(new CandidateExcluded(from, Votes(least), transfers, NewlyLost()));
        return true;
    }

    private int? Decide(TieKind kind, IReadOnlyList<int> tied, bool highest)
    {
        var choice = _ties.Choose(kind, tied, highest);
        if (choice.Event is { } resolved)
        {
            _events.Add(resolved is TieResolved { Stage: { } stage } tie ? tie with { Stage = stage + _setup.FirstStage - 1 } : resolved);
        }

        _undecided = choice.Chosen is null ? new Undecided(CurrentStage, kind, choice.StillTied, _setup.Place) : null;
        return choice.Chosen;
    }

    private List<Transfer> Transfers(int from, long? surplus, long total)
    {
        var before = _history[^2];
        _papers.Move(from, surplus, total, Open(), _totals);
        return [.. _continuing.Where(c => _totals[c] > before[c]).Select(c => new Transfer(c, Votes(_totals[c] - before[c])))];
    }

    private void OpenStage()
    {
        CloseStage();
        _totals = [.. _totals];
        _history.Add(_totals);
    }

    private void CloseStage()
    {
        var totals = _election.Standing.Except(_setup.Barred).ToDictionary(c => c, c => Votes(_totals[c]));
        _stages.Add(new Stage(CurrentStage, totals, Votes(Lost(_totals)), [.. _events], Place: _setup.Place)
        {
            Quota = _setup.Place is null ? null : Amount.Whole(_quota / PaperTrail.One),
        });
        _events.Clear();
        _options.Progress?.Invoke(CurrentStage);
    }

    private bool[] Open() => PaperTrail.Flags(_election.Candidates.Count, _continuing);

    private Amount NewlyLost() => Votes(Lost(_totals) - Lost(_history[^2]));

    private long Lost(long[] totals) => (_valid * PaperTrail.One) - totals.Sum();

    private static Amount Votes(long units) => new(units, Decimals);
}
