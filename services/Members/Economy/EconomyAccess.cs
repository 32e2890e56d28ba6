namespace VpVarmland.Members.Economy;

/// <summary>The economy is the district's: to anybody who holds one of its rights in an association only, it does not exist.</summary>
internal static class EconomyAccess
{
    internal static RouteHandlerBuilder ForTheDistrict(this RouteHandlerBuilder endpoint, Permission permission)
    {
        endpoint.AddEndpointFilter(async (context, next) => context.HttpContext.RequestServices.GetRequiredService<Caller>().Reach(permission).District
            ? await next(context)
            : EconomyFailures.Unknown.ToProblem(context.HttpContext));
        return endpoint.RequirePermission(permission);
    }
}
