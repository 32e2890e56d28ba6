namespace VpVarmland.Elections.Counting.Lists;

/// <summary>
/// Whether a list that has been begun can be completed under its rules. Only genders and reservations matter, so it searches
/// the sequences of genders, remembering the states that failed; the named reservations are a matching. (Once the reserved places are
/// matched, the others can always be filled from what remains of each gender.)
/// </summary>
internal sealed class Feasibility
{
    private readonly ListRules _rules;
    private readonly int _places;
    private readonly List<int> _pool;
    private readonly int[] _available = new int[3];
    private readonly HashSet<(State State, string Reserved)> _failed = [];

    /// <param name="places">The length of the list.</param>
    /// <param name="unplaced">Those who can still be placed.</param>
    private Feasibility(ListRules rules, int places, IEnumerable<int> unplaced)
    {
        (_rules, _places) = (rules, places);
        _pool = [.. unplaced.Except(rules.Fixed)];
        _pool.ForEach(c => _available[Side(c)]++);
    }

    /// <summary>True when the list, placed so far, can be completed from those unplaced.</summary>
    public static bool CanComplete(ListRules rules, int places, IReadOnlyList<int> placed, IEnumerable<int> unplaced)
    {
        var search = new Feasibility(rules, places, unplaced);
        var (women, last) = (0, 2);
        for (var i = 0; i < placed.Count; i++)
        {
            var side = search.Side(placed[i]);
            if (!search.Allows(i + 1, side, women, last) || !search.MayTake(i + 1, placed[i]))
            {
                return false;
            }

            women += side == 0 ? 1 : 0;
            last = side == 2 ? last : side;
        }

        return search.Complete(new State(placed.Count + 1, 0, 0, 0, women, last), []);
    }

    /// <summary>Where a search stands: the place to fill, those used of each side, the women on the list, the last side but neither.</summary>
    private sealed record State(int Place, int UsedWomen, int UsedMen, int UsedOthers, int Women, int Last)
    {
        public int Used(int side) => side switch { 0 => UsedWomen, 1 => UsedMen, _ => UsedOthers };

        /// <summary>The next place, after one of this side was put on the list.</summary>
        public State After(int side) => this with
        {
            Place = Place + 1,
            Women = Women + (side == 0 ? 1 : 0),
            Last = side == 2 ? Last : side,
        };

        /// <summary>The same, when the one came from those still to be placed.</summary>
        public State AfterTaking(int side) => After(side) with
        {
            UsedWomen = UsedWomen + (side == 0 ? 1 : 0),
            UsedMen = UsedMen + (side == 1 ? 1 : 0),
            UsedOthers = UsedOthers + (side == 2 ? 1 : 0),
        };
    }

    /// <summary>0 women, 1 men, 2 those who count towards neither side.</summary>
    private int Side(int candidate) => _rules.GenderOf(candidate) switch { Gender.Woman => 0, Gender.Man => 1, _ => 2 };

    private bool MayTake(int place, int candidate) =>
        (place <= _rules.Fixed.Count ? _rules.Fixed[place - 1] == candidate : !_rules.Fixed.Contains(candidate))
        && _rules.Reserved.Where(r => r.Place == place).All(r => Meets(r, candidate));

    private bool Meets(Reservation reservation, int candidate) =>
        (reservation.Gender is not { } gender || _rules.GenderOf(candidate) == gender)
        && (reservation.Candidates is not { } names || names.Contains(candidate));

    private bool Allows(int place, int side, int womenBefore, int last)
    {
        var women = womenBefore + (side == 0 ? 1 : 0);
        if ((_rules.HalfWomenFromPlace is { } from && place >= from && women * 2 < place)
            || (_rules.HalfWomen && place == _places && women * 2 < place))
        {
            return false;
        }

        var first = _rules.AlternateFirst switch { Gender.Woman => 0, Gender.Man => 1, _ => -1 };
        return !_rules.Alternate || side == 2 || (side != last && (last != 2 || first < 0 || side == first));
    }

    private bool Complete(State state, List<(int Place, int Side)> reserved)
    {
        if (state.Place > _places)
        {
            return true;
        }

        if (state.Place <= _rules.Fixed.Count)
        {
            var candidate = _rules.Fixed[state.Place - 1];
            return MayTake(state.Place, candidate) && Allows(state.Place, Side(candidate), state.Women, state.Last)
                && Complete(state.After(Side(candidate)), reserved);
        }

        var key = (state, string.Concat(reserved.Select(r => r.Side)));
        return !_failed.Contains(key) && (TrySides(state, reserved) || !_failed.Add(key));
    }

    private bool TrySides(State state, List<(int Place, int Side)> reserved)
    {
        var isReserved = _rules.Reserved.Any(r => r.Place == state.Place);
        for (var side = 0; side < 3; side++)
        {
            if (state.Used(side) >= _available[side] || !Allows(state.Place, side, state.Women, state.Last))
            {
                continue;
            }

            List<(int Place, int Side)> held = isReserved ? [.. reserved, (state.Place, side)] : reserved;
            if ((!isReserved || CanMatch(held)) && Complete(state.AfterTaking(side), held))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the reserved places, with the given sides, can be given to different candidates (augmenting paths).</summary>
    private bool CanMatch(List<(int Place, int Side)> held)
    {
        var holder = new Dictionary<int, int>();
        return Enumerable.Range(0, held.Count).All(i => Seat(i, []));

        bool Seat(int i, HashSet<int> tried)
        {
            foreach (var candidate in _pool.Where(c => Side(c) == held[i].Side && MayTake(held[i].Place, c)))
            {
                if (tried.Add(candidate) && (!holder.TryGetValue(candidate, out var other) || Seat(other, tried)))
                {
                    holder[candidate] = i;
                    return true;
                }
            }

            return false;
        }
    }
}
