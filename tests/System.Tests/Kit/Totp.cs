using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace VpVarmland.Tests;

/// <summary>An authenticator app: RFC 6238 with SHA-1, 30 seconds and six digits, as all of them have it.</summary>
internal static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code that the app shows now; by the machine's clock, as a phone goes by its own and not by the platform's.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "What authenticator apps use.")]
    internal static string CodeOf(string secret)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
        var hash = HMACSHA1.HashData(Decode(secret), step);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string secret)
    {
        var bytes = new List<byte>();
        var (bits, value) = (0, 0);
        foreach (var letter in secret.ToUpperInvariant().Where(Base32.Contains))
        {
            (value, bits) = (((value << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xfff, bits + 5);
            if (bits >= 8)
                bytes.Add((byte)(value >> (bits -= 8)));
        }
        return [.. bytes];
    }
}
