namespace VpVarmland.Gateway.Operations;

/// <summary>A part of the platform: a service, the database, the broker, the bus, the gateway itself.</summary>
/// <param name="Says">What it says is wrong with it, where it says so.</param>
internal sealed record Part(string Name, bool IsWell, string? Says, string? Version = null, DateTimeOffset? StartedAt = null);

/// <summary>One measured value of one service.</summary>
/// <param name="Label">What of several it is about; empty for the whole.</param>
internal sealed record Reading(string Service, string Name, string Label, long Value)
{
    /// <summary>The name under which the health of a part is kept: 1 while it is not well.</summary>
    internal const string Health = "health";

    /// <summary>The age of the newest backup in seconds.</summary>
    internal const string BackupAge = "backup.age";
}

/// <summary>What one look at the platform found.</summary>
internal sealed record PlatformState(DateTimeOffset At, IReadOnlyList<Part> Parts, IReadOnlyList<Reading> Readings);
