namespace VpVarmland.Elections.Counting.Seats;

/// <summary>The seats of one party at one level of votes.</summary>
/// <param name="Percent">Its votes, in per cent of those in the file.</param>
/// <param name="Share">Its votes as a share of the valid votes of the whole area.</param>
/// <param name="Total">All its seats; null when a tie leaves them open.</param>
/// <param name="ByConstituency">Its seats by constituency, only those where it has any.</param>
public sealed record WhatIfStep(Rational Percent, Rational Share, int? Total, IReadOnlyDictionary<string, int> ByConstituency);

/// <summary>How far down a list is electable in a constituency over a range of votes.</summary>
/// <param name="Certain">Places that are won at every level: the first so many of the list.</param>
/// <param name="Possible">Places that are won at some level.</param>
public sealed record ElectablePlaces(string Constituency, int Certain, int Possible);

/// <summary>
/// What if a party had more or fewer votes: its votes change in every constituency by the same factor, all others stay as they
/// are, and the seats are shared out again.
/// </summary>
public static class WhatIf
{
    /// <summary>The seats of a party at each level.</summary>
    /// <param name="percents">Levels in per cent of the party's votes in the file.</param>
    public static IReadOnlyList<WhatIfStep> Vary(
        SeatElection election, string party, IEnumerable<Rational> percents, Lots<string> lots, CancellationToken cancel = default) =>
        [.. percents.Select(percent =>
        {
            cancel.ThrowIfCancellationRequested();
            return Step(election, party, percent, lots);
        })];

    /// <summary>Which list places the levels make certain and possible, by constituency.</summary>
    public static IReadOnlyList<ElectablePlaces> Electable(SeatElection election, IReadOnlyList<WhatIfStep> steps) =>
        [.. election.Constituencies.Select(c => new ElectablePlaces(
            c.Name,
            steps.Min(s => s.ByConstituency.GetValueOrDefault(c.Name)),
            steps.Max(s => s.ByConstituency.GetValueOrDefault(c.Name)))).Where(e => e.Possible > 0)];

    private static WhatIfStep Step(SeatElection election, string party, Rational percent, Lots<string> lots)
    {
        var constituencies = election.Constituencies.Select(c =>
        {
            var (votes, change) = Scale(c.Votes, party, percent);
            return c with { Votes = votes, ValidVotes = c.ValidVotes + change };
        }).ToList();
        var (whole, more) = Scale(election.Votes, party, percent);
        var varied = election with { Constituencies = constituencies, Votes = whole, ValidVotes = election.ValidVotes + more };
        var result = SeatAllocation.Share(varied, lots);
        return new WhatIfStep(
            percent,
            varied.ValidVotes == 0 ? 0 : new Rational(whole.GetValueOrDefault(party), varied.ValidVotes),
            result.Undecided ? null : result.Totals.GetValueOrDefault(party),
            result.Constituencies
                .Select(c => (c.Name, Seats: c.Fixed.GetValueOrDefault(party) + c.Adjustment.GetValueOrDefault(party)))
                .Where(c => c.Seats > 0).ToDictionary(c => c.Name, c => c.Seats));
    }

    private static (Dictionary<string, long> Votes, long Change) Scale(IReadOnlyDictionary<string, long> votes, string party, Rational percent)
    {
        var before = votes.GetValueOrDefault(party);
        var after = (long)(percent * before / 100).Truncate(0).Units;
        return (new Dictionary<string, long>(votes) { [party] = after }, after - before);
    }
}
