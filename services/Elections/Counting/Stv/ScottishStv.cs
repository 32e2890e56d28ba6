namespace VpVarmland.Elections.Counting.Stv;

/// <summary>Single transferable vote as in Scottish local elections. See <see cref="ScottishCount"/> for the rule and its source.</summary>
public static class ScottishStv
{
    /// <summary>Counts an election.</summary>
    public static CountResult Count(Election election, CountOptions options) =>
        new ScottishCount(election, options, ScottishSetup.Plain(election.Seats)).Run();
}
