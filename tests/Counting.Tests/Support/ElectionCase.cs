using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace VpVarmland.Tests.Support;

/// <summary>A paper of a generated election: so many alike, and the candidates rank by rank.</summary>
internal sealed record PaperCase(int Weight, IReadOnlyList<IReadOnlyList<int>> Ranks)
{
    public override string ToString() => $"{Weight} {string.Join(' ', Ranks.Select(r => string.Join('=', r)))}";
}

/// <summary>A generated election, small enough that a failing one can be counted by hand.</summary>
internal sealed record ElectionCase(int Candidates, int Seats, IReadOnlyList<PaperCase> Papers, IReadOnlyList<int> Withdrawn)
{
    /// <summary>Elections where every paper is a strict order of some of the candidates.</summary>
    public static Gen<ElectionCase> Strict { get; } = Generate(equalRanks: false, maxCandidates: 6);

    /// <summary>Elections with equal ranks on some papers.</summary>
    public static Gen<ElectionCase> WithEqualRanks { get; } = Generate(equalRanks: true, maxCandidates: 6);

    /// <summary>Elections with few candidates, for methods whose work grows fast.</summary>
    public static Gen<ElectionCase> Small { get; } = Generate(equalRanks: true, maxCandidates: 5);

    public Election Build() => Build(Papers, Enumerable.Range(1, Candidates).ToList());

    /// <summary>The same election with other papers and with candidate n renumbered to <paramref name="number"/>[n − 1].</summary>
    public Election Build(IEnumerable<PaperCase> papers, IReadOnlyList<int> number)
    {
        var box = new BallotBox.Builder();
        var blank = 0L;
        foreach (var paper in papers)
        {
            var marks = paper.Ranks.SelectMany(r => r.Select((c, i) => new Mark(number[c - 1], i > 0))).ToArray();
            blank += marks.Length == 0 ? paper.Weight : 0;
            Assert.True(marks.Length == 0 || box.TryAdd(paper.Weight, marks));
        }

        var candidates = Enumerable.Range(1, Candidates).Select(n => (Number: number[n - 1], Withdrawn: Withdrawn.Contains(n)))
            .OrderBy(c => c.Number)
            .Select(c => new Candidate(c.Number, c.Number.ToString(CultureInfo.InvariantCulture), c.Withdrawn)).ToList();
        return new Election("Generated", Seats, candidates, box.Build(), blank);
    }

    public override string ToString() =>
        $"{Candidates} candidates, {Seats} seats, withdrawn [{string.Join(',', Withdrawn)}]: {string.Join("; ", Papers)}";

    private static Gen<ElectionCase> Generate(bool equalRanks, int maxCandidates) =>
        from candidates in Gen.Choose(2, maxCandidates)
        from seats in Gen.Choose(1, candidates)
        from papers in Paper(candidates, equalRanks).ListOf()
        from withdrawn in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, candidates)))
        select new ElectionCase(candidates, seats, [.. papers.Take(30)], withdrawn == 0 ? [] : [withdrawn]);

    private static Gen<PaperCase> Paper(int candidates, bool equalRanks) =>
        from weight in Gen.Choose(1, 7)
        from order in Gen.Shuffle(Enumerable.Range(1, candidates).ToArray())
        from length in Gen.Choose(0, candidates)
        from joins in Gen.Choose(0, equalRanks ? 3 : 0).ListOf(candidates)
        select new PaperCase(weight, Ranks([.. order.Take(length)], [.. joins.Select(j => j == 3)]));

    private static List<IReadOnlyList<int>> Ranks(int[] order, bool[] joined)
    {
        var ranks = new List<IReadOnlyList<int>>();
        foreach (var (i, candidate) in order.Index())
        {
            if (i > 0 && joined[i])
            {
                ranks[^1] = [.. ranks[^1], candidate];
            }
            else
            {
                ranks.Add([candidate]);
            }
        }

        return ranks;
    }
}
