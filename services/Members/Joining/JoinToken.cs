using System.Security.Cryptography;
using System.Text;

namespace VpVarmland.Members.Joining;

/// <summary>The secret of a confirmation link: 256 random bits, of which only the hash is kept.</summary>
internal static class JoinToken
{
    internal static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    internal static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    internal static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
