namespace VpVarmland.Gateway.Protection;

/// <summary>
/// The gateway's own answers hold secrets (recovery codes, tokens, a client's secret), so none is stored to be given again: an
/// <c>Idempotency-Key</c> is for the services, and means nothing here.
/// </summary>
internal static class NoStoredAnswers
{
    internal static void Use(WebApplication app) => app.Use((http, next) =>
    {
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || http.Request.Path.StartsWithSegments("/api/gateway", StringComparison.OrdinalIgnoreCase))
            http.Request.Headers.Remove("Idempotency-Key");
        return next(http);
    });
}
