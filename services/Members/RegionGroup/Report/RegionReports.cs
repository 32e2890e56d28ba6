using System.Globalization;
using VpVarmland.Members.ConferenceReports;

namespace VpVarmland.Members.RegionGroup.Report;

/// <summary>The region group's report to the annual conference (statutes §68: a fixed point of it): begun from what the work space knows, edited, adopted into the archive.</summary>
internal static class RegionReports
{
    private const string Kind = "region";

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string one = "/region/reports/{id:guid}";
        api.MapGet("/region/reports", List).ForTheRegion(Permission.ReadRegion).WithSummary("The region group's reports of the years");
        api.MapPost("/region/{year:int}/report", Begin).ForTheRegion(Permission.WorkRegion).WithSummary("Begin a year's report from what the work space knows");
        api.MapGet(one, Get).ForTheRegion(Permission.ReadRegion).WithSummary("A report");
        api.MapGet(one + "/html", Html).ForTheRegion(Permission.ReadRegion).WithSummary("A report as a page of its own");
        api.MapGet(one + "/pdf", Pdf).ForTheRegion(Permission.ReadRegion).WithSummary("A report as PDF");
        api.MapPut(one, Write).ForTheRegion(Permission.WorkRegion).WithSummary("Edit a report that is not adopted");
        api.MapDelete(one, Drop).ForTheRegion(Permission.WorkRegion).WithSummary("Drop a report that is not adopted");
        api.MapPost(one + "/adoption", Adopt).ForTheRegion(Permission.WorkRegion).WithSummary("The report is adopted: it goes into the archive for every member to read");
        api.MapDelete(one + "/adoption", Unadopt).ForTheRegion(Permission.WorkRegion).WithSummary("Take an adoption back within an hour");
    }

    private static async Task<Ok<IReadOnlyList<ConferenceReport>>> List(UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await Reports.ListAsync(work, Kind, cancel));

    private static async Task<Results<Created<ConferenceReport>, ProblemHttpResult>> Begin([System.ComponentModel.DataAnnotations.Range(2000, 2100)] int year, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await Reports.BeginAsync(work, Kind, year, string.Create(CultureInfo.InvariantCulture, $"Regiongruppens rapport {year}"), RegionReportText.Of(await RegionFacts.ReadAsync(work, year, cancel)), http, cancel);

    private static Task<Results<Ok<ConferenceReport>, ProblemHttpResult>> Get(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => Reports.GetAsync(work, Kind, id, http, cancel);

    private static Task<Results<FileContentHttpResult, ProblemHttpResult>> Html(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => Reports.HtmlAsync(work, Kind, id, http, cancel);

    private static Task<Results<FileContentHttpResult, ProblemHttpResult>> Pdf(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => Reports.PdfAsync(work, Kind, id, http, cancel);

    private static Task<Results<Ok<ConferenceReport>, ProblemHttpResult>> Write(Guid id, Reports.Request request, UnitOfWork work, HttpContext http, CancellationToken cancel) => Reports.WriteAsync(work, Kind, id, request, http, cancel);

    private static Task<Results<NoContent, ProblemHttpResult>> Drop(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => Reports.DropAsync(work, Kind, id, http, cancel);

    private static Task<Results<Ok<ConferenceReport>, ProblemHttpResult>> Adopt(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => Reports.AdoptAsync(work, Kind, id, http, cancel);

    private static Task<Results<Ok<ConferenceReport>, ProblemHttpResult>> Unadopt(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => Reports.UnadoptAsync(work, Kind, id, http, cancel);
}
