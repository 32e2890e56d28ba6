using VpVarmland.Gateway.Sessions;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.LoadBalancing;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace VpVarmland.Gateway.Proxy;

/// <summary>
/// YARP from <c>/api/{service}/**</c> to the service, and nothing else of it. Event streams have a route of their own, because silence
/// is normal there: it may last long where an ordinary call's may not.
/// </summary>
internal static class ProxySetup
{
    private static readonly TimeSpan OrdinarySilence = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StreamSilence = TimeSpan.FromHours(1);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Where a whole file is sent, whose size the service itself limits: the central register's members, corrections, receipts, papers.</summary>
    private static readonly string[] LargeBodies =
    [
        "/api/members/central-imports", "/api/members/associations/{id}/file-corrections", "/api/members/associations/{id}/file-corrections/preview", "/api/members/claims/{id}/receipts",
        "/api/members/board/items/{id}/papers", "/api/members/documents/files", "/api/members/region/material/{id}/file",
    ];
    private const long LargestBody = 50 << 20;

    /// <summary>What a caller says about themselves or their path is for the gateway; services believe the token alone.</summary>
    private static readonly string[] ForTheGatewayAlone =
    [
        "Cookie", "Authorization", Antiforgery.Header, "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix",
        "X-Real-IP", "X-Original-For", "X-Original-Host", "X-Original-Proto", "Proxy-Authorization",
    ];

    internal static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddReverseProxy()
            .LoadFromMemory([.. Services.Names.SelectMany(Routes)], [.. Services.Names.SelectMany(service => Clusters(service, builder.Configuration.AddressesOf(service)))])
            .ConfigureHttpClient((_, handler) => handler.ConnectTimeout = ConnectTimeout)
            .AddTransforms(Transform);
    }

    internal static void Map(WebApplication app) => app.MapReverseProxy(proxy =>
    {
        proxy.Use(NoteFailuresAsync);
        proxy.UseLoadBalancing();
        proxy.UsePassiveHealthChecks();
    }).AllowAnonymous();

    /// <summary>Says in the log what kept a call from its service; the caller gets a problem document for the bare status that is left.</summary>
    private static async Task NoteFailuresAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.GetForwarderErrorFeature() is not { Error: not ForwarderError.RequestCanceled and not ForwarderError.ResponseBodyCanceled } failure)
            return;
        if (failure.Exception is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } && !http.Response.HasStarted)
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProxySetup)).LogWarning(
            "A call to {Cluster} failed: {Error}, {Exception}", http.GetReverseProxyFeature().Cluster.Config.ClusterId, failure.Error, failure.Exception?.GetBaseException());
    }

    private static IEnumerable<RouteConfig> Routes(string service)
    {
        yield return new RouteConfig { RouteId = service, ClusterId = service, Match = new RouteMatch { Path = $"/api/{service}/{{**rest}}" } };
        yield return new RouteConfig
        {
            RouteId = service + "-streams",
            ClusterId = service + "-streams",
            Match = new RouteMatch
            {
                Path = $"/api/{service}/{{**rest}}",
                Methods = [HttpMethods.Get],
                Headers = [new RouteHeader { Name = "Accept", Mode = HeaderMatchMode.Contains, Values = [StreamGuard.MediaType] }],
            },
            Order = -1,
        };
        foreach (var (index, path) in LargeBodies.Where(path => path.StartsWith($"/api/{service}/", StringComparison.Ordinal)).Index())
            yield return new RouteConfig { RouteId = $"{service}-large-{index}", ClusterId = service, Match = new RouteMatch { Path = path, Methods = [HttpMethods.Post] }, MaxRequestBodySize = LargestBody, Order = -1 };
        yield return new RouteConfig { RouteId = service + "-document", ClusterId = service, Match = new RouteMatch { Path = $"/openapi/{service}.json", Methods = [HttpMethods.Get] } };
    }

    private static IEnumerable<ClusterConfig> Clusters(string service, IReadOnlyList<Uri> addresses)
    {
        var ordinary = new ClusterConfig
        {
            ClusterId = service,
            LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
            Destinations = addresses.Index().ToDictionary(one => $"{service}-{one.Index}", one => new DestinationConfig { Address = one.Item.ToString() }, StringComparer.Ordinal),
            HttpRequest = new ForwarderRequestConfig { ActivityTimeout = OrdinarySilence },
            // With one instance a wrong suspicion would shut the service; all are tried when none looks well.
            HealthCheck = new HealthCheckConfig
            {
                AvailableDestinationsPolicy = "HealthyOrPanic",
                Active = new ActiveHealthCheckConfig { Enabled = addresses.Count > 1, Interval = TimeSpan.FromSeconds(5), Timeout = TimeSpan.FromSeconds(2), Path = "/alive" },
            },
        };
        yield return ordinary;
        yield return ordinary with { ClusterId = service + "-streams", HttpRequest = new ForwarderRequestConfig { ActivityTimeout = StreamSilence } };
    }

    private static void Transform(TransformBuilderContext route)
    {
        route.AddXForwarded(ForwardedTransformActions.Off);
        route.AddRequestTransform(async context =>
        {
            foreach (var header in ForTheGatewayAlone)
                context.ProxyRequest.Headers.Remove(header);
            if (await CallerToken.OfAsync(context.HttpContext) is { } token)
                context.ProxyRequest.Headers.Authorization = new("Bearer", token);
        });
        route.AddResponseTransform(context =>
        {
            context.HttpContext.Response.Headers.Remove("Set-Cookie");
            context.HttpContext.Response.Headers.Remove("Server");
            if (context.ProxyResponse?.Content.Headers.ContentType?.MediaType == StreamGuard.MediaType)
                StreamGuard.Watch(context.HttpContext);
            return ValueTask.CompletedTask;
        });
    }
}
