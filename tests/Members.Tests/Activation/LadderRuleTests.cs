using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Members.Activation.Ladder;
using VpVarmland.Tests.Rules;

namespace VpVarmland.Tests.Activation;

/// <summary>On which rung somebody stands, and how many went up and down.</summary>
public sealed class LadderRuleTests
{
    private static readonly DateOnly Start = new(2024, 1, 1), Today = new(2025, 9, 17);

    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 900).Select(Start.AddDays);

    private static readonly Gen<Span> Spans =
        from first in Days
        from days in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, 700).Select(int? (days) => days))
        select new Span(first, days is { } length ? first.AddDays(length) : null);

    private static readonly Gen<LadderFacts> People =
        from memberships in Few(Spans)
        from came in Few(Days)
        from helped in Few(Days)
        from assignments in Few(Spans)
        select new LadderFacts(memberships, came, helped, assignments);

    private static readonly Span Always = new(Start, null);

    [Fact]
    public void The_highest_rung_that_holds_is_the_one_and_whoever_is_no_member_stands_on_none()
    {
        var day = Today.AddDays(-30);
        Assert.Equal(Rung.Holds, LadderRule.Of(new([Always], [day], [day], [new(day, null)]), Today));
        Assert.Equal(Rung.Helped, LadderRule.Of(new([Always], [day], [day], [new(day, Today)]), Today));
        Assert.Equal(Rung.Came, LadderRule.Of(new([Always], [day], [], []), Today));
        Assert.Equal(Rung.Joined, LadderRule.Of(new([Always], [], [], []), Today));
        Assert.Null(LadderRule.Of(new([new(Start, Today)], [day], [day], [Always]), Today));
        Assert.Null(LadderRule.Of(new([new(Today.AddDays(1), null)], [day], [], []), Today));
    }

    [Fact]
    public void A_fact_counts_for_as_long_as_the_window_is_and_not_before_it_has_happened()
    {
        var fact = new LadderFacts([Always], [new DateOnly(2025, 3, 1)], [], []);
        Assert.Equal(Rung.Joined, LadderRule.Of(fact, new DateOnly(2025, 2, 28)));
        Assert.Equal(Rung.Came, LadderRule.Of(fact, new DateOnly(2025, 3, 1)));
        Assert.Equal(Rung.Came, LadderRule.Of(fact, new DateOnly(2026, 2, 28)));
        Assert.Equal(Rung.Joined, LadderRule.Of(fact, new DateOnly(2026, 3, 1)));
    }

    [Fact]
    public void Another_fact_never_takes_anybody_down_and_their_order_does_not_matter() => ForAll.Holds(People.Zip(Days).Zip(Days), one =>
    {
        var ((facts, fact), day) = one;
        var before = LadderRule.Of(facts, day);
        Assert.Equal(before, LadderRule.Of(new([.. facts.Memberships.Reverse()], [.. facts.Came.Reverse()], [.. facts.Helped.Reverse()], [.. facts.Assignments.Reverse()]), day));
        foreach (var more in (LadderFacts[])[facts with { Came = [.. facts.Came, fact] }, facts with { Helped = [.. facts.Helped, fact] }, facts with { Assignments = [.. facts.Assignments, new(fact, null)] }])
        {
            var after = LadderRule.Of(more, day);
            Assert.Equal(before is null, after is null);
            Assert.True(before is null || after >= before);
        }
    });

    [Fact]
    public void Everybody_is_on_one_step_and_what_a_quarter_ends_with_is_what_the_next_begins_with() => ForAll.Holds(People.ListOf(), people =>
    {
        var days = LadderRule.Days(Today, null);
        foreach (var (first, last) in days.Zip(days.Skip(1)))
        {
            var steps = LadderRule.Steps(people, first, last);
            foreach (var rung in Enum.GetValues<Rung>())
            {
                Assert.Equal(people.Count(one => LadderRule.Of(one, first) == rung), steps.Where(step => step.From == rung).Sum(step => step.People));
                Assert.Equal(people.Count(one => LadderRule.Of(one, last) == rung), steps.Where(step => step.To == rung).Sum(step => step.People));
            }
            // Each step is one of five: up, down, in, out, or stayed.
            Assert.All(steps, step => Assert.Equal(step.From == step.To ? 0 : 1, new[] { step.IsUp, step.IsDown, step.IsNew, step.IsLeaving }.Count(which => which)));
            Assert.Equal(steps.Count, steps.DistinctBy(step => (step.From, step.To)).Count());
        }
    }, times: 60);

    [Fact]
    public void A_district_is_the_sum_of_its_associations() => ForAll.Holds(People.ListOf().Zip(People.ListOf()), both =>
    {
        var (first, last) = (Today.AddDays(-78), Today);
        var sums = LadderRule.Steps(both.Item1, first, last).Concat(LadderRule.Steps(both.Item2, first, last))
            .GroupBy(step => (step.From, step.To)).ToDictionary(step => step.Key, step => step.Sum(one => one.People));
        Assert.Equal(sums, LadderRule.Steps(both.Item1.Concat(both.Item2), first, last).ToDictionary(step => (step.From, step.To), step => step.People));
    });

    [Fact]
    public void Quarters_go_back_as_far_as_whole_windows_are_kept() => ForAll.Holds(Days.Zip(Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(3, 36).Select(int? (months) => months))), one =>
    {
        var (today, kept) = one;
        var days = LadderRule.Days(today, kept);
        var window = LadderRule.Window(kept);
        Assert.InRange(window, 3, LadderRule.WindowMonths);
        Assert.Equal(today, days[^1]);
        Assert.InRange(days.Count, 1, LadderRule.MostQuarters + 1);
        Assert.All(days.SkipLast(1), day => Assert.Contains(day.AddDays(1), (DateOnly[])[new(day.AddDays(1).Year, 1, 1), new(day.Year, 4, 1), new(day.Year, 7, 1), new(day.Year, 10, 1)]));
        Assert.All(days, day => Assert.True(kept is null || day.AddMonths(-window) >= today.AddMonths(-kept.Value)));
        Assert.Equal(days.Order(), days);
        if (kept is null)
            Assert.Equal(LadderRule.MostQuarters + 1, days.Count);
    });

    private static Gen<IReadOnlyList<T>> Few<T>(Gen<T> one) => Gen.Choose(0, 3).SelectMany(count => one.ListOf(count)).Select(IReadOnlyList<T> (some) => [.. some]);
}
