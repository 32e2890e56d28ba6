namespace VpVarmland.Tests.Associations;

/// <summary>What is written about an association.</summary>
internal static class Forms
{
    internal static readonly object Contact = new
    {
        address = "Storgatan 3", postalCode = "652 24", town = "Karlstad", email = "Karlstad@test.example", phone = "070-174 06 20", web = "https://karlstad.test.example",
        giro = "5050-1055", meetingPlace = "Folkets hus",
    };

    internal static object Of(string name, string? municipalityCode = null, string? organisationNumber = "556036-0793") => new
    {
        name, municipalityCode, organisationNumber, address = "Storgatan 3", postalCode = "652 24", town = "Karlstad", email = "karlstad@test.example",
        phone = "070-174 06 20", web = "https://karlstad.test.example", giro = "5050-1055", meetingPlace = "Folkets hus",
    };
}
