using VpVarmland.Members.Register;

namespace VpVarmland.Members.ConferenceReports;

/// <summary>A report to the annual conference: made from what is known, edited as a text, and adopted into the archive.</summary>
/// <param name="AdoptedAt">Null: a draft.</param>
/// <param name="DocumentId">Where it stands in the archive.</param>
internal sealed record ConferenceReport(Guid ReportId, int Year, string Title, string Body, DateTimeOffset? AdoptedAt, Guid? DocumentId, DateTimeOffset EditedAt, string? EditedBy, int Version)
{
    internal Paper Paper() => ConferenceReports.Paper.OfText(Title, Body, AdoptedAt is { } at ? SwedishTime.DateOf(at) : null);
}

/// <summary>What every kind of report does in the same way.</summary>
internal static class Reports
{
    /// <summary>How long an adoption can be taken back.</summary>
    private static readonly TimeSpan Undoable = TimeSpan.FromHours(1);

    /// <param name="Body">Headings begin with "## ", points with "- "; the rest is paragraphs.</param>
    internal sealed record Request([property: NotEmpty, AtMost(200)] string Title, [property: NotEmpty, AtMost(100_000)] string Body);

    internal static readonly Failure Unknown = Failure.Missing("conference.unknown", "Rapporten finns inte, eller är inte din att skriva.", "The report does not exist, or is not yours to write.");
    internal static readonly Failure Exists = Failure.Conflict("conference.exists", "Årets rapport är redan påbörjad.", "The year's report has begun already.");
    internal static readonly Failure Adopted = Failure.Conflict("conference.adopted", "Rapporten är antagen. En antagning kan tas tillbaka inom en timme.", "The report is adopted. An adoption can be taken back within an hour.");
    internal static readonly Failure NotAdopted = Failure.Conflict("conference.not_adopted", "Rapporten är inte antagen, eller så har det gått mer än en timme.", "The report is not adopted, or more than an hour has gone by.");

    private const string Select =
        """
        select report.id as report_id, report.year, report.title, report.body, report.adopted_at, report.document_id, report.edited_at, editor.given_name || ' ' || editor.family_name as edited_by, report.version
        from conference_reports report left join people editor on editor.id = report.edited_by
        """;

    internal static Task<IReadOnlyList<ConferenceReport>> ListAsync(UnitOfWork work, string kind, CancellationToken cancel) => work.ListAsync<ConferenceReport>($"{Select} where report.kind = @kind order by report.year desc limit 100", new { kind }, cancel);

    internal static async Task<Results<Ok<ConferenceReport>, ProblemHttpResult>> GetAsync(UnitOfWork work, string kind, Guid id, HttpContext http, CancellationToken cancel)
    {
        if (await FindAsync(work, kind, id, cancel) is not { } report)
            return Unknown.ToProblem(http);
        http.SendVersion(report.Version);
        return TypedResults.Ok(report);
    }

    internal static async Task<Results<Created<ConferenceReport>, ProblemHttpResult>> BeginAsync(UnitOfWork work, string kind, int year, string title, string body, HttpContext http, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(work.Now);
        if (await work.ExecuteAsync(
            "insert into conference_reports (id, kind, year, title, body, edited_at, edited_by) values (@id, @kind, @year, @title, @body, @Now, @MemberId) on conflict do nothing",
            new { id, kind, year, title, body, work.Now, work.Caller.MemberId }, cancel) == 0)
            return Exists.ToProblem(http);
        work.Record("report.begun", id, content: new { kind, year });
        http.SendVersion(1);
        return TypedResults.Created($"/api/members/{kind}/reports/{id}", (await FindAsync(work, kind, id, cancel))!);
    }

    internal static async Task<Results<Ok<ConferenceReport>, ProblemHttpResult>> WriteAsync(UnitOfWork work, string kind, Guid id, Request request, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, kind, id, cancel) is not { } report)
            return Unknown.ToProblem(http);
        if (http.CheckVersion(report.Version) is { } stale)
            return stale.ToProblem(http);
        if (report.AdoptedAt is not null)
            return Adopted.ToProblem(http);
        var (title, body) = (request.Title.Trim(), request.Body.Trim());
        if ((title, body) != (report.Title, report.Body))
        {
            await work.ExecuteAsync("update conference_reports set title = @title, body = @body, edited_at = @Now, edited_by = @MemberId, version = version + 1 where id = @id", new { id, title, body, work.Now, work.Caller.MemberId }, cancel);
            work.Record("report.written", id);
        }
        return await GetAsync(work, kind, id, http, cancel);
    }

    internal static async Task<Results<Ok<ConferenceReport>, ProblemHttpResult>> AdoptAsync(UnitOfWork work, string kind, Guid id, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, kind, id, cancel) is not { } report)
            return Unknown.ToProblem(http);
        // The version too: what is adopted is what was read.
        if (http.CheckVersion(report.Version) is { } stale)
            return stale.ToProblem(http);
        if (report.AdoptedAt is not null)
            return Adopted.ToProblem(http);
        var document = await PaperFiles.KeepAsync(work, (report with { AdoptedAt = work.Now }).Paper(), SwedishTime.DateOf(work.Now), cancel);
        await work.ExecuteAsync("update conference_reports set adopted_at = @Now, document_id = @document, version = version + 1 where id = @id", new { id, work.Now, document }, cancel);
        work.Record("conference.adopted", id);
        return await GetAsync(work, kind, id, http, cancel);
    }

    internal static async Task<Results<Ok<ConferenceReport>, ProblemHttpResult>> UnadoptAsync(UnitOfWork work, string kind, Guid id, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, kind, id, cancel) is not { } report)
            return Unknown.ToProblem(http);
        if (report.AdoptedAt is not { } at || at + Undoable < work.Now)
            return NotAdopted.ToProblem(http);
        await work.ExecuteAsync("update conference_reports set adopted_at = null, document_id = null, version = version + 1 where id = @id", new { id }, cancel);
        if (report.DocumentId is { } document)
            await PaperFiles.TakeOutAsync(work, document, cancel);
        work.Record("report.adoption_undone", id);
        return await GetAsync(work, kind, id, http, cancel);
    }

    internal static async Task<Results<NoContent, ProblemHttpResult>> DropAsync(UnitOfWork work, string kind, Guid id, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, kind, id, cancel) is not { } report)
            return Unknown.ToProblem(http);
        if (report.AdoptedAt is not null)
            return Adopted.ToProblem(http);
        await work.ExecuteAsync("delete from conference_reports where id = @id", new { id }, cancel);
        work.Record("report.dropped", id);
        return TypedResults.NoContent();
    }

    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> HtmlAsync(UnitOfWork work, string kind, Guid id, HttpContext http, CancellationToken cancel) =>
        await FindAsync(work, kind, id, cancel) is { } report ? PaperFiles.Html(report.Paper(), NameOf(kind, report)) : Unknown.ToProblem(http);

    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PdfAsync(UnitOfWork work, string kind, Guid id, HttpContext http, CancellationToken cancel) =>
        await FindAsync(work, kind, id, cancel) is { } report ? PaperFiles.Pdf(report.Paper(), NameOf(kind, report)) : Unknown.ToProblem(http);

    private static string NameOf(string kind, ConferenceReport report) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"rapport-{kind}-{report.Year:0000}");

    private static Task<ConferenceReport?> FindAsync(UnitOfWork work, string kind, Guid id, CancellationToken cancel) => work.FindAsync<ConferenceReport>($"{Select} where report.id = @id and report.kind = @kind", new { id, kind }, cancel);

    private static async Task<ConferenceReport?> LockAsync(UnitOfWork work, string kind, Guid id, CancellationToken cancel)
    {
        await work.ExecuteAsync("select from conference_reports where id = @id for update", new { id }, cancel);
        return await FindAsync(work, kind, id, cancel);
    }
}
