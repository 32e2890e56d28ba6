using VpVarmland.Members.Care;

namespace VpVarmland.Members.Demo;

/// <summary>A row of <c>care_cases</c> with its contacts and history.</summary>
internal sealed record DemoCase(
    Guid Id, Guid PersonId, Guid AssociationId, CareReason Reason, string State, Guid? AssigneeId, string AssignedBecause, DateTimeOffset OpenedAt, DateTimeOffset DueAt, DateTimeOffset? ClosedAt,
    int Step, CareResult? Result, DateOnly? SnoozedUntil, IReadOnlyList<DemoContact> Contacts, IReadOnlyList<DemoEvent> Events);

/// <summary>A row of <c>care_contacts</c>.</summary>
internal sealed record DemoContact(Guid Id, Guid CaseId, DateTimeOffset At, Guid? ById, ContactOutcome Outcome, string? Note, DateTimeOffset DueBefore, int StepBefore);

/// <summary>A row of <c>care_events</c>.</summary>
internal sealed record DemoEvent(Guid Id, Guid CaseId, DateTimeOffset At, Guid? ById, string What, string? Note, Guid? FromId, Guid? ToId, DateOnly? Until);

/// <summary>
/// Care cases in every state: fresh and on time, late, tried without answer, talked to, resting, handed over, done with every kind of result; and two years of
/// welcomes, so that the figures by quarter say something.
/// </summary>
internal sealed class DemoCare(IReadOnlyList<DemoPerson> people, IReadOnlyList<DemoAssignment> assignments, DateTimeOffset now)
{
    private readonly Dictionary<Guid, Guid> secretaries = assignments
        .Where(one => one is { Kind: "membershipSecretary", AssociationId: not null }).ToDictionary(one => one.AssociationId!.Value, one => one.PersonId);

    private readonly Dictionary<Guid, Guid> feministOfficers = assignments
        .Where(one => one is { Kind: "feministOfficer", AssociationId: not null }).ToDictionary(one => one.AssociationId!.Value, one => one.PersonId);

    private readonly Guid ombudsman = assignments.First(one => one.Kind == "ombudsman").PersonId;
    private readonly List<DemoCase> cases = [];

    internal List<DemoCase> Invent()
    {
        AddWelcomes();
        foreach (var (index, person) in people.Where(person => person is { Role: null, Membership.State: MembershipState.Member }).Take(400).Index().Where(one => one.Index % 16 == 0))
            Add(person, (CareReason)(1 + (index / 16 % 4)), TimeSpan.FromDays(2 + (index / 40)), null);
        AddTheRest();
        AddHistory();
        return cases;
    }

    private void AddWelcomes()
    {
        foreach (var (index, person) in people.Where(person => person.Membership.State is MembershipState.Applicant).Index())
        {
            var hours = TimeSpan.FromHours(3 + (index * 5));
            switch (index % 4)
            {
                case 0: Add(person, CareReason.Welcome, hours, null); break;
                case 1: Add(person, CareReason.Welcome, hours + TimeSpan.FromHours(50), null); break;
                case 2: Add(person, CareReason.Welcome, hours + TimeSpan.FromHours(20), null, (TimeSpan.FromHours(15), ContactOutcome.NoAnswer, null)); break;
                default: Add(person, CareReason.Welcome, hours + TimeSpan.FromHours(40), null, (TimeSpan.FromHours(30), ContactOutcome.Called, "Vill gärna vara med på nästa möte.")); break;
            }
        }
        foreach (var (index, person) in people.Where(person => person.Membership.State is MembershipState.Paid).Index())
            Add(person, CareReason.Welcome, TimeSpan.FromDays(12 + index), CareResult.Welcomed, (TimeSpan.FromHours(20), ContactOutcome.Called, "Hälsade välkommen."),
                (TimeSpan.FromDays(8), ContactOutcome.Met, "Träffades på medlemsmötet."), (TimeSpan.FromDays(11), ContactOutcome.Done, null));
    }

    /// <summary>What comes seldom: mail that came back, a rest, a hand-over, an exit conversation.</summary>
    private void AddTheRest()
    {
        foreach (var (index, person) in people.Where(person => person is { Role: null, Membership.State: MembershipState.Member, Email: not null, Gender: "woman" }).Skip(60).Take(8).Index())
        {
            switch (index)
            {
                case < 3: Add(person, CareReason.BouncedMail, TimeSpan.FromDays(3 + index), null); break;
                case < 5: Rest(person, TimeSpan.FromDays(20)); break;
                default: HandOver(person, TimeSpan.FromDays(6)); break;
            }
        }
        var officer = people.Single(person => person.Role == "feminist-officer");
        var leaver = people.First(person => person is { Role: null, Gender: "woman", Membership.State: MembershipState.Member } && person.AssociationId == officer.AssociationId);
        Add(leaver, CareReason.LeftAssignment, TimeSpan.FromDays(5), null);
    }

    /// <summary>Every fourth of those who have joined during two years was welcomed, most within two days.</summary>
    private void AddHistory()
    {
        var results = CareResults.Of(CareReason.Welcome);
        var since = SwedishTime.DateOf(now.AddDays(-720));
        foreach (var (index, person) in people.Where(person => person is { Role: null, Membership.State: MembershipState.Member } && person.Membership.AppliedOn > since).Index().Where(one => one.Index % 4 == 0))
        {
            var age = now - SwedishTime.StartOf(person.Membership.AppliedOn).AddHours(9);
            Add(person, CareReason.Welcome, age, results[index / 4 % results.Count],
                (TimeSpan.FromHours(6 + (index * 7 % 90)), ContactOutcome.Called, null), (TimeSpan.FromDays(20), ContactOutcome.Done, null));
        }
    }

    private void Rest(DemoPerson person, TimeSpan age)
    {
        Add(person, CareReason.Inactive, age, null);
        var (one, until) = (cases[^1], SwedishTime.DateOf(now).AddDays(25));
        cases[^1] = one with
        {
            SnoozedUntil = until,
            DueAt = SwedishTime.StartOf(until.AddDays(1)).AddSeconds(-1),
            Events = [new DemoEvent(Guid.CreateVersion7(now.AddDays(-2)), one.Id, now.AddDays(-2), one.AssigneeId, "snoozed", "Är bortrest och vill höras när hen är hemma igen.", null, null, until)],
        };
    }

    private void HandOver(DemoPerson person, TimeSpan age)
    {
        Add(person, CareReason.Inactive, age, null);
        var one = cases[^1];
        cases[^1] = one with
        {
            AssigneeId = ombudsman,
            AssignedBecause = "hand",
            Events = [new DemoEvent(Guid.CreateVersion7(now.AddDays(-1)), one.Id, now.AddDays(-1), one.AssigneeId, "handedOver", "Du känner personen bättre än jag.", one.AssigneeId, ombudsman, null)],
        };
    }

    private void Add(DemoPerson person, CareReason reason, TimeSpan age, CareResult? result, params (TimeSpan After, ContactOutcome Outcome, string? Note)[] contacts)
    {
        var id = new Guid($"01900000-0000-7000-8003-{cases.Count:x12}");
        var (holders, because) = reason == CareReason.LeftAssignment ? (feministOfficers, "feministOfficer") : (secretaries, "membershipSecretary");
        if (!holders.TryGetValue(person.AssociationId, out var by))
            (by, because) = (ombudsman, "ombudsman");
        var (plan, opened) = (CarePlan.Default(reason), now - age);
        var (step, due, closed, noted) = (0, CareDeadlines.First(plan, opened), (DateTimeOffset?)null, new List<DemoContact>());
        foreach (var (after, outcome, note) in contacts.Where(contact => contact.After < age))
        {
            var at = opened + after;
            noted.Add(new DemoContact(Guid.CreateVersion7(at), id, at, by, outcome, note, due, step));
            (step, due) = CareDeadlines.Next(plan, step, outcome, due, at);
            closed = outcome == ContactOutcome.Done ? at : null;
        }
        if (!cases.Exists(one => one.PersonId == person.Id && one.Reason == reason && one.State == "open" && closed is null))
            cases.Add(new DemoCase(id, person.Id, person.AssociationId, reason, closed is null ? "open" : "done", by, because, opened, due, closed, step, closed is null ? null : result, null, noted, []));
    }
}
