using System.ComponentModel.DataAnnotations;
using PhoneNumbers;
using VpVarmland.Members.Associations;

namespace VpVarmland.Members.Register;

/// <summary>Self-stated; never derived from a personnummer.</summary>
internal enum Gender
{
    Woman,
    Man,
    Other,
    NotStated,
}

/// <summary>How somebody wants to help.</summary>
internal enum HelpWay
{
    Leaflets,
    PhoneCalls,
    Events,
    Studies,
    SocialMedia,
    Drive,
    Organise,
    Candidate,
    Other,
}

/// <summary>What a person may tell and correct about themselves; the same rules on the join form, on Min sida and in the register.</summary>
internal record PersonalData
{
    [NotEmpty, AtMost(100)]
    public string GivenName { get; init; } = "";

    [NotEmpty, AtMost(100)]
    public string FamilyName { get; init; } = "";

    [Phone]
    public string? Phone { get; init; }

    [PostalCode]
    public string? PostalCode { get; init; }

    /// <summary>One of the county's; checked against the table.</summary>
    public string? MunicipalityCode { get; init; }

    [Defined]
    public Gender Gender { get; init; } = Gender.NotStated;

    [Range(1900, 2100)]
    public int? BirthYear { get; init; }

    [MaxLength(20)]
    public IReadOnlyList<HelpWay>? HelpWith { get; init; }

    [AllowedValues("sv", "en")]
    public string Language { get; init; } = "sv";

    /// <summary>The values as they are stored: trimmed, phone in E.164, postal code as five digits.</summary>
    internal StoredPersonalData Normalised() => new(
        GivenName.Trim(), FamilyName.Trim(), PhoneAttribute.Normalise(Phone), PostalCode?.Replace(" ", "", StringComparison.Ordinal),
        string.IsNullOrWhiteSpace(MunicipalityCode) ? null : MunicipalityCode, Gender.ToText(), BirthYear,
        [.. (HelpWith ?? []).Distinct().Select(way => way.ToText())], Language);

    /// <summary>A stored number as people in Sweden write it: 070-174 06 05; foreign ones with +.</summary>
    internal static string ShowPhone(string? stored) => stored is null ? "" : PhoneAttribute.Show(stored);

    /// <summary>A number in E.164, Swedish unless it begins with + and a country; null for what is no number.</summary>
    internal static string? NormalisePhone(string text) => PhoneAttribute.Normalise(text);

    /// <summary>Null where the municipality is one of the county's, or none is given.</summary>
    internal async Task<Failure?> CheckMunicipalityAsync(UnitOfWork work, CancellationToken cancel) =>
        string.IsNullOrWhiteSpace(MunicipalityCode) || await work.GetAsync<bool>("select exists (select from municipalities where code = @MunicipalityCode)", new { MunicipalityCode }, cancel)
            ? null
            : RegisterFailures.UnknownMunicipality;

    [AttributeUsage(AttributeTargets.Property)]
    private sealed class PostalCodeAttribute : ValidationAttribute
    {
        public override bool IsValid(object? value) => value is null or "" || (value is string text && FindPostalCode.Pattern.IsMatch(text));
    }

    /// <summary>A phone number that exists as a form: Swedish unless it begins with + and a country.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    private sealed class PhoneAttribute : ValidationAttribute
    {
        public override bool IsValid(object? value) => value is null or "" || (value is string text && Parse(text) is not null);

        internal static string? Normalise(string? text) =>
            string.IsNullOrWhiteSpace(text) || Parse(text) is not { } number ? null : PhoneNumberUtil.GetInstance().Format(number, PhoneNumberFormat.E164);

        internal static string Show(string stored) => Parse(stored) is not { } number ? stored
            : PhoneNumberUtil.GetInstance().Format(number, number.CountryCode == 46 ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);

        private static PhoneNumber? Parse(string text)
        {
            try
            {
                var number = text.Length <= 30 ? PhoneNumberUtil.GetInstance().Parse(text, "SE") : null;
                return number is not null && PhoneNumberUtil.GetInstance().IsPossibleNumber(number) ? number : null;
            }
            catch (NumberParseException)
            {
                return null;
            }
        }
    }
}

/// <summary>Personal data in the form of the table <c>people</c>.</summary>
internal sealed record StoredPersonalData(
    string GivenName, string FamilyName, string? Phone, string? PostalCode, string? MunicipalityCode, string Gender, int? BirthYear, string[] HelpWith, string Language)
{
    /// <summary>The person's data as the caller sees them.</summary>
    internal static StoredPersonalData Of(PersonView person) => new(
        person.GivenName, person.FamilyName, person.Phone, person.PostalCode, person.MunicipalityCode, person.Gender.ToText(), person.BirthYear, [.. person.HelpWith.Select(way => way.ToText())], person.Language);
}
