using VpVarmland.Elections.Counting.Lists;

namespace VpVarmland.Tests.Lists;

/// <summary>Ordered lists by STV with the guard.</summary>
public sealed class OrderedStvTests
{
    [Fact]
    public void Each_place_goes_to_the_new_one_elected_when_one_more_seat_is_counted()
    {
        // k = 1: quota 6. A 5, B 3, C 2, D 1: D then C go out, B gets 1 + 2 = 6 … and is elected.
        // k = 2: quota 4. A and B: A reaches it at once, B is guarded.
        var result = Papers.Election(4, 3, "5 A", "3 B", "2 C B", "1 D B").Count(Method.OrderedStv);

        Assert.Equal("BA", result.Elected()[..2]);
        Assert.Equal([1, 2, 3], result.Places.Select(p => p.Place));
    }

    [Fact]
    public void One_who_is_placed_cannot_be_excluded_when_the_next_place_is_counted()
    {
        // C is everybody's second choice and takes place 1; alone with two seats C would be excluded first.
        var election = Papers.Election(3, 2, "4 A C", "4 B C", "2 C", "1 A C");
        var first = election.Count(Method.OrderedStv, CountOptions.Default);

        Assert.Equal(Papers.Election(3, 1, "5 A C", "4 B C", "2 C").Count(Method.ScottishStv).Elected()[..1], first.Elected()[..1]);
        Assert.DoesNotContain(first.Stages.Where(s => s.Place == 2), s => s.Events.OfType<CandidateExcluded>()
            .Any(e => e.Candidate == first.Elected[0].Candidate));
    }

    [Fact]
    public void Of_several_new_who_reach_the_quota_together_the_one_with_most_votes_takes_the_place()
    {
        var result = Papers.Election(3, 3, "40 A", "35 B", "25 C B").Count(Method.OrderedStv);

        // k = 1: C goes out, B wins with 60. k = 2: quota 34, A and B reach it at stage 1; B is placed, A is new.
        Assert.Equal("BAC", result.Elected());
    }

    [Fact]
    public void Every_stage_says_which_place_it_is_about_and_stages_are_numbered_through()
    {
        var result = Papers.Election(4, 3, "5 A", "3 B", "2 C B", "1 D B").Count(Method.OrderedStv);

        Assert.Equal(Enumerable.Range(1, result.Stages.Count), result.Stages.Select(s => s.Number));
        Assert.All(result.Stages, s => Assert.NotNull(s.Place));
        Assert.Equal(3, result.Stages[^1].Place);
    }

    [Fact]
    public void A_tie_for_a_place_stops_the_list_there_and_a_lot_lets_it_go_on()
    {
        var election = Papers.Election(3, 2, "4 A", "4 B", "2 C");

        var open = election.Count(Method.OrderedStv);
        Assert.Equal((1, "AB"), (open.Undecided!.Place, open.Tied()));
        Assert.Equal("AB", election.Count(Method.OrderedStv, Papers.Lots("AB")).Elected());
    }

    [Fact]
    public void Fixed_top_places_are_filled_without_counting_and_guarded_after()
    {
        var options = CountOptions.Default with { Rules = new ListRules { Fixed = [3] } };
        var result = Papers.Election(3, 2, "6 A", "3 B", "1 C").Count(Method.OrderedStv, options);

        Assert.Equal("CA", result.Elected());
        Assert.Equal("fixed place", result.Places[0].Rule!.English);
    }
}
