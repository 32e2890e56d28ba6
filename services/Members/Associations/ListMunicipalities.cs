namespace VpVarmland.Members.Associations;

/// <summary>The county's municipalities, each with the association that receives people who live there.</summary>
internal static class ListMunicipalities
{
    /// <param name="IsActive">False where no association is active: then the district itself receives.</param>
    internal sealed record Response(string Code, string Name, Guid AssociationId, string AssociationName, bool IsActive);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/municipalities", Handle)
        .AllowAnonymous()
        .WithSummary("Municipalities and the association that receives people there");

    private static async Task<Ok<IReadOnlyList<Response>>> Handle(UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await work.ListAsync<Response>(
        """
        select municipality.code, municipality.name, receiver.id as association_id, receiver.name as association_name, not receiver.is_district as is_active
        from municipalities municipality join receiving_associations receiver on receiver.municipality_code = municipality.code
        order by municipality.name
        """, null, cancel));
}
