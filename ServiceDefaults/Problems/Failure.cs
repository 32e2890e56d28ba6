namespace VpVarmland.ServiceDefaults.Problems;

/// <summary>An expected failure: a value with a stable code that programs rely on and a text for people in Swedish and English.
/// Declared once, beside the capability it belongs to. Exceptions are for bugs.</summary>
/// <param name="Code"><c>area.what_happened</c>; never changes once published.</param>
/// <param name="Status">The HTTP status it becomes.</param>
public sealed record Failure(string Code, int Status, string Swedish, string English)
{
    /// <summary>400: the request itself is wrong.</summary>
    public static Failure Bad(string code, string swedish, string english) => new(code, StatusCodes.Status400BadRequest, swedish, english);

    /// <summary>404: it is not there, or not for this caller to see.</summary>
    public static Failure Missing(string code, string swedish, string english) => new(code, StatusCodes.Status404NotFound, swedish, english);

    /// <summary>409: it cannot be done as things stand now.</summary>
    public static Failure Conflict(string code, string swedish, string english) => new(code, StatusCodes.Status409Conflict, swedish, english);
}
