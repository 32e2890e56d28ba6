using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;

namespace VpVarmland.ServiceDefaults.Ledger;

/// <summary>Tells of several changes in one transaction.</summary>
internal static class Changes
{
    internal sealed record Change(Guid Id, int Version);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost("/changes", Handle).AllowAnonymous();

    private static NoContent Handle(Change[] changes, UnitOfWork work)
    {
        foreach (var change in changes)
            work.Publish(new AssociationChanged(change.Id, $"state {change.Version}", null, true) { Version = change.Version });
        return TypedResults.NoContent();
    }
}

/// <summary>Writes down every effect, and keeps the newest state.</summary>
internal sealed class WriteDown : IConsume<AssociationChanged>
{
    public Task HandleAsync(AssociationChanged message, UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync(
        """
        insert into effects (event_id) values (@EventId);
        insert into states (id, version, name) values (@AssociationId, @Version, @Name)
        on conflict (id) do update set version = excluded.version, name = excluded.name where states.version < excluded.version
        """, message, cancel);
}
