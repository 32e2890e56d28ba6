using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Members.Activation;

namespace VpVarmland.Tests.Rules;

/// <summary>Who is asked, in which order, and how often at most.</summary>
public sealed class AskRulesTests
{
    private static readonly DateTimeOffset Now = new(2025, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<AskCandidate> Candidates =
        from facts in Gen.Elements(true, false).ListOf(4)
        from times in Gen.OneOf(Gen.Constant<IReadOnlyList<FreeTime>?>(null), Gen.SubListOf(Enum.GetValues<FreeTime>()).Select(IReadOnlyList<FreeTime>? (some) => [.. some]))
        from asked in Gen.Choose(0, 90).Zip(Gen.Elements(true, false), (days, answered) => new EarlierAsk(Now.AddDays(-days), answered)).ListOf()
        select new AskCandidate(Guid.NewGuid(), facts[0], facts[1], times, facts[2], facts[3], [.. asked]);

    [Fact]
    public void Whoever_follows_the_rule_never_asks_anybody_more_than_twice_in_a_fortnight_or_four_times_in_two_months() =>
        ForAll.Holds(Gen.Choose(0, 5).Zip(Gen.Elements(true, false)).ListOf(), steps =>
        {
            // Day after day somebody wants to ask the same person, and does where the rule lets them.
            var (asked, now) = (new List<EarlierAsk>(), Now);
            foreach (var (days, answers) in steps)
            {
                now = now.AddDays(days);
                if (!AskFatigue.IsTired(asked, now))
                    asked.Add(new EarlierAsk(now, answers));
            }
            foreach (var one in asked)
            {
                Assert.InRange(asked.Count(other => other.At > one.At.AddDays(-14) && other.At <= one.At), 1, AskFatigue.MostInAFortnight);
                Assert.InRange(asked.Count(other => other.At > one.At.AddDays(-60) && other.At <= one.At), 1, AskFatigue.MostInTwoMonths);
            }
        });

    [Fact]
    public void Whoever_has_not_answered_three_times_is_left_in_peace_for_two_months()
    {
        EarlierAsk[] silent = [new(Now.AddDays(-20), false), new(Now.AddDays(-40), false), new(Now.AddDays(-59), false)];
        Assert.True(AskFatigue.IsTired(silent, Now));
        Assert.False(AskFatigue.IsTired(silent, Now.AddDays(41)));
        Assert.False(AskFatigue.IsTired([silent[0] with { Answered = true }, .. silent[1..]], Now));
    }

    [Fact]
    public void Nobody_is_chosen_who_is_tired_has_other_times_or_wants_something_else() =>
        ForAll.Holds(Candidates.ListOf().Zip(Gen.Elements(Enum.GetValues<FreeTime>()).Zip(Gen.Elements(true, false))), one =>
        {
            var (candidates, (time, particular)) = one;
            var chosen = AskRules.Rank(candidates, time, particular, Now).Select(match => match.MemberId).ToHashSet();
            foreach (var candidate in candidates)
            {
                var fits = !AskFatigue.IsTired(candidate.Asked, Now) && (candidate.Times is null || candidate.Times.Contains(time)) && (!particular || candidate.HasSkill || candidate.WantsWay);
                Assert.Equal(fits, chosen.Contains(candidate.MemberId));
            }
        });

    [Fact]
    public void The_order_does_not_hang_on_the_order_and_more_reasons_never_come_later() => ForAll.Holds(Candidates.ListOf(), candidates =>
    {
        var ranked = AskRules.Rank(candidates, FreeTime.Weekends, false, Now);
        Assert.Equal(ranked.Select(one => one.MemberId), AskRules.Rank(Enumerable.Reverse(candidates), FreeTime.Weekends, false, Now).Select(one => one.MemberId));
        foreach (var (earlier, later) in ranked.Zip(ranked.Skip(1)))
            Assert.False(later.Reasons.Count > earlier.Reasons.Count && earlier.Reasons.All(later.Reasons.Contains));
    });

    [Theory]
    [InlineData("2025-09-06T10:00:00+02:00", "weekends")]
    [InlineData("2025-09-05T17:00:00+02:00", "evenings")]
    [InlineData("2025-09-05T16:59:00+02:00", "weekdays")]
    [InlineData("2025-09-05T23:30:00+00:00", "weekends")]
    public void A_moment_is_a_weekday_an_evening_or_a_weekend_in_Sweden(string at, string time) =>
        Assert.Equal(time, AskRules.TimeOf(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)).ToString(), ignoreCase: true);
}
