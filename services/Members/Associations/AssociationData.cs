using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Associations;

/// <summary>How an association is reached and where it meets: what its own chair may tell.</summary>
internal record ContactWays
{
    [AtMost(200)]
    public string? Address { get; init; }

    [PostalCode]
    public string? PostalCode { get; init; }

    [AtMost(100)]
    public string? Town { get; init; }

    [Email]
    public string? Email { get; init; }

    [Phone]
    public string? Phone { get; init; }

    [WebAddress]
    public string? Web { get; init; }

    /// <summary>Bankgiro, seven or eight digits with the check digit last.</summary>
    [Bankgiro]
    public string? Giro { get; init; }

    [AtMost(200)]
    public string? MeetingPlace { get; init; }

    /// <summary>As stored: nothing instead of blanks, phone in E.164, digits without spaces and hyphens.</summary>
    internal StoredContactWays Stored() => new(
        Address.TrimmedOrNull(), Digits(PostalCode), Town.TrimmedOrNull(), Email.TrimmedOrNull()?.ToLowerInvariant(), Phone.TrimmedOrNull() is { } phone ? PersonalData.NormalisePhone(phone) : null, Web.TrimmedOrNull(), Digits(Giro), MeetingPlace.TrimmedOrNull());

    private protected static string? Digits(string? text) => text.TrimmedOrNull()?.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}

/// <summary>Contact ways in the form of the table <c>associations</c>.</summary>
internal sealed record StoredContactWays(string? Address, string? PostalCode, string? Town, string? Email, string? Phone, string? Web, string? Giro, string? MeetingPlace);

/// <summary>Everything about an association that the district may change.</summary>
internal record AssociationData : ContactWays
{
    [NotEmpty, AtMost(100)]
    public string Name { get; init; } = "";

    /// <summary>Null: an association of a part of a municipality, which receives nobody by address.</summary>
    public string? MunicipalityCode { get; init; }

    /// <summary>Ten digits with the check digit last.</summary>
    [OrganisationNumber]
    public string? OrganisationNumber { get; init; }

    internal string StoredName => Name.Trim();

    internal string? StoredMunicipality => MunicipalityCode.TrimmedOrNull();

    internal string? StoredOrganisationNumber => Digits(OrganisationNumber);
}

[AttributeUsage(AttributeTargets.Property)]
internal sealed class PostalCodeAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null or "" || (value is string text && FindPostalCode.Pattern.IsMatch(text));
}

[AttributeUsage(AttributeTargets.Property)]
internal sealed class PhoneAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null or "" || (value is string { Length: <= 30 } text && PersonalData.NormalisePhone(text) is not null);
}

/// <summary>An absolute address on the web.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WebAddressAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null or ""
        || (value is string { Length: <= 300 } text && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && !text.Any(char.IsControl));
}

/// <summary>Ten digits, with a hyphen after the sixth or not, that hold by Luhn's rule.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed partial class OrganisationNumberAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null or "" || (value is string text && Form.IsMatch(text.Trim()) && Luhn.Holds(text));

    [GeneratedRegex(@"^[0-9]{6}-?[0-9]{4}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form { get; }
}

/// <summary>Seven or eight digits, with a hyphen before the last four or not, that hold by Luhn's rule.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed partial class BankgiroAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null or "" || (value is string text && Form.IsMatch(text.Trim()) && Luhn.Holds(text));

    [GeneratedRegex(@"^[0-9]{3,4}-?[0-9]{4}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form { get; }
}

/// <summary>The check digit of organisation numbers and bankgiro.</summary>
internal static class Luhn
{
    /// <summary>True where the digits, read from the right and every other doubled, sum to a multiple of ten. Other characters are passed over.</summary>
    internal static bool Holds(string text)
    {
        var (sum, place) = (0, 0);
        foreach (var digit in text.Where(char.IsAsciiDigit).Reverse().Select(letter => letter - '0'))
        {
            var product = digit * (place++ % 2 == 0 ? 1 : 2);
            sum += (product / 10) + (product % 10);
        }
        return sum % 10 == 0;
    }
}
