using System.Globalization;

namespace VpVarmland.Members.Register;

/// <summary>Versions of what is edited, as entity tags: read with <c>ETag</c>, written with <c>If-Match</c>.</summary>
internal static class Versions
{
    /// <summary>Tells the caller which version this is.</summary>
    internal static void SendVersion(this HttpContext http, int version) =>
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Null when the caller edits the version that stands; otherwise why not.</summary>
    internal static Failure? CheckVersion(this HttpContext http, int version)
    {
        string? match = http.Request.Headers.IfMatch;
        return match is null ? CommonFailures.VersionNeeded
            : match.Trim('"') == version.ToString(CultureInfo.InvariantCulture) ? null
            : CommonFailures.VersionChanged;
    }
}
