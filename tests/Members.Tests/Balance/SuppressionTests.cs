using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Members.Balance;
using VpVarmland.Tests.Rules;

namespace VpVarmland.Tests.Balance;

/// <summary>Nobody can reckon a number below five from what is shown, whatever the table.</summary>
public sealed class SuppressionTests
{
    // Small numbers mostly: they are what the rule is about.
    private static readonly Gen<GenderSplit> Part = Gen.Choose(0, 14).Zip(Gen.Choose(0, 14)).Select(pair => new GenderSplit(pair.Item1, pair.Item1 + pair.Item2));
    private static readonly Gen<IReadOnlyList<GenderSplit>> Tables = Gen.Choose(1, 9).SelectMany(size => Part.ListOf(size)).Select(parts => (IReadOnlyList<GenderSplit>)[.. parts]);

    [Fact]
    public void No_number_below_five_is_shown() => ForAll.Holds(Tables, parts =>
    {
        var (shown, total) = Suppression.Of(parts);
        Assert.All(parts.Zip(shown).Where(one => one.Second), one => Assert.True(Suppression.IsSafe(one.First)));
        Assert.True(!total || Suppression.IsSafe(Sum(parts)));
    });

    /// <summary>With the total shown, the hidden parts' sum is known to anybody; so is how many each part has. From those each hidden number must stay in doubt.</summary>
    [Fact]
    public void What_is_hidden_cannot_be_reckoned_from_the_total_and_what_is_shown() => ForAll.Holds(Tables, parts =>
    {
        var (shown, total) = Suppression.Of(parts);
        var hidden = parts.Where((part, index) => !shown[index] && part.All > 0).ToList();
        if (!total || hidden.Count == 0)
            return;
        var sum = Sum(hidden);
        Assert.True(Suppression.IsSafe(sum), $"{sum} is what is left");
        Assert.All(hidden, part =>
        {
            var others = sum.All - part.All;
            var (least, most) = (Math.Max(0, sum.Women - others), Math.Min(part.All, sum.Women));
            Assert.True(least < most, $"{part} of {sum} can only be {least}");
        });
    });

    [Fact]
    public void Nothing_is_hidden_without_need() => ForAll.Holds(Tables, parts =>
    {
        if (parts.All(Suppression.IsSafe))
            Assert.DoesNotContain(false, Suppression.Of(parts).Shown);
    });

    [Fact]
    public void One_small_association_takes_the_smallest_of_the_others_along()
    {
        var (shown, total) = Suppression.Of([new(40, 70), new(2, 9), new(8, 14), new(20, 33)]);
        Assert.Equal([true, false, false, true], shown);
        Assert.True(total);
    }

    private static GenderSplit Sum(IEnumerable<GenderSplit> parts) => parts.Aggregate(new GenderSplit(0, 0), (sum, part) => sum + part);
}
