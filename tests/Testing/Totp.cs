using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace VpVarmland.Tests;

/// <summary>An authenticator app: RFC 6238 with SHA-1, thirty seconds and six digits, by the machine's clock, as a phone goes by its own.</summary>
public static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;
    private static readonly ConcurrentDictionary<string, long> Given = new(StringComparer.Ordinal);

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;

    /// <summary>
    /// A code of that secret that nobody has been given yet: the platform takes each once. The next one, which it takes too, where the one that
    /// the app shows has been given; after that it waits, as a person would.
    /// </summary>
    public static async Task<string> NextAsync(string secret)
    {
        var step = Given.AddOrUpdate(secret, _ => Now, (_, last) => Math.Max(last + 1, Now));
        await Eventually.SeeAsync(() => Task.FromResult(Now), now => now >= step - 1);
        return Code(secret, step);
    }

    /// <summary>A code that is wrong now, and was and will be for a while.</summary>
    public static string WrongCode(string secret)
    {
        var right = Enumerable.Range(-5, 11).Select(step => Code(secret, Now + step)).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(0, 1_000_000).Select(number => number.ToString("D6", CultureInfo.InvariantCulture)).First(code => !right.Contains(code));
    }

    private static string Code(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The standard's hash.
        var hash = HMACSHA1.HashData(Decode(secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string base32)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var letter in base32.ToUpperInvariant())
        {
            buffer = ((buffer << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xfff;
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
        }
        return [.. bytes];
    }
}
