using System.Security.Cryptography;
using System.Text;
using VpVarmland.Members.Associations;

namespace VpVarmland.Members.Economy.Claims;

/// <summary>What kind of account is paid to.</summary>
internal enum PayToKind
{
    Bank,
    Bankgiro,
    Plusgiro,
}

/// <summary>An account to pay to, as it was written.</summary>
/// <param name="Number">With or without spaces and hyphens; a bank account with its clearing number first.</param>
internal sealed record PayTo(PayToKind Kind, string Number)
{
    /// <summary>The account with digits only; null for what is no account. Bankgiro and plusgiro have a check digit (Luhn); banks differ, so of theirs only the length is checked.</summary>
    internal static PayTo? Of(PayToKind kind, string number)
    {
        if (number.Length > 40 || number.Any(letter => !char.IsAsciiDigit(letter) && letter is not (' ' or '-' or ',' or '.')))
            return null;
        var digits = new string([.. number.Where(char.IsAsciiDigit)]);
        var isSound = kind switch
        {
            PayToKind.Bank => digits.Length is >= 8 and <= 19,
            PayToKind.Bankgiro => digits.Length is 7 or 8 && Luhn.Holds(digits),
            _ => digits.Length is >= 2 and <= 8 && Luhn.Holds(digits),
        };
        return isSound ? new PayTo(kind, digits) : null;
    }

    /// <summary>The whole, for whoever pays.</summary>
    internal string Whole => $"{Name} {Number}";

    /// <summary>The last figures only.</summary>
    internal string Hidden => $"{Name} ••••{Number[^Math.Min(4, Number.Length / 2)..]}";

    private string Name => Kind switch { PayToKind.Bankgiro => "Bankgiro", PayToKind.Plusgiro => "Plusgiro", _ => "Bankkonto" };
}

/// <summary>Encrypts account numbers with a key that is not in the database (AES-256-GCM), so that a copy of the database pays nobody and tells nobody's account.</summary>
internal sealed class PayToVault(IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>32 bytes in base 64, as <c>openssl rand -base64 32</c> makes them.</summary>
    internal const string Setting = "Economy:AccountKey";

    private const int NonceBytes = 12, TagBytes = 16;

    private readonly byte[]? key = KeyOf(configuration[Setting]) ?? (environment.IsDevelopment() ? SHA256.HashData("development only"u8) : null);

    /// <summary>False where no key is configured, outside Development: then no account is taken.</summary>
    internal bool IsOpen => key is not null;

    /// <param name="owner">What the account belongs to: the cipher opens for nothing else.</param>
    internal byte[] Close(PayTo account, Guid owner)
    {
        var (plain, nonce) = (Encoding.UTF8.GetBytes($"{account.Kind}\n{account.Number}"), RandomNumberGenerator.GetBytes(NonceBytes));
        var (cipher, tag) = (new byte[plain.Length], new byte[TagBytes]);
        using var aes = new AesGcm(key!, TagBytes);
        aes.Encrypt(nonce, plain, cipher, tag, owner.ToByteArray());
        return [.. nonce, .. tag, .. cipher];
    }

    /// <summary>The account; null where the key is another than it was closed with.</summary>
    internal PayTo? Open(byte[] closed, Guid owner)
    {
        if (key is null)
            return null;
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
        var parts = Encoding.UTF8.GetString(plain).Split('\n');
        return new PayTo(Enum.Parse<PayToKind>(parts[0]), parts[1]);
    }

    /// <exception cref="InvalidOperationException">What is configured is no such key.</exception>
    private static byte[]? KeyOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var bytes = new byte[32];
        return text.Length == 44 && Convert.TryFromBase64String(text, bytes, out var count) && count == 32
            ? bytes
            : throw new InvalidOperationException($"{Setting} must be 32 random bytes in base 64: openssl rand -base64 32");
    }
}
