namespace VpVarmland.Members;

/// <summary>What somebody has written, as it is kept.</summary>
internal static class Texts
{
    /// <summary>Without blanks around it; null where nothing is left.</summary>
    internal static string? TrimmedOrNull(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
