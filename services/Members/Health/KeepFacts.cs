using VpVarmland.ServiceDefaults.Messaging;

namespace VpVarmland.Members.Health;

/// <summary>Keeps what the other services tell about associations: the highest version of each fact wins, whatever order they come in.</summary>
internal sealed class KeepFacts : IConsume<AssociationFactReported>
{
    public Task HandleAsync(AssociationFactReported message, UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync(
        """
        insert into association_facts (association_id, fact, number, as_of, version) values (@AssociationId, @fact, @Number, @AsOf, @Version)
        on conflict (association_id, fact) do update set number = excluded.number, as_of = excluded.as_of, version = excluded.version
        where association_facts.version < excluded.version
        """, new { message.AssociationId, fact = message.Fact.ToText(), message.Number, message.AsOf, message.Version }, cancel);
}
