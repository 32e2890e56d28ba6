namespace VpVarmland.Elections.Counting.Account;

/// <summary>Votes that went from one candidate to another.</summary>
public sealed record Transfer(int Candidate, Amount Votes);

/// <summary>Something that happened at a stage, told in one sentence.</summary>
public abstract record CountEvent
{
    /// <summary>The sentence for people.</summary>
    public abstract Bilingual Tell(Election election);

    internal static string Moves(Election election, IReadOnlyList<Transfer> transfers, Language language) => transfers.Count == 0
        ? (language == Language.Swedish ? "ingen röst förs över" : "no vote is transferred")
        : string.Join("; ", transfers.Select(t => $"{election[t.Candidate].Name} +{t.Votes.In(language)}"));
}

/// <summary>Every paper was given to its first choice.</summary>
public sealed record FirstPreferences : CountEvent
{
    public override Bilingual Tell(Election election) =>
        new("Varje valsedel räknas för sitt förstaval.", "Every paper counts for its first choice.");
}

/// <summary>A sentence that needs no data of its own.</summary>
public sealed record Remark(Bilingual Text) : CountEvent
{
    public override Bilingual Tell(Election election) => Text;
}

/// <summary>A candidate's surplus over the quota was transferred.</summary>
public sealed record SurplusTransferred(int Candidate, Amount Surplus, IReadOnlyList<Transfer> Transfers, Amount NotTransferred) : CountEvent
{
    public override Bilingual Tell(Election election) => new(
        $"{election[Candidate].Name} har ett överskott på {Surplus.In(Language.Swedish)}: "
        + $"{Moves(election, Transfers, Language.Swedish)}; ej överförbart +{NotTransferred.In(Language.Swedish)}.",
        $"{election[Candidate].Name} has a surplus of {Surplus}: "
        + $"{Moves(election, Transfers, Language.English)}; non-transferable +{NotTransferred}.");
}

/// <summary>A candidate was excluded and the papers went on.</summary>
public sealed record CandidateExcluded(int Candidate, Amount Votes, IReadOnlyList<Transfer> Transfers, Amount NotTransferred) : CountEvent
{
    public override Bilingual Tell(Election election) => new(
        $"{election[Candidate].Name} har lägst röstetal ({Votes.In(Language.Swedish)}) och stryks: "
        + $"{Moves(election, Transfers, Language.Swedish)}; ej överförbart +{NotTransferred.In(Language.Swedish)}.",
        $"{election[Candidate].Name} has the fewest votes ({Votes}) and is excluded: "
        + $"{Moves(election, Transfers, Language.English)}; non-transferable +{NotTransferred}.");
}

/// <summary>A candidate was elected.</summary>
public sealed record CandidateElected(int Candidate, Bilingual Why) : CountEvent
{
    public override Bilingual Tell(Election election) => new(
        $"{election[Candidate].Name} är vald: {Why.Swedish}.", $"{election[Candidate].Name} is elected: {Why.English}.");
}

/// <summary>What a tie was about.</summary>
public enum TieKind
{
    /// <summary>Who is excluded.</summary>
    Exclusion,

    /// <summary>Whose surplus is transferred first.</summary>
    Surplus,

    /// <summary>Who is elected.</summary>
    Election,

    /// <summary>Who takes the next place on a list.</summary>
    Place,

    /// <summary>Nobody has more than half of the votes: another round is needed.</summary>
    NoMajority,
}

/// <summary>Candidates were tied; an earlier stage or a drawn lot decided.</summary>
/// <param name="Stage">The earlier stage at which they differed; null when a lot decided.</param>
public sealed record TieResolved(TieKind Kind, IReadOnlyList<int> Tied, int Chosen, int? Stage) : CountEvent
{
    public override Bilingual Tell(Election election)
    {
        var (swedish, english) = Ties.About(Kind);
        return Stage is { } stage
            ? new(
                $"Lika röstetal ({swedish}): {election.Names(Tied)}. Steg {stage}, det senaste där de skiljer sig, avgör: {election[Chosen].Name}.",
                $"A tie ({english}): {election.Names(Tied)}. Stage {stage}, the latest at which they differ, decides: {election[Chosen].Name}.")
            : new(
                $"Lika röstetal ({swedish}): {election.Names(Tied)}. Den dragna lotten avgör: {election[Chosen].Name}.",
                $"A tie ({english}): {election.Names(Tied)}. The drawn lot decides: {election[Chosen].Name}.");
    }
}
