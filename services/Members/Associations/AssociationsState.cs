using VpVarmland.ServiceDefaults.Ops;

namespace VpVarmland.Members.Associations;

/// <summary>Every association, and the district itself, sent again after a restore.</summary>
internal sealed class AssociationsState : StateSource
{
    public override string Kind => "associations";

    public override async Task<(Guid Last, int Count)> SendAsync(UnitOfWork work, Guid after, Guid through, int floor, int most, CancellationToken cancel)
    {
        var associations = await work.ListAsync<Row>(
            """
            with page as (select id from associations where id > @after and id <= @through order by id limit @most for update), raised as (
                update associations association set version = greatest(association.version + 1, @floor) from page where association.id = page.id
                returning association.id, association.version, association.name, association.municipality_code, association.state <> 'dormant' as is_active)
            select * from raised order by id
            """, new { after, through, floor, most }, cancel);
        foreach (var one in associations)
            work.Publish(new AssociationChanged(one.Id, one.Name, one.MunicipalityCode, one.IsActive) { Version = one.Version });
        return (associations.Count > 0 ? associations[^1].Id : after, associations.Count);
    }

    private sealed record Row(Guid Id, int Version, string Name, string? MunicipalityCode, bool IsActive);
}
