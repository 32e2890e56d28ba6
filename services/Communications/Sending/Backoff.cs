namespace VpVarmland.Communications.Sending;

/// <summary>When a mail that was put off is tried again, and when the trying ends.</summary>
internal static class Backoff
{
    /// <summary>RFC 5321 §4.5.4.1: the give-up time is at least four to five days.</summary>
    internal static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(4);

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
    ];

    /// <summary>The wait after so many failed attempts.</summary>
    internal static TimeSpan After(int attempts) => attempts <= Waits.Length ? Waits[Math.Max(attempts, 1) - 1] : TimeSpan.FromHours(1);
}
