namespace VpVarmland.ServiceDefaults.Messaging;

/// <summary>Reacts to one kind of event. Runs in a transaction, alone or after others of the kind that came with it, that first notes the event
/// as seen, so a second delivery does nothing; what it throws is retried, then stored for later, then set aside for a person. Events come in any order.</summary>
public interface IConsume<in TEvent>
    where TEvent : IntegrationEvent
{
    /// <summary>Applies the event; the caller commits.</summary>
    Task HandleAsync(TEvent message, UnitOfWork work, CancellationToken cancel);

    /// <summary>Applies events that came together, in their order. Of what comes by the thousand one statement can keep them all.</summary>
    async Task HandleAsync(IReadOnlyCollection<TEvent> messages, UnitOfWork work, CancellationToken cancel)
    {
        foreach (var message in messages)
            await HandleAsync(message, work, cancel);
    }
}
