using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace VpVarmland.Gateway.Protection;

/// <summary>
/// Encrypts the data-protection key ring with a key that is configured and not in the database (AES-256-GCM), so that a copy of the
/// database opens nothing.
/// </summary>
/// <param name="key">32 bytes, as <c>openssl rand -base64 32</c> makes them.</param>
internal sealed class KeyRingEncryption(byte[] key) : IXmlEncryptor
{
    internal const string Setting = "DataProtection:Key";
    private const int NonceBytes = 12, TagBytes = 16;

    /// <returns>The configured key; null where there is none.</returns>
    /// <exception cref="InvalidOperationException">What is configured is no such key.</exception>
    internal static byte[]? KeyOf(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } text)
            return null;
        var bytes = new byte[32];
        return text.Length == 44 && Convert.TryFromBase64String(text, bytes, out var count) && count == 32
            ? bytes
            : throw new InvalidOperationException($"{Setting} must be 32 random bytes in base 64: openssl rand -base64 32");
    }

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var (cipher, tag) = (new byte[plain.Length], new byte[TagBytes]);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, cipher, tag);
        return new EncryptedXmlInfo(new XElement("aes256gcm", Convert.ToBase64String([.. nonce, .. tag, .. cipher])), typeof(Decryption));
    }

    /// <summary>Made by the framework, by the name that stands in the key ring.</summary>
    internal sealed class Decryption(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement)
        {
            var key = KeyOf(services.GetRequiredService<IConfiguration>()) ?? throw new CryptographicException($"The key ring is encrypted, and {Setting} is not configured.");
            var all = Convert.FromBase64String(encryptedElement.Value);
            var plain = new byte[all.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(all.AsSpan(0, NonceBytes), all.AsSpan(NonceBytes + TagBytes), all.AsSpan(NonceBytes, TagBytes), plain);
            return XElement.Parse(Encoding.UTF8.GetString(plain));
        }
    }
}
