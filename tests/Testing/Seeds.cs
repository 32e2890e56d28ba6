using System.Globalization;

namespace VpVarmland.Tests;

/// <summary>Chance that can be repeated: the seed is printed with the test, and given again by <c>TEST_SEED</c>.</summary>
public static class Seeds
{
    private const string Variable = "TEST_SEED";

    /// <summary>A new sequence, whose seed stands in the test's output.</summary>
    public static Random Random()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : System.Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"{Variable}={seed}");
        return new Random(seed);
    }
}
