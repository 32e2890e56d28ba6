using VpVarmland.Contracts;
using VpVarmland.Tests.Assignments;
using VpVarmland.Tests.Kit;
using static VpVarmland.Tests.Access.AccessTable;
using static VpVarmland.Tests.Access.Elsewhere;
using static VpVarmland.Tests.Access.Requests;

namespace VpVarmland.Tests.Access;

/// <summary>The rows of assignments' terms and hand-overs.</summary>
internal static class OfficeRows
{
    internal static readonly IReadOnlyList<AccessRow> All =
    [
        Row("EndAssignmentUndo", Permission.ManageAssignments, NotFound, async at => Delete($"assignments/{await At(at).EndedAsync()}/end")),
        Row("RenewTerm", Permission.ManageAssignments, NotFound, async at => Put($"assignments/{await at.AssignmentAsync()}/term", new { until = at.Today.AddYears(1) }, 1)),
        Row("NameSuccessor", Permission.ManageAssignments, NotFound, async at => Post($"assignments/{await at.AssignmentAsync()}/successor", new { memberId = (await at.MemberAsync()).Id, from = at.Today.AddDays(1) })),
        Row("NameSuccessorUndo", Permission.ManageAssignments, NotFound, async at => Delete($"assignments/{await At(at).SucceededAsync()}/successor")),
        Row("TermsSoon", Permission.ManageAssignments, Nothing, _ => Get("assignments/ending?days=800")),
        Row("TermsHistory", Permission.ManageAssignments, Nothing, _ => Get($"assignments/history?kind=chair&association={Places.Karlstad}")),

        Row("ListTransfers", Permission.ReadStatistics, Nothing, _ => Get("transfers")),
        AccessTable.District("TransferTemplatesList", Permission.ManageAssignments, _ => Get("transfers/templates")),
        AccessTable.District("TransferTemplatesSet", Permission.ManageAssignments, async at => Put("transfers/templates/treasurer", new { points = new[] { "Bankdosan" } }, await At(at).TemplateVersionAsync())),
        Row("OwnTransfersList", Permission.Self, Same, _ => Get("me/transfers")),
        Row("OwnTransfersAdd", Permission.Self, Same, async at => Post($"me/transfers/{(await At(at).TransferAsync(AccessGround.Caller, true)).Assignment}/points", new { text = "Nyckeln till skåpet" })),
        Row("OwnTransfersDo", Permission.Self, Same, async at => Post($"me/transfers/points/{(await At(at).TransferAsync(AccessGround.Caller, true)).Point}/done", new { note = "Ligger i skåpet." })),
        Row("OwnTransfersUndo", Permission.Self, Same, async at => Delete($"me/transfers/points/{(await At(at).TransferAsync(AccessGround.Caller, true)).Point}/done")),
        Row("OwnTransfersConfirm", Permission.Self, Same, async at => Post($"me/transfers/points/{(await At(at).TransferAsync(AccessGround.Caller, false)).Point}/confirmed")),
        Row("OwnProfilesList", Permission.Self, Same, _ => Get("me/profiles")),
        Row("OwnProfilesWrite", Permission.Self, Same, async at => Put($"me/profiles/{await At(at).ProfileAsync()}", OfficeGround.Text(true), 1)),
        Row("OwnProfilesSetPortrait", Permission.Self, Same, async at => PostFile($"me/profiles/{await At(at).ProfileAsync()}/portrait", OfficeGround.Jpeg)),
        Row("OwnProfilesGetPortrait", Permission.Self, Same, async at => Get($"me/profiles/{await At(at).ProfileAsync()}/portrait")),
        Row("OwnProfilesRemovePortrait", Permission.Self, Same, async at => Delete($"me/profiles/{await At(at).ProfileAsync()}/portrait")),
        Row("OwnProfilesPublish", Permission.Self, Same, async at => Post($"me/profiles/{await At(at).ProfileAsync()}/publication")),
        Row("OwnProfilesWithdraw", Permission.Self, Same, async at => Delete($"me/profiles/{await At(at).ShownAsync()}/publication")),
        AccessTable.District("ManageProfilesList", Permission.ManageAssignments, _ => Get("profiles")),
        AccessTable.District("ManageProfilesWrite", Permission.ManageAssignments, async at => Put($"profiles/{await At(at).ProfileAsync()}", OfficeGround.TextOfAnother, 1)),
        AccessTable.District("ManageProfilesGetPortrait", Permission.ManageAssignments, async at => Get($"profiles/{await At(at).ProfileAsync()}/portrait")),
        AccessTable.District("ManageProfilesPublish", Permission.ManageAssignments, async at => Post($"profiles/{await At(at).ProfileAsync()}/publication")),
        AccessTable.District("ManageProfilesWithdraw", Permission.ManageAssignments, async at => Delete($"profiles/{await At(at).ShownAsync()}/publication")),

        Row("ReadBalance", Permission.ReadStatistics, NotFound, _ => Get($"balance?association={Places.Karlstad}")),
        Row("PreviewBalance", Permission.ManageAssignments, NotFound, async at => Get($"balance/preview?member={(await at.MemberAsync()).Id}&kind=boardMember&association={Places.Karlstad}")),

        Row("FeministDesk", Permission.WorkFeminism, NotFound, at => Get($"feminism/{at.Today.Year}?association={Places.Karlstad}")),
        Row("PlanItemsAdd", Permission.WorkFeminism, NotFound, at => Post($"feminism/{at.Today.Year}/items", OfficeGround.Item(Places.Karlstad))),
        Row("PlanItemsChange", Permission.WorkFeminism, NotFound, async at => Put($"feminism/items/{await At(at).ItemAsync(Places.Karlstad)}", new { quarter = 3, title = "Träff om talartid", state = "ongoing", note = "Lokalen är bokad." }, 1)),
        Row("PlanItemsRemove", Permission.WorkFeminism, NotFound, async at => Delete($"feminism/items/{await At(at).ItemAsync(Places.Karlstad)}")),
        Row("NominationChecksDo", Permission.WorkFeminism, NotFound, at => Post($"feminism/{at.Today.Year}/checks/womenAskedFirst", new { associationId = Places.Karlstad, note = "Åtta är tillfrågade." })),
        Row("NominationChecksUndo", Permission.WorkFeminism, NotFound, at => Delete($"feminism/{at.Today.Year}/checks/womenAskedFirst?association={Places.Karlstad}")),
        AccessTable.District("FeministReportsList", Permission.WorkFeminism, _ => Get("feminism/reports")),
        AccessTable.District("FeministReportsBegin", Permission.WorkFeminism, async at => Post($"feminism/{await At(at).FreeYearAsync()}/report")),
        AccessTable.District("FeministReportsGet", Permission.WorkFeminism, async at => Get($"feminism/reports/{await At(at).ReportAsync()}")),
        AccessTable.District("FeministReportsHtml", Permission.WorkFeminism, async at => Get($"feminism/reports/{await At(at).ReportAsync()}/html")),
        AccessTable.District("FeministReportsPdf", Permission.WorkFeminism, async at => Get($"feminism/reports/{await At(at).ReportAsync()}/pdf")),
        AccessTable.District("FeministReportsWrite", Permission.WorkFeminism, async at => Put($"feminism/reports/{await At(at).ReportAsync()}", new { title = "Rapport", body = "## Året" }, 1)),
        AccessTable.District("FeministReportsDrop", Permission.WorkFeminism, async at => Delete($"feminism/reports/{await At(at).ReportAsync()}")),
        AccessTable.District("FeministReportsAdopt", Permission.WorkFeminism, async at => PostNothing($"feminism/reports/{await At(at).ReportAsync()}/adoption", 1)),
        AccessTable.District("FeministReportsUnadopt", Permission.WorkFeminism, async at => Delete($"feminism/reports/{await At(at).AdoptedAsync()}/adoption")),

        Row("OwnTransfersUnconfirm", Permission.Self, Same, async at => Delete($"me/transfers/points/{(await At(at).TransferAsync(AccessGround.Caller, false)).Point}/confirmed")),
    ];

    private static OfficeGround At(AccessGround at) => new(at.Host);
}
