namespace VpVarmland.ServiceDefaults.Web;

/// <summary>How values look on every wire of the platform: camelCase, enums by name, unknown numbers for enums refused.</summary>
public static class Json
{
    /// <summary>The options for everything that is not an HTTP body: events, audit, stored answers.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    internal static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new CleanText());
        // A database that keeps JSON may put a kind after what it is the kind of.
        options.AllowOutOfOrderMetadataProperties = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        return options;
    }
}
