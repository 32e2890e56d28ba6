namespace VpVarmland.Elections.Counting.Seats;

/// <summary>
/// Shares out the seats of an election between parties: fixed seats in each constituency, then all seats with the whole area as one
/// constituency, surplus fixed seats returned, and adjustment seats placed where the party's next comparison number is
/// highest (the votes themselves where it has no seat). Source: Elections Act (2005:837), chapter 14.
/// </summary>
public static class SeatAllocation
{
    /// <summary>Shares out the seats. An open tie stops the work: what is certain is in the result.</summary>
    public static SeatResult Share(SeatElection election, Lots<string> lots) => new Work(election, lots).Run();

    private sealed class Work(SeatElection election, Lots<string> lots)
    {
        private static readonly Bilingual WholeArea = new("hela området", "the whole area");
        private readonly TieBook _ties = new(lots);
        private readonly List<Bilingual> _account = [];
        private readonly List<ReturnedSeat> _returned = [];
        private readonly List<ConstituencyWork> _constituencies = [.. election.Constituencies.Select(c => new ConstituencyWork(c))];
        private readonly HashSet<string> _qualified =
            [.. election.Votes.Where(v => v.Value >= election.Threshold * election.ValidVotes).Select(v => v.Key)];

        public SeatResult Run()
        {
            foreach (var constituency in _constituencies)
            {
                constituency.ShareFixed(election, _qualified, _ties);
            }

            if (election.AdjustmentSeats > 0 && !_ties.AnyOpen)
            {
                ShareAdjustment();
            }

            return new SeatResult(
                Totals(),
                [.. _constituencies.Select(c => c.Result())],
                _returned,
                _ties.Ties,
                [.. _account, .. _ties.Ties.Select(t => t.Tell())]);
        }

        private int Fixed(string party) => _constituencies.Sum(c => c.Fixed(party));

        private SortedDictionary<string, int> Totals()
        {
            var totals = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var (party, seats) in _constituencies.SelectMany(c => c.All()))
            {
                totals[party] = totals.GetValueOrDefault(party) + seats;
            }

            return totals;
        }

        private void ShareAdjustment()
        {
            var entitled = Entitled(keepSurplus: election.Surplus == SurplusSeats.Kept);
            if (_ties.AnyOpen || (election.Surplus == SurplusSeats.Returned && !ReturnSurplus(entitled)))
            {
                return;
            }

            // A surplus in constituencies too small to return from stays, and what is left is shared among the others.
            if (entitled.Any(e => Fixed(e.Key) > e.Value))
            {
                entitled = Entitled(keepSurplus: true);
            }

            foreach (var (party, seats) in entitled.OrderByDescending(e => election.Votes[e.Key]))
            {
                for (var left = seats - Fixed(party); left > 0; left--)
                {
                    if (!PlaceAdjustment(party))
                    {
                        return;
                    }
                }
            }
        }

        /// <summary>Each party's share of all seats, less the seats of parties that came in by the constituency threshold only.</summary>
        private Dictionary<string, int> Entitled(bool keepSurplus)
        {
            var outside = _constituencies.SelectMany(c => c.All()).Where(s => !_qualified.Contains(s.Party)).Sum(s => s.Seats);
            var seats = election.TotalSeats - outside;
            var sharing = election.Votes.Where(v => _qualified.Contains(v.Key)).ToDictionary();
            while (true)
            {
                var entitled = OddNumbers.Share(seats, sharing, election.FirstDivisor, WholeArea, _ties)
                    .CountBy(w => w.Party).ToDictionary();
                var over = sharing.Keys.Where(p => Fixed(p) > entitled.GetValueOrDefault(p)).ToList();
                if (over.Count == 0 || !keepSurplus || _ties.AnyOpen)
                {
                    return sharing.Keys.ToDictionary(p => p, p => entitled.GetValueOrDefault(p));
                }

                // Those with more fixed seats than their share keep them and are left out of the sharing, as under the law before 2018.
                foreach (var party in over)
                {
                    seats -= Fixed(party);
                    sharing.Remove(party);
                    _account.Add(new Bilingual(
                        $"{party} har fler fasta mandat ({Fixed(party)}) än sin andel och behåller dem; resten fördelas mellan övriga.",
                        $"{party} has more fixed seats ({Fixed(party)}) than its share and keeps them; the rest is shared among the others."));
                }
            }
        }

        /// <summary>
        /// Takes back surplus seats, the party's lowest comparison numbers first but never in a constituency with fewer than three
        /// fixed seats, and gives each to the highest next number there of the other parties that are short of their share.
        /// </summary>
        private bool ReturnSurplus(Dictionary<string, int> entitled)
        {
            var open = new List<(ConstituencyWork Constituency, string From, Rational Number)>();
            foreach (var (party, seats) in entitled.Where(e => Fixed(e.Key) > e.Value).OrderByDescending(e => election.Votes[e.Key]))
            {
                for (var surplus = Fixed(party) - seats; surplus > 0; surplus--)
                {
                    var holding = _constituencies.Where(c => c.FixedSeats >= 3 && c.Fixed(party) > 0).ToList();
                    if (holding.Count == 0)
                    {
                        break;
                    }

                    var lowest = holding.Min(c => c.LastNumber(party));
                    if (Choose(holding.Where(c => c.LastNumber(party) == lowest), $"{party}: återfört mandat", $"{party}: returned seat")
                        is not { } constituency)
                    {
                        return false;
                    }

                    constituency.TakeBack(party);
                    open.Add((constituency, party, lowest));
                }
            }

            var givers = open.Select(o => o.From).ToHashSet();
            return open.OrderBy(o => o.Number).All(o => GiveOn(o.Constituency, o.From, o.Number, entitled, givers));
        }

        private bool GiveOn(
            ConstituencyWork constituency, string from, Rational number, Dictionary<string, int> entitled, HashSet<string> givers)
        {
            var taking = entitled.Where(e => !givers.Contains(e.Key) && Fixed(e.Key) < e.Value && constituency.Votes(e.Key) > 0)
                .Select(e => e.Key).ToList();
            string? to = null;
            if (taking.Count > 0)
            {
                var highest = taking.Max(p => constituency.NextNumber(p, election.FirstDivisor));
                var where = new Bilingual($"{constituency.Name}, återfört mandat", $"{constituency.Name}, returned seat");
                to = _ties.One(where, [.. taking.Where(p => constituency.NextNumber(p, election.FirstDivisor) == highest)]);
                if (to is null)
                {
                    return false;
                }

                constituency.Give(to, highest);
            }

            _returned.Add(new ReturnedSeat(constituency.Name, from, to, number));
            _account.Add(new Bilingual(
                $"{constituency.Name}: {from} återför ett fast mandat, som går till {to ?? "utjämning"}.",
                $"{constituency.Name}: {from} returns a fixed seat, which goes to {to ?? "adjustment"}."));
            return true;
        }

        private bool PlaceAdjustment(string party)
        {
            // Where the party has no seat its number is the votes themselves: divisor 1, not the first divisor.
            var highest = _constituencies.Max(c => c.NextNumber(party, 1));
            if (Choose(
                _constituencies.Where(c => c.NextNumber(party, 1) == highest), $"{party}: utjämningsmandat", $"{party}: adjustment seat")
                is not { } constituency)
            {
                return false;
            }

            constituency.Adjust(party);
            return true;
        }

        private ConstituencyWork? Choose(IEnumerable<ConstituencyWork> equal, string swedish, string english)
        {
            var name = _ties.One(new Bilingual(swedish, english), [.. equal.Select(c => c.Name)]);
            return name is null ? null : _constituencies.First(c => c.Name == name);
        }
    }
}
