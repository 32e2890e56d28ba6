using System.ComponentModel.DataAnnotations;
using VpVarmland.Members.ConferenceReports;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Plan.Report;

/// <summary>
/// The annual report (statutes §68: a fixed point of the annual conference): written from the plan, edited section by section until it is adopted, then kept in the archive as
/// PDF where every member reads it.
/// </summary>
internal static class WriteReport
{
    private const int MostSections = 100;

    internal sealed record Section([property: NotEmpty, AtMost(200)] string Title, [property: Required, AtMost(20_000)] string Text);

    internal sealed record Order([property: Required, MaxLength(MostSections)] IReadOnlyList<Guid> SectionIds);

    internal sealed record Adoption([property: NotEmpty] DateOnly? On);

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string report = "/plan/{year:int}/report", section = report + "/sections/{id:guid}";
        api.MapGet(report, Read).RequirePermission(Permission.ReadPlan).WithSummary("The year's annual report, draft or adopted");
        api.MapGet(report + "/html", ReadHtml).RequirePermission(Permission.ReadPlan).WithSummary("The annual report as a page of its own");
        api.MapGet(report + "/pdf", ReadPdf).RequirePermission(Permission.ReadPlan).WithSummary("The annual report as PDF");
        api.MapPost(report, Make).Managed().WithSummary("Write a first draft from the plan");
        api.MapPost(report + "/refresh", Refresh).Managed().WithSummary("Read the plan anew: figures in every section, texts in those nobody has edited");
        api.MapDelete(report, Drop).Managed().WithSummary("Drop a draft");
        api.MapPost(report + "/sections", AddSection).Managed().WithSummary("Add a section");
        api.MapPut(section, EditSection).Managed().WithSummary("Edit a section");
        api.MapDelete(section, RemoveSection).Managed().WithSummary("Remove a section; one of the plan's comes back when the plan is read anew");
        api.MapPut(report + "/order", PutOrder).Managed().WithSummary("Put the sections in order");
        api.MapPost(report + "/adoption", Adopt).Managed().WithSummary("Note that the annual conference adopted the report: it goes to the archive as PDF");
        api.MapDelete(report + "/adoption", TakeBack).Managed().WithSummary("Take the adoption back: out of the archive, and a draft again");
    }

    private static RouteHandlerBuilder Managed(this RouteHandlerBuilder endpoint) => endpoint.ForTheDistrict(Permission.ManagePlan, PlanFailures.Unknown);

    private static Task<Results<Ok<ReportView>, ProblemHttpResult>> Read(int year, UnitOfWork work, HttpContext http, CancellationToken cancel) => ReportView.AnswerAsync(work, year, http, cancel);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadHtml(int year, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await ReportView.FindAsync(work, year, cancel) is not { } report)
            return PlanFailures.Unknown.ToProblem(http);
        return PaperFiles.Html(report.Paper(), $"verksamhetsberattelse-{year:0000}");
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadPdf(int year, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await ReportView.FindAsync(work, year, cancel) is not { } report)
            return PlanFailures.Unknown.ToProblem(http);
        return PaperFiles.Pdf(report.Paper(), $"verksamhetsberattelse-{year:0000}");
    }

    private static async Task<Results<Created<ReportView>, ProblemHttpResult>> Make(int year, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await PlanView.FindAsync(work, year, english: false, cancel) is not { } plan)
            return PlanFailures.Unknown.ToProblem(http);
        if (await work.ExecuteAsync("insert into annual_reports (year, made_at) values (@year, @Now) on conflict do nothing", new { year, work.Now }, cancel) == 0)
            return PlanFailures.ReportExists.ToProblem(http);
        await PutAsync(work, year, await ReportDraft.WriteAsync(work, plan, cancel), cancel);
        work.Record("report.made", Guid.Empty, content: new { year });
        http.SendVersion(1);
        return TypedResults.Created($"/api/members/plan/{year}/report", (await ReportView.FindAsync(work, year, cancel))!);
    }

    private static Task<Results<Ok<ReportView>, ProblemHttpResult>> Refresh(int year, UnitOfWork work, HttpContext http, CancellationToken cancel) => ChangeAsync(year, null, work, http, "report.refreshed", async () =>
    {
        await PutAsync(work, year, await ReportDraft.WriteAsync(work, (await PlanView.FindAsync(work, year, english: false, cancel))!, cancel), cancel);
        return null;
    }, cancel);

    private static async Task<Results<NoContent, ProblemHttpResult>> Drop(int year, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await RefuseAsync(work, year, null, cancel) is { } refusal)
            return refusal.ToProblem(http);
        await work.ExecuteAsync("delete from annual_reports where year = @year", new { year }, cancel);
        work.Record("report.dropped", Guid.Empty, content: new { year });
        return TypedResults.NoContent();
    }

    private static Task<Results<Ok<ReportView>, ProblemHttpResult>> AddSection(int year, Section request, UnitOfWork work, HttpContext http, CancellationToken cancel) => ChangeAsync(year, http, work, http, "report.section_added", async () =>
    {
        if (await work.GetAsync<long>("select count(*) from annual_report_sections where year = @year", new { year }, cancel) >= MostSections)
            return PlanFailures.BadOrder;
        await work.ExecuteAsync(
            """
            insert into annual_report_sections (id, year, position, title, text, is_edited)
            select @id, @year, coalesce(max(position), 0) + 1, @title, @text, true from annual_report_sections where year = @year
            """, new { id = Guid.CreateVersion7(work.Now), year, title = request.Title.Trim(), text = request.Text.Trim() }, cancel);
        return null;
    }, cancel);

    private static Task<Results<Ok<ReportView>, ProblemHttpResult>> EditSection(int year, Guid id, Section request, UnitOfWork work, HttpContext http, CancellationToken cancel) => ChangeAsync(year, http, work, http, "report.section_edited", async () =>
        await work.ExecuteAsync("update annual_report_sections set title = @title, text = @text, is_edited = true where id = @id and year = @year", new { id, year, title = request.Title.Trim(), text = request.Text.Trim() }, cancel) == 0
            ? PlanFailures.Unknown : null, cancel);

    private static Task<Results<Ok<ReportView>, ProblemHttpResult>> RemoveSection(int year, Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => ChangeAsync(year, null, work, http, "report.section_removed", async () =>
        await work.ExecuteAsync("delete from annual_report_sections where id = @id and year = @year", new { id, year }, cancel) == 0 ? PlanFailures.Unknown : null, cancel);

    private static Task<Results<Ok<ReportView>, ProblemHttpResult>> PutOrder(int year, Order request, UnitOfWork work, HttpContext http, CancellationToken cancel) => ChangeAsync(year, http, work, http, "report.ordered", async () =>
    {
        var ids = request.SectionIds.Distinct().ToArray();
        var known = await work.ListAsync<Guid>("select id from annual_report_sections where year = @year", new { year }, cancel);
        if (ids.Length != known.Count || ids.Except(known).Any())
            return PlanFailures.BadOrder;
        await work.ExecuteAsync(
            "update annual_report_sections section set position = wanted.place from unnest(@ids) with ordinality as wanted (id, place) where section.id = wanted.id", new { ids }, cancel);
        return null;
    }, cancel);

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Adopt(int year, Adoption request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await RefuseAsync(work, year, http, cancel) is { } refusal)
            return refusal.ToProblem(http);
        if (request.On > SwedishTime.DateOf(work.Now) || request.On!.Value.Year < year || request.On.Value.Year > year + 2)
            return PlanFailures.UnlikelyDay.ToProblem(http);
        // As it is adopted, so it is kept.
        var report = (await ReportView.FindAsync(work, year, cancel))! with { AdoptedOn = request.On };
        var document = await PaperFiles.KeepAsync(work, report.Paper(), request.On.Value, cancel);
        await work.ExecuteAsync("update annual_reports set adopted_on = @On, document_id = @document, version = version + 1 where year = @year", new { year, document, request.On }, cancel);
        work.Record("report.adopted", document, content: new { year, request.On });
        return await ReportView.AnswerAsync(work, year, http, cancel);
    }

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> TakeBack(int year, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<Lock>("select adopted_on, document_id, version from annual_reports where year = @year for update", new { year }, cancel) is not { } report)
            return PlanFailures.Unknown.ToProblem(http);
        if (report.AdoptedOn is null)
            return PlanFailures.ReportNotAdopted.ToProblem(http);
        await work.ExecuteAsync("update annual_reports set adopted_on = null, document_id = null, version = version + 1 where year = @year", new { year }, cancel);
        await PaperFiles.TakeOutAsync(work, report.DocumentId!.Value, cancel);
        work.Record("report.adoption_taken_back", Guid.Empty, content: new { year });
        return await ReportView.AnswerAsync(work, year, http, cancel);
    }

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> ChangeAsync(int year, HttpContext? version, UnitOfWork work, HttpContext http, string what, Func<Task<Failure?>> change, CancellationToken cancel)
    {
        if (await RefuseAsync(work, year, version, cancel) is { } refusal)
            return refusal.ToProblem(http);
        if (await change() is { } wrong)
            return wrong.ToProblem(http);
        await work.ExecuteAsync("update annual_reports set version = version + 1 where year = @year", new { year }, cancel);
        work.Record(what, Guid.Empty, content: new { year });
        return await ReportView.AnswerAsync(work, year, http, cancel);
    }

    /// <summary>Locks the report; null where it is a draft in the version that was read.</summary>
    private static async Task<Failure?> RefuseAsync(UnitOfWork work, int year, HttpContext? version, CancellationToken cancel) =>
        await work.FindAsync<Lock>("select adopted_on, document_id, version from annual_reports where year = @year for update", new { year }, cancel) is not { } report ? PlanFailures.Unknown
        : version?.CheckVersion(report.Version) is { } stale ? stale
        : report.AdoptedOn is not null ? PlanFailures.ReportAdopted : null;

    /// <summary>New sections come last; figures are read anew everywhere, titles and texts where nobody has edited.</summary>
    internal static async Task PutAsync(UnitOfWork work, int year, IReadOnlyList<DraftSection> sections, CancellationToken cancel)
    {
        foreach (var section in sections)
        {
            await work.ExecuteAsync(
                """
                insert into annual_report_sections as section (id, year, source, position, title, text, headings, cells)
                select @id, @year, @Source, (select coalesce(max(position), 0) + 1 from annual_report_sections where year = @year), @Title, @Text, @headings, @cells
                on conflict (year, source) where source is not null do update set headings = excluded.headings, cells = excluded.cells,
                    title = case when section.is_edited then section.title else excluded.title end, text = case when section.is_edited then section.text else excluded.text end
                """,
                new { id = Guid.CreateVersion7(work.Now), year, section.Source, section.Title, section.Text, headings = section.Table.Headings.ToArray(), cells = section.Table.Rows.SelectMany(row => row).ToArray() }, cancel);
        }
    }

    private sealed record Lock(DateOnly? AdoptedOn, Guid? DocumentId, int Version);
}
