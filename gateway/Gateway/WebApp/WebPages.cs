using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace VpVarmland.Gateway.WebApp;

/// <summary>
/// The web app from <c>wwwroot</c>. Files of a build have a hash in their name and are kept for ever; the page that names them is asked
/// for each time, so a new release is seen at once.
/// </summary>
internal static class WebPages
{
    private const string Hashed = "/assets/";

    /// <summary>What is not the web app's: an unknown address there is a missing thing, not a page.</summary>
    private static readonly string[] NotPages = ["/api", "/partner", "/auth", "/connect", "/dev", "/docs", "/openapi", "/health", "/alive", "/.well-known", "/assets"];

    /// <summary>Before authentication and limits: everybody may have the files, and a page is many of them.</summary>
    internal static void UseFiles(WebApplication app) => app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = SetCaching });

    /// <summary>Any other address without an extension is a page of the web app, which finds its way itself; with one, it is a missing file.</summary>
    internal static void MapFallback(WebApplication app) => app.MapFallback("{**path}", SendPageAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task SendPageAsync(HttpContext http, IWebHostEnvironment environment)
    {
        var isPage = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (!isPage || Path.HasExtension(http.Request.Path.Value) || NotPages.Any(prefix => http.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase)))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.ContentType = "text/html; charset=utf-8";
        var index = environment.WebRootFileProvider.GetFileInfo("index.html");
        if (index.Exists)
            await http.Response.SendFileAsync(index, http.RequestAborted);
        else
            await http.Response.WriteAsync("<!doctype html><html lang=\"sv\"><title>VpVarmland</title><p>Webbappen är inte byggd. Gränssnittet för program finns på <a href=\"/docs\">/docs</a>.</p></html>", http.RequestAborted);
    }

    private static void SetCaching(StaticFileResponseContext context)
    {
        var isHashed = context.Context.Request.Path.StartsWithSegments(Hashed.TrimEnd('/'), StringComparison.Ordinal);
        context.Context.Response.Headers[HeaderNames.CacheControl] = isHashed ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
