namespace VpVarmland.Contracts;

/// <summary>
/// Everything a caller can be allowed to do. A permission holds in one association or in the whole district; which assignment
/// carries which permission is a table in Members.
/// </summary>
/// <param name="Name">As in the token, <c>area:verb</c>.</param>
/// <param name="NeedsSecondFactor">
/// True where the right opens the register: membership reveals political opinion, and the Swedish authority's orders of 2012
/// to the parties forbid password-only access over the open net.
/// </param>
public sealed record Permission(string Name, bool NeedsSecondFactor)
{
    /// <summary>Any signed-in member, for what concerns the own person.</summary>
    public static readonly Permission Self = new("member:self", false);
    /// <summary>Read people in the register.</summary>
    public static readonly Permission ReadRegister = new("register:read", true);
    /// <summary>Correct people's data in the register.</summary>
    public static readonly Permission EditRegister = new("register:edit", true);
    /// <summary>Take lists of people out of the platform as a file.</summary>
    public static readonly Permission ExportRegister = new("register:export", true);
    /// <summary>Say who has protected identity, and who reaches them.</summary>
    public static readonly Permission ManageProtection = new("protection:manage", true);
    /// <summary>Answer people's requests about their data, and see to retention.</summary>
    public static readonly Permission ManagePrivacy = new("privacy:manage", true);
    /// <summary>Read a whole personnummer, for a reason.</summary>
    public static readonly Permission ReadPersonalNumber = new("personnummer:read", true);
    /// <summary>See and work care cases.</summary>
    public static readonly Permission WorkCare = new("care:work", true);
    /// <summary>Hold exit conversations with women who leave assignments; opens no other case.</summary>
    public static readonly Permission HoldExitTalks = new("care:exit", true);
    /// <summary>Say which steps care has, when cases open by themselves, and which skills and interests there are.</summary>
    public static readonly Permission ManageCare = new("care:manage", false);
    /// <summary>Ask members to help, and see what they answer.</summary>
    public static readonly Permission AskForHelp = new("activation:work", true);
    /// <summary>Note a paid membership fee.</summary>
    public static readonly Permission NoteFees = new("fees:note", true);
    /// <summary>Refuse or revoke a membership (the association's board, statutes §5).</summary>
    public static readonly Permission DecideMembership = new("membership:decide", true);
    /// <summary>Hand joins over to the central register and confirm them.</summary>
    public static readonly Permission HandOver = new("handover:manage", true);
    /// <summary>Read figures without persons.</summary>
    public static readonly Permission ReadStatistics = new("statistics:read", false);
    /// <summary>Read what associations report to the district board (statutes §§6–7).</summary>
    public static readonly Permission ReadReports = new("reports:read", true);
    /// <summary>Read the operating plan's inner follow-up.</summary>
    public static readonly Permission ReadPlan = new("plan:read", false);
    /// <summary>Write the operating plan and the annual report, and note when they are adopted.</summary>
    public static readonly Permission ManagePlan = new("plan:manage", false);
    /// <summary>Start and end assignments: an association's, or everybody's with what is the district's alone.</summary>
    public static readonly Permission ManageAssignments = new("assignments:manage", true);
    /// <summary>Be a liaison (fadder): work with the associations one answers for, and with nobody else's. Opens their officers' contact ways.</summary>
    public static readonly Permission WorkLiaison = new("liaison:work", true);
    /// <summary>Say who is liaison for which association, and see how it goes for all of them.</summary>
    public static readonly Permission ManageLiaisons = new("liaison:manage", true);
    /// <summary>See one's association's liaison and what was said, ask and answer.</summary>
    public static readonly Permission AskLiaison = new("liaison:ask", true);
    /// <summary>Edit an association's contact ways and annual meetings.</summary>
    public static readonly Permission EditAssociation = new("association:edit", false);
    /// <summary>Found, rename, rest, merge and split associations; set what is healthy.</summary>
    public static readonly Permission ManageAssociations = new("associations:manage", true);
    /// <summary>Read the district's budget, outcome, costs and grants; no persons.</summary>
    public static readonly Permission ReadEconomy = new("economy:read", false);
    /// <summary>Approve claims and decide on grants; never one's own.</summary>
    public static readonly Permission ApproveClaims = new("economy:approve", true);
    /// <summary>Budget, book, pay and export. Opens people's account numbers on payment lists.</summary>
    public static readonly Permission ManageEconomy = new("economy:manage", true);
    /// <summary>Apply for a grant to one's association, and report on it.</summary>
    public static readonly Permission ApplyForGrants = new("grants:apply", false);
    /// <summary>Read the board room: meetings, papers, minutes, decisions; adjust minutes one is asked to.</summary>
    public static readonly Permission ReadBoard = new("board:read", true);
    /// <summary>Call the board, write its agenda and minutes, keep the archive.</summary>
    public static readonly Permission ManageBoard = new("board:manage", true);
    /// <summary>Plan and follow the internal feminist work, in an association or the district. Opens figures, and no conversation.</summary>
    public static readonly Permission WorkFeminism = new("feminism:work", false);
    /// <summary>Relay what comes from the party centrally to the associations, and follow it.</summary>
    public static readonly Permission RelayCentral = new("central:relay", false);
    /// <summary>Read the region group's work space: positions, seats, meetings, material and reports.</summary>
    public static readonly Permission ReadRegion = new("region:read", false);
    /// <summary>Work in the region group: write its positions and reports, and prepare its meetings.</summary>
    public static readonly Permission WorkRegion = new("region:work", false);
    /// <summary>Publish the region group's material for the associations.</summary>
    public static readonly Permission PublishRegion = new("region:publish", false);
    /// <summary>Read what the district relays to one's association and what the region group publishes for it, and mark it read and done.</summary>
    public static readonly Permission ReadCentral = new("central:read", false);
    /// <summary>See the platform's running state; never personal data.</summary>
    public static readonly Permission Operate = new("ops:operate", true);
    /// <summary>Administer accounts and partner clients.</summary>
    public static readonly Permission Administer = new("admin:accounts", true);

    /// <summary>Every permission there is, by name.</summary>
    public static readonly IReadOnlyDictionary<string, Permission> All = typeof(Permission)
        .GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
        .Where(field => field.FieldType == typeof(Permission))
        .Select(field => (Permission)field.GetValue(null)!)
        .ToDictionary(permission => permission.Name, StringComparer.Ordinal);
}
