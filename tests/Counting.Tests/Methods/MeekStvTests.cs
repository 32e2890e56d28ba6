namespace VpVarmland.Tests.Methods;

/// <summary>Meek by the Reference Meek Rule.</summary>
public sealed class MeekStvTests
{
    [Fact]
    public void The_elected_keep_a_quota_and_the_rest_of_every_paper_goes_on()
    {
        // 6 papers, 2 seats: the quota is 2.000000001. A keeps half of each of 4 papers, rounded up in the ninth decimal.
        var result = Papers.Election(3, 2, "4 A B", "2 C").Count(Method.MeekStv);

        Assert.Equal("2.000000001", result.Quota.ToString());
        Assert.Equal("2.000000004", result.Total('A', 2));
        Assert.Equal("1.999999996", result.Total('B', 2));
        Assert.Equal("2.000000000", result.Total('C', 2));
    }

    [Fact]
    public void Those_within_the_remaining_surplus_of_the_lowest_are_tied()
    {
        var result = Papers.Election(3, 2, "4 A B", "2 C").Count(Method.MeekStv);

        Assert.Equal("BC", result.Tied());
        Assert.Equal("A", result.Elected());
    }

    [Fact]
    public void An_elected_candidate_goes_on_receiving_votes()
    {
        // C is excluded and gives its papers to A, who is already elected: A's keep falls and B, second on A's papers, gains.
        var result = Papers.Election(4, 2, "40 A B", "25 D", "20 B", "15 C A B").Count(Method.MeekStv);

        Assert.Equal("AB", result.Elected());
        Assert.Equal(new Decision(3, 2), result.Excluded[0]);
    }

    [Fact]
    public void The_quota_falls_when_papers_run_out()
    {
        var result = Papers.Election(4, 1, "5 A", "4 B", "3 C", "2 D").Count(Method.MeekStv);

        Assert.Equal("7.000000001", result.Stages[0].Quota.ToString());
        Assert.Equal("6.000000001", result.Stages[1].Quota.ToString());
        Assert.Equal("2.000000000", result.Stages[1].NonTransferable.ToString());
    }

    [Fact]
    public void Equal_ranks_share_the_paper_evenly_over_both_orders()
    {
        var result = Papers.Election(3, 1, "2 A=B", "1 C").Count(Method.MeekStv);

        Assert.Equal("1.000000000", result.Total('A', 1));
        Assert.Equal("1.000000000", result.Total('B', 1));
        Assert.Equal("ABC", result.Tied());
    }

    [Fact]
    public void Equal_with_an_elected_candidate_the_other_gets_what_that_one_passes_on()
    {
        // A is elected with 10 of 12. Half of the equal papers count A first: what A passes on goes to B, not further down.
        var result = Papers.Election(3, 2, "8 A", "4 A=B C").Count(Method.MeekStv);

        Assert.Equal("0.000000000", result.Total('C', 2));
        Assert.Equal("AB", result.Elected());
    }

    [Fact]
    public void A_lot_decides_who_is_excluded()
    {
        var election = Papers.Election(3, 1, "3 A", "2 B A", "2 C B");

        Assert.Equal("BC", election.Count(Method.MeekStv).Tied());
        Assert.Equal("B", election.Count(Method.MeekStv, Papers.Lots("BC")).Elected());
        Assert.Equal("A", election.Count(Method.MeekStv, Papers.Lots("CB")).Elected());
    }

    [Fact]
    public void More_equal_names_than_can_be_counted_are_refused()
    {
        var all = string.Join('=', Enumerable.Range(0, 14).Select(i => (char)('A' + i)));

        Assert.Equal(
            "meek.too_many_equal",
            Counter.Count(Method.MeekStv, Papers.Election(14, 13, $"3 {all}"), CountOptions.Default).Refusal?.Code);
        Assert.Equal(12, Papers.Election(14, 12, $"3 {all}").Count(Method.MeekStv, Papers.Lots("ABCDEFGHIJKLMN")).Elected.Count);
    }
}
