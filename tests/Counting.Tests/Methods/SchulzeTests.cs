namespace VpVarmland.Tests.Methods;

/// <summary>
/// The worked examples of M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
/// election method", Social Choice and Welfare 36 (2011) 267–303, section 3, with winning votes.
/// </summary>
public sealed class SchulzeTests
{
    [Theory]
    [InlineData("D", 4, "8 A C D B", "2 B A D C", "4 C D B A", "4 D B A C", "3 D C B A")]
    [InlineData("D", 4, "12 A B C D", "6 A D B C", "9 B C D A", "15 C D A B", "21 D B A C")]
    [InlineData("E", 5, "5 A C B E D", "5 A D E C B", "8 B E D A C", "3 C A B E D", "7 C A E B D", "2 C B A D E", "7 D C E B A", "8 E B A D C")]
    [InlineData("A", 6, "3 A D E B C F", "3 B F E C D A", "4 C A B F D E", "1 D B C E F A", "4 D E F A B C", "2 E C B D F A", "2 F A C D B E")]
    [InlineData("D", 6, "3 A D E B C F", "3 B F E C D A", "4 C A B F D E", "1 D B C E F A", "4 D E F A B C", "2 E C B D F A", "2 F A C D B E", "2 A E F C B D")]
    [InlineData("A", 4, "3 A B D C", "5 A D B C", "1 A D C B", "2 B A D C", "2 B D C A", "4 C A B D", "6 C B A D", "2 D B C A", "5 D C A B")]
    [InlineData("B", 5, "9 A D B E C", "6 B C A D E", "5 B C D E A", "2 C D B E A", "6 D E C B A", "14 E A C B D", "2 E C A B D", "1 E D A C B")]
    [InlineData("E", 5, "9 A D B E C", "1 B A C E D", "6 C B A D E", "2 C D B E A", "5 C D E A B", "6 D E C A B", "14 E B A C D", "2 E B C A D")]
    [InlineData("D", 4, "6 A B C D", "8 A=B", "8 A=C", "18 A=C D", "8 A=C=D", "40 B", "4 C B D", "9 C D A", "8 C=D", "14 D A B", "11 D B C", "4 D C A")]
    public void The_papers_examples_elect_as_published(string winner, int candidates, params string[] papers) =>
        Assert.Equal(winner, Papers.Election(candidates, 1, papers).Count(Method.Schulze).Elected());

    [Fact]
    public void Strengths_of_the_strongest_paths_are_as_published()
    {
        // Example 1 of the paper: A 21 papers, p[A, B] = 14, p[D, A] = 12 …
        var result = Papers.Election(4, 1, "8 A C D B", "2 B A D C", "4 C D B A", "4 D B A C", "3 D C B A").Count(Method.Schulze);

        long[,] published = { { 0, 14, 14, 12 }, { 13, 0, 13, 12 }, { 13, 15, 0, 12 }, { 13, 19, 13, 0 } };
        Assert.Equal(published, result.Pairwise!.Strengths);
        Assert.Equal("DACB", result.Ranked());
    }

    [Theory]
    [InlineData("BD", "3 A B C D", "2 C B D A", "2 D A B C", "2 D B C A")]
    [InlineData("AD", "6 A C D B", "1 B A D C", "3 C B D A", "3 D B A C", "2 D C B A")]
    public void Several_who_are_unbeaten_are_undecided_and_a_lot_decides(string tied, params string[] papers)
    {
        var election = Papers.Election(4, 1, papers);

        Assert.Equal(tied, election.Count(Method.Schulze).Tied());
        Assert.Equal(tied[1..], election.Count(Method.Schulze, Papers.Lots($"{tied[1]}{tied[0]}")).Elected());
    }

    [Fact]
    public void A_tie_that_no_seat_depends_on_stands_as_equal_in_the_ranking()
    {
        var result = Papers.Election(4, 1, "10 A B=C D").Count(Method.Schulze);

        Assert.Equal("A(BC)D", result.Ranked());
        Assert.Null(result.Undecided);
        Assert.Equal("BC", Papers.Election(4, 2, "10 A B=C D").Count(Method.Schulze).Tied());
        Assert.Equal("ABC", Papers.Election(4, 3, "10 A B=C D").Count(Method.Schulze).Elected());
    }

    [Fact]
    public void Those_not_named_are_below_the_named_and_equal_among_themselves()
    {
        var result = Papers.Election(3, 1, "2 A", "1 B A").Count(Method.Schulze);

        Assert.Equal(2, result.Pairwise!.Votes[0, 1]);
        Assert.Equal(3, result.Pairwise.Votes[0, 2]);
        Assert.Equal(0, result.Pairwise.Votes[2, 0]);
        Assert.Equal("ABC", result.Ranked());
    }

    [Fact]
    public void A_withdrawn_candidate_is_in_no_path()
    {
        var result = Papers.Election(4, 1, "-D", "8 A C D B", "2 B A D C", "4 C D B A", "4 D B A C", "3 D C B A").Count(Method.Schulze);

        Assert.Equal("A", result.Elected());
    }
}
