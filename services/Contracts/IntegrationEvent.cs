namespace VpVarmland.Contracts;

/// <summary>
/// A fact that one service tells the others: immutable, past tense, with ids and the few facts that others need.
/// Change is additive only; a snapshot test pins the wire shape of every event.
/// </summary>
public abstract record IntegrationEvent
{
    /// <summary>Unique per event, and the key that makes a second delivery harmless.</summary>
    public Guid EventId { get; init; } = Guid.CreateVersion7();

    /// <summary>When it happened, by the platform's clock.</summary>
    public DateTimeOffset OccurredAt { get; init; }
}

/// <summary>
/// An event that carries the whole current state of what it is about. A receiver keeps the highest version it has seen and
/// ignores the rest, so such events may arrive in any order, or twice.
/// </summary>
public abstract record StateEvent : IntegrationEvent
{
    /// <summary>Grows by one with each change of the thing the event is about; starts at 1.</summary>
    public required int Version { get; init; }
}
