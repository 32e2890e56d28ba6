namespace VpVarmland.Members.Associations;

/// <summary>Which association receives a person: the municipality's active one; where none is active, the district.</summary>
internal sealed record ReceivingAssociation(Guid Id, string Name)
{
    internal static Task<ReceivingAssociation> ForAsync(UnitOfWork work, string? municipalityCode, CancellationToken cancel) => work.GetAsync<ReceivingAssociation>(
        """
        select id, name from associations
        where (municipality_code = @municipalityCode and state = 'active') or is_district
        order by is_district limit 1
        """, new { municipalityCode }, cancel);
}
