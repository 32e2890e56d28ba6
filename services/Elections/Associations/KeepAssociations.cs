using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;

namespace VpVarmland.Elections.Associations;

/// <summary>Keeps the copy of associations: the highest version wins, whatever order they come in.</summary>
internal sealed class KeepAssociations : IConsume<AssociationChanged>, IConsume<StateResent>
{
    public Task HandleAsync(AssociationChanged message, UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync(
        """
        insert into associations (id, name, municipality_code, is_active, version) values (@AssociationId, @Name, @MunicipalityCode, @IsActive, @Version)
        on conflict (id) do update
        set name = excluded.name, municipality_code = excluded.municipality_code, is_active = excluded.is_active, version = excluded.version
        where associations.version < excluded.version
        """, message, cancel);

    public async Task HandleAsync(StateResent message, UnitOfWork work, CancellationToken cancel)
    {
        if (message.Kind != "associations")
            return;
        message.RequireAll(await work.GetAsync<int>("select count(*)::int from associations where id <= @Through and version >= @Floor", message, cancel));
        await work.ExecuteAsync("delete from associations where id <= @Forget and version < @Floor", message, cancel);
    }
}
