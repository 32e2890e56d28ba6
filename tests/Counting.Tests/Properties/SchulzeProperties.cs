namespace VpVarmland.Tests.Properties;

/// <summary>What must hold for Schulze's methods.</summary>
public sealed class SchulzeProperties
{
    [Fact]
    public void One_who_beats_all_others_pair_by_pair_wins() => ForAll.Holds(
        ElectionCase.WithEqualRanks,
        drawn =>
        {
            var election = (drawn with { Seats = 1 }).Build();
            var result = election.Count(Method.Schulze);
            var votes = result.Pairwise!.Votes;
            var best = election.Standing.Where(c => election.Standing.All(o => o == c || votes[c - 1, o - 1] > votes[o - 1, c - 1])).ToList();

            Assert.True(best.Count == 0 || (result.Elected.Count == 1 && result.Elected[0].Candidate == best[0]));
        });

    [Fact]
    public void Nobody_stands_after_one_whom_they_have_a_stronger_path_to() => ForAll.Holds(
        ElectionCase.WithEqualRanks,
        drawn =>
        {
            var result = (drawn with { Seats = drawn.Candidates }).Build().Count(Method.Schulze);
            var paths = result.Pairwise!.Strengths;
            for (var later = 1; later < result.Ranking.Count; later++)
            {
                Assert.All(result.Ranking[later], c => Assert.All(result.Ranking.Take(later).SelectMany(r => r), before =>
                    Assert.True(paths[c - 1, before - 1] <= paths[before - 1, c - 1])));
            }
        });

    [Fact]
    public void With_strict_and_complete_papers_both_schulze_methods_give_the_same_first_place() => ForAll.Holds(
        ElectionCase.Strict,
        drawn =>
        {
            var complete = drawn.Papers.Select(p => p with
            {
                Ranks = [.. p.Ranks, .. Enumerable.Range(1, drawn.Candidates).Except(p.Ranks.SelectMany(r => r)).Select(c => new[] { c })],
            });
            var election = (drawn with { Seats = 1 }).Build(complete, [.. Enumerable.Range(1, drawn.Candidates)]);
            var (single, list) = (election.Count(Method.Schulze), election.Count(Method.SchulzeRanking));

            Assert.Equal(single.Elected.Select(e => e.Candidate), list.Elected.Select(e => e.Candidate));
            Assert.Equal(single.Undecided?.Candidates, list.Undecided?.Candidates);
        });
}
