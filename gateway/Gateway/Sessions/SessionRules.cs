namespace VpVarmland.Gateway.Sessions;

/// <summary>How long a sign-in lasts, by the machine's clock: a demonstration that moves the platform's clock by a month signs nobody out.</summary>
internal static class SessionRules
{
    /// <summary>From sign-in, however busy.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Without a single call.</summary>
    internal static readonly TimeSpan Idle = TimeSpan.FromDays(7);

    /// <summary>A second factor given this long ago must be given again.</summary>
    internal static readonly TimeSpan SecondFactor = TimeSpan.FromHours(12);

    /// <summary>How exactly the last call is noted: enough to tell an old session from one in use, and no diary of anybody's day.</summary>
    internal static readonly TimeSpan SeenEvery = TimeSpan.FromHours(1);
}
