namespace VpVarmland.Members.Associations;

/// <summary>Which association receives a person: the municipality's active one, else the one that covers it since a merger; where none is active, the district.</summary>
internal sealed record ReceivingAssociation(Guid Id, string Name)
{
    internal static Task<ReceivingAssociation> ForAsync(UnitOfWork work, string? municipalityCode, CancellationToken cancel) => work.GetAsync<ReceivingAssociation>(
        """
        select id, name from receiving_associations where municipality_code = @municipalityCode
        union all
        select id, name from associations where is_district and not exists (select from municipalities where code = @municipalityCode)
        """, new { municipalityCode }, cancel);
}
