using VpVarmland.Members.Register;

namespace VpVarmland.Members.BoardRoom;

/// <summary>Meetings of the district board: planned with the usual agenda, changed until they are called.</summary>
internal static class Meetings
{
    /// <param name="Place">Where; or a link, or both.</param>
    internal sealed record Request([property: NotEmpty, AtMost(200)] string Title, [property: NotEmpty] DateTimeOffset? StartsAt, [property: AtMost(200)] string? Place, [property: AtMost(300)] string? Link);

    private sealed record Position(DateTimeOffset At, Guid Id);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/board/meetings", List).ForTheBoard(Permission.ReadBoard).WithSummary("Board meetings, latest first");
        api.MapGet("/board/meetings/{id:guid}", Get).ForTheBoard(Permission.ReadBoard).WithSummary("A meeting with agenda, papers, minutes and decisions");
        api.MapPost("/board/meetings", Plan).ForTheBoard(Permission.ManageBoard).WithSummary("Plan a meeting, with the usual agenda");
        api.MapPut("/board/meetings/{id:guid}", Change).ForTheBoard(Permission.ManageBoard).WithSummary("Change when and where, before the minutes");
        api.MapDelete("/board/meetings/{id:guid}", Cancel).ForTheBoard(Permission.ManageBoard).WithSummary("Drop a meeting that nobody has been called to");
    }

    private static async Task<Ok<Page<MeetingRow>>> List(string? after, [PageSize] int? size, UnitOfWork work, Caller caller, CancellationToken cancel)
    {
        var (limit, before) = (size ?? Cursor.Usual, Cursor.Read<Position>(after));
        var rows = await work.ListAsync<MeetingRow>(
            $"{MeetingRow.Select} where (@beforeId::uuid is null or (meeting.starts_at, meeting.id) < (@beforeAt, @beforeId)) order by meeting.starts_at desc, meeting.id desc limit @take",
            new { caller.MemberId, beforeId = before?.Id, beforeAt = before?.At ?? default, take = limit + 1 }, cancel);
        return TypedResults.Ok(rows.ToPage(limit, row => new Position(row.StartsAt, row.MeetingId)));
    }

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Get(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await MeetingView.FindAsync(work, id, cancel) is not { } view)
            return BoardFailures.Unknown.ToProblem(http);
        http.SendVersion(view.Meeting.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Created<MeetingView>, ProblemHttpResult>> Plan(Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (Check(request, work.Now) is { } wrong)
            return wrong.ToProblem(http);
        var id = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync(
            """
            insert into board_meetings (id, title, starts_at, place, link, state) values (@id, @title, @StartsAt, @place, @link, 'planned');
            insert into board_items (id, meeting_id, place, title) select new_id(@Now), @id, row_number() over (order by place), title from agenda_template
            """, Values(id, request, work), cancel);
        work.Record("board.meeting_planned", id);
        http.SendVersion(1);
        return TypedResults.Created($"/api/members/board/meetings/{id}", (await MeetingView.FindAsync(work, id, cancel))!);
    }

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Change(Guid id, Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (meeting, failure) = await MeetingLock.TakeAsync(work, id, http, cancel, MeetingState.Planned, MeetingState.Called);
        if (meeting is null)
            return failure!.ToProblem(http);
        if (Check(request, work.Now) is { } wrong)
            return wrong.ToProblem(http);
        await work.ExecuteAsync("update board_meetings set title = @title, starts_at = @StartsAt, place = @place, link = @link, version = version + 1 where id = @id", Values(id, request, work), cancel);
        work.Record("board.meeting_changed", id);
        return await MeetingView.AnswerAsync(work, id, http, cancel);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Cancel(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (meeting, failure) = await MeetingLock.TakeAsync(work, id, null, cancel, MeetingState.Planned);
        if (meeting is null)
            return failure!.ToProblem(http);
        await work.ExecuteAsync(
            """
            with gone as (delete from board_papers where item_id in (select id from board_items where meeting_id = @id) returning file_id) delete from stored_files where id in (select file_id from gone);
            delete from board_meetings where id = @id
            """, new { id }, cancel);
        work.Record("board.meeting_dropped", id);
        return TypedResults.NoContent();
    }

    private static Failure? Check(Request request, DateTimeOffset now) =>
        string.IsNullOrWhiteSpace(request.Place) && string.IsNullOrWhiteSpace(request.Link) ? BoardFailures.NeedsPlace
        : request.StartsAt < now.AddDays(-1) || request.StartsAt > now.AddYears(2) ? BoardFailures.UnlikelyTime
        : WebLink.IsSound(request.Link) ? null : BoardFailures.BadLink;

    private static object Values(Guid id, Request request, UnitOfWork work) => new
    {
        id, title = request.Title.Trim(), request.StartsAt, place = request.Place.TrimmedOrNull(), link = request.Link.TrimmedOrNull(), work.Now,
    };
}

/// <summary>An address on the web that may stand in a letter.</summary>
internal static class WebLink
{
    /// <summary>True of none as well: a link can always be left out.</summary>
    internal static bool IsSound(string? text) => string.IsNullOrWhiteSpace(text) || (Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && (address.Scheme is "https" or "http") && !text.Any(char.IsControl));
}
