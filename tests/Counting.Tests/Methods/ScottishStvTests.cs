namespace VpVarmland.Tests.Methods;

/// <summary>The Scottish rules on elections small enough to do by hand.</summary>
public sealed class ScottishStvTests
{
    [Fact]
    public void Quota_is_the_whole_part_of_votes_over_seats_plus_one_and_one_more()
    {
        var result = Papers.Election(3, 2, "4 A B", "2 C").Count(Method.ScottishStv);

        Assert.Equal(Amount.Whole(3), result.Quota);
    }

    [Fact]
    public void Transferred_papers_are_worth_surplus_over_total_truncated_to_five_decimals()
    {
        // Quota 4. A has 7, surplus 3: each paper is worth 3/7 = 0.428571…, truncated to 0.42857.
        var result = Papers.Election(3, 2, "7 A B", "2 C", "1 B").Count(Method.ScottishStv);

        Assert.Equal("4.00000", result.Total('A', 2));
        Assert.Equal("3.99999", result.Total('B', 2));
        Assert.Equal("2.00000", result.Total('C', 2));
        Assert.Equal("0.00001", result.Stages[1].NonTransferable.ToString());
    }

    [Fact]
    public void A_paper_that_moves_again_is_worth_its_value_when_received_times_the_new_share()
    {
        // Quota floor(20/4) + 1 = 6. A has 10: value 0.4, B gets 4 and has 8, surplus 2.
        // From B: 10 papers at 0.4 × 2/8 = 0.1 and 4 at 1 × 2/8 = 0.25, all to C.
        var result = Papers.Election(4, 3, "10 A B C", "4 B C", "3 C", "3 D").Count(Method.ScottishStv);

        Assert.Equal("8.00000", result.Total('B', 2));
        Assert.Equal("5.00000", result.Total('C', 3));
        Assert.Equal("ABC", result.Elected());
    }

    [Fact]
    public void The_largest_surplus_is_transferred_first()
    {
        var result = Papers.Election(4, 3, "9 A C", "12 B D", "2 C", "1 D").Count(Method.ScottishStv);

        Assert.Equal(new Decision(2, 1), result.Elected[0]);
        Assert.Equal("7.00000", result.Total('B', 2));
        Assert.Equal("9.00000", result.Total('A', 2));
        Assert.Equal("7.00000", result.Total('A', 3));
    }

    [Fact]
    public void A_tie_for_exclusion_is_decided_by_the_latest_earlier_stage_and_not_by_the_first()
    {
        // E's papers go to C and one of D's to B. B 10, 10, 11 and C 9, 11, 11: equal at stage 3. At stage 1 C had fewer, but at
        // stage 2, the latest at which they differ, B had: B is excluded.
        var result = Papers.Election(6, 1, "30 A", "31 F", "10 B", "9 C", "2 E C", "1 D B", "2 D").Count(Method.ScottishStv);

        Assert.Equal([new Decision(5, 1), new Decision(4, 2), new Decision(2, 3)], result.Excluded.Take(3));
        Assert.Contains(result.Stages[2].Events, e => e is TieResolved { Chosen: 2, Stage: 2 });
    }

    [Fact]
    public void Equal_at_the_latest_different_stage_goes_on_to_the_stages_before()
    {
        var result = Papers.Election(
            6, 1, "30 A", "30 F", "10 B", "9 C", "8 D", "1 E C", "1 E D", "1 E D").Count(Method.ScottishStv, Papers.Lots("AF"));

        // After E is excluded: B 10, C 10, D 10. At stage 1: B 10, C 9, D 8. D is excluded, then C is behind B at stage 1.
        Assert.Equal([new Decision(5, 1), new Decision(4, 2)], result.Excluded.Take(2));
        Assert.Equal(new Decision(3, 3), result.Excluded[2]);
    }

    [Fact]
    public void A_tie_that_no_stage_decides_stops_the_count_and_names_the_tied()
    {
        var election = Papers.Election(3, 1, "3 A", "2 B", "2 C");
        var result = election.Count(Method.ScottishStv);

        Assert.Equal("BC", result.Tied());
        Assert.Equal(TieKind.Exclusion, result.Undecided!.Kind);
        Assert.Equal(1, result.Undecided.Stage);
        Assert.Empty(result.Elected);
    }

    [Fact]
    public void A_drawn_lot_lets_the_count_go_on_and_stands_in_the_account()
    {
        var election = Papers.Election(3, 1, "3 A", "2 B A", "2 C B");
        var result = election.Count(Method.ScottishStv, Papers.Lots("BC"));

        Assert.Equal(new Decision(3, 1), result.Excluded[0]);
        Assert.Equal("B", result.Elected());
        Assert.Contains(result.Stages[0].Events, e => e is TieResolved { Chosen: 3, Stage: null });
        Assert.Equal("A", election.Count(Method.ScottishStv, Papers.Lots("CB")).Elected());
    }

    [Fact]
    public void Equal_surpluses_are_a_tie_when_they_were_always_equal()
    {
        var result = Papers.Election(4, 3, "10 A C", "10 B D", "2 C", "2 D").Count(Method.ScottishStv);

        Assert.Equal("AB", result.Tied());
        Assert.Equal(TieKind.Surplus, result.Undecided!.Kind);
        Assert.Equal("AB", result.Elected());
    }

    [Fact]
    public void When_as_many_continue_as_there_are_vacancies_they_are_elected_at_the_last_stage_without_the_quota()
    {
        var result = Papers.Election(3, 2, "10 A", "3 B", "2 C").Count(Method.ScottishStv);

        Assert.Equal([new Decision(1, 1), new Decision(2, 3)], result.Elected);
        Assert.Equal("3.00000", result.Total('B', 3));
    }

    [Fact]
    public void Withdrawn_candidates_are_passed_over_as_if_they_were_not_on_the_paper()
    {
        var result = Papers.Election(3, 1, "-A", "5 A B", "4 C", "1 A").Count(Method.ScottishStv);

        Assert.Equal(9, result.Valid);
        Assert.Equal(1, result.Spoilt);
        Assert.Equal("B", result.Elected());
        Assert.False(result.Stages[0].Totals.ContainsKey(1));
    }

    [Fact]
    public void A_paper_goes_no_further_than_to_an_equal_rank_and_is_spoilt_when_it_begins_with_one()
    {
        var result = Papers.Election(4, 1, "5 A", "3 B C=D A", "4 C=D A", "4 D").Count(Method.ScottishStv);

        Assert.Equal(12, result.Valid);
        Assert.Equal(4, result.Spoilt);
        Assert.Equal("3.00000", result.Stages[2].NonTransferable.ToString());
    }

    [Fact]
    public void Nobody_votes_and_everybody_who_fits_is_elected()
    {
        var result = Papers.Election(2, 3).Count(Method.ScottishStv);

        Assert.Equal("AB", result.Elected());
        Assert.Null(result.Undecided);
    }
}
