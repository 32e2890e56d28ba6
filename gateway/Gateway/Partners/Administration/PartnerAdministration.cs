namespace VpVarmland.Gateway.Partners.Administration;

/// <summary>What administrators do about partners' clients.</summary>
internal static class PartnerAdministration
{
    internal static void Map(IEndpointRouteBuilder auth)
    {
        EditClients.Map(auth);
        ClientSecrets.Map(auth);
    }
}
