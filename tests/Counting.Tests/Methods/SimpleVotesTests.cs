using VpVarmland.Elections.Counting.SimpleVotes;

namespace VpVarmland.Tests.Methods;

/// <summary>Majority rounds, choose-up-to-N and approval.</summary>
public sealed class SimpleVotesTests
{
    [Fact]
    public void More_than_half_of_the_valid_votes_elects()
    {
        var result = Papers.Election(2, 1, "6 A", "5 B").Count(Method.Majority);

        Assert.Equal([new Decision(1, 1)], result.Elected);
        Assert.Equal(Amount.Whole(6), result.Quota);
    }

    [Fact]
    public void Exactly_half_is_not_more_than_half()
    {
        var result = Papers.Election(3, 1, "5 A", "3 B", "2 C").Count(Method.Majority);

        Assert.Empty(result.Elected);
        Assert.Equal(TieKind.NoMajority, result.Undecided!.Kind);
        Assert.Equal("ABC", result.Tied());
    }

    [Fact]
    public void Whether_blanks_are_valid_is_a_setting_and_can_decide()
    {
        var election = Papers.Election(2, 1, "6 A", "4 B", "3 ");

        Assert.Equal("A", election.Count(Method.Majority).Elected());
        var strict = election.Count(Method.Majority, CountOptions.Default with { BlankIsValid = true });
        Assert.Equal(13, strict.Valid);
        Assert.Empty(strict.Elected);
        Assert.NotEmpty(strict.Remarks);
    }

    [Fact]
    public void Rounds_go_on_until_somebody_has_a_majority()
    {
        var first = Papers.Election(3, 1, "5 A", "4 B", "3 C");
        var second = Papers.Election(3, 1, "-C", "5 A", "7 B");
        var result = MajorityRounds.Count([first, second], CountOptions.Default).Require();

        Assert.Equal([new Decision(2, 2)], result.Elected);
        Assert.Equal(2, result.Stages.Count);
    }

    [Fact]
    public void Those_elected_in_an_earlier_round_stay_elected_and_the_next_fills_what_is_left()
    {
        var first = Papers.Election(4, 2, "6 A B", "5 A", "4 D C");
        var second = Papers.Election(4, 2, "8 B A", "7 C");
        var result = MajorityRounds.Count([first, second], CountOptions.Default).Require();

        Assert.Equal([new Decision(1, 1), new Decision(2, 2)], result.Elected);
    }

    [Fact]
    public void Rounds_with_other_candidates_are_refused()
    {
        var outcome = MajorityRounds.Count([Papers.Election(3, 1, "1 A"), Papers.Election(2, 1, "1 A")], CountOptions.Default);

        Assert.Equal("majority.other_candidates", outcome.Refusal?.Code);
    }

    [Fact]
    public void Two_with_half_each_are_tied_and_a_lot_may_decide()
    {
        var election = Papers.Election(2, 1, "5 A", "5 B");

        Assert.Equal(TieKind.Election, election.Count(Method.Majority).Undecided!.Kind);
        Assert.Equal("B", election.Count(Method.Majority, Papers.Lots("BA")).Elected());
    }

    [Fact]
    public void Only_as_many_names_as_there_are_seats_count_in_a_majority_vote()
    {
        var result = Papers.Election(3, 1, "6 A B", "5 C B").Count(Method.Majority);

        Assert.Equal("0", result.Total('B', 1));
        Assert.Equal("A", result.Elected());
    }

    [Fact]
    public void Choosing_more_than_there_are_seats_spoils_the_paper()
    {
        var result = Papers.Election(4, 2, "5 A B", "4 C", "9 A B C", "2 ").Count(Method.Choose);

        Assert.Equal((9, 9, 2), (result.Valid, result.Spoilt, result.Blank));
        Assert.Equal("AB", result.Elected());
    }

    [Fact]
    public void Approval_has_no_limit_and_the_order_does_not_matter()
    {
        var result = Papers.Election(3, 1, "5 A B C", "4 C B", "3 B").Count(Method.Approval);

        Assert.Equal("B", result.Elected());
        Assert.Equal("12", result.Total('B', 1));
    }

    [Fact]
    public void Equal_votes_for_the_last_seat_are_undecided_until_a_lot_is_drawn()
    {
        var election = Papers.Election(4, 2, "5 A", "4 B", "4 C", "1 D");

        Assert.Equal("A", election.Count(Method.Choose).Elected());
        Assert.Equal("BC", election.Count(Method.Choose).Tied());
        Assert.Equal("AC", election.Count(Method.Choose, Papers.Lots("CB")).Elected());
    }
}
