using System.Buffers.Text;
using System.Security.Cryptography;

namespace VpVarmland.Gateway.Protection;

/// <summary>Secrets that the platform makes: 256 random bits, as text safe in addresses and cookies; stored as SHA-256 only.</summary>
internal static class Secret
{
    private const int Bytes = 32;

    internal static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of it; null for a text that no secret of ours can be.</summary>
    internal static byte[]? Hash(string? secret)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        return secret is { Length: 43 } && Base64Url.IsValid(secret) && Base64Url.TryDecodeFromChars(secret, bytes, out var count) && count == Bytes
            ? SHA256.HashData(bytes)
            : null;
    }
}
