using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Elections.Teller.Count;

namespace VpVarmland.Tests.Properties;

/// <summary>What must hold for every election and every method.</summary>
public sealed class CountProperties
{
    public static TheoryData<Method> Methods => new(Enum.GetValues<Method>());

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_order_of_papers_and_splitting_them_change_nothing(Method method) => ForAll.Holds(
        from election in Cases(method) from seed in Gen.Choose(0, int.MaxValue) select (election, seed),
        drawn =>
        {
            var random = new Random(drawn.seed);
            var split = drawn.election.Papers.SelectMany(p => Enumerable.Repeat(p with { Weight = 1 }, p.Weight)).ToArray();
            random.Shuffle(split);
            var number = Enumerable.Range(1, drawn.election.Candidates).ToList();

            Assert.Equal(Json(drawn.election.Build().Count(method)), Json(drawn.election.Build(split, number).Count(method)));
        },
        Times(method));

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_numbering_of_candidates_does_not_matter(Method method) => ForAll.Holds(
        from election in Cases(method)
        from number in Gen.Shuffle(Enumerable.Range(1, election.Candidates).ToArray())
        select (election, number),
        drawn =>
        {
            var plain = drawn.election.Build().Count(method);
            var renumbered = drawn.election.Build(drawn.election.Papers, drawn.number).Count(method);

            int Now(int before) => drawn.number[before - 1];
            Assert.Equal(plain.Elected.Select(e => e with { Candidate = Now(e.Candidate) }).ToHashSet(), renumbered.Elected.ToHashSet());
            Assert.Equal(plain.Excluded.Select(e => e with { Candidate = Now(e.Candidate) }).ToHashSet(), renumbered.Excluded.ToHashSet());
            Assert.Equal(plain.Ranking.Select(r => string.Join('=', r.Select(Now).Order())), renumbered.Ranking.Select(r => string.Join('=', r.Order())));
            Assert.Equal(plain.Undecided?.Candidates.Select(Now).Order(), renumbered.Undecided?.Candidates.Order());
            Assert.Equal(plain.Stages.Count, renumbered.Stages.Count);
            Assert.All(plain.Stages.Zip(renumbered.Stages), stages =>
                Assert.All(stages.First.Totals, total => Assert.Equal(total.Value, stages.Second.Totals[Now(total.Key)])));
        },
        Times(method));

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_decided_count_fills_every_seat_with_different_candidates_who_stand(Method method) => ForAll.Holds(
        Cases(method),
        drawn =>
        {
            var election = drawn.Build();
            var result = election.Count(method);
            var elected = result.Elected.Select(e => e.Candidate).ToList();

            Assert.Equal(elected.Count, elected.Distinct().Count());
            Assert.Empty(elected.Except(election.Standing));
            Assert.True(result.Undecided is not null || elected.Count == Math.Min(election.Seats, election.Standing.Count()));
            Assert.Equal(election.Ballots.Papers + election.Blank, result.Valid + result.Blank + result.Spoilt);
        },
        Times(method));

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_lot_that_orders_everybody_decides_every_tie_but_not_a_missing_majority(Method method) => ForAll.Holds(
        Cases(method),
        drawn =>
        {
            var options = CountOptions.Default with { Lots = new Lots<int>([Enumerable.Range(1, drawn.Candidates).ToList()]) };

            Assert.True(drawn.Build().Count(method, options).Undecided is null or { Kind: TieKind.NoMajority });
        },
        Times(method));

    [Theory]
    [InlineData(Method.Majority)]
    [InlineData(Method.ScottishStv)]
    [InlineData(Method.MeekStv)]
    [InlineData(Method.Schulze)]
    [InlineData(Method.OrderedStv)]
    [InlineData(Method.SchulzeRanking)]
    public void One_who_more_than_half_rank_first_wins_one_seat(Method method) => ForAll.Holds(
        ElectionCase.Strict,
        drawn =>
        {
            var winner = drawn.Candidates;
            var others = drawn.Papers.Where(p => p.Ranks.Count > 0).Sum(p => p.Weight);
            var papers = drawn.Papers.Append(new PaperCase(others + 1, [[winner]]));
            var election = (drawn with { Seats = 1, Withdrawn = [] }).Build(papers, [.. Enumerable.Range(1, drawn.Candidates)]);

            Assert.Equal([winner], election.Count(method).Elected.Select(e => e.Candidate));
        });

    private static Gen<ElectionCase> Cases(Method method) =>
        method is Method.SchulzeRanking ? ElectionCase.Small : ElectionCase.WithEqualRanks;

    private static int Times(Method method) => method is Method.SchulzeRanking or Method.OrderedStv ? 100 : 200;

    private static string Json(CountResult result)
    {
        using var writer = new StringWriter();
        CountJson.Write(result, writer);
        return writer.ToString();
    }
}
