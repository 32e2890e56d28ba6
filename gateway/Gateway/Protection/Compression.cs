using Microsoft.AspNetCore.ResponseCompression;

namespace VpVarmland.Gateway.Protection;

/// <summary>
/// Compresses texts on their way out. Event streams are not among the types, so they flow unbuffered. Over TLS too: no answer shows a
/// secret beside something the caller chose, which is what guessing by size needs.
/// </summary>
internal static class Compression
{
    internal static void Add(IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml", "text/csv", "text/calendar"];
    });
}
