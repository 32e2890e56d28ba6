namespace VpVarmland.Members.CentralImport;

/// <summary>
/// The file is about the whole district, so an import is for those who hand over to the central register in the whole district. To anybody who
/// does so in an association only, imports do not exist.
/// </summary>
internal static class ImportAccess
{
    internal static RouteHandlerBuilder ForTheDistrict(this RouteHandlerBuilder endpoint) => endpoint.ForTheDistrict(Permission.HandOver, ImportFailures.Unknown);
}
