using Scalar.AspNetCore;
using VpVarmland.Gateway.Proxy;

namespace VpVarmland.Gateway.Docs;

/// <summary>
/// <c>/docs</c>: the API reference of every service and of the gateway, served from here alone. Its page has an inline script, so it has
/// a policy of its own with a nonce for each answer.
/// </summary>
internal static class ApiReference
{
    private const string Path = "/docs";

    internal static void Map(WebApplication app)
    {
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase), docs => docs.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                if (http.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce)
                    http.Response.Headers.ContentSecurityPolicy = PolicyWith(nonce);
                return Task.CompletedTask;
            });
            return next(http);
        }));
        app.MapScalarApiReference(Path, scalar =>
        {
            scalar.WithTitle("VpVarmland API")
                .WithOpenApiRoutePattern("/openapi/{documentName}.json")
                .AddDocuments([.. Services.Names, "gateway"])
                .WithNonce()
                .DisableDefaultFonts()
                .DisableAgent()
                .DisableMcp()
                .HideClientButton();
        }).AllowAnonymous();
    }

    private static string PolicyWith(string nonce) =>
        $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
        "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
}
