namespace VpVarmland.Members.Demo;

/// <summary>
/// What some of the demo's people are good at and when they have time; two asks of Karlstad's: one that has been, with those who came, and one that is coming, half
/// answered; and two years of asks and of evenings to which people came, so that the engagement ladder says something. Nobody has the links to the asks' pages.
/// </summary>
internal sealed class DemoActivation(IReadOnlyList<DemoPerson> people, DateTimeOffset now)
{
    private const int Skills = 7, MonthsBack = 26;

    internal sealed record Choice(Guid PersonId, Guid InterestId);

    internal sealed record Time(Guid PersonId, string[] Times);

    internal sealed record Ask(Guid Id, Guid AssociationId, string Title, DateTimeOffset StartsAt, int Minutes, string Place, int Needed, string Way, string State, Guid ById, DateTimeOffset SentAt);

    internal sealed record Reply(Guid AskId, Guid PersonId, DateTimeOffset AskedAt, string? Answer, DateTimeOffset? AnsweredAt, bool HasPlace, bool? Came, DateTimeOffset? ThankedAt);

    /// <summary>A row of <c>attendances</c>.</summary>
    internal sealed record Attended(Guid PersonId, Guid OccasionId, DateOnly CameOn, bool Came, int Version);

    private static readonly (string Title, string Place, string Way)[] Earlier =
    [
        ("Värvarhelg", "Stora torget", "leaflets"), ("Ringkväll", "Partilokalen", "phoneCalls"), ("Förstamajtåg", "Folkets park", "events"), ("Bokbord", "Biblioteket", "leaflets"),
        ("Sommarmöte", "Stadsparken", "events"), ("Flygblad vid stationen", "Resecentrum", "leaflets"), ("Ringa nya medlemmar", "Partilokalen", "phoneCalls"), ("Loppis", "Folkets hus", "events"),
    ];

    private static readonly Guid Past = new("01900000-0000-7000-8011-000000000001"), Coming = new("01900000-0000-7000-8011-000000000002");

    private readonly DemoPerson chair = people.Single(person => person.Role == "association-chair-karlstad");

    internal IEnumerable<Choice> Chosen => Members.Where((_, index) => index % 5 == 0)
        .Select((person, index) => new Choice(person.Id, new Guid($"01900000-0000-7000-8010-{(index % 2 == 0 ? 1 + (index / 2 % Skills) : 0x11 + (index / 2 % Skills)):x12}")));

    internal IEnumerable<Time> Times => Members.Where((_, index) => index % 6 == 0).Select((person, index) => new Time(person.Id, (index % 3) switch
    {
        0 => ["evenings", "weekends"],
        1 => ["weekends"],
        _ => ["weekdays"],
    }));

    internal IEnumerable<Ask> Asks =>
    [
        new(Past, chair.AssociationId, "Valarbete på torget", At(-10), 120, "Stora torget", 4, "leaflets", "open", chair.Id, now.AddDays(-17)),
        new(Coming, chair.AssociationId, "Dela ut flygblad", At(10), 120, "Stora torget", 3, "leaflets", "open", chair.Id, now.AddDays(-1)),
        .. Earlier.Select((one, index) => new Ask(EarlierId(index), chair.AssociationId, one.Title, At(DaysOf(index)), 180, one.Place, 6, one.Way, "open", chair.Id, now.AddDays(DaysOf(index) - 7))),
    ];

    /// <summary>One evening a month in each association. One in three never comes; of the others a few more for each month.</summary>
    internal IEnumerable<Attended> Attendances =>
        from month in Enumerable.Range(0, MonthsBack)
        let day = SwedishTime.DateOf(now).AddDays(-9 - (30 * month))
        from person in Members.Index()
        where person.Index % 3 != 0 && person.Item.Membership.EffectiveOn < day && ((person.Index * 31) + (month * 17)) % 97 < 14 - (month / 4)
        select new Attended(person.Item.Id, new Guid($"01900000-0000-7000-8013-{month:x4}{person.Item.AssociationId.ToString("N")[^8..]}"), day, true, 1);

    internal IEnumerable<Reply> Answers
    {
        get
        {
            var helpers = Members.Where(person => person.AssociationId == chair.AssociationId && person.Role is null && person.Email is not null && person.HelpWith.Contains("leaflets", StringComparer.Ordinal)).Take(14).ToList();
            foreach (var (index, person) in helpers.Take(8).Index())
            {
                var yes = index < 4;
                yield return new Reply(Past, person.Id, now.AddDays(-17), yes ? "yes" : index == 4 ? "no" : null, index < 5 ? now.AddDays(-16) : null, yes, index < 3, index < 3 ? now.AddDays(-9) : null);
            }
            var ordinary = Members.Where(person => person.AssociationId == chair.AssociationId && person.Role is null && person.Email is not null).ToList();
            foreach (var (ask, one) in Earlier.Index())
            {
                var (asked, day) = (now.AddDays(DaysOf(ask) - 7), SwedishTime.DateOf(now).AddDays(DaysOf(ask)));
                foreach (var (index, person) in ordinary.Where((person, place) => (place + (ask * 5)) % 23 == 0 && person.Membership.EffectiveOn < day).Take(6).Index())
                    yield return new Reply(EarlierId(ask), person.Id, asked, index < 5 ? "yes" : null, index < 5 ? asked.AddDays(1) : null, index < 5, index < 4, index < 4 ? asked.AddDays(8) : null);
            }
            foreach (var (index, person) in helpers.Skip(8).Index())
            {
                var said = index switch { < 2 => "yes", 2 => "maybe", 3 => "no", _ => null };
                yield return new Reply(Coming, person.Id, now.AddDays(-1), said, said is null ? null : now.AddHours(-20 + index), index < 2, null, null);
            }
        }
    }

    private IEnumerable<DemoPerson> Members => people.Where(person => person.Membership.State == MembershipState.Member);

    /// <summary>When the earlier asks were, in days from now: one a quarter, the latest four months ago.</summary>
    private static int DaysOf(int index) => -120 - (85 * index);

    private static Guid EarlierId(int index) => new($"01900000-0000-7000-8011-{0x100 + index:x12}");

    /// <summary>Eleven in the morning so many days from now.</summary>
    private DateTimeOffset At(int days) => SwedishTime.StartOf(SwedishTime.DateOf(now).AddDays(days)).AddHours(11);
}
