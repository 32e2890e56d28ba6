namespace VpVarmland.Benchmarks.Platforms;

/// <summary>Where a platform keeps data that outlives its stops; gone with the measurement.</summary>
internal sealed class DataFolder : IDisposable
{
    /// <summary>For <c>--data</c>, which makes it.</summary>
    internal string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"vpvarmland-benchmark-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
