using VpVarmland.Elections.Counting.Schulze;

namespace VpVarmland.Tests.Methods;

/// <summary>Schulze's proportional ranking.</summary>
public sealed class ProportionalRankingTests
{
    // M. Schulze, "Free riding and vote management under proportional representation by the single transferable vote", section 6.2.
    private static readonly string[] PublishedPapers =
    [
        "6 A D B C E", "12 A D E C B", "72 A D E B C", "6 A E B D C", "30 B D C E A",
        "48 B E A D C", "24 B E D C A", "168 C A E B D", "108 D B E C A", "30 E A B D C",
    ];

    [Fact]
    public void The_published_example_ranks_as_published() =>
        Assert.Equal("ECABD", Papers.Election(5, 5, PublishedPapers).Count(Method.SchulzeRanking).Ranked());

    [Fact]
    public void The_list_is_as_long_as_there_are_places() =>
        Assert.Equal("ECA", Papers.Election(5, 3, PublishedPapers).Count(Method.SchulzeRanking).Ranked());

    [Fact]
    public void Mirrored_papers_are_tied_and_a_lot_places_one_of_them()
    {
        var election = Papers.Election(5, 5, "1 A D B C E", "1 D A E C B");

        Assert.Equal("AD", election.Count(Method.SchulzeRanking).Tied());
        var result = election.Count(Method.SchulzeRanking, Papers.Lots("DA"));
        Assert.Equal("DA", result.Elected()[..2]);
        Assert.Equal("BCE", result.Tied());
        Assert.Equal(3, result.Undecided!.Place);
        Assert.Contains(result.Ties, t => t.Tie is { Chosen: 4, Stage: null });
    }

    [Fact]
    public void Strength_is_what_each_can_be_given_of_their_own()
    {
        // Two candidates against a third: 6 prefer only the first, 2 only the second, 4 both. Each can have 6: 6, and 2 + 4.
        var both = new VoteManagement(2, new() { [(0b01, 0)] = 6, [(0b10, 0)] = 2, [(0b11, 0)] = 4, [(0, 0)] = 5 });

        Assert.Equal(6, both.Strength());
        var few = new VoteManagement(2, new() { [(0b01, 0)] = 9, [(0b10, 0)] = 1, [(0b11, 0)] = 1, [(0, 0)] = 1 });
        Assert.Equal(2, few.Strength());
        var odd = new VoteManagement(2, new() { [(0b11, 0)] = 7 });
        Assert.Equal(new Rational(7, 2), odd.Strength());
    }

    [Fact]
    public void The_indifferent_are_completed_in_proportion_to_those_who_are_not()
    {
        // 6 prefer the candidate, 3 the opponent, 9 are indifferent: two thirds of the 9 are completed for the candidate.
        var completed = new VoteManagement(1, new() { [(1, 0)] = 6, [(0, 0)] = 3, [(0, 1)] = 9 }).Completed();

        Assert.Equal(12, completed[1]);
        Assert.Equal(6, completed[0]);
    }

    [Fact]
    public void When_nobody_has_an_opinion_each_alone_and_none_share_evenly()
    {
        var completed = new VoteManagement(2, new() { [(0, 0b11)] = 9 }).Completed();

        Assert.Equal(9, completed.Values.Aggregate((Rational)0, (sum, w) => sum + w));
        Assert.Equal(completed[0b01], completed[0b10]);
    }

    [Fact]
    public void A_list_longer_than_can_be_counted_is_refused()
    {
        var election = Papers.Election(20, 20, "1 A B C");
        var outcome = Counter.Count(Method.SchulzeRanking, election, CountOptions.Default);

        Assert.Equal("schulze_ranking.too_long", outcome.Refusal?.Code);
    }
}
