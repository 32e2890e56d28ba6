namespace VpVarmland.Contracts;

/// <summary>The events by their stored name, which is the type's.</summary>
public static class EventTypes
{
    private static readonly Dictionary<string, Type> Types = typeof(IntegrationEvent).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(IntegrationEvent)))
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">A name from a newer release than this one.</exception>
    public static Type Of(string name) => Types[name];
}
