namespace VpVarmland.Members.Economy;

/// <summary>The economy is the district's: to anybody who holds one of its rights in an association only, it does not exist.</summary>
internal static class EconomyAccess
{
    internal static RouteHandlerBuilder ForTheDistrict(this RouteHandlerBuilder endpoint, Permission permission) => endpoint.ForTheDistrict(permission, EconomyFailures.Unknown);
}
