namespace VpVarmland.Members.District;

/// <summary>What an association must tell the district board.</summary>
internal enum ReportKind
{
    Refusal,
    Revocation,
    Appeal,
}

/// <summary>What associations have reported to the district board: refusals, revocations and appeals (statutes §§5–7).</summary>
internal static class ListReports
{
    internal sealed record Row(
        Guid ReportId, ReportKind Kind, Guid MemberId, string MemberName, string AssociationName, string Reason, DateTimeOffset ReportedAt, DateTimeOffset? SeenAt, string? Note);

    internal sealed record SeenRequest([property: AtMost(2000)] string? Note);

    private sealed record Position(DateTimeOffset At, Guid Id);

    private static readonly Failure Unknown = Failure.Missing("report.unknown",
        "Rapporten finns inte, eller så har du inte behörighet att se den.", "The report does not exist, or you do not have access.");

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/district/reports", Handle).RequirePermission(Permission.ReadReports).WithSummary("Reports to the district board, latest first");
        api.MapPost("/district/reports/{id:guid}/seen", Seen).RequirePermission(Permission.ReadReports).WithSummary("Note that the board has dealt with a report");
    }

    private static async Task<Ok<Page<Row>>> Handle(
        string? after, [PageSize] int? size, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.ReadReports);
        var limit = size ?? Cursor.Usual;
        var before = Cursor.Read<Position>(after);
        var rows = await work.ListAsync<Row>(
            """
            select report.id as report_id, report.kind, person.id as member_id, person.given_name || ' ' || person.family_name as member_name,
                association.name as association_name, report.reason, report.reported_at, report.seen_at, report.note
            from board_reports report join people person on person.id = report.person_id join associations association on association.id = report.association_id
            where (@District or report.association_id = any(@Ids)) and (@id::uuid is null or (report.reported_at, report.id) < (@at, @id))
            order by report.reported_at desc, report.id desc limit @take
            """, new { reach.District, reach.Ids, id = before?.Id, at = before?.At ?? default, take = limit + 1 }, cancel);
        var page = rows.ToPage(limit, row => new Position(row.ReportedAt, row.ReportId));
        await Privacy.ReadLog.WriteAsync(work, page.Items.Select(row => row.MemberId).Distinct(), Privacy.ReadKind.List, null, cancel);
        return TypedResults.Ok(page);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Seen(
        Guid id, SeenRequest request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.ReadReports);
        var person = await work.FindAsync<Guid?>(
            """
            update board_reports set seen_at = coalesce(seen_at, @Now), note = coalesce(@note, note)
            where id = @id and (@District or association_id = any(@Ids)) returning person_id
            """, new { id, work.Now, note = request.Note.TrimmedOrNull(), reach.District, reach.Ids }, cancel);
        if (person is null)
            return Unknown.ToProblem(http);
        work.Record("report.seen", person.Value);
        return TypedResults.NoContent();
    }
}
