namespace VpVarmland.Elections.Counting.Seats;

/// <summary>A constituency while its seats are shared out.</summary>
internal sealed class ConstituencyWork(Constituency constituency)
{
    private readonly Dictionary<string, List<Rational>> _fixed = [];
    private readonly Dictionary<string, int> _adjustment = [];

    public string Name => constituency.Name;

    public int FixedSeats => constituency.FixedSeats;

    public long Votes(string party) => constituency.Votes.GetValueOrDefault(party);

    public int Fixed(string party) => _fixed.GetValueOrDefault(party)?.Count ?? 0;

    /// <summary>Shares out the fixed seats among those with a right to them.</summary>
    public void ShareFixed(SeatElection election, HashSet<string> qualified, TieBook ties)
    {
        var parties = constituency.Votes.Where(v => qualified.Contains(v.Key)
            || (election.ConstituencyThreshold is { } share && v.Value >= share * constituency.ValidVotes)).ToList();
        foreach (var won in OddNumbers.Share(FixedSeats, parties, election.FirstDivisor, new Bilingual(Name, Name), ties))
        {
            Give(won.Party, won.Number);
        }
    }

    /// <summary>The number by which the party won the last of its fixed seats here: the lowest.</summary>
    public Rational LastNumber(string party) => _fixed[party][^1];

    public void Give(string party, Rational number)
    {
        if (!_fixed.TryGetValue(party, out var numbers))
        {
            _fixed[party] = numbers = [];
        }

        numbers.Add(number);
    }

    public void TakeBack(string party) => _fixed[party].RemoveAt(_fixed[party].Count - 1);

    public void Adjust(string party) => _adjustment[party] = _adjustment.GetValueOrDefault(party) + 1;

    /// <summary>The comparison number for one more seat here.</summary>
    public Rational NextNumber(string party, Rational firstDivisor) =>
        OddNumbers.Number(Votes(party), Fixed(party) + _adjustment.GetValueOrDefault(party), firstDivisor);

    public IEnumerable<(string Party, int Seats)> All() =>
        _fixed.Select(f => (f.Key, f.Value.Count)).Concat(_adjustment.Select(a => (a.Key, a.Value)));

    public ConstituencySeats Result() => new(
        Name,
        Sorted(_fixed.Where(f => f.Value.Count > 0).ToDictionary(f => f.Key, f => f.Value.Count)),
        Sorted(_adjustment));

    private static SortedDictionary<string, int> Sorted(Dictionary<string, int> seats) => new(seats, StringComparer.Ordinal);
}
