using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Members.Associations;
using VpVarmland.Members.Health;

namespace VpVarmland.Tests.Rules;

/// <summary>What light a figure gets, and what an association's worst is.</summary>
public sealed class HealthRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Gen<HealthLimit> Limits = Gen.Elements(HealthRule.Defaults.ToArray());
    private static readonly Gen<decimal> Numbers = Gen.Choose(-2000, 8000).Select(number => number / 10m);

    [Theory]
    [InlineData(3, 9, 2)]
    [InlineData(3, 10, 1)]
    [InlineData(3, 20, 0)]
    [InlineData(1, 9, 0)]
    [InlineData(1, 10, 1)]
    [InlineData(1, 20, 2)]
    [InlineData(2, 0, 0)]
    [InlineData(2, 1, 1)]
    [InlineData(2, 3, 2)]
    [InlineData(0, 0, 0)]
    [InlineData(0, -4, 1)]
    [InlineData(0, -6, 2)]
    [InlineData(4, 0, 2)]
    [InlineData(4, 1, 1)]
    [InlineData(4, 2, 0)]
    [InlineData(5, 59, 0)]
    [InlineData(5, 60, 1)]
    [InlineData(6, 550, 2)]
    public void A_limit_is_where_the_light_changes(int figure, int value, int light)
    {
        var limit = HealthRule.Defaults.Single(one => one.Figure == (HealthFigure)figure);
        Assert.Equal((Light)light, HealthRule.Judge(limit, value));
    }

    [Fact]
    public void A_better_number_never_gets_a_worse_light() => ForAll.Holds(Limits.Zip(Numbers.Zip(Numbers)), one =>
    {
        var (limit, (first, second)) = (one.Item1, one.Item2);
        var (better, worse) = HealthRule.MoreIsBetter(limit.Figure) == first > second ? (first, second) : (second, first);
        Assert.True(HealthRule.Judge(limit, better) <= HealthRule.Judge(limit, worse));
    });

    [Fact]
    public void What_is_not_known_is_never_judged_and_never_the_worst()
    {
        Assert.All(HealthRule.Defaults, limit => Assert.Equal(Light.Unknown, HealthRule.Judge(limit, null)));
        Assert.Equal(Light.Amber, HealthRule.Worst([Light.Unknown, Light.Amber, Light.Green]));
        Assert.Equal(Light.Unknown, HealthRule.Worst([Light.Unknown]));
        Assert.Equal(Light.Unknown, HealthRule.Worst([]));
    }

    [Fact]
    public void An_association_that_rests_has_figures_and_no_lights()
    {
        var facts = Facts() with { LateCases = 9 };
        Assert.All(HealthRule.Of(facts, HealthRule.Defaults, judged: false, Today), figure => Assert.Equal(Light.Unknown, figure.Light));
        Assert.Equal(Light.Red, HealthRule.Of(facts, HealthRule.Defaults, judged: true, Today).Single(figure => figure.Figure == HealthFigure.CareLate).Light);
    }

    [Fact]
    public void Every_figure_has_limits_in_order() => Assert.Equal(
        Enum.GetValues<HealthFigure>(), HealthRule.Defaults.Where(HealthRule.InOrder).Select(limit => limit.Figure));

    [Theory]
    [InlineData(110, 20, 10, 10.0)]
    [InlineData(90, 0, 10, -10.0)]
    [InlineData(5, 5, 0, null)]
    [InlineData(0, 0, 0, null)]
    public void Growth_is_in_per_cent_of_those_who_were_there_a_year_ago(long members, long joined, long left, double? percent) =>
        Assert.Equal((decimal?)percent, HealthRule.GrowthPercent(members, joined, left));

    private static HealthFacts Facts() => new(Guid.Empty, "Kil", "Kil", AssociationState.Active, 50, 5, 2, 1, 0, 20, 2, null, Today.AddDays(-100), null, null, null);
}
