using System.Globalization;
using System.Text;

namespace VpVarmland.Tests.CentralImport;

/// <summary>One person in a file from the central register.</summary>
internal sealed record CentralPerson(
    string Number, string GivenName, string FamilyName, string? Email = null, string? Phone = null, string? PostalCode = null, string? Municipality = null, string? Association = null,
    string? Gender = null, string? BirthYear = null, string? MemberSince = null, string? PaidUntil = null)
{
    private static int last = 70_000_000;

    /// <summary>Somebody of Karlstad who became a member long ago, and whom nobody is alike.</summary>
    internal static CentralPerson Somebody(string? memberSince = "2019-03-01")
    {
        var number = Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
        return new CentralPerson(number, "Ny" + number, "Medlem" + number, $"ny.{number}@test.example", $"+4670{number[1..]}", "65224", "Karlstad", "Vänsterpartiet Karlstad", "Kvinna", "1984", memberSince, "2026-12-31");
    }

    internal string[] Cells => [Number, GivenName, FamilyName, Email ?? "", Phone ?? "", PostalCode ?? "", Municipality ?? "", Association ?? "", Gender ?? "", BirthYear ?? "", MemberSince ?? "", PaidUntil ?? ""];
}

/// <summary>Files as the central register writes them.</summary>
internal static class CentralFile
{
    internal static readonly string[] Headings =
        ["Medlemsnummer", "Förnamn", "Efternamn", "E-post", "Mobil", "Postnummer", "Kommun", "Partiförening", "Kön", "Födelseår", "Medlem sedan", "Betald t.o.m."];

    /// <summary>The columns in that order, as the address of the request names them.</summary>
    internal const string AllColumns =
        "memberNumber=0&givenName=1&familyName=2&email=3&phone=4&postalCode=5&municipality=6&association=7&gender=8&birthYear=9&memberSince=10&paidUntil=11";

    internal static string Text(IEnumerable<CentralPerson> people, char separator = ';') =>
        string.Concat(people.Select(person => person.Cells).Prepend(Headings).Select(cells => string.Join(separator, cells.Select(cell => Quote(cell, separator))) + "\r\n"));

    internal static byte[] Utf8(IEnumerable<CentralPerson> people, char separator = ';') => Encoding.UTF8.GetBytes(Text(people, separator));

    private static string Quote(string cell, char separator) =>
        cell.AsSpan().ContainsAny("\"\r\n") || cell.Contains(separator, StringComparison.Ordinal) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
