using Microsoft.Extensions.Caching.Memory;

namespace VpVarmland.Gateway.SignIn;

/// <summary>
/// How many links somebody gets mailed to one address: five within a link's lifetime, counted per asker (a known browser, or a network) and
/// address, so that asking for somebody else's address uses up nothing of theirs. In memory only: who asked is not stored.
/// </summary>
internal sealed class LinkThrottle(TimeProvider clock) : IDisposable
{
    private const int Most = 5, MostKept = 100_000;
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MostKept });

    internal bool Lets(string asker, string email)
    {
        var now = clock.GetUtcNow();
        var window = cache.GetOrCreate((asker, email), entry =>
        {
            entry.Size = 1;
            entry.AbsoluteExpirationRelativeToNow = IssueLink.Lifetime;
            return new Window(now);
        })!;
        lock (window)
            return window.Count(now) <= Most;
    }

    public void Dispose() => cache.Dispose();

    private sealed class Window(DateTimeOffset begun)
    {
        private DateTimeOffset begun = begun;
        private int count;

        internal int Count(DateTimeOffset now)
        {
            if (now - begun >= IssueLink.Lifetime)
                (begun, count) = (now, 0);
            return ++count;
        }
    }
}
