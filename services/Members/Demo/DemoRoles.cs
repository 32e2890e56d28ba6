namespace VpVarmland.Members.Demo;

/// <summary>The demo accounts that the gateway offers in Development: an address a role, and the assignment each holds.</summary>
/// <param name="Role">The name before the @ of the address.</param>
/// <param name="Municipality">Where the person lives.</param>
/// <param name="Kind">The assignment; null for a plain member.</param>
internal sealed record DemoRole(string Role, string Municipality, string? Kind)
{
    internal static readonly IReadOnlyList<DemoRole> All =
    [
        new("ombudsman", "1780", "ombudsman"),
        new("district-chair", "1780", "districtChair"),
        new("board-member", "1784", "districtBoardMember"),
        new("deputy", "1781", "districtDeputy"),
        new("treasurer", "1780", "districtTreasurer"),
        new("association-chair-karlstad", "1780", "chair"),
        new("membership-secretary-arvika", "1784", "membershipSecretary"),
        new("nomination-committee", "1782", "nominationCommittee"),
        new("study-organiser", "1780", "studyOrganiser"),
        new("feminist-officer", "1780", "feministOfficer"),
        new("region-councillor", "1783", "regionCouncillor"),
        new("member", "1780", null),
        new("ops", "1761", "operator"),
        new("administrator", "1780", "administrator"),
        // Some things take two.
        new("administrator-arvika", "1784", "administrator"),
    ];

    internal string Email => Role + "@demo.example";
}
