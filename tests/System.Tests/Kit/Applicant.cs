using System.Text.Json;

namespace VpVarmland.Tests;

/// <summary>Somebody who wants to join, with a name and an address that nobody else has.</summary>
internal sealed record Applicant(string GivenName, string FamilyName, string Email, string MunicipalityCode)
{
    internal const string Arvika = "1784", Karlstad = "1780";

    internal string Name => $"{GivenName} {FamilyName}";

    /// <summary>What the form sends.</summary>
    internal object Form => new
    {
        GivenName, FamilyName, Email, Phone = "070-174 06 05", PostalCode = "671 31", MunicipalityCode, Gender = "woman", BirthYear = 1986,
        HelpWith = new[] { "leaflets", "studies" }, Message = "Ring helst efter sex.", Language = "sv", AcceptsStatutes = true,
    };

    internal static Applicant New(string municipalityCode)
    {
        // Letters alone, so that it is a name.
        var unique = string.Concat(Guid.NewGuid().ToByteArray().Take(8).Select(value => (char)('a' + (value % 26))));
        return new Applicant("Alva", $"Prov{unique}", $"alva.{unique}@demo.example", municipalityCode);
    }

    /// <summary>Applies and confirms: from here on an applicant in the register.</summary>
    internal async Task<JsonElement> JoinAsync(Platform platform)
    {
        using var visitor = new Visitor(platform);
        await visitor.PostAsync("/api/members/applications", Form);
        return await ConfirmAsync(visitor);
    }

    /// <summary>Waits for the mail and does what its page's button does.</summary>
    internal async Task<JsonElement> ConfirmAsync(Visitor visitor)
    {
        var mail = await new Mailbox(visitor, Email).GetsAsync("Bekräfta din ansökan om medlemskap");
        var link = mail.LinkTo("/bli-medlem/bekrafta/");
        return await visitor.PostAsync("/api/members/applications/confirmation", new { token = link[(link.LastIndexOf('/') + 1)..] });
    }

    /// <summary>The row in the register as this reader finds it; null where the reader does not.</summary>
    internal async Task<JsonElement?> FindAsync(Visitor reader)
    {
        var rows = (await reader.GetAsync($"/api/members/people?q={FamilyName}")).Rows();
        return rows.Count == 0 ? null : Assert.Single(rows);
    }
}
