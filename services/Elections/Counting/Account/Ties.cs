namespace VpVarmland.Elections.Counting.Account;

/// <summary>The count stopped: these are tied (or short of a majority) and a lot (or a round) is needed to go on.</summary>
/// <param name="Stage">The stage at which the count stopped.</param>
/// <param name="Place">The place on the list that was to be filled, for ordered lists.</param>
public sealed record Undecided(int Stage, TieKind Kind, IReadOnlyList<int> Candidates, int? Place = null)
{
    /// <summary>What stopped the count and what it takes to go on.</summary>
    public Bilingual Tell(Election election)
    {
        var (swedish, english) = Ties.About(Kind);
        var place = Place is null ? new Bilingual(string.Empty, string.Empty) : new Bilingual($", plats {Place}", $", place {Place}");
        return Kind == TieKind.NoMajority
            ? new(
                $"Ingen har fler än hälften av de giltiga rösterna. En ny omgång behövs mellan: {election.Names(Candidates)}.",
                $"Nobody has more than half of the valid votes. Another round is needed between: {election.Names(Candidates)}.")
            : new(
                $"Oavgjort i steg {Stage}{place.Swedish} ({swedish}): {election.Names(Candidates)}. Dra lott och räkna om med lotten.",
                $"Undecided at stage {Stage}{place.English} ({english}): {election.Names(Candidates)}. Draw lots and count again with the lot.");
    }
}

internal static class Ties
{
    public static (string Swedish, string English) About(TieKind kind) => kind switch
    {
        TieKind.Exclusion => ("vem som stryks", "who is excluded"),
        TieKind.Surplus => ("vems överskott som förs över först", "whose surplus is transferred first"),
        TieKind.Place => ("vem som får platsen", "who takes the place"),
        TieKind.NoMajority => ("ingen majoritet", "no majority"),
        _ => ("vem som väljs", "who is elected"),
    };
}
