namespace VpVarmland.Contracts;

/// <summary>A service's database was restored: everyone is asked to send the state they own again.</summary>
/// <param name="By">The service that asks.</param>
public sealed record StateWanted(string By) : IntegrationEvent;

/// <summary>
/// All there is of one kind has been sent again, as <see cref="StateEvent"/>s with versions from <paramref name="Floor"/> up. A receiver that has
/// applied <paramref name="Count"/> of them forgets what else it has of the kind with an id up to <paramref name="Forget"/>: its owner does not know it.
/// </summary>
/// <param name="Kind">Such as <c>people</c>, <c>assignments</c>, <c>associations</c>.</param>
/// <param name="Through">No id above this was sent again.</param>
/// <param name="Forget">Below <paramref name="Through"/> where the owner was at work meanwhile: a change under way was not seen, yet is not lost.</param>
public sealed record StateResent(string Kind, int Floor, Guid Through, int Count, Guid Forget) : IntegrationEvent
{
    /// <summary>Stops a receiver that has not applied all of them: tried again later, it will have.</summary>
    /// <param name="applied">How many of the kind it has with an id up to <see cref="Through"/> and a version from <see cref="Floor"/> up.</param>
    /// <exception cref="InvalidOperationException">Some are still on their way.</exception>
    public void RequireAll(int applied)
    {
        if (applied < Count)
            throw new InvalidOperationException($"{applied} of {Count} {Kind} have arrived.");
    }
}
