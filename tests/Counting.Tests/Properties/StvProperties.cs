using System.Numerics;

namespace VpVarmland.Tests.Properties;

/// <summary>What must hold for the single transferable vote.</summary>
public sealed class StvProperties
{
    [Theory]
    [InlineData(Method.ScottishStv)]
    [InlineData(Method.MeekStv)]
    [InlineData(Method.OrderedStv)]
    public void Totals_and_what_is_not_transferable_are_the_valid_votes_at_every_stage(Method method) => ForAll.Holds(
        ElectionCase.WithEqualRanks,
        drawn =>
        {
            var result = drawn.Build().Count(method);
            foreach (var stage in result.Stages)
            {
                var decimals = stage.NonTransferable.Decimals;
                var sum = stage.Totals.Values.Aggregate(stage.NonTransferable.Units, (s, v) => s + v.Units);
                Assert.Equal(result.Valid * BigInteger.Pow(10, decimals), sum);
                Assert.True(stage.NonTransferable.Units >= 0);
                Assert.All(stage.Totals.Values, v => Assert.True(v.Units >= 0));
            }
        });

    [Fact]
    public void After_a_surplus_is_transferred_the_elected_hold_the_quota_and_no_more() => ForAll.Holds(
        ElectionCase.Strict,
        drawn =>
        {
            var result = drawn.Build().Count(Method.ScottishStv);

            // An exclusion happens only when no surplus is left to transfer.
            foreach (var stage in result.Excluded.Select(e => result.Stages[e.Stage - 1]))
            {
                foreach (var elected in result.Elected.Where(e => e.Stage <= stage.Number))
                {
                    Assert.Equal(result.Quota!.Value.Units * 100_000, stage.Totals[elected.Candidate].Units);
                }
            }
        });

    [Fact]
    public void The_scottish_non_transferable_votes_never_shrink() => ForAll.Holds(
        ElectionCase.WithEqualRanks,
        drawn =>
        {
            var lost = drawn.Build().Count(Method.ScottishStv).Stages.Select(s => s.NonTransferable.Units).ToList();

            Assert.Equal(lost.Order(), lost);
        });

    [Fact]
    public void The_meek_quota_is_never_more_than_that_of_all_valid_votes() => ForAll.Holds(
        ElectionCase.WithEqualRanks,
        drawn =>
        {
            var result = drawn.Build().Count(Method.MeekStv);

            var most = (result.Valid * BigInteger.Pow(10, 9) / (drawn.Seats + 1)) + 1;
            Assert.All(result.Stages, s => Assert.True(s.Quota!.Value.Units <= most));
        });

    [Theory]
    [InlineData(Method.ScottishStv)]
    [InlineData(Method.MeekStv)]
    public void A_group_that_more_than_k_quotas_put_on_top_gets_k_seats(Method method) => ForAll.Holds(
        ElectionCase.Strict,
        drawn =>
        {
            var election = (drawn with { Withdrawn = [] }).Build();
            var result = election.Count(method, AllLots(drawn));
            var elected = result.Elected.Select(e => e.Candidate).ToHashSet();
            for (var group = 1; group < 1 << drawn.Candidates; group++)
            {
                var members = Enumerable.Range(1, drawn.Candidates).Where(c => (group & (1 << (c - 1))) != 0).ToHashSet();
                var solid = drawn.Papers.Where(p => p.Ranks.Count >= members.Count
                    && p.Ranks.Take(members.Count).All(r => members.Contains(r[0]))).Sum(p => p.Weight);

                // A whole vote beyond k quotas: truncation costs at most a few hundred-thousandths of each.
                var quota = (result.Valid / (drawn.Seats + 1)) + 1;
                var due = Math.Min((int)((solid - 1) / quota), Math.Min(members.Count, drawn.Seats));
                Assert.True(elected.Count(members.Contains) >= due, $"{string.Join(',', members)} should have {due}");
            }
        });

    [Fact]
    public void The_first_place_of_a_list_is_the_winner_of_one_seat() => ForAll.Holds(
        ElectionCase.WithEqualRanks,
        drawn =>
        {
            var lots = AllLots(drawn);
            var one = (drawn with { Seats = 1 }).Build().Count(Method.ScottishStv, lots);
            var list = drawn.Build().Count(Method.OrderedStv, lots);

            Assert.Equal(one.Elected.Take(1).Select(e => e.Candidate), list.Elected.Take(1).Select(e => e.Candidate));
        });

    [Fact]
    public void A_longer_list_begins_with_the_shorter() => ForAll.Holds(
        ElectionCase.WithEqualRanks,
        drawn =>
        {
            var lots = AllLots(drawn);
            var whole = (drawn with { Seats = drawn.Candidates }).Build().Count(Method.OrderedStv, lots);
            var part = drawn.Build().Count(Method.OrderedStv, lots);

            Assert.Equal(whole.Elected.Take(part.Elected.Count).Select(e => e.Candidate), part.Elected.Select(e => e.Candidate));
        });

    [Fact]
    public void Placed_candidates_are_never_excluded_when_later_places_are_counted() => ForAll.Holds(
        ElectionCase.WithEqualRanks,
        drawn =>
        {
            var result = drawn.Build().Count(Method.OrderedStv, AllLots(drawn));
            foreach (var stage in result.Stages)
            {
                var placed = result.Places.Where(p => p.Place < stage.Place).Select(p => p.Candidate);
                Assert.Empty(stage.Events.OfType<CandidateExcluded>().Select(e => e.Candidate).Intersect(placed));
            }
        });

    private static CountOptions AllLots(ElectionCase drawn) =>
        CountOptions.Default with { Lots = new Lots<int>([Enumerable.Range(1, drawn.Candidates).ToList()]) };
}
