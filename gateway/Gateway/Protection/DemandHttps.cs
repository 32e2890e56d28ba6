using Microsoft.AspNetCore.Http.Extensions;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.Protection;

/// <summary>
/// Outside Development nobody talks to the platform in the clear: pages lead to https, everything else is refused before it is read. What
/// the machines beside the gateway ask for (health, and the keys with which services check tokens) says nothing about anybody and stays open.
/// </summary>
internal static class DemandHttps
{
    private static readonly Failure HttpsNeeded = Failure.Bad("request.https_needed", "Anslutningen måste vara krypterad (https).", "The connection must be encrypted (https).");

    private static readonly string[] Inside = ["/health", "/alive", "/.well-known/jwks.json"];

    internal static void Use(WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            return;
        app.Use((http, next) =>
        {
            if (http.Request.IsHttps || Inside.Contains(http.Request.Path.Value, StringComparer.Ordinal))
                return next(http);
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
                return Problem.WriteAsync(http, HttpsNeeded);
            http.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            http.Response.Headers.Location = UriHelper.BuildAbsolute("https", http.Request.Host, http.Request.PathBase, http.Request.Path, http.Request.QueryString);
            return Task.CompletedTask;
        });
    }
}
