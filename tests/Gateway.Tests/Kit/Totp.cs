using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace VpVarmland.Tests;

/// <summary>An authenticator app (RFC 6238): six digits, thirty seconds, SHA-1.</summary>
internal static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    internal static string Code(string secret) => Code(secret, TimeProvider.System.GetUtcNow());

    internal static string Code(string secret, DateTimeOffset at)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, at.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard's hash.
        var hash = HMACSHA1.HashData(Decode(secret), step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>A code that is wrong now, and was and will be for a while.</summary>
    internal static string WrongCode(string secret)
    {
        var now = TimeProvider.System.GetUtcNow();
        var right = Enumerable.Range(-5, 11).Select(step => Code(secret, now.AddSeconds(30 * step))).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(0, 1_000_000).Select(number => number.ToString("D6", CultureInfo.InvariantCulture)).First(code => !right.Contains(code));
    }

    private static byte[] Decode(string base32)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var letter in base32.ToUpperInvariant())
        {
            buffer = (buffer << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal);
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
