using VpVarmland.Gateway.Tokens;
using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Gateway.Commands;

/// <summary>Makes a new signing key, as an administrator can: it signs once it has been published for ten minutes.</summary>
internal static class RotateKeysNow
{
    internal static async Task<int> RunAsync(WebApplication app)
    {
        var keys = app.Services.GetRequiredService<KeyWork>();
        await app.Services.GetRequiredService<IServiceScopeFactory>().RunAsync((_, work) => keys.MakeAsync(work, TimeProvider.System.GetUtcNow(), CancellationToken.None), CancellationToken.None);
        await Console.Out.WriteLineAsync($"A new key is published. It signs in {KeySchedule.Announcement.TotalMinutes:0} minutes; the old one is withdrawn {KeySchedule.Overlap.TotalHours:0} hour after that.");
        return 0;
    }
}
