using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace VpVarmland.Gateway.Partners;

/// <summary>How a client says who it is at the token endpoint (RFC 6749 §2.3.1): in the header, which the standard prefers, or in the form; never both.</summary>
/// <param name="InHeader">Decides how a refusal is answered (§5.2).</param>
internal sealed record ClientCredentials(string Id, string Secret, bool InHeader)
{
    private const string Basic = "Basic ";

    /// <returns>False for a request that gives several, or whose header cannot be read. Missing ones are empty.</returns>
    internal static bool TryRead(string? authorization, IFormCollection form, [NotNullWhen(true)] out ClientCredentials? credentials)
    {
        var inHeader = !string.IsNullOrEmpty(authorization);
        var (id, secret) = (form["client_id"].ToString(), form["client_secret"].ToString());
        credentials = inHeader ? FromHeader(authorization!) : new ClientCredentials(id, secret, InHeader: false);
        // The form may repeat the id beside the header, but not give a second secret or another client's id. NUL no database takes.
        return credentials is not null && !credentials.Id.Contains('\0', StringComparison.Ordinal) && (!inHeader || secret.Length == 0 && (id.Length == 0 || id == credentials.Id));
    }

    private static ClientCredentials? FromHeader(string authorization)
    {
        var bytes = new byte[authorization.Length];
        if (!authorization.StartsWith(Basic, StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(authorization[Basic.Length..].Trim(), bytes, out var count))
            return null;
        var parts = Encoding.UTF8.GetString(bytes, 0, count).Split(':', 2);
        return parts is [var id, var secret] ? new ClientCredentials(Decode(id), Decode(secret), InHeader: true) : null;
    }

    // Form encoding within the header, as §2.3.1 has it.
    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
