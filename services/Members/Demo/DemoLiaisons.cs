using VpVarmland.Members.Liaisons;

namespace VpVarmland.Members.Demo;

/// <summary>A row of <c>liaison_terms</c>.</summary>
internal sealed record DemoTerm(Guid Id, Guid AssociationId, Guid PersonId, DateOnly FromDate, DateOnly? UntilDate, string? HandOverNote);

/// <summary>A row of <c>liaison_contacts</c>.</summary>
internal sealed record DemoLiaisonContact(Guid Id, Guid AssociationId, DateOnly HappenedOn, string Kind, string Summary, Guid ById, bool IsStandIn, DateTimeOffset NotedAt, int Version = 1);

/// <summary>A row of <c>liaison_promises</c>.</summary>
internal sealed record DemoPromise(Guid Id, Guid ContactId, string Side, string Text, DateOnly DueOn, DateTimeOffset? DoneAt);

/// <summary>A row of <c>liaison_messages</c>.</summary>
internal sealed record DemoMessage(Guid Id, Guid AssociationId, DateTimeOffset At, string Side, Guid ById, string Text, bool WantsAnswer, DateTimeOffset? SettledAt);

/// <summary>A row of <c>liaison_stand_ins</c>.</summary>
internal sealed record DemoStandIn(Guid Id, Guid PersonId, Guid StandInId, DateOnly FromDate, DateOnly UntilDate);

/// <summary>
/// Every association's liaison, as the rule proposes them, and how it has gone: most in time, two overdue, one never contacted, one handed over, promises
/// open and late, a question each way, and somebody away.
/// </summary>
internal sealed class DemoLiaisons
{
    private const string Karlstad = "1780", Sunne = "1766", Torsby = "1737", Eda = "1730", Grums = "1764", Filipstad = "1782";

    private readonly DateTimeOffset now;
    private readonly DateOnly today;

    internal List<DemoTerm> Terms { get; } = [];

    internal List<DemoLiaisonContact> Contacts { get; } = [];

    internal List<DemoPromise> Promises { get; } = [];

    internal List<DemoMessage> Messages { get; } = [];

    internal List<DemoStandIn> StandIns { get; } = [];

    internal DemoLiaisons(IReadOnlyList<DemoPerson> people, IReadOnlyList<DemoAssignment> assignments, IReadOnlyDictionary<string, Guid> associations, DateTimeOffset now)
    {
        (this.now, today) = (now, SwedishTime.DateOf(now));
        var home = people.ToDictionary(person => person.Id, person => person.AssociationId);
        var account = people.Where(person => person.Role is not null).ToDictionary(person => person.Role!, person => person.Id, StringComparer.Ordinal);
        var board = assignments.Where(one => one.Kind is "districtChair" or "districtTreasurer" or "districtBoardMember" or "districtDeputy")
            .Select(one => new Candidate(one.PersonId, home[one.PersonId], one.Kind switch { "districtChair" => LiaisonProposal.ChairBurden, "districtTreasurer" => LiaisonProposal.TreasurerBurden, _ => LiaisonProposal.UsualBurden }));
        var places = associations.Where(one => one.Key != "district").OrderBy(one => one.Key, StringComparer.Ordinal).ToList();
        // Those whom one can sign in as have something to see.
        var wished = new Dictionary<string, Guid>(StringComparer.Ordinal) { [Karlstad] = account["deputy"], [Sunne] = account["board-member"] };
        var chosen = LiaisonProposal.Of(places.Select(one => new Wanting(one.Value, wished.TryGetValue(one.Key, out var person) ? person : null)), board).ToDictionary(one => one.AssociationId, one => one.PersonId);

        foreach (var (index, (code, association)) in places.Index())
            Work(code, association, chosen[association], index, before: chosen[places[(index + 5) % places.Count].Value]);
        var chair = assignments.First(one => one.Kind == "chair" && one.AssociationId == associations[Karlstad]).PersonId;
        Messages.Add(new DemoMessage(Guid.CreateVersion7(), associations[Karlstad], Evening(-4), "association", chair, "Kan distriktet hjälpa till med en studieledare till cirkeln i februari?", true, null));
        Messages.Add(new DemoMessage(Guid.CreateVersion7(), associations[Karlstad], Evening(-9), "district", chosen[associations[Karlstad]], "Vilka tider passar för ett möte om vårens kampanj?", true, null));
        StandIns.Add(new DemoStandIn(Guid.CreateVersion7(), chosen[associations[Filipstad]], account["board-member"], today.AddDays(-3), today.AddDays(18)));
    }

    private void Work(string code, Guid association, Guid liaison, int index, Guid before)
    {
        var began = code switch { Eda => today.AddDays(-20), Grums => today.AddDays(-40), _ => today.AddMonths(-6) };
        Terms.Add(new DemoTerm(Guid.CreateVersion7(), association, liaison, began, null, code == Grums ? "Styrelsen är ny sedan i våras. Ring hellre på kvällen, och fråga om lokalen." : null));
        if (code == Grums)
            Terms.Add(new DemoTerm(Guid.CreateVersion7(), association, before, today.AddMonths(-18), began, null));
        if (code == Eda)
            return;
        Contact(association, code == Grums ? before : liaison, today.AddDays(-110 - index), "call", "Gick igenom medlemsläget och vad föreningen vill få hjälp med.");
        if (code is Sunne or Torsby)
            return;
        var visit = Contact(association, liaison, today.AddDays(-12 - (2 * index)), index % 2 == 0 ? "visit" : "digitalMeeting", "Var med på styrelsemötet. De planerar en kampanj i vår och söker fler som kan ringa medlemmar.");
        Promises.Add(new DemoPromise(Guid.CreateVersion7(), visit, "district", "Skicka mallen för kampanjplanen", today.AddDays(code == Karlstad ? -2 : 10 + index), index % 3 == 1 && code != Karlstad ? now.AddDays(-3) : null));
        Promises.Add(new DemoPromise(Guid.CreateVersion7(), visit, "association", "Höra av sig om datum för medlemsmötet", today.AddDays(14 + index), null));
    }

    private DateTimeOffset Evening(int days) => SwedishTime.StartOf(today.AddDays(days)).AddHours(19.5);

    private Guid Contact(Guid association, Guid by, DateOnly day, string kind, string summary)
    {
        var at = SwedishTime.StartOf(day).AddHours(19);
        var id = Guid.CreateVersion7(at);
        Contacts.Add(new DemoLiaisonContact(id, association, day, kind, summary, by, IsStandIn: false, at < now ? at : now));
        return id;
    }
}
