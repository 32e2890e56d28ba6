namespace VpVarmland.ServiceDefaults.Auth;

/// <summary>Says which permission an endpoint demands; read by authorisation, by the API document and by the tests.</summary>
/// <param name="Permission">Held in any scope; the rows are filtered by scope in the query.</param>
public sealed record RequiredPermission(Permission Permission);

/// <summary>Says that an endpoint is for a person who is signed in, whatever they may do: their own session and second factor.</summary>
public sealed record RequiredSignIn;

/// <summary>How an endpoint says who may call it. One that says nothing keeps the service from starting.</summary>
public static class Access
{
    /// <summary>Demands the permission, in whatever scope. Anonymous callers get 401; callers without it 403.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder => Require(endpoint, new RequiredPermission(permission), caller => caller.Holds(permission));

    /// <summary>Demands a signed-in person, with or without permissions. Anonymous callers and partner clients get 401 or 403.</summary>
    public static TBuilder RequireSignIn<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => Require(endpoint, new RequiredSignIn(), caller => caller.ClientId is null);

    /// <summary>Denies whatever no endpoint's own declaration allows; an address that is no endpoint stays what it is: not found.</summary>
    public static IServiceCollection AddDenyByDefault(this IServiceCollection services) => services
        .AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build());

    /// <summary>Refuses to start while an endpoint declares neither a permission, nor that it needs a sign-in, nor that it is open.</summary>
    /// <exception cref="InvalidOperationException">Names every endpoint that is silent.</exception>
    public static void RefuseSilentEndpoints(IEnumerable<Endpoint> endpoints)
    {
        var silent = endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<RequiredPermission>() is null
                && endpoint.Metadata.GetMetadata<RequiredSignIn>() is null
                && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => endpoint.DisplayName ?? endpoint.RoutePattern.RawText)
            .ToList();
        if (silent.Count > 0)
            throw new InvalidOperationException($"Endpoints that say neither which permission they demand nor that they are open: {string.Join(", ", silent)}");
    }

    private static TBuilder Require<TBuilder>(TBuilder endpoint, object declared, Func<Caller, bool> isAllowed)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(declared)
            .RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireAssertion(context => isAllowed(Caller.From(context.User))));
}
