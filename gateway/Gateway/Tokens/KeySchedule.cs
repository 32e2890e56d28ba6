namespace VpVarmland.Gateway.Tokens;

/// <summary>
/// When a signing key is announced, signs and retires; by the machine's clock. A new key is announced before it signs, and an old one stays
/// announced after it has stopped, for longer than any token lives.
/// </summary>
internal static class KeySchedule
{
    /// <summary>A key is replaced when it is this old.</summary>
    internal static readonly TimeSpan Rotation = TimeSpan.FromDays(30);

    /// <summary>How long a new key is only announced: everybody who keeps our keys has asked for them again by then.</summary>
    internal static readonly TimeSpan Announcement = TimeSpan.FromMinutes(10);

    /// <summary>How long a key that has stopped signing is still announced: four times the longest life of a token.</summary>
    internal static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    internal static bool NeedsNew(IEnumerable<DateTimeOffset> created, DateTimeOffset now) => created.All(at => now - at >= Rotation);

    /// <summary>The key that signs: the newest that has been announced long enough; the very first at once.</summary>
    internal static TKey Signing<TKey>(IReadOnlyList<TKey> keys, Func<TKey, DateTimeOffset> created, DateTimeOffset now) =>
        keys.Where(key => now - created(key) >= Announcement).OrderByDescending(created).Concat(keys.OrderBy(created)).First();

    /// <summary>A key is forgotten once its successor has signed for the whole overlap; never while there is none.</summary>
    /// <param name="created">When every key was made, this one's included.</param>
    internal static bool IsForgotten(DateTimeOffset key, IEnumerable<DateTimeOffset> created, DateTimeOffset now) =>
        created.Any(other => other > key && now - other > Announcement + Overlap);
}
