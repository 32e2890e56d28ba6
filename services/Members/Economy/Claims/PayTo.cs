using System.Security.Cryptography;
using VpVarmland.Members.Associations;
using VpVarmland.Members.PersonalNumbers;

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

    private readonly byte[]? key = Sealing.KeyOf(configuration[Setting], Setting) ?? (environment.IsDevelopment() ? SHA256.HashData("development only"u8) : null);

    /// <summary>False where no key is configured, outside Development: then no account is taken.</summary>
    internal bool IsOpen => key is not null;

    /// <param name="owner">What the account belongs to: the cipher opens for nothing else.</param>
    internal byte[] Close(PayTo account, Guid owner) => Sealing.Close($"{account.Kind}\n{account.Number}", key!, owner);

    /// <summary>The account; null where the key is another than it was closed with, and where the account is gone.</summary>
    internal PayTo? Open(byte[] closed, Guid owner)
    {
        if (key is null || closed.Length == 0 || Sealing.Open(closed, key, owner) is not { } text)
            return null;
        var parts = text.Split('\n');
        return new PayTo(Enum.Parse<PayToKind>(parts[0]), parts[1]);
    }
}
