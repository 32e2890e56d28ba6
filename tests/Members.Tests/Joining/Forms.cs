using System.Security.Cryptography;

namespace VpVarmland.Tests.Joining;

/// <summary>Forms as the web app would send them.</summary>
internal static class Forms
{
    /// <summary>An application of somebody in Karlstad, unless another municipality is given.</summary>
    internal static object Of(string email, string givenName = "Prövande", string familyName = "Ansökare", string? municipalityCode = "1780", string language = "sv") => new
    {
        givenName, familyName, email, phone = "070-174 06 20", postalCode = "652 24", municipalityCode, gender = "woman", birthYear = 1990,
        helpWith = new[] { "leaflets", "phoneCalls" }, message = "Hej!", language, acceptsStatutes = true,
    };

    /// <summary>Own data as on Min sida.</summary>
    internal static readonly object OwnData = new
    {
        givenName = "Rättad", familyName = "Person", phone = "070-174 06 21", postalCode = "65225", municipalityCode = "1780", gender = "other", birthYear = 1985,
        helpWith = new[] { "drive" }, language = "sv",
    };

    internal static string NewMemberNumber() => RandomNumberGenerator.GetInt32(100_000_000, 999_999_999).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
