namespace VpVarmland.Contracts;

/// <summary>E-mail addresses: what counts as one, and when two are the same.</summary>
public static class Email
{
    /// <summary>True for one @, a local part of at most 64 characters, a dotted domain, 254 characters in all.</summary>
    public static bool IsValid(string text)
    {
        var address = text.Trim();
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return address.Length <= 254 && at is > 0 and <= 64
            && System.Net.Mail.MailAddress.TryCreate(address, out var parsed) && parsed.Address == address
            && address.LastIndexOf('@') == at && parsed.Host.Contains('.', StringComparison.Ordinal)
            && !parsed.Host.StartsWith('.') && !parsed.Host.EndsWith('.')
            && !address.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || character is '"' or '(' or ')' or '<' or '>' or ',');
    }

    /// <summary>The form in which addresses are compared and stored: trimmed, lower case.</summary>
    public static string Normalise(string text) => text.Trim().ToLowerInvariant();
}
