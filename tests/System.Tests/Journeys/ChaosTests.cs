using System.Collections.Concurrent;
using VpVarmland.Embedded.Servers;

namespace VpVarmland.Tests;

/// <summary>The short form of <c>dotnet run --project tests/Benchmarks -- chaos</c>, on a platform of its own; how quick a recovery is, is measured there and not judged here.</summary>
public sealed class ChaosTests
{
    [Fact]
    public async Task Every_part_of_the_platform_killed_once_under_load_loses_and_doubles_nothing()
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var benchmarks = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Benchmarks", configuration, "VpVarmland.Benchmarks.dll"));
        var lines = new ConcurrentQueue<string>();
        var chaos = ChildProcess.Start(new ChildStart("chaos", "dotnet", [benchmarks, "chaos", "--kills", "7", "--any-time"], "/") { OnLine = lines.Enqueue });
        await using var stop = TestContext.Current.CancellationToken.Register(() => _ = chaos.KillAsync());
        var code = await chaos.Exited;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', lines));
        Assert.True(code == 0, string.Join('\n', lines));
        Assert.Equal("held", lines.Last());
    }
}
