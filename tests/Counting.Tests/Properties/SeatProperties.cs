using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Elections.Counting.Seats;

namespace VpVarmland.Tests.Properties;

/// <summary>What must hold for the allocation of seats.</summary>
public sealed class SeatProperties
{
    private static readonly Lots<string> AllLots =
        new([["A", "B", "C", "D", "E"], ["1", "2", "3", "4", "5"]]);

    private static readonly Gen<SeatElection> Divided =
        from constituencies in Gen.Choose(1, 5)
        from parties in Gen.Choose(2, 5)
        from votes in Gen.Choose(1, 2000).ListOf(constituencies * parties)
        from seats in Gen.Choose(1, 9).ListOf(constituencies)
        from adjustment in Gen.Choose(1, 12)
        from law in Gen.Elements(SurplusSeats.Returned, SurplusSeats.Kept)
        select Election(parties, votes, seats, adjustment, law);

    [Fact]
    public void Every_seat_is_given_out_once() => ForAll.Holds(Divided, drawn =>
    {
        var result = SeatAllocation.Share(drawn, AllLots);

        Assert.Equal(drawn.TotalSeats, result.Totals.Values.Sum());
        Assert.All(drawn.Constituencies.Zip(result.Constituencies), pair =>
            Assert.Equal(pair.First.FixedSeats - result.Returned.Count(r => r.To is null && r.Constituency == pair.First.Name), pair.Second.Fixed.Values.Sum()));
    });

    [Fact]
    public void When_every_surplus_could_be_returned_the_totals_are_those_of_one_constituency() => ForAll.Holds(Divided, drawn =>
    {
        var returned = drawn with { Surplus = SurplusSeats.Returned };
        var result = SeatAllocation.Share(returned, AllLots);
        var one = SeatAllocation.Share(
            returned with
            {
                AdjustmentSeats = 0,
                Constituencies = [new Constituency("1", returned.TotalSeats, returned.ValidVotes, returned.Votes)],
            },
            AllLots);
        var small = drawn.Constituencies.Any(c => c.FixedSeats < 3);

        Assert.True(small || one.Totals.All(t => result.Totals.GetValueOrDefault(t.Key) == t.Value));
    });

    [Fact]
    public void One_more_seat_takes_none_from_any_party() => ForAll.Holds(Undivided(), drawn =>
    {
        var before = SeatAllocation.Share(drawn, AllLots).Totals;
        var constituency = drawn.Constituencies[0] with { FixedSeats = drawn.Constituencies[0].FixedSeats + 1 };
        var after = SeatAllocation.Share(drawn with { Constituencies = [constituency] }, AllLots).Totals;

        Assert.All(before, b => Assert.True(after.GetValueOrDefault(b.Key) >= b.Value));
    });

    [Fact]
    public void More_votes_for_a_party_take_no_seat_from_it() => ForAll.Holds(
        from election in Undivided() from more in Gen.Choose(1, 500) select (election, more),
        drawn =>
        {
            var votes = new Dictionary<string, long>(drawn.election.Votes);
            votes["A"] += drawn.more;
            var valid = drawn.election.ValidVotes + drawn.more;
            var constituency = drawn.election.Constituencies[0] with { Votes = votes, ValidVotes = valid };
            var after = drawn.election with { Votes = votes, ValidVotes = valid, Constituencies = [constituency] };

            Assert.True(
                SeatAllocation.Share(after, AllLots).Totals.GetValueOrDefault("A")
                >= SeatAllocation.Share(drawn.election, AllLots).Totals.GetValueOrDefault("A"));
        });

    [Fact]
    public void Between_two_parties_the_pure_odd_number_method_keeps_the_quota() => ForAll.Holds(
        from votes in Gen.Choose(1, 5000).ListOf(2) from seats in Gen.Choose(1, 99) select Election(2, votes, [seats], 0, SurplusSeats.Returned),
        drawn =>
        {
            var election = drawn with { FirstDivisor = 1 };
            var totals = SeatAllocation.Share(election, AllLots).Totals;
            foreach (var (party, votes) in election.Votes)
            {
                var quota = new Rational(votes * election.TotalSeats, election.ValidVotes);
                Assert.InRange(totals.GetValueOrDefault(party), (int)quota.Truncate(0).Units, (int)quota.Truncate(0).Units + 1);
            }
        });

    private static Gen<SeatElection> Undivided() =>
        from parties in Gen.Choose(2, 5)
        from votes in Gen.Choose(1, 2000).ListOf(parties)
        from seats in Gen.Choose(1, 40)
        select Election(parties, votes, [seats], 0, SurplusSeats.Returned);

    private static SeatElection Election(int parties, IEnumerable<int> votes, IEnumerable<int> seats, int adjustment, SurplusSeats law)
    {
        var constituencies = votes.Chunk(parties).Zip(seats).Select((c, i) =>
        {
            var byParty = c.First.Index().ToDictionary(v => $"{(char)('A' + v.Index)}", v => (long)v.Item);
            return new Constituency($"{i + 1}", c.Second, byParty.Values.Sum(), byParty);
        }).ToList();
        var whole = constituencies.SelectMany(c => c.Votes).GroupBy(v => v.Key).ToDictionary(g => g.Key, g => g.Sum(v => v.Value));
        return new SeatElection(adjustment, 0, null, new Rational(12, 10), law, whole.Values.Sum(), whole, constituencies);
    }
}
