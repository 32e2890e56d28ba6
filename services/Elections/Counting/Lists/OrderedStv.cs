using VpVarmland.Elections.Counting.Stv;

namespace VpVarmland.Elections.Counting.Lists;

/// <summary>
/// An ordered list by STV: for k = 1 … n a Scottish count of k seats in which those already placed cannot be excluded, so that exactly one
/// new candidate is elected, and takes place k. When several new reach the quota at the same stage, the one with most votes does.
/// Source: J. Otten, Voting matters 9 (1998).
/// </summary>
public static class OrderedStv
{
    /// <summary>Counts a list. Rules that cannot be met are refused.</summary>
    public static Outcome<CountResult> Count(Election election, CountOptions options)
    {
        if (RuleCheck.Check(election, options.Rules) is { } refusal)
        {
            return refusal;
        }

        var everybody = PaperTrail.Flags(election.Candidates.Count, election.Standing);
        var spoilt = new PaperTrail(election).Distribute(new long[election.Candidates.Count + 1], everybody);
        return new ListCount(election, options, Next).Run(Method.OrderedStv, election.Ballots.Papers - spoilt, spoilt);

        NextPlace Next(IReadOnlyList<int> placed, IReadOnlySet<int> barred, int firstStage)
        {
            var count = new ScottishCount(election, options with { Progress = null }, new ScottishSetup(
                placed.Count + 1, placed.ToHashSet(), barred, StopAtFirstNew: true, firstStage, placed.Count + 1));
            var result = count.Run();
            return new NextPlace(count.FirstNew, result.Undecided, result.Stages, result.Quota);
        }
    }
}
