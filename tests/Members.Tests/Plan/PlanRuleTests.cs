using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Members.Health;
using VpVarmland.Members.Plan;

namespace VpVarmland.Tests.Plan;

public sealed class PlanRuleTests
{
    [Theory]
    [InlineData("Sum", "2026-01-01", "0.3")]
    [InlineData("Sum", "2026-07-02", "60.2")]
    [InlineData("Sum", "2026-12-31", "120")]
    [InlineData("Sum", "2027-03-01", "120")]
    [InlineData("Sum", "2025-12-31", "0")]
    [InlineData("Level", "2026-01-01", "120")]
    public void Of_a_sum_as_much_is_expected_as_of_the_year_has_passed(string kind, string today, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), PlanRule.Expected(Enum.Parse<MeasureKind>(kind), 120, 2026, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("100", false, "Green")]
    [InlineData("99.9", false, "Amber")]
    [InlineData("75", false, "Amber")]
    [InlineData("74.9", false, "Red")]
    [InlineData("100", true, "Green")]
    [InlineData("125", true, "Amber")]
    [InlineData("125.1", true, "Red")]
    public void A_number_is_held_against_what_is_expected(string value, bool lessIsBetter, string light) =>
        Assert.Equal(Enum.Parse<Light>(light), PlanRule.Judge(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), 100, lessIsBetter));

    [Fact]
    public void What_nobody_knows_has_no_light_and_one_late_case_more_than_none_is_amber()
    {
        Assert.Equal(Light.Unknown, PlanRule.Judge(null, 100, lessIsBetter: false));
        Assert.Equal((Light.Green, Light.Amber, Light.Red), (PlanRule.Judge(0, 0, true), PlanRule.Judge(1, 0, true), PlanRule.Judge(2, 0, true)));
    }

    [Fact]
    public void A_goal_is_as_its_worst_indicator_and_a_late_activity_takes_the_green_away()
    {
        Assert.Equal(Light.Red, PlanRule.OfGoal([Light.Green, Light.Red, Light.Unknown], hasLateActivity: true));
        Assert.Equal(Light.Green, PlanRule.OfGoal([Light.Green, Light.Unknown], hasLateActivity: false));
        Assert.Equal(Light.Amber, PlanRule.OfGoal([Light.Green], hasLateActivity: true));
        Assert.Equal(Light.Amber, PlanRule.OfGoal([], hasLateActivity: true));
        Assert.Equal(Light.Unknown, PlanRule.OfGoal([], hasLateActivity: false));
    }

    [Fact]
    public void A_status_is_missing_two_weeks_after_its_quarter()
    {
        Assert.Equal([], PlanRule.Missing(2026, [], new DateOnly(2026, 4, 14)));
        Assert.Equal([1], PlanRule.Missing(2026, [], new DateOnly(2026, 4, 15)));
        Assert.Equal([1, 3], PlanRule.Missing(2026, [2], new DateOnly(2026, 12, 31)));
        Assert.Equal([1, 2, 3, 4], PlanRule.Missing(2026, [], new DateOnly(2027, 2, 1)));
    }

    /// <summary>More is never worse where more is better, and never better where less is; and never is more expected than the target says.</summary>
    [Fact]
    public void A_better_number_never_has_a_worse_light() => Prop.ForAll<uint, uint, uint>((target, first, second) =>
    {
        var expected = PlanRule.Expected(MeasureKind.Sum, target, 2026, new DateOnly(2026, 1, 1).AddDays((int)(second % 365)));
        Assert.InRange(expected, 0, target);
        foreach (var lessIsBetter in (bool[])[true, false])
        {
            var (low, high) = (PlanRule.Judge(Math.Min(first, second), expected, lessIsBetter), PlanRule.Judge(Math.Max(first, second), expected, lessIsBetter));
            Assert.True(lessIsBetter ? low <= high : high <= low);
        }
    }).QuickCheckThrowOnFailure();
}
