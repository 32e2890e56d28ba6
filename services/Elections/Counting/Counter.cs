using VpVarmland.Elections.Counting.Lists;
using VpVarmland.Elections.Counting.Schulze;
using VpVarmland.Elections.Counting.SimpleVotes;
using VpVarmland.Elections.Counting.Stv;

namespace VpVarmland.Elections.Counting;

/// <summary>Counts an election by any method.</summary>
public static class Counter
{
    /// <summary>Counts; refused only when the settings cannot be met. A tie without a lot is a result: undecided.</summary>
    public static Outcome<CountResult> Count(Method method, Election election, CountOptions options) => method switch
    {
        Method.Majority => MajorityRounds.Count([election], options),
        Method.Choose => MostVotes.Choose(election, options),
        Method.Approval => MostVotes.Approval(election, options),
        Method.ScottishStv => ScottishStv.Count(election, options),
        Method.MeekStv => MeekStv.Count(election, options),
        Method.Schulze => SchulzeMethod.Count(election, options),
        Method.OrderedStv => OrderedStv.Count(election, options),
        Method.SchulzeRanking => ProportionalRanking.Count(election, options),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, null),
    };
}
