namespace VpVarmland.Members.Demo;

/// <summary>
/// The associations' profiles and annual meetings, and the district's committees. Telephone numbers are from the series kept for fiction; no two
/// associations are alike: some hold their meetings late, one has not met for two years, one forms and one rests.
/// </summary>
internal static class DemoAssociations
{
    internal const string Dormant = "1760", Forming = "1762";

    private static readonly string[] MeetingPlaces = ["Folkets hus", "Biblioteket", "ABF:s lokal", "Medborgarhuset", "Församlingshemmet"];

    internal sealed record Profile(
        Guid Id, string Name, string MunicipalityCode, string State, bool IsDistrict, string? Email, string? Phone, string? Web, string? Address, string? PostalCode, string? Town, string? MeetingPlace, int Version);

    internal sealed record Meeting(Guid AssociationId, int Year, DateOnly? PlannedOn, DateOnly? HeldOn);

    internal sealed record Entry(Guid Id, Guid AssociationId, string What, DateOnly Since, string Reason);

    internal sealed record Committee(Guid Id, string Name, string Purpose, string Kind, int Version);

    internal static readonly IReadOnlyList<Committee> Committees =
    [
        new(new("01900000-0000-7000-8005-000000000001"), "Valberedningen", "Föreslår styrelser och listor för årskonferens och valkonferens.", "nominationCommittee", 1),
        new(new("01900000-0000-7000-8005-000000000002"), "Studieutskottet", "Planerar studiecirklar och kurser tillsammans med partiföreningarna och ABF.", "committeeMember", 1),
    ];

    internal static Profile ProfileOf(Guid id, string code, string name, int index)
    {
        var state = code switch { Dormant => "dormant", Forming => "forming", _ => "active" };
        var plain = name.ToLowerInvariant().Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o');
        return new Profile(
            id, "Vänsterpartiet " + name, code, state, false, state == "dormant" ? null : plain + "@demo.example", index % 4 == 3 ? null : $"+46701740{610 + index}",
            index % 3 == 0 ? $"https://{plain}.demo.example" : null, index % 2 == 0 ? $"Storgatan {index + 3}" : null, index % 2 == 0 ? "65224" : null, index % 2 == 0 ? name : null,
            state == "dormant" ? null : $"{MeetingPlaces[index % MeetingPlaces.Length]} i {name}", 1);
    }

    /// <summary>Held in February for three years; next year's is planned. Every fifth is late with the last one, and one has missed two.</summary>
    internal static IEnumerable<Meeting> Meetings(IEnumerable<Profile> profiles, DateOnly today)
    {
        foreach (var (index, one) in profiles.Where(one => one.State == "active").Index())
        {
            foreach (var year in Enumerable.Range(today.Year - 2, 3).Where(year => index % 7 != 4 || year < today.Year - 1))
            {
                var day = new DateOnly(year, 2, 3 + (index % 24));
                var isHeld = day <= today && !(index % 5 == 2 && year == today.Year);
                yield return new Meeting(one.Id, year, day, isHeld ? day : null);
            }
            if (index % 3 != 1)
                yield return new Meeting(one.Id, today.Year + 1, new DateOnly(today.Year + 1, 2, 4 + (index % 20)), null);
        }
    }

    internal static IEnumerable<Entry> History(IEnumerable<Profile> profiles, DateOnly today) => profiles.Where(one => one.State != "active").Select(one => new Entry(
        Guid.CreateVersion7(), one.Id, one.State, today.AddMonths(one.State == "dormant" ? -14 : -3),
        one.State == "dormant" ? "Ingen kunde ta plats i styrelsen vid årsmötet." : "Fem medlemmar vill starta en partiförening på orten."));
}
