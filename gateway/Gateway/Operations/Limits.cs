using System.Globalization;

namespace VpVarmland.Gateway.Operations;

/// <summary>How much of something is too much, and for how long before anybody is woken.</summary>
internal sealed record Limit(long Most, TimeSpan For);

/// <summary>
/// The limits of this platform: sensible ones, unless <c>Operations:Limits:{figure}</c> says otherwise ("600", or "600 for 00:10:00").
/// A figure without a limit is only shown.
/// </summary>
internal sealed class Limits(IConfiguration configuration)
{
    private static readonly Dictionary<string, Limit> Usual = new(StringComparer.Ordinal)
    {
        [Reading.Health] = new(0, TimeSpan.FromMinutes(3)),
        ["vpvarmland.outbox.age"] = new(300, TimeSpan.FromMinutes(2)),
        ["vpvarmland.inbox.set_aside"] = new(0, TimeSpan.FromMinutes(1)),
        ["vpvarmland.job.failures"] = new(3, TimeSpan.FromMinutes(1)),
        ["vpvarmland.job.late"] = new(900, TimeSpan.FromMinutes(2)),
        ["vpvarmland.mail.age"] = new(1800, TimeSpan.FromMinutes(2)),
        ["vpvarmland.mail.failed"] = new(25, TimeSpan.FromMinutes(2)),
        // A night and two hours.
        [Reading.BackupAge] = new(26 * 3600, TimeSpan.FromMinutes(1)),
    };

    private readonly Dictionary<string, Limit> all = Usual.ToDictionary(one => one.Key, one => Read(configuration["Operations:Limits:" + one.Key]) ?? one.Value, StringComparer.Ordinal);

    /// <summary>Null where there is none.</summary>
    internal Limit? Of(string figure) => all.GetValueOrDefault(figure);

    private static Limit? Read(string? text)
    {
        if (text is null)
            return null;
        var parts = text.Split(" for ");
        return long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            && TimeSpan.TryParse(parts.Length > 1 ? parts[1] : "00:02:00", CultureInfo.InvariantCulture, out var lasting) && lasting >= TimeSpan.Zero
            ? new Limit(most, lasting)
            : throw new InvalidOperationException($"Operations:Limits: '{text}' is neither \"600\" nor \"600 for 00:10:00\".");
    }
}
