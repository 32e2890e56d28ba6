using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace VpVarmland.Tests.Support;

/// <summary>Checks that something holds for all generated cases, and prints the seed with which a run can be repeated.</summary>
internal static class ForAll
{
    private const string SeedVariable = "COUNTING_SEED";

    /// <summary>Checks a property. Set COUNTING_SEED to the printed seed to repeat a run.</summary>
    public static void Holds<T>(Gen<T> cases, Action<T> property, int times = 200)
    {
        var seed = ulong.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var given)
            ? given : (ulong)Random.Shared.NextInt64();
        TestContext.Current.TestOutputHelper?.WriteLine($"{SeedVariable}={seed}");
        var replay = new Replay(new Rnd(seed, 0x9E3779B97F4A7C15UL), FSharpOption<int>.None);
        Check.One(
            Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(times).WithReplay(FSharpOption<Replay>.Some(replay)),
            Prop.ForAll(cases.ToArbitrary(), property));
    }
}
