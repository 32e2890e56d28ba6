using VpVarmland.Contracts;
using VpVarmland.Tests.Assignments;
using VpVarmland.Tests.Kit;
using VpVarmland.Tests.RegionGroup;
using static VpVarmland.Tests.Access.AccessTable;
using static VpVarmland.Tests.Access.Elsewhere;
using static VpVarmland.Tests.Access.Requests;

namespace VpVarmland.Tests.Access;

/// <summary>The rows of the region group's work space, and of what the associations see of it.</summary>
internal static class RegionRows
{
    private static readonly string Ours = $"associations/{Places.Karlstad}/region";

    internal static readonly IReadOnlyList<AccessRow> All =
    [
        AccessTable.District("RegionPositionsList", Permission.ReadRegion, _ => Get("region/positions")),
        AccessTable.District("RegionPositionsGet", Permission.ReadRegion, async at => Get($"region/positions/{await At(at).PositionAsync()}")),
        AccessTable.District("RegionPositionsAdd", Permission.WorkRegion, _ => Post("region/positions", RegionGround.Position())),
        AccessTable.District("RegionPositionsChange", Permission.WorkRegion, async at => Put($"region/positions/{await At(at).PositionAsync()}", RegionGround.Position("Bussen går varje dag"), 1)),
        AccessTable.District("RegionPositionsRemove", Permission.WorkRegion, async at => Delete($"region/positions/{await At(at).PositionAsync()}")),
        AccessTable.District("DecidePositionsAdopt", Permission.WorkRegion, async at => Post($"region/positions/{await At(at).PositionAsync()}/adoption", new { on = at.Today }, 1)),
        AccessTable.District("DecidePositionsTakeBack", Permission.WorkRegion, async at => Delete($"region/positions/{await At(at).AdoptedAsync()}/adoption")),
        AccessTable.District("DecidePositionsWithdraw", Permission.WorkRegion, async at => Post($"region/positions/{await At(at).AdoptedAsync()}/withdrawal")),
        AccessTable.District("DecidePositionsRestore", Permission.WorkRegion, async at => Delete($"region/positions/{await At(at).WithdrawnAsync()}/withdrawal")),

        AccessTable.District("RegionBodiesList", Permission.ReadRegion, _ => Get("region/bodies")),
        AccessTable.District("RegionBodiesAdd", Permission.ManageAssignments, _ => Post("region/bodies", new { name = $"Nämnd {Guid.NewGuid():N}", seats = 1, substituteSeats = 1 })),
        AccessTable.District("RegionBodiesChange", Permission.ManageAssignments, async at => Put($"region/bodies/{await At(at).BodyAsync()}", new { name = $"Nämnd {Guid.NewGuid():N}", seats = 2, substituteSeats = 1 }, 1)),
        AccessTable.District("RegionBodiesEnd", Permission.ManageAssignments, async at => Post($"region/bodies/{await At(at).BodyAsync()}/end")),
        AccessTable.District("RegionBodiesGive", Permission.ManageAssignments, async at => Post($"region/bodies/{await At(at).BodyAsync()}/seats", new { memberId = (await at.MemberAsync()).Id, function = "member", from = at.Today })),

        AccessTable.District("RegionMeetingsList", Permission.ReadRegion, _ => Get("region/meetings")),
        AccessTable.District("RegionMeetingsCalendar", Permission.ReadRegion, _ => Get("region/calendar.ics")),
        AccessTable.District("RegionMeetingsGet", Permission.ReadRegion, async at => Get($"region/meetings/{await At(at).MeetingAsync()}")),
        AccessTable.District("RegionMeetingsAdd", Permission.WorkRegion, async at => Post("region/meetings", At(at).Meeting(await At(at).BodyAsync()))),
        AccessTable.District("RegionMeetingsChange", Permission.WorkRegion, async at => Put($"region/meetings/{await At(at).MeetingAsync()}", At(at).Meeting(await At(at).BodyAsync(), 9), 1)),
        AccessTable.District("RegionMeetingsRemove", Permission.WorkRegion, async at => Delete($"region/meetings/{await At(at).MeetingAsync()}")),
        AccessTable.District("RegionMattersList", Permission.ReadRegion, _ => Get("region/matters")),
        AccessTable.District("RegionMattersAdd", Permission.WorkRegion, async at => Post($"region/meetings/{await At(at).MeetingAsync()}/matters", At(at).Matter())),
        AccessTable.District("RegionMattersChange", Permission.WorkRegion, async at => Put($"region/matters/{await At(at).MatterAsync()}", At(at).Matter("Läsa bilagorna"), 1)),
        AccessTable.District("RegionMattersRemove", Permission.WorkRegion, async at => Delete($"region/matters/{await At(at).MatterAsync()}")),
        AccessTable.District("RegionMattersDo", Permission.WorkRegion, async at => Post($"region/matters/{await At(at).MatterAsync()}/done")),
        AccessTable.District("RegionMattersUndo", Permission.WorkRegion, async at => Delete($"region/matters/{await At(at).MatterAsync()}/done")),

        AccessTable.District("RegionMaterialList", Permission.ReadRegion, _ => Get("region/material")),
        AccessTable.District("RegionMaterialGet", Permission.ReadRegion, async at => Get($"region/material/{await At(at).MaterialAsync()}")),
        AccessTable.District("RegionMaterialPublish", Permission.PublishRegion, _ => Post("region/material", RegionGround.Material())),
        AccessTable.District("RegionMaterialChange", Permission.PublishRegion, async at => Put($"region/material/{await At(at).MaterialAsync()}", RegionGround.Material(at.Today.AddDays(9)), 1)),
        AccessTable.District("RegionMaterialTakeBack", Permission.PublishRegion, async at => Delete($"region/material/{await At(at).MaterialAsync()}")),
        AccessTable.District("RegionMaterialGetFile", Permission.ReadRegion, async at => Get($"region/material/{await At(at).WithFileAsync()}/file")),
        AccessTable.District("RegionMaterialAttach", Permission.PublishRegion, async at => PostFile($"region/material/{await At(at).MaterialAsync()}/file?fileName=blad.jpg", OfficeGround.Jpeg)),
        AccessTable.District("RegionMaterialDetach", Permission.PublishRegion, async at => Delete($"region/material/{await At(at).WithFileAsync()}/file")),
        Row("OurRegionList", Permission.ReadCentral, NotFound, _ => Get($"{Ours}/material")),
        Row("OurRegionGetFile", Permission.ReadCentral, NotFound, async at => Get($"{Ours}/material/{await At(at).WithFileAsync()}/file")),
        Row("OurRegionRead", Permission.ReadCentral, NotFound, async at => Post($"{Ours}/material/{await At(at).MaterialAsync()}/read")),
        Row("OurRegionUnread", Permission.ReadCentral, NotFound, async at => Delete($"{Ours}/material/{await At(at).MaterialAsync()}/read")),
        Row("OurRegionPositions", Permission.ReadCentral, NotFound, _ => Get($"{Ours}/positions")),

        AccessTable.District("RegionReportsList", Permission.ReadRegion, _ => Get("region/reports")),
        AccessTable.District("RegionReportsBegin", Permission.WorkRegion, async at => Post($"region/{await At(at).FreeYearAsync()}/report")),
        AccessTable.District("RegionReportsGet", Permission.ReadRegion, async at => Get($"region/reports/{await At(at).ReportAsync()}")),
        AccessTable.District("RegionReportsHtml", Permission.ReadRegion, async at => Get($"region/reports/{await At(at).ReportAsync()}/html")),
        AccessTable.District("RegionReportsPdf", Permission.ReadRegion, async at => Get($"region/reports/{await At(at).ReportAsync()}/pdf")),
        AccessTable.District("RegionReportsWrite", Permission.WorkRegion, async at => Put($"region/reports/{await At(at).ReportAsync()}", new { title = "Rapport", body = "## Året" }, 1)),
        AccessTable.District("RegionReportsDrop", Permission.WorkRegion, async at => Delete($"region/reports/{await At(at).ReportAsync()}")),
        AccessTable.District("RegionReportsAdopt", Permission.WorkRegion, async at => PostNothing($"region/reports/{await At(at).ReportAsync()}/adoption", 1)),
        AccessTable.District("RegionReportsUnadopt", Permission.WorkRegion, async at => Delete($"region/reports/{await At(at).AdoptedReportAsync()}/adoption")),
    ];

    private static RegionGround At(AccessGround at) => new(at.Host);
}
