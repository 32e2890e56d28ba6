using Npgsql;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Partners;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Auth;

namespace VpVarmland.Gateway.Proxy;

/// <summary>
/// Ends an open event stream within seconds after its caller has lost a right, the session or the client: a service looks at the token only
/// when the stream begins. The browser opens it again by itself, with the rights that are left.
/// </summary>
internal static class StreamGuard
{
    internal const string MediaType = "text/event-stream";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>Watches the caller for as long as the answer lasts. By what the service sends, not by what the caller said it would take.</summary>
    internal static void Watch(HttpContext http)
    {
        if (RightsOf(http) is not { } rightsNow)
            return;
        var begun = http.User.FindAll(TokenClaims.Permissions).Select(claim => claim.Value).ToArray();
        var ended = new CancellationTokenSource();
        var watching = WatchAsync(http, begun, rightsNow, ended.Token);
        http.Response.OnCompleted(async () =>
        {
            await ended.CancelAsync();
            await watching;
            ended.Dispose();
        });
    }

    /// <returns>What tells the caller's rights from now on (null once there is no such caller any more); null for a caller without a name, who has none to lose.</returns>
    private static Func<Task<IReadOnlyList<string>?>>? RightsOf(HttpContext http)
    {
        if (CurrentSession.Of(http) is { } session)
        {
            var sessions = http.RequestServices.GetRequiredService<SessionCache>();
            return async () => (await sessions.FindAsync(session.Secret))?.Session.Rights.Permissions;
        }
        if (Caller.From(http.User).ClientId is { } id)
        {
            var clients = http.RequestServices.GetRequiredService<PartnerClients>();
            return async () => (await clients.FindAsync(id))?.Permissions;
        }
        return null;
    }

    private static async Task WatchAsync(HttpContext http, IReadOnlyList<string> begun, Func<Task<IReadOnlyList<string>?>> rightsNow, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                var now = await rightsNow();
                if (now is not null && begun.All(right => now.Contains(right, StringComparer.Ordinal)))
                    continue;
                http.Abort();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The stream ended by itself.
        }
        catch (NpgsqlException)
        {
            // Whether the right is still there cannot be known: then it is not.
            http.Abort();
        }
    }
}
