using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Elections.Counting.Lists;

namespace VpVarmland.Tests.Properties;

/// <summary>What must hold for the rules of ordered lists.</summary>
public sealed class ListRulesProperties
{
    private static readonly Gen<(ElectionCase Election, ListRules Rules)> Cases =
        from election in ElectionCase.Strict
        from genders in Gen.Choose(0, 3).ListOf(election.Candidates)
        from half in Gen.Choose(0, 1)
        from halfFrom in Gen.Choose(0, 3)
        from alternate in Gen.Choose(0, 4)
        from reserved in Gen.Choose(0, election.Candidates)
        from @fixed in Gen.Choose(0, 8)
        select (election with { Withdrawn = [] }, new ListRules
        {
            HalfWomen = half == 1,
            HalfWomenFromPlace = halfFrom == 0 ? null : halfFrom,
            Alternate = alternate > 2,
            AlternateFirst = alternate == 4 ? Gender.Woman : null,
            Reserved = reserved == 0 ? [] : [new Reservation(election.Seats, null, [reserved, (reserved % election.Candidates) + 1])],
            Fixed = @fixed == 8 ? [1] : [],
            Genders = genders.Index().ToDictionary(g => g.Index + 1, g => (Gender)g.Item),
        });

    [Theory]
    [InlineData(Method.OrderedStv)]
    [InlineData(Method.SchulzeRanking)]
    public void Rules_hold_whenever_some_list_meets_them_and_are_refused_when_none_does(Method method) => ForAll.Holds(
        Cases,
        drawn =>
        {
            var election = drawn.Election.Build();
            var outcome = Counter.Count(method, election, Options(drawn.Election, drawn.Rules));
            var possible = Lists([.. election.Standing], drawn.Election.Seats).Any(list => Meets(list, drawn.Rules));

            Assert.Equal(possible, outcome.Succeeded);
            Assert.True(!possible || Meets([.. outcome.Value!.Places.Select(p => p.Candidate)], drawn.Rules));
        },
        times: method == Method.OrderedStv ? 200 : 60);

    [Fact]
    public void Votes_are_conserved_also_when_some_are_passed_over_by_a_rule() => ForAll.Holds(
        Cases,
        drawn =>
        {
            var outcome = Counter.Count(Method.OrderedStv, drawn.Election.Build(), Options(drawn.Election, drawn.Rules));
            Assert.All(outcome.Value?.Stages ?? [], stage => Assert.Equal(
                outcome.Value!.Valid * 100_000,
                stage.Totals.Values.Aggregate(stage.NonTransferable.Units, (sum, votes) => sum + votes.Units)));
        });

    [Fact]
    public void With_women_only_the_list_is_the_one_of_the_ballots() => ForAll.Holds(
        ElectionCase.Strict,
        drawn =>
        {
            var women = Enumerable.Range(1, drawn.Candidates).ToDictionary(c => c, _ => Gender.Woman);
            var ruled = new ListRules { HalfWomen = true, HalfWomenFromPlace = 1, Genders = women };

            Assert.Equal(Order(drawn, ListRules.None), Order(drawn, ruled));
        });

    [Fact]
    public void Under_strict_alternation_swapping_the_labels_mirrors_the_list() => ForAll.Holds(
        Cases,
        drawn =>
        {
            var rules = new ListRules { Alternate = true, AlternateFirst = drawn.Rules.AlternateFirst, Genders = drawn.Rules.Genders };
            var swapped = rules with
            {
                AlternateFirst = rules.AlternateFirst is { } first ? Swap(first) : null,
                Genders = rules.Genders.ToDictionary(g => g.Key, g => Swap(g.Value)),
            };

            Assert.Equal(Order(drawn.Election, rules), Order(drawn.Election, swapped));
        });

    [Fact]
    public void A_place_that_no_rule_moved_is_where_the_ballots_put_it() => ForAll.Holds(
        Cases,
        drawn =>
        {
            var free = Order(drawn.Election, ListRules.None);
            var ruled = Counter.Count(Method.OrderedStv, drawn.Election.Build(), Options(drawn.Election, drawn.Rules with { Fixed = [] }));
            if (ruled.Value is { } result)
            {
                var same = result.Places.TakeWhile(p => p.Displaced is null).Select(p => p.Candidate).ToList();
                Assert.Equal(free!.Take(same.Count), same);
            }
        });

    private static List<int>? Order(ElectionCase drawn, ListRules rules) =>
        Counter.Count(Method.OrderedStv, drawn.Build(), Options(drawn, rules)).Value?.Places.Select(p => p.Candidate).ToList();

    private static CountOptions Options(ElectionCase drawn, ListRules rules) => CountOptions.Default with
    {
        Rules = rules,
        Lots = new Lots<int>([Enumerable.Range(1, drawn.Candidates).ToList()]),
    };

    private static Gender Swap(Gender gender) => gender switch { Gender.Woman => Gender.Man, Gender.Man => Gender.Woman, _ => gender };

    private static IEnumerable<int[]> Lists(int[] standing, int places) => places == 0
        ? [[]]
        : standing.SelectMany(c => Lists([.. standing.Where(o => o != c)], places - 1).Select(rest => rest.Prepend(c).ToArray()));

    /// <summary>The rules, read off a finished list: written apart from the code under test.</summary>
    private static bool Meets(int[] list, ListRules rules)
    {
        bool Half(int length) => list.Take(length).Count(c => rules.GenderOf(c) == Gender.Woman) >= length / 2.0;
        var sides = list.Select(rules.GenderOf).Where(g => g is Gender.Woman or Gender.Man).ToList();
        return (!rules.HalfWomen || Half(list.Length))
            && Enumerable.Range(1, list.Length).All(n => rules.HalfWomenFromPlace is not { } from || n < from || Half(n))
            && (!rules.Alternate || (sides.Zip(sides.Skip(1)).All(p => p.First != p.Second)
                && (rules.AlternateFirst is not { } first || sides.Count == 0 || sides[0] == first)))
            && rules.Reserved.All(r => r.Candidates!.Contains(list[r.Place - 1]))
            && list.Take(rules.Fixed.Count).SequenceEqual(rules.Fixed);
    }
}
