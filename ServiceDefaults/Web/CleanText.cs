namespace VpVarmland.ServiceDefaults.Web;

/// <summary>Keeps out text that no database takes: the NUL character and half surrogate pairs. Without it such input would surface
/// as a server error from the driver.</summary>
internal sealed class CleanText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A text is expected.");
        string? text;
        try
        {
            text = reader.GetString();
        }
        catch (InvalidOperationException broken)
        {
            throw new JsonException("The text is not valid Unicode.", broken);
        }
        return text is null || IsClean(text) ? text : throw new JsonException("The text holds characters that cannot be stored.");
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <summary>Refuses addresses and query values that are not clean, before any endpoint binds them.</summary>
    internal static IApplicationBuilder Use(IApplicationBuilder app) => app.Use((http, next) =>
        IsClean(http.Request.Path.Value ?? "") && http.Request.Query.All(value => IsClean(value.Key) && value.Value.All(text => IsClean(text ?? "")))
            ? next(http)
            : Problem.WriteAsync(http, CommonFailures.Malformed));

    private static bool IsClean(string text) => !text.Where((letter, index) => letter == '\0'
        || (char.IsSurrogate(letter) && !char.IsSurrogatePair(text, index) && !(index > 0 && char.IsSurrogatePair(text, index - 1)))).Any();
}
