using VpVarmland.Gateway.Sessions;

namespace VpVarmland.Gateway.Proxy;

/// <summary>
/// Ends an open event stream within seconds after its caller has lost a right or the session: a service looks at the token only when the
/// stream begins. The browser opens it again by itself, with the rights that are left.
/// </summary>
internal static class StreamGuard
{
    internal const string MediaType = "text/event-stream";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    internal static void Use(WebApplication app) => app.Use(async (http, next) =>
    {
        if (CurrentSession.Of(http) is not { } current || !http.Request.Headers.Accept.ToString().Contains(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            await next(http);
            return;
        }
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var watching = WatchAsync(http, current, ended.Token);
        try
        {
            await next(http);
        }
        finally
        {
            await ended.CancelAsync();
            await watching;
        }
    });

    private static async Task WatchAsync(HttpContext http, CurrentSession begun, CancellationToken ended)
    {
        var sessions = http.RequestServices.GetRequiredService<SessionCache>();
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                var now = await sessions.FindAsync(begun.Secret);
                if (now is not null && begun.Known.Session.Rights.Permissions.All(right => now.Session.Rights.Permissions.Contains(right, StringComparer.Ordinal)))
                    continue;
                http.Abort();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The stream ended by itself.
        }
    }
}
