using VpVarmland.Members.Care;

namespace VpVarmland.Members.Demo;

/// <summary>A row of <c>care_cases</c> with its contacts.</summary>
internal sealed record DemoCase(
    Guid Id, Guid PersonId, Guid AssociationId, CareReason Reason, string State, Guid? AssigneeId, DateTimeOffset OpenedAt, DateTimeOffset DueAt, DateTimeOffset? ClosedAt, IReadOnlyList<DemoContact> Contacts);

/// <summary>A row of <c>care_contacts</c>.</summary>
internal sealed record DemoContact(Guid Id, Guid CaseId, DateTimeOffset At, Guid? ById, ContactOutcome Outcome, string? Note, DateTimeOffset DueBefore);

/// <summary>Care cases in every state: fresh and on time, late, tried without answer, talked to, done.</summary>
internal static class DemoCare
{
    internal static List<DemoCase> Open(IReadOnlyList<DemoPerson> people, IReadOnlyList<DemoAssignment> assignments, DateTimeOffset now)
    {
        var secretaries = assignments.Where(one => one is { Kind: "membershipSecretary", AssociationId: not null }).ToDictionary(one => one.AssociationId!.Value, one => one.PersonId);
        var ombudsman = assignments.First(one => one.Kind == "ombudsman").PersonId;
        var cases = new List<DemoCase>();

        void Add(DemoPerson person, CareReason reason, TimeSpan age, params (TimeSpan After, ContactOutcome Outcome, string? Note)[] contacts)
        {
            var id = new Guid($"01900000-0000-7000-8003-{cases.Count:x12}");
            var by = secretaries.GetValueOrDefault(person.AssociationId, ombudsman);
            var opened = now - age;
            var (due, closed, noted) = (CareDeadlines.First(reason, opened), (DateTimeOffset?)null, new List<DemoContact>());
            foreach (var (after, outcome, note) in contacts)
            {
                var at = opened + after;
                noted.Add(new DemoContact(Guid.CreateVersion7(at), id, at, by, outcome, note, due));
                due = CareDeadlines.Next(outcome, due, at);
                closed = outcome == ContactOutcome.Done ? at : null;
            }
            cases.Add(new DemoCase(id, person.Id, person.AssociationId, reason, closed is null ? "open" : "done", by, opened, due, closed, noted));
        }

        foreach (var (index, person) in people.Where(person => person.Membership.State is MembershipState.Applicant).Index())
        {
            var hours = TimeSpan.FromHours(3 + (index * 5));
            switch (index % 4)
            {
                case 0: Add(person, CareReason.Welcome, hours); break;
                case 1: Add(person, CareReason.Welcome, hours + TimeSpan.FromHours(50)); break;
                case 2: Add(person, CareReason.Welcome, hours + TimeSpan.FromHours(20), (TimeSpan.FromHours(15), ContactOutcome.NoAnswer, null)); break;
                default: Add(person, CareReason.Welcome, hours + TimeSpan.FromHours(40), (TimeSpan.FromHours(30), ContactOutcome.Called, "Vill gärna vara med på nästa möte.")); break;
            }
        }
        foreach (var (index, person) in people.Where(person => person.Membership.State is MembershipState.Paid).Index())
            Add(person, CareReason.Welcome, TimeSpan.FromDays(12 + index), (TimeSpan.FromHours(20), ContactOutcome.Called, "Hälsade välkommen."),
                (TimeSpan.FromDays(8), ContactOutcome.Met, "Träffades på medlemsmötet."), (TimeSpan.FromDays(11), ContactOutcome.Done, null));
        foreach (var (index, person) in people.Where(person => person is { Role: null, Membership.State: MembershipState.Member }).Take(400).Index().Where(one => one.Index % 16 == 0))
            Add(person, (CareReason)(1 + (index / 16 % 4)), TimeSpan.FromDays(2 + (index / 40)));
        return cases;
    }
}
