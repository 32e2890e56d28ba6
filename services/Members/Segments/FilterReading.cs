using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VpVarmland.Members.Segments;

/// <summary>How filters are read from requests.</summary>
internal static class FilterReading
{
    /// <summary>A condition that tells no kind is a fault in what was sent, not in the service that cannot make one.</summary>
    internal static IServiceCollection AddFilters(this IServiceCollection services) => services.ConfigureHttpJsonOptions(options =>
        options.SerializerOptions.TypeInfoResolver = (options.SerializerOptions.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(type =>
        {
            if (type.Type == typeof(Filter))
                type.CreateObject = static () => throw new JsonException("A condition needs a kind.");
        }));
}
