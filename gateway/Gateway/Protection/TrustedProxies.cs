using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace VpVarmland.Gateway.Protection;

/// <summary>Believes <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> only from the proxies of <c>Proxies:0</c>, <c>Proxies:1</c> … (addresses or networks); from nobody where none is named.</summary>
internal static class TrustedProxies
{
    internal static void Use(WebApplication app)
    {
        var proxies = app.Configuration.GetSection("Proxies").Get<string[]>() ?? [];
        if (proxies.Length == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = proxies.Length,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (proxy.Contains('/', StringComparison.Ordinal))
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            else
                options.KnownProxies.Add(IPAddress.Parse(proxy));
        }
        app.UseForwardedHeaders(options);
    }
}
