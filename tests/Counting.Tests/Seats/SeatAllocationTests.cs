using System.Globalization;
using System.Text;
using VpVarmland.Elections.Counting.Seats;

namespace VpVarmland.Tests.Seats;

/// <summary>Seats on examples small enough to do by hand.</summary>
public sealed class SeatAllocationTests
{
    [Fact]
    public void The_first_divisor_makes_the_first_seat_harder()
    {
        // 53 / 1.2 = 44.2, 53 / 3 = 17.7, 24 / 1.2 = 20, 23 / 1.2 = 19.2: with divisor 1 the last would also have won before 53 / 3.
        Assert.Equal("A2 B1", Undivided(3, "1.2", ("A", 61), ("B", 24), ("C", 15)));
        Assert.Equal("A1 B1 C1", Undivided(3, "0.7", ("A", 61), ("B", 24), ("C", 15)));
    }

    [Fact]
    public void Exactly_the_threshold_is_enough()
    {
        Assert.Equal("A19 B1", Undivided(20, "1", ("A", 96), ("B", 4)));
        Assert.Equal("A20", Undivided(20, "1", ("A", 97), ("B", 3)));
    }

    [Fact]
    public void Equal_numbers_for_the_last_seat_are_left_open_until_a_lot_is_drawn()
    {
        var election = Read("""{"total_seats":1,"constituencies":[{"name":"X","fixed_seats":1,"votes":{"A":50,"B":50}}]}""");

        var open = SeatAllocation.Share(election, Lots.None<string>());
        Assert.True(open.Undecided);
        Assert.Equal(["A", "B"], Assert.Single(open.Ties).Tied);
        Assert.Empty(open.Totals);
        var drawn = SeatAllocation.Share(election, new Lots<string>([["B", "A"]]));
        Assert.False(drawn.Undecided);
        Assert.Equal(1, drawn.Totals["B"]);
        Assert.Equal(["B"], drawn.Ties[0].Chosen);
    }

    [Fact]
    public void Equal_numbers_with_seats_for_all_of_them_are_no_tie()
    {
        var election = Read("""{"total_seats":2,"constituencies":[{"name":"X","fixed_seats":2,"votes":{"A":50,"B":50}}]}""");

        Assert.Empty(SeatAllocation.Share(election, Lots.None<string>()).Ties);
    }

    [Fact]
    public void An_adjustment_seat_goes_where_the_next_number_is_highest_and_the_votes_themselves_count_where_there_is_no_seat()
    {
        // Big: Q 500, P 262.5, Q 200. Small: Q 416.7, Q 166.7, Q 100 before P 99.2. In the whole area Q has 5 and P 2.
        var election = Read(
            """
            {"total_seats":7,"adjustment_seats":1,"first_divisor":1.2,"threshold":0,"constituencies":[
              {"name":"Big","fixed_seats":3,"votes":{"P":315,"Q":600}},
              {"name":"Small","fixed_seats":3,"votes":{"P":119,"Q":500}}]}
            """);
        var result = SeatAllocation.Share(election, Lots.None<string>());

        Assert.Equal(1, result.Constituencies[0].Fixed["P"]);
        Assert.Equal(7, result.Totals.Values.Sum());

        // P's next number in Big is 315 / 3 = 105; in Small it is 119 / 1, while 119 / 1.2 = 99.2 would have lost to 105.
        Assert.Equal(1, result.Constituencies[1].Adjustment["P"]);
    }

    [Fact]
    public void Surplus_fixed_seats_are_returned_from_the_lowest_number_and_given_to_a_party_that_is_short()
    {
        var result = SeatAllocation.Share(Read(Surplus), Lots.None<string>());

        var returned = Assert.Single(result.Returned);
        Assert.Equal(("One", "A", "B", 100), (returned.Constituency, returned.From, returned.To, returned.Number));
        Assert.Equal((5, 3, 2), (result.Totals["A"], result.Totals["B"], result.Totals["C"]));
    }

    [Fact]
    public void No_seat_is_returned_from_a_constituency_with_fewer_than_three_fixed_seats()
    {
        // A has five fixed seats and is entitled to four of nine. Its lowest number, 300 / 3, is in the small constituency; 510 / 5 in Two is next.
        var election = Read(
            """
            {"total_seats":9,"adjustment_seats":1,"first_divisor":1.2,"threshold":0,"constituencies":[
              {"name":"Small","fixed_seats":2,"votes":{"A":300,"B":50,"C":40}},
              {"name":"Two","fixed_seats":3,"votes":{"A":510,"B":80,"C":70}},
              {"name":"Three","fixed_seats":3,"votes":{"A":100,"B":400,"C":300}}]}
            """);
        var result = SeatAllocation.Share(election, Lots.None<string>());

        Assert.Equal(("Two", "A", "B"), result.Returned.Select(r => (r.Constituency, r.From, r.To)).Single());
        Assert.Equal((4, 3, 2), (result.Totals["A"], result.Totals["B"], result.Totals["C"]));
    }

    [Fact]
    public void A_surplus_that_cannot_be_returned_stays_and_the_others_share_the_rest()
    {
        var election = Read(
            """
            {"total_seats":7,"adjustment_seats":1,"first_divisor":1.2,"threshold":0,"constituencies":[
              {"name":"One","fixed_seats":2,"votes":{"A":100,"B":30,"C":20}},
              {"name":"Two","fixed_seats":2,"votes":{"A":101,"B":32,"C":20}},
              {"name":"Three","fixed_seats":2,"votes":{"A":1,"B":300,"C":299}}]}
            """);
        var result = SeatAllocation.Share(election, Lots.None<string>());

        Assert.Empty(result.Returned);
        Assert.Equal((4, 2, 1), (result.Totals["A"], result.Totals["B"], result.Totals["C"]));
    }

    [Fact]
    public void Under_the_law_before_2018_the_seats_are_kept()
    {
        var kept = Surplus.Replace("\"total_seats\"", "\"surplus_seats\":\"kept\",\"total_seats\"", StringComparison.Ordinal);
        var result = SeatAllocation.Share(Read(kept), Lots.None<string>());

        Assert.Empty(result.Returned);
        Assert.Equal((6, 2, 2), (result.Totals["A"], result.Totals["B"], result.Totals["C"]));
    }

    [Theory]
    [InlineData(2014, "1.4", SurplusSeats.Kept)]
    [InlineData(null, "1.4", SurplusSeats.Kept)]
    [InlineData(null, "1.2", SurplusSeats.Returned)]
    [InlineData(2014, "1.2", SurplusSeats.Returned)]
    [InlineData(2018, "1.2", SurplusSeats.Returned)]
    public void The_year_and_the_divisor_tell_which_law(int? year, string divisor, SurplusSeats surplus) => Assert.Equal(
        surplus,
        Read($$$"""{"year":{{{year?.ToString(CultureInfo.InvariantCulture) ?? "null"}}},"first_divisor":{{{divisor}}},"total_seats":1,"constituencies":[{"name":"X","fixed_seats":1,"votes":{"A":1}}]}""").Surplus);

    [Fact]
    public void Without_a_first_divisor_the_year_decides_it()
    {
        const string File = """{"year":2010,"total_seats":1,"constituencies":[{"name":"X","fixed_seats":1,"votes":{"A":1}}]}""";

        Assert.Equal(new Rational(14, 10), Read(File).FirstDivisor);
        Assert.Equal(new Rational(12, 10), Read(File.Replace("2010", "2022", StringComparison.Ordinal)).FirstDivisor);
    }

    [Fact]
    public void Twelve_per_cent_in_a_constituency_gives_a_right_to_its_fixed_seats_only()
    {
        var election = Read(
            """
            {"total_seats":10,"threshold_national":0.04,"threshold_constituency":0.12,"first_divisor":1.2,"constituencies":[
              {"name":"Home","fixed_seats":4,"votes":{"L":30,"A":60,"B":20}},
              {"name":"Rest","fixed_seats":4,"votes":{"L":0,"A":600,"B":410}}]}
            """);
        var result = SeatAllocation.Share(election, Lots.None<string>());

        Assert.Equal(1, result.Totals["L"]);
        Assert.Equal(10, result.Totals.Values.Sum());
    }

    [Fact]
    public void A_party_fills_its_seats_in_the_order_of_its_list()
    {
        var election = Read("""{"total_seats":3,"constituencies":[{"name":"X","fixed_seats":3,"votes":{"A":50,"B":20}}]}""");
        var result = SeatAllocation.Share(election, Lots.None<string>());
        var lists = ListPlaces.Fill(result, [new PartyList("X", "A", ["Ada", "Bo", "Cia"]), new PartyList("X", "B", [])]);

        Assert.Equal(["Ada", "Bo"], lists[0].Elected);
        Assert.Equal((1, 1), (lists[1].Seats, lists[1].Empty));
    }

    [Fact]
    public void What_if_shows_which_list_places_are_certain_and_which_are_possible()
    {
        var election = Read("""{"total_seats":9,"constituencies":[{"name":"X","fixed_seats":9,"votes":{"A":300,"B":600}}]}""");
        var steps = WhatIf.Vary(election, "A", [50, 100, 150], Lots.None<string>(), TestContext.Current.CancellationToken);

        Assert.Equal([2, 3, 4], steps.Select(s => s.Total));
        Assert.Equal([new ElectablePlaces("X", 2, 4)], WhatIf.Electable(election, steps));
        Assert.Equal(new Rational(300, 900), steps[1].Share);
    }

    /// <summary>
    /// A has all six seats of One and Two, and is entitled to five of ten. Its lowest number is 500 / 5 in One; there B is next.
    /// </summary>
    private const string Surplus =
        """
        {"total_seats":10,"adjustment_seats":1,"first_divisor":1.2,"threshold":0,"constituencies":[
          {"name":"One","fixed_seats":3,"votes":{"A":500,"B":80,"C":70}},
          {"name":"Two","fixed_seats":3,"votes":{"A":510,"B":80,"C":70}},
          {"name":"Three","fixed_seats":3,"votes":{"A":100,"B":400,"C":300}}]}
        """;

    private static SeatElection Read(string json) => SeatFile.Read(Encoding.UTF8.GetBytes(json)).Require();

    private static string Undivided(int seats, string divisor, params (string Party, int Votes)[] votes)
    {
        var json = $$"""
            {"total_seats":{{seats}},"first_divisor":{{divisor}},"threshold":0.04,"constituencies":[{"name":"X","fixed_seats":{{seats}},
            "votes":{ {{string.Join(',', votes.Select(v => $"\"{v.Party}\":{v.Votes}"))}} } }]}
            """;
        var totals = SeatAllocation.Share(Read(json), Lots.None<string>()).Totals;
        return string.Join(' ', totals.Select(t => $"{t.Key}{t.Value}"));
    }
}
