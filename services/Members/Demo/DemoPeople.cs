using Bogus;

namespace VpVarmland.Members.Demo;

/// <summary>A synthetic person with a synthetic membership, as rows of <c>people</c> and <c>memberships</c>.</summary>
internal sealed record DemoPerson(
    Guid Id, string? MemberNumber, string GivenName, string FamilyName, string? Email, string? Phone, string PostalCode, string MunicipalityCode, string Gender, int? BirthYear,
    string Language, string[] HelpWith, Guid AssociationId, DemoMembership Membership, string? Role);

/// <summary>Dates as the statutes' clocks make them.</summary>
internal sealed record DemoMembership(
    Guid Id, MembershipState State, DateOnly AppliedOn, DateOnly? PaidOn, DateOnly? EffectiveOn, DateOnly? ConfirmedOn, DateOnly? EndedOn, string? EndReason, string? Message);

/// <summary>
/// Some 1,250 invented people over three years before today, always the same for the same day. Names are drawn at random; telephone numbers
/// are from the series that the telecom authority (PTS) keeps for fiction; addresses end in .example.
/// </summary>
internal sealed class DemoPeople(DateOnly today, IReadOnlyDictionary<string, Guid> associations)
{
    private const int Count = 1250, Seed = 20250101;

    private static readonly (string Municipality, string Postal, int Weight)[] Places =
    [
        ("1780", "65224", 38), ("1784", "67131", 10), ("1781", "68130", 9), ("1761", "66330", 6), ("1785", "66130", 6), ("1766", "68630", 5), ("1783", "68330", 5),
        ("1763", "66730", 4), ("1715", "66530", 4), ("1782", "68230", 4), ("1737", "68530", 3), ("1764", "66430", 3), ("1765", "67230", 2), ("1730", "67330", 1),
    ];

    private static readonly string[] HelpWays = ["leaflets", "phoneCalls", "events", "studies", "socialMedia", "drive", "organise", "candidate"];

    private readonly Randomizer random = new(Seed);

    internal List<DemoPerson> Invent()
    {
        var people = DemoRole.All.Select((role, index) => WithRole(role, index)).ToList();
        while (people.Count < Count)
            people.Add(Somebody(people.Count));
        return people;
    }

    private DemoPerson WithRole(DemoRole role, int index)
    {
        var paid = today.AddDays(-900 - (index * 7));
        // Every other a woman: at least half of the board are (the party's own rule for assignments).
        return Person(index, role.Municipality, "65224", Held(MembershipState.Member, paid.AddDays(-6), paid), index % 2 == 0 ? "woman" : "man") with { Email = role.Email, Role = role.Role };
    }

    private DemoPerson Somebody(int index)
    {
        var place = random.WeightedRandom(Places, [.. Places.Select(one => one.Weight / (float)Places.Sum(other => other.Weight))]);
        return Person(index, place.Municipality, place.Postal, Membership(index));
    }

    private DemoPerson Person(int index, string municipality, string postalCode, DemoMembership membership, string? ofGender = null)
    {
        var gender = ofGender ?? random.WeightedRandom(["woman", "man", "other", "notStated"], [0.52f, 0.44f, 0.02f, 0.02f]);
        var given = random.ArrayElement(gender switch { "woman" => DemoNames.Women, "man" => DemoNames.Men, _ => random.Bool() ? DemoNames.Women : DemoNames.Men });
        var family = random.ArrayElement(DemoNames.Family);
        var hasEmail = random.Bool(0.95f);
        return new DemoPerson(
            Id(index), membership.ConfirmedOn is null ? null : $"{4_100_000 + (index * 3)}", given, family,
            hasEmail ? $"{Plain(given)}.{Plain(family)}.{index}@demo.example" : null,
            random.Bool(0.9f) ? $"+46701740{random.Int(605, 699)}" : null, postalCode, municipality, gender,
            random.Bool(0.85f) ? random.Int(1942, today.Year - 16) : null, random.Bool(0.97f) ? "sv" : "en",
            random.Bool(0.45f) ? [.. random.ArrayElements(HelpWays, random.Int(1, 3)).Order(StringComparer.Ordinal)] : [],
            associations.GetValueOrDefault(municipality, associations["district"]), membership, null);
    }

    /// <summary>The last fifty are on their way in; the others are spread over three years, and one in seven has ended.</summary>
    private DemoMembership Membership(int index)
    {
        if (index >= Count - 24)
            return new DemoMembership(Guid.CreateVersion7(), MembershipState.Applicant, today.AddDays(-random.Int(0, 20)), null, null, null, null, null,
                random.Bool(0.3f) ? "Jag vill gärna hjälpa till med flygblad och torgmöten." : null);
        if (index >= Count - 50)
        {
            var paidLately = today.AddDays(-random.Int(1, 29));
            return Held(MembershipState.Paid, paidLately.AddDays(-random.Int(1, 9)), paidLately);
        }
        if (index >= Count - 53)
        {
            var refused = today.AddDays(-random.Int(5, 60));
            return new DemoMembership(Guid.CreateVersion7(), MembershipState.Refused, refused.AddDays(-8), null, null, null, refused, "Är aktiv i ett annat parti.", null);
        }
        // Not quite half were there when the three years began.
        var applied = today.AddDays(-(random.Bool(0.45f) ? random.Int(1000, 1095) : random.Int(45, 1000)));
        var member = Held(MembershipState.Member, applied, applied.AddDays(random.Int(0, 12)));
        var mayEnd = today.DayNumber - member.EffectiveOn!.Value.DayNumber;
        return mayEnd > 60 && random.Bool(0.15f)
            ? member with
            {
                State = random.Bool(0.7f) ? MembershipState.Lapsed : MembershipState.Left,
                EndedOn = member.EffectiveOn.Value.AddDays(random.Int(30, mayEnd)),
                EndReason = "Förnyade inte.",
            }
            : member;
    }

    private static DemoMembership Held(MembershipState state, DateOnly applied, DateOnly paid) => new(
        Guid.CreateVersion7(), state, applied, paid, Memberships.MembershipClock.EffectiveOn(paid), state == MembershipState.Member ? paid.AddDays(33) : null, null, null, null);

    /// <summary>Version 7 in form, the same at every start.</summary>
    private static Guid Id(int index) => new($"01900000-0000-7000-8001-{index:x12}");

    private static string Plain(string name) => string.Concat(name.ToLowerInvariant().Select(letter => letter switch
    {
        'å' or 'ä' or 'á' or 'à' => 'a',
        'ö' or 'ø' => 'o',
        'é' or 'è' => 'e',
        'ü' => 'u',
        >= 'a' and <= 'z' => letter,
        _ => '-',
    }));
}
