namespace VpVarmland.Elections.Counting.Lists;

/// <summary>Who takes the next place, and the stages that show it.</summary>
/// <param name="Lot">The lot that decided, when the method has no stages to tell it in.</param>
internal sealed record NextPlace(
    int? Candidate, Undecided? Undecided, IReadOnlyList<Stage> Stages, Amount? Quota, TieResolved? Lot = null);

/// <summary>Finds who takes the next place when those barred cannot.</summary>
/// <param name="placed">Those placed, in order.</param>
/// <param name="firstStage">The number of the next stage in the account.</param>
internal delegate NextPlace FindNext(IReadOnlyList<int> placed, IReadOnlySet<int> barred, int firstStage);

/// <summary>
/// Fills a list place by place. The ballots choose among all who are left; only when the rules could not be met with that choice is the
/// place counted again with those who cannot take it passed over, and the account says which rule moved whom.
/// </summary>
internal sealed class ListCount(Election election, CountOptions options, FindNext findNext)
{
    private readonly int _places = RuleCheck.Places(election);
    private readonly List<int> _standing = [.. election.Standing];
    private readonly List<int> _placed = [];
    private readonly List<ListPlace> _account = [];
    private readonly List<Stage> _stages = [];
    private readonly List<Decision> _elected = [];
    private readonly List<TieResolved> _lots = [];
    private Amount? _quota;
    private Undecided? _undecided;

    private ListRules Rules => options.Rules;

    private int Place => _placed.Count + 1;

    /// <summary>Counts, once the rules are known to be feasible.</summary>
    public CountResult Run(Method method, long valid, long spoilt)
    {
        while (_placed.Count < _places && _undecided is null)
        {
            options.Cancel.ThrowIfCancellationRequested();
            if (Place <= Rules.Fixed.Count)
            {
                Put(new ListPlace(Place, Rules.Fixed[Place - 1], Rule: RuleNames.Fixed));
            }
            else
            {
                Fill();
            }
        }

        return new CountResult(method, election)
        {
            Valid = valid,
            Blank = election.Blank,
            Spoilt = spoilt,
            Quota = _quota,
            Elected = _elected,
            Ranking = [.. _placed.Select(c => new[] { c })],
            Places = _account,
            Stages = _stages,
            Undecided = _undecided,
            TiesOutsideStages = _lots,
            Remarks = Remarks(),
        };
    }

    private void Fill()
    {
        var left = _standing.Except(_placed).Except(Rules.Fixed).ToList();
        var barred = left.Where(c => !MayTakePlace(Rules, c)).ToHashSet();
        var free = findNext(_placed, Rules.Fixed.Except(_placed).ToHashSet(), _stages.Count + 1);
        if (free.Candidate is { } choice && !barred.Contains(choice))
        {
            Keep(free, new ListPlace(Place, choice));
        }
        else if (free.Undecided is { } tie && !tie.Candidates.Any(barred.Contains))
        {
            Keep(free, null);
        }
        else
        {
            var counted = findNext(_placed, barred.Union(Rules.Fixed.Except(_placed)).ToHashSet(), _stages.Count + 1);
            Keep(counted, counted.Candidate is { } moved
                ? new ListPlace(Place, moved, free.Candidate, RuleAgainst(free.Candidate ?? barred.First()))
                : null);
        }
    }

    private void Keep(NextPlace next, ListPlace? place)
    {
        _stages.AddRange(next.Stages);
        _quota = next.Quota;
        _undecided = next.Undecided;
        if (next.Lot is { } lot)
        {
            _lots.Add(lot);
        }

        if (place is not null)
        {
            Put(place);
        }
    }

    private void Put(ListPlace place)
    {
        _account.Add(place);
        _placed.Add(place.Candidate);
        _elected.Add(new Decision(place.Candidate, Math.Max(1, _stages.Count)));
        options.Progress?.Invoke(_placed.Count);
    }

    private bool MayTakePlace(ListRules rules, int candidate) =>
        Feasibility.CanComplete(rules, _places, [.. _placed, candidate], _standing.Except(_placed).Where(c => c != candidate));

    private Bilingual RuleAgainst(int candidate) => Rules.Parts()
        .Where(p => !MayTakePlace(p.Rule, candidate)).Select(p => p.Name).FirstOrDefault() ?? RuleNames.Together;

    /// <summary>Says who counts towards neither side, where a rule on gender makes it matter.</summary>
    private List<Bilingual> Remarks()
    {
        var neither = _standing.Where(c => Rules.GenderOf(c) is Gender.Other or Gender.NotStated).ToList();
        var matters = Rules.HalfWomen || Rules.HalfWomenFromPlace is not null || Rules.Alternate;
        return !matters || neither.Count == 0
            ? []
            : [new Bilingual(
                $"Annat eller inget uppgivet kön räknas inte som kvinna och inte åt något håll i en varvad lista: {election.Names(neither)}.",
                $"Other or no stated gender counts not as woman and towards neither side of an alternation: {election.Names(neither)}.")];
    }
}
