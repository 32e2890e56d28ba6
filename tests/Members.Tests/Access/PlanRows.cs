using VpVarmland.Contracts;
using VpVarmland.Tests.Plan;
using static VpVarmland.Tests.Access.AccessTable;
using static VpVarmland.Tests.Access.Elsewhere;
using static VpVarmland.Tests.Access.Requests;

namespace VpVarmland.Tests.Access;

/// <summary>The rows of the operating plan and the annual report.</summary>
internal static class PlanRows
{
    internal static readonly IReadOnlyList<AccessRow> All =
    [
        Row("ReadPlanListYears", Permission.ReadPlan, Same, _ => Get("plan/years")),
        Row("ReadPlan", Permission.ReadPlan, Same, at => Get($"plan/{At(at).ThisYear}")),
        Row("ReadPlanExport", Permission.ReadPlan, Same, at => Get($"plan/{At(at).ThisYear}/export")),
        AccessTable.District("ReadPlanListMeasures", Permission.ManagePlan, _ => Get("plan/measures")),
        AccessTable.District("ReadPlanListOwners", Permission.ManagePlan, _ => Get("plan/owners")),

        Row("OwnGoals", Permission.ReadPlan, Same, async at => await OwnAsync(at) is var _ ? Get("me/goals") : null!),
        AccessTable.District("WritePlanBeginAsync", Permission.ManagePlan, async at => Post("plan", new { year = await At(at).NewYearAsync() })),
        AccessTable.District("WritePlanDropAsync", Permission.ManagePlan, async at => Delete($"plan/{await At(at).DraftAsync()}")),
        AccessTable.District("WritePlanPutGoal", Permission.ManagePlan, async at => await At(at).DraftAsync() is var year ? Put($"plan/{year}/goals/G2", PlanGround.Goal("Stödja"), await At(at).NumberAsync(year)) : null!),
        AccessTable.District("WritePlanRemoveGoal", Permission.ManagePlan, async at => await At(at).DraftAsync() is var year ? Changed(Delete($"plan/{year}/goals/G1"), await At(at).NumberAsync(year)) : null!),
        AccessTable.District("WritePlanPutIndicators", Permission.ManagePlan, async at => await At(at).DraftAsync() is var year ? Put($"plan/{year}/goals/G1/indicators", new { items = new[] { new { measure = "asks", target = 10 } } }, await At(at).NumberAsync(year)) : null!),
        AccessTable.District("WritePlanPutOwner", Permission.ManagePlan, async at => await At(at).DraftAsync() is var year ? Put($"plan/{year}/goals/G1/owner", new { ownerId = (Guid?)null }, await At(at).NumberAsync(year)) : null!),
        AccessTable.District("WritePlanAdopt", Permission.ManagePlan, async at => await DraftOfNextYearAsync(at) is var year ? Post($"plan/{year}/adoption", new { on = at.Today }, await At(at).NumberAsync(year)) : null!),
        AccessTable.District("WritePlanTakeBack", Permission.ManagePlan, async at => Delete($"plan/{await At(at).AdoptedAsync()}/adoption")),

        Row("FollowUpAddActivity", Permission.ReadPlan, Same, async at => Post($"plan/{await OwnAsync(at)}/goals/G1/activities", PlanGround.Activity(at.Today.Year))),
        Row("FollowUpChangeActivity", Permission.ReadPlan, Same, async at => await OwnActivityAsync(at) is var (year, id) ? Put($"plan/activities/{id}", PlanGround.Activity(year, "Två värvarhelger", "underWay"), 1) : null!),
        Row("FollowUpRemoveActivity", Permission.ReadPlan, Same, async at => await OwnActivityAsync(at) is var (_, id) ? Delete($"plan/activities/{id}") : null!),
        Row("FollowUpWriteStatus", Permission.ReadPlan, Same, async at => await StatusAsync(at)),
        Row("FollowUpNoteReading", Permission.ReadPlan, Same, async at => Put($"plan/indicators/{await OwnIndicatorAsync(at)}/readings/1", new { value = 4 }, 1)),

        Row("WriteReportRead", Permission.ReadPlan, Same, at => Get($"plan/{at.Today.Year - 1}/report")),
        Row("WriteReportReadHtml", Permission.ReadPlan, Same, at => Get($"plan/{at.Today.Year - 1}/report/html")),
        Row("WriteReportReadPdf", Permission.ReadPlan, Same, at => Get($"plan/{at.Today.Year - 1}/report/pdf")),
        AccessTable.District("WriteReportMake", Permission.ManagePlan, async at => Post($"plan/{await At(at).DraftAsync()}/report")),
        AccessTable.District("WriteReportRefresh", Permission.ManagePlan, async at => Post($"plan/{await At(at).ReportAsync()}/report/refresh")),
        AccessTable.District("WriteReportDrop", Permission.ManagePlan, async at => Delete($"plan/{await At(at).ReportAsync()}/report")),
        AccessTable.District("WriteReportAddSection", Permission.ManagePlan, async at => await At(at).ReportAsync() is var year ? Post($"plan/{year}/report/sections", Section(), await At(at).ReportNumberAsync(year)) : null!),
        AccessTable.District("WriteReportEditSection", Permission.ManagePlan, async at => await At(at).ReportAsync() is var year ? Put($"plan/{year}/report/sections/{await At(at).SectionAsync(year)}", Section(), await At(at).ReportNumberAsync(year)) : null!),
        AccessTable.District("WriteReportRemoveSection", Permission.ManagePlan, async at => await At(at).ReportAsync() is var year ? Delete($"plan/{year}/report/sections/{await At(at).SectionAsync(year)}") : null!),
        AccessTable.District("WriteReportPutOrder", Permission.ManagePlan, async at => await At(at).ReportAsync() is var year ? Put($"plan/{year}/report/order", new { sectionIds = await SectionsAsync(at, year) }, await At(at).ReportNumberAsync(year)) : null!),
        AccessTable.District("WriteReportAdopt", Permission.ManagePlan, async at => await At(at).OpenReportAsync() is var year ? Post($"plan/{year}/report/adoption", new { on = at.Today }, await At(at).ReportNumberAsync(year)) : null!),
        AccessTable.District("WriteReportTakeBack", Permission.ManagePlan, async at => Delete($"plan/{await At(at).AdoptedReportAsync()}/report/adoption")),
    ];

    private static object Section() => new { title = "Tack", text = "Tack till alla som har gjort året möjligt." };

    private static PlanGround At(AccessGround at) => new(at.Host);

    private static Func<HttpRequestMessage> Changed(Func<HttpRequestMessage> make, int version) => () =>
    {
        var request = make();
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return request;
    };

    private static async Task<int> DraftOfNextYearAsync(AccessGround at)
    {
        var year = await At(at).AdoptedAsync();
        await At(at).Manager.DeleteAsync(new Uri(PlanGround.Path(year, "/adoption"), UriKind.Relative));
        return year;
    }

    /// <summary>The running year, with the goal G1 as the caller's own.</summary>
    private static async Task<int> OwnAsync(AccessGround at)
    {
        await at.Host.ExecuteAsync("update plan_goals set owner_id = @Caller where code in ('G1', 'A3')", new { AccessGround.Caller });
        return at.Today.Year;
    }

    private static async Task<(int Year, Guid Activity)> OwnActivityAsync(AccessGround at)
    {
        var year = await OwnAsync(at);
        var id = Guid.CreateVersion7();
        await at.Host.ExecuteAsync("insert into plan_activities (id, year, code, title, due_on) values (@id, @year, 'G1', 'Värvarhelg', make_date(@year, 5, 20))", new { id, year });
        return (year, id);
    }

    private static async Task<Guid> OwnIndicatorAsync(AccessGround at) => await At(at).IndicatorAsync(await OwnAsync(at), "A3", "manual");

    private static async Task<Func<HttpRequestMessage>> StatusAsync(AccessGround at)
    {
        var year = await OwnAsync(at);
        await at.Host.ExecuteAsync("delete from plan_statuses where year = @year and code = 'G1' and quarter = 1", new { year });
        return Put($"plan/{year}/goals/G1/statuses/1", new { light = "green", text = "Det går som planerat." }, 0);
    }

    private static async Task<IEnumerable<Guid>> SectionsAsync(AccessGround at, int year) =>
        (await At(at).Report(year)).GetProperty("sections").EnumerateArray().Select(one => one.GetProperty("sectionId").GetGuid()).Reverse().ToList();
}
