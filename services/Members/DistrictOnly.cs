namespace VpVarmland.Members;

/// <summary>What is the whole district's: to anybody who holds the right in an association only, it does not exist.</summary>
internal static class DistrictOnly
{
    /// <param name="otherwise">What they are told who hold the right elsewhere.</param>
    internal static RouteHandlerBuilder ForTheDistrict(this RouteHandlerBuilder endpoint, Permission permission, Failure otherwise)
    {
        endpoint.AddEndpointFilter(async (context, next) => context.HttpContext.RequestServices.GetRequiredService<Caller>().Reach(permission).District
            ? await next(context)
            : otherwise.ToProblem(context.HttpContext));
        return endpoint.RequirePermission(permission);
    }
}
