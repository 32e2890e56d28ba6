namespace VpVarmland.Elections.Counting.Ballots;

/// <summary>One who stands: the number in the file (from 1), the name, and whether the candidature was withdrawn.</summary>
public sealed record Candidate(int Number, string Name, bool Withdrawn = false);

/// <summary>What is counted: who stands, how many are to be elected, and the papers.</summary>
/// <param name="Title">The election's name.</param>
/// <param name="Seats">How many are to be elected; for an ordered list, its number of places.</param>
/// <param name="Candidates">In number order: the candidate with number n stands at index n − 1.</param>
/// <param name="Ballots">The papers with at least one name.</param>
/// <param name="Blank">The number of papers without a name.</param>
public sealed record Election(string Title, int Seats, IReadOnlyList<Candidate> Candidates, BallotBox Ballots, long Blank)
{
    /// <summary>The candidate with this number.</summary>
    public Candidate this[int number] => Candidates[number - 1];

    /// <summary>The numbers of those who stand.</summary>
    public IEnumerable<int> Standing => Candidates.Where(c => !c.Withdrawn).Select(c => c.Number);

    /// <summary>The names of the given candidates, in the given order, for a sentence.</summary>
    public string Names(IEnumerable<int> numbers) => string.Join(", ", numbers.Select(n => this[n].Name));
}
