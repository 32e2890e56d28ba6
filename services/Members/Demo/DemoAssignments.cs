namespace VpVarmland.Members.Demo;

/// <summary>A row of <c>assignments</c>.</summary>
internal sealed record DemoAssignment(Guid Id, Guid PersonId, string Kind, Guid? AssociationId, DateOnly FromDate, DateOnly? UntilDate, Guid? CommitteeId = null, string? CommitteeFunction = null);

/// <summary>
/// Who holds what: a district board of eleven with four deputies, the associations' boards, the region group, an MP. The associations'
/// officers are drawn from their own members, women first on every other, so that half or more are women.
/// </summary>
internal static class DemoAssignments
{
    private static readonly string[] AssociationBoard = ["chair", "membershipSecretary", "treasurer", "deputyChair", "studyOrganiser", "feministOfficer", "boardMember"];

    internal static List<DemoAssignment> Distribute(IReadOnlyList<DemoPerson> people, IReadOnlyDictionary<string, Guid> associations, DateOnly today)
    {
        // Terms run from annual conference to annual conference, held by the end of March (statutes §53).
        var from = new DateOnly(today.Month >= 4 ? today.Year : today.Year - 1, 4, 1);
        var until = new DateOnly(from.Year + 2, 3, 31);
        var assignments = new List<DemoAssignment>();
        var held = people.Where(person => person.Role is not null).Select(person => person.Id).ToHashSet();
        var free = new Queue<DemoPerson>(Alternating(people.Where(person => person.Role is null && person.Membership.State == MembershipState.Member && person.Email is not null)));

        void Give(Guid person, string kind, Guid? association) => assignments.Add(new DemoAssignment(
            new Guid($"01900000-0000-7000-8002-{assignments.Count:x12}"), person, kind, association, from, kind is "ombudsman" or "operator" or "administrator" ? null : until));

        foreach (var role in DemoRole.All.Where(role => role.Kind is not null))
        {
            var person = people.Single(one => one.Role == role.Role);
            var ofAssociation = AssociationBoard.Contains(role.Kind);
            Give(person.Id, role.Kind!, ofAssociation ? person.AssociationId : null);
        }
        foreach (var (kind, count) in ((string, int)[])[("districtBoardMember", 8), ("districtDeputy", 3), ("nominationCommittee", 4), ("regionCouncillor", 5), ("memberOfParliament", 1)])
        {
            for (var place = 0; place < count; place++)
                Give(free.Dequeue().Id, kind, null);
        }
        foreach (var association in associations.Where(one => one.Key != "district").Select(one => one.Value))
        {
            var members = new Queue<DemoPerson>(free.Where(person => person.AssociationId == association));
            foreach (var kind in AssociationBoard.Where(kind => !assignments.Any(given => given.Kind == kind && given.AssociationId == association)))
            {
                if (members.TryDequeue(out var person))
                    Give(person.Id, kind, association);
            }
        }
        var (nominating, studies) = (DemoAssociations.Committees[0], DemoAssociations.Committees[1]);
        foreach (var place in Enumerable.Range(0, 4))
        {
            Give(free.Dequeue().Id, studies.Kind, null);
            assignments[^1] = assignments[^1] with { CommitteeId = studies.Id, CommitteeFunction = place switch { 0 => "convener", 3 => "substitute", _ => "member" } };
        }
        var nominators = assignments.FindAll(one => one.Kind == nominating.Kind).Select(one => one.Id).ToList();
        // Somebody calls each committee together; one term ends soon, and one treasurer is elected but has not begun.
        return [.. assignments.Select(one => one switch
        {
            { Kind: "nominationCommittee" } => one with { CommitteeId = nominating.Id, CommitteeFunction = one.Id == nominators[0] ? "convener" : "member" },
            { Kind: "treasurer" } when one.AssociationId == associations["1730"] => one with { FromDate = today.AddDays(20) },
            { Kind: "deputyChair" } when one.AssociationId == associations["1784"] => one with { UntilDate = today.AddDays(45) },
            _ => one,
        })];
    }

    private static IEnumerable<DemoPerson> Alternating(IEnumerable<DemoPerson> people)
    {
        var all = people.ToList();
        var women = new Queue<DemoPerson>(all.Where(person => person.Gender == "woman"));
        var others = new Queue<DemoPerson>(all.Where(person => person.Gender != "woman"));
        while (women.Count > 0 && others.Count > 0)
        {
            yield return women.Dequeue();
            yield return others.Dequeue();
        }
    }
}
