namespace VpVarmland.Elections.Counting.SimpleVotes;

/// <summary>
/// Choose-up-to-N and approval: every name on a paper is one vote and those with most votes are elected. The order on the paper
/// does not matter. With choose-up-to-N a paper with more names than there are seats is spoilt.
/// </summary>
public static class MostVotes
{
    private static readonly Bilingual Most = new("har flest röster", "has the most votes");

    /// <summary>Counts choose-up-to-N.</summary>
    public static CountResult Choose(Election election, CountOptions options) => Count(Method.Choose, election, options, election.Seats);

    /// <summary>Counts approval.</summary>
    public static CountResult Approval(Election election, CountOptions options) => Count(Method.Approval, election, options, int.MaxValue);

    private static CountResult Count(Method method, Election election, CountOptions options, int namesAllowed)
    {
        var tally = NamedVotes.Add(election, (box, group) =>
        {
            var names = NamedVotes.AllNames(election, box, group);
            return names.Count <= namesAllowed ? names : [];
        });
        var events = new List<CountEvent>
        {
            new Remark(new Bilingual("Varje namn på en valsedel är en röst.", "Every name on a paper is one vote.")),
        };
        var (elected, tied) = NamedVotes.TakeMost(election.Standing, tally.Votes, election.Seats, options.Lots, events);
        events.AddRange(elected.Select(c => new CandidateElected(c, Most)));
        return new CountResult(method, election)
        {
            Valid = tally.Papers,
            Blank = election.Blank,
            Spoilt = tally.Spoilt,
            Elected = [.. elected.Select(c => new Decision(c, 1))],
            Stages = [new Stage(1, NamedVotes.Totals(election, tally.Votes), Amount.Whole(0), events)],
            Undecided = tied is null ? null : new Undecided(1, TieKind.Election, tied),
        };
    }
}
