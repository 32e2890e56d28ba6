using System.Security.Cryptography;
using System.Text;

namespace VpVarmland.Members.PersonalNumbers;

/// <summary>Encrypts short texts (AES-256-GCM) with keys that are not in the database, bound to the row they belong to.</summary>
internal static class Sealing
{
    private const int NonceBytes = 12, TagBytes = 16;

    /// <param name="owner">The row: the cipher opens for nothing else.</param>
    internal static byte[] Close(string text, byte[] key, Guid owner)
    {
        var (plain, nonce) = (Encoding.UTF8.GetBytes(text), RandomNumberGenerator.GetBytes(NonceBytes));
        var (cipher, tag) = (new byte[plain.Length], new byte[TagBytes]);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, cipher, tag, owner.ToByteArray());
        return [.. nonce, .. tag, .. cipher];
    }

    /// <summary>The text; null where the key is another than it was closed with.</summary>
    internal static string? Open(byte[] closed, byte[] key, Guid owner)
    {
        var plain = new byte[closed.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(closed.AsSpan(0, NonceBytes), closed.AsSpan(NonceBytes + TagBytes), closed.AsSpan(NonceBytes, TagBytes), plain, owner.ToByteArray());
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>32 bytes in base 64, as <c>openssl rand -base64 32</c> makes them; null where nothing is configured.</summary>
    /// <exception cref="InvalidOperationException">What is configured is no such key.</exception>
    internal static byte[]? KeyOf(string? text, string setting)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var bytes = new byte[32];
        return text.Length == 44 && Convert.TryFromBase64String(text, bytes, out var count) && count == 32
            ? bytes
            : throw new InvalidOperationException($"{setting} must be 32 random bytes in base 64: openssl rand -base64 32");
    }
}
