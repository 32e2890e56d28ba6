using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace VpVarmland.Tests.Rules;

/// <summary>Checks that something holds for all generated cases, and prints the seed with which a run can be repeated.</summary>
internal static class ForAll
{
    private const string SeedVariable = "MEMBERS_SEED";

    /// <summary>Checks a property. Set MEMBERS_SEED to the printed seed to repeat a run.</summary>
    internal static void Holds<T>(Gen<T> cases, Action<T> property, int times = 300)
    {
        var replay = new Replay(new Rnd(Seed(), 0x9E3779B97F4A7C15UL), FSharpOption<int>.None);
        Check.One(
            Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(times).WithReplay(FSharpOption<Replay>.Some(replay)),
            Prop.ForAll(cases.ToArbitrary(), property));
    }

    /// <summary>Cases for a test that awaits each of them.</summary>
    internal static IReadOnlyList<T> Sample<T>(Gen<T> cases, int times) => [.. cases.Sample(times, new Rnd(Seed(), 0x9E3779B97F4A7C15UL), times)];

    private static ulong Seed()
    {
        var seed = ulong.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var given) ? given : (ulong)Random.Shared.NextInt64();
        TestContext.Current.TestOutputHelper?.WriteLine($"{SeedVariable}={seed}");
        return seed;
    }
}
