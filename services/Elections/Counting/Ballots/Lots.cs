namespace VpVarmland.Elections.Counting.Ballots;

/// <summary>
/// Lots that were drawn. Each is an order of candidates (or, for seats, of parties or constituencies), the most favoured first: of
/// those tied the first is elected, placed or has the surplus transferred first, the last is excluded. A tie is decided by the first lot that names all who are tied.
/// </summary>
public sealed record Lots<T>(IReadOnlyList<IReadOnlyList<T>> Drawn)
    where T : notnull
{
    /// <summary>The tied in the drawn order, most favoured first; null when no lot names them all.</summary>
    public IReadOnlyList<T>? Order(IReadOnlyCollection<T> tied) => Drawn
        .Where(lot => tied.All(lot.Contains))
        .Select(lot => lot.Where(tied.Contains).ToList())
        .FirstOrDefault();
}

/// <summary>Lots where none has been drawn.</summary>
public static class Lots
{
    /// <summary>No lots.</summary>
    public static Lots<T> None<T>()
        where T : notnull => new([]);
}
