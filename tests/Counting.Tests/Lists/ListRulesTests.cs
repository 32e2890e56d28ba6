using VpVarmland.Elections.Counting.Lists;

namespace VpVarmland.Tests.Lists;

/// <summary>The rules of ordered lists: at least half women, alternation, reserved and fixed places.</summary>
public sealed class ListRulesTests
{
    // The ballots alone rank A B C D E F; A, B and C are men, D and E women, F has not stated a gender.
    private static readonly Election Election =
        Papers.Election(6, 4, "10 A B C D E F", "9 B A C D E F", "8 C D E F A B", "7 D E F A B C", "6 E F A B C D", "5 F E D C B A");

    private static readonly Dictionary<int, Gender> Genders = new()
    {
        [1] = Gender.Man, [2] = Gender.Man, [3] = Gender.Man, [4] = Gender.Woman, [5] = Gender.Woman,
    };

    [Theory]
    [InlineData(Method.OrderedStv)]
    [InlineData(Method.SchulzeRanking)]
    public void Half_women_is_met_and_the_account_says_who_was_moved_by_it(Method method)
    {
        var free = Count(method, ListRules.None);
        var ruled = Count(method, new ListRules { HalfWomen = true, Genders = Genders });

        Assert.True(Women(ruled) * 2 >= 4);
        foreach (var (place, before) in ruled.Places.Zip(free.Places).TakeWhile(p => p.First.Displaced is null))
        {
            Assert.Equal(before.Candidate, place.Candidate);
        }

        Assert.All(ruled.Places.Where(p => p.Displaced is not null), p => Assert.Equal("at least half women", p.Rule!.English));
    }

    [Fact]
    public void A_floor_for_women_moves_a_man_only_when_the_rest_of_the_list_must_be_women()
    {
        var men = Papers.Election(5, 4, "10 A B C D E", "8 B A C D E", "6 C A B D E", "1 D E A B C");
        var genders = new Dictionary<int, Gender>(Genders);
        var result = men.Count(Method.OrderedStv, Options(new ListRules { HalfWomen = true, Genders = genders }));

        Assert.Equal([Gender.Man, Gender.Man, Gender.Woman, Gender.Woman], result.Places.Select(p => genders[p.Candidate]));
        Assert.Equal([null, null, 3], result.Places.Take(3).Select(p => p.Displaced));
    }

    [Fact]
    public void Half_women_from_a_place_holds_for_every_beginning_of_the_list()
    {
        var result = Count(Method.OrderedStv, new ListRules { HalfWomenFromPlace = 2, Genders = Genders });

        for (var length = 2; length <= 4; length++)
        {
            Assert.True(result.Places.Take(length).Count(p => Genders.GetValueOrDefault(p.Candidate) == Gender.Woman) * 2 >= length);
        }
    }

    [Theory]
    [InlineData(Gender.Woman)]
    [InlineData(Gender.Man)]
    public void Strict_alternation_takes_turns_from_the_side_that_was_decided(Gender first)
    {
        var result = Count(Method.OrderedStv, new ListRules { Alternate = true, AlternateFirst = first, Genders = Genders });
        var sides = result.Places.Select(p => Genders.GetValueOrDefault(p.Candidate)).Where(g => g != Gender.NotStated).ToList();

        Assert.Equal(first, sides[0]);
        Assert.All(sides.Zip(sides.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void An_alternation_goes_on_past_one_who_counts_towards_neither_side()
    {
        var election = Papers.Election(3, 3, "9 A B C", "8 B A C", "2 C A B");
        var rules = new ListRules
        {
            Alternate = true, AlternateFirst = Gender.Woman, Genders = new Dictionary<int, Gender> { [1] = Gender.Woman, [3] = Gender.Man },
        };
        var result = election.Count(Method.OrderedStv, Options(rules));

        Assert.Equal("ABC", result.Elected());
        Assert.Contains("B", Assert.Single(result.Remarks).English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reserved_place_is_taken_by_one_of_those_it_is_for()
    {
        var free = Count(Method.OrderedStv, ListRules.None).Places[0].Candidate;
        var other = free == 1 ? 2 : 1;
        var result = Count(Method.OrderedStv, new ListRules { Reserved = [new Reservation(1, null, [other])] });

        Assert.Equal((other, free), (result.Places[0].Candidate, result.Places[0].Displaced));
        Assert.Equal("reserved place 1", result.Places[0].Rule!.English);
    }

    [Fact]
    public void One_who_is_needed_for_a_later_reserved_place_is_not_placed_before()
    {
        var result = Count(Method.OrderedStv, new ListRules { Reserved = [new Reservation(3, null, [1])] });

        Assert.Equal(1, result.Places[2].Candidate);
    }

    [Fact]
    public void A_list_of_men_only_is_refused_before_counting_with_the_reason()
    {
        var outcome = Counter.Count(
            Method.OrderedStv,
            Papers.Election(3, 2, "1 A B C"),
            Options(new ListRules { HalfWomen = true, Genders = new Dictionary<int, Gender> { [1] = Gender.Man, [2] = Gender.Man, [3] = Gender.Other } }));

        Assert.Equal("rules.infeasible", outcome.Refusal?.Code);
        Assert.Contains("0 women, 2 men and 1", outcome.Refusal!.Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_women_only_is_the_list_of_the_ballots()
    {
        var women = Enumerable.Range(1, 6).ToDictionary(c => c, _ => Gender.Woman);

        Assert.Equal(
            Count(Method.OrderedStv, ListRules.None).Elected(),
            Count(Method.OrderedStv, new ListRules { HalfWomen = true, HalfWomenFromPlace = 1, Genders = women }).Elected());
    }

    [Fact]
    public void Rules_that_can_be_met_only_one_by_one_are_refused_together()
    {
        var rules = new ListRules { Alternate = true, AlternateFirst = Gender.Man, HalfWomenFromPlace = 1, Genders = Genders };
        var outcome = Counter.Count(Method.OrderedStv, Election, Options(rules));

        Assert.Equal("rules.infeasible", outcome.Refusal?.Code);
        Assert.Contains("together", outcome.Refusal!.Reason.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules.unknown_candidate", 9)]
    [InlineData("rules.fixed", 1, 1)]
    public void Rules_about_the_wrong_candidates_are_refused(string code, params int[] @fixed) =>
        Assert.Equal(code, Counter.Count(Method.OrderedStv, Election, Options(new ListRules { Fixed = @fixed })).Refusal?.Code);

    private static CountOptions Options(ListRules rules) => CountOptions.Default with { Rules = rules };

    private static CountResult Count(Method method, ListRules rules) => Election.Count(method, Options(rules));

    private static int Women(CountResult result) => result.Places.Count(p => Genders.GetValueOrDefault(p.Candidate) == Gender.Woman);
}
