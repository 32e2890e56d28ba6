using VpVarmland.Members.ConferenceReports;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Plan.Report;

/// <summary>A section of a report, in Swedish: the language of what the annual conference adopts.</summary>
/// <param name="Source">What of the plan it was written from; null: added by hand.</param>
/// <param name="IsEdited">Somebody has written in it: reading the plan anew leaves its text alone.</param>
internal sealed record SectionView(Guid SectionId, string? Source, string Title, string Text, ReportTable Table, bool IsEdited);

/// <summary>The annual report (verksamhetsberättelse) of a year.</summary>
/// <param name="AdoptedOn">Null: a draft.</param>
/// <param name="DocumentId">Where the adopted report is in the archive.</param>
internal sealed record ReportView(int Year, string Title, DateTimeOffset MadeAt, DateOnly? AdoptedOn, Guid? DocumentId, int Version, bool MayManage, IReadOnlyList<SectionView> Sections)
{
    internal static async Task<ReportView?> FindAsync(UnitOfWork work, int year, CancellationToken cancel)
    {
        if (await work.FindAsync<Head>("select made_at, adopted_on, document_id, version from annual_reports where year = @year", new { year }, cancel) is not { } head)
            return null;
        var sections = await work.ListAsync<Section>("select id, source, title, text, headings, cells, is_edited from annual_report_sections where year = @year order by position", new { year }, cancel);
        return new ReportView(year, TitleOf(year), head.MadeAt, head.AdoptedOn, head.DocumentId, head.Version, work.Caller.Reach(Permission.ManagePlan).District, [.. sections.Select(section => section.Seen())]);
    }

    internal Paper Paper() => new(Title, AdoptedOn, [.. Sections.Select(section => new PaperSection(section.Title, section.Text, section.Table))]);

    internal static string TitleOf(int year) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Verksamhetsberättelse {year}");

    internal static async Task<Results<Ok<ReportView>, ProblemHttpResult>> AnswerAsync(UnitOfWork work, int year, HttpContext http, CancellationToken cancel)
    {
        if (await FindAsync(work, year, cancel) is not { } view)
            return PlanFailures.Unknown.ToProblem(http);
        http.SendVersion(view.Version);
        return TypedResults.Ok(view);
    }

    private sealed record Head(DateTimeOffset MadeAt, DateOnly? AdoptedOn, Guid? DocumentId, int Version);

    private sealed record Section(Guid Id, string? Source, string Title, string Text, string[] Headings, string[] Cells, bool IsEdited)
    {
        internal SectionView Seen() => new(Id, Source, Title, Text, new ReportTable(Headings, [.. Cells.Chunk(Math.Max(1, Headings.Length))]), IsEdited);
    }
}
