namespace VpVarmland.Elections.Counting.Account;

/// <summary>The state after a stage of the count.</summary>
/// <param name="Number">From 1; stage 1 is the first preferences.</param>
/// <param name="Totals">Votes by candidate number, for all who stand.</param>
/// <param name="NonTransferable">Votes with nobody: papers without a further choice and what truncation loses.</param>
/// <param name="Events">What happened at the stage, in order.</param>
/// <param name="Quota">The quota at this stage, where the method changes it.</param>
/// <param name="Place">The place on the list that the stage helps to fill, for ordered lists.</param>
public sealed record Stage(
    int Number,
    IReadOnlyDictionary<int, Amount> Totals,
    Amount NonTransferable,
    IReadOnlyList<CountEvent> Events,
    Amount? Quota = null,
    int? Place = null);

/// <summary>A candidate who was elected or excluded, and the stage at which.</summary>
public sealed record Decision(int Candidate, int Stage);

/// <summary>How a place on an ordered list was filled.</summary>
/// <param name="Place">From 1.</param>
/// <param name="Candidate">Who stands there.</param>
/// <param name="Displaced">Who the ballots alone would have placed there, when a rule moved them; else null.</param>
/// <param name="Rule">The rule that moved them, or that filled the place by itself; else null.</param>
public sealed record ListPlace(int Place, int Candidate, int? Displaced = null, Bilingual? Rule = null)
{
    /// <summary>The place in one sentence.</summary>
    public Bilingual Tell(Election election)
    {
        var name = election[Candidate].Name;
        return (Displaced, Rule) switch
        {
            ({ } other, { } rule) => new(
                $"Plats {Place}: {name}. Valsedlarna ensamma hade satt {election[other].Name} här; regeln ”{rule.Swedish}” flyttade.",
                $"Place {Place}: {name}. The ballots alone would have placed {election[other].Name} here; the rule “{rule.English}” moved them."),
            (null, { } rule) => new(
                $"Plats {Place}: {name}, enligt regeln ”{rule.Swedish}”.", $"Place {Place}: {name}, by the rule “{rule.English}”."),
            _ => new($"Plats {Place}: {name}.", $"Place {Place}: {name}."),
        };
    }
}

/// <summary>Pairwise comparisons: <c>Votes[i, j]</c> papers prefer candidate i + 1 to candidate j + 1; Strengths are the strongest paths.</summary>
public sealed record PairwiseTable(long[,] Votes, long[,] Strengths);

/// <summary>The outcome of a count and the whole account of how it came about.</summary>
public sealed record CountResult(Method Method, Election Election)
{
    /// <summary>The number of papers that count as valid under the method.</summary>
    public required long Valid { get; init; }

    /// <summary>Papers without a name.</summary>
    public required long Blank { get; init; }

    /// <summary>Papers whose names cannot be counted under the method.</summary>
    public required long Spoilt { get; init; }

    /// <summary>What is needed to be elected; null where the method has no such number.</summary>
    public Amount? Quota { get; init; }

    /// <summary>In the order of election; for lists in the order of the places.</summary>
    public IReadOnlyList<Decision> Elected { get; init; } = [];

    /// <summary>In the order of exclusion.</summary>
    public IReadOnlyList<Decision> Excluded { get; init; } = [];

    public IReadOnlyList<Stage> Stages { get; init; } = [];

    /// <summary>The ranking, best first; several in one entry are equal there. Empty for methods that do not rank.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Ranking { get; init; } = [];

    /// <summary>The places of an ordered list.</summary>
    public IReadOnlyList<ListPlace> Places { get; init; } = [];

    /// <summary>General remarks on the count, for example on how a setting was used.</summary>
    public IReadOnlyList<Bilingual> Remarks { get; init; } = [];

    /// <summary>Ties that were decided in a method that has no stages to tell them at.</summary>
    public IReadOnlyList<TieResolved> TiesOutsideStages { get; init; } = [];

    /// <summary>Every tie that was decided, and the stage it belongs to.</summary>
    public IEnumerable<(int Stage, TieResolved Tie)> Ties => Stages
        .SelectMany(stage => stage.Events.OfType<TieResolved>().Select(tie => (stage.Number, tie)))
        .Concat(TiesOutsideStages.Select(tie => (1, tie)));

    public PairwiseTable? Pairwise { get; init; }

    /// <summary>Why the count stopped; null when it is decided.</summary>
    public Undecided? Undecided { get; init; }
}
