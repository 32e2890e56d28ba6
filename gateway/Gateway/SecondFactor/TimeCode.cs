using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VpVarmland.Gateway.SecondFactor;

/// <summary>The authenticator app's codes (RFC 6238 with SHA-1, thirty seconds and six digits), and which half minute a code belongs to.</summary>
internal static class TimeCode
{
    private const int StepSeconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Half minutes that a phone's clock may be off, either way, and that a person may be slow (RFC 6238 §6).</summary>
    private const int Drift = 1;

    /// <summary>
    /// The half minute whose code this is; null for a code that is wrong, or not newer than the last that was accepted: what somebody saw over
    /// a shoulder, or caught on its way, is worth nothing once it has been used (§5.2).
    /// </summary>
    /// <param name="last">The half minute of the last code accepted.</param>
    internal static long? Accept(string secret, string code, long? last, DateTimeOffset now)
    {
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        var given = Encoding.ASCII.GetBytes(code);
        long? accepted = null;
        for (var step = current - Drift; step <= current + Drift; step++)
        {
            // Every candidate is computed and compared in full, so the time taken says nothing.
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(CodeOf(secret, step))) && !(step <= last))
                accepted ??= step;
        }
        return accepted;
    }

    private static string CodeOf(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // What authenticator apps use.
        var hash = HMACSHA1.HashData(Decode(secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string secret)
    {
        var bytes = new List<byte>(secret.Length * 5 / 8);
        var (bits, value) = (0, 0);
        foreach (var letter in secret)
        {
            (value, bits) = (((value << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xfff, bits + 5);
            if (bits >= 8)
                bytes.Add((byte)(value >> (bits -= 8)));
        }
        return [.. bytes];
    }
}
