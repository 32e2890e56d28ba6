using System.ComponentModel.DataAnnotations;
using VpVarmland.Members.Files;

namespace VpVarmland.Members.BoardRoom;

/// <summary>The points of a meeting and their papers: the whole agenda is written at once, so that adding, moving and removing are the same.</summary>
internal static class Agenda
{
    private const int Most = 100, MostPapers = 50;

    /// <param name="ItemId">Null: a new point.</param>
    internal sealed record Point(Guid? ItemId, string? Title, string? Proposal);

    internal sealed record Request([property: Required, MaxLength(Most)] IReadOnlyList<Point> Items);

    internal sealed record Template([property: Required, MaxLength(Most)] IReadOnlyList<string> Titles);

    internal static readonly Failure TooManyPapers = Failure.Conflict("board.too_many_papers", "En punkt har högst 50 papper.", "A point has at most 50 papers.");

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/board/meetings/{id:guid}/agenda", Write).ForTheBoard(Permission.ManageBoard).WithSummary("Write the agenda's points, in their order");
        api.MapPost("/board/items/{id:guid}/papers", AddPaper).ForTheBoard(Permission.ManageBoard).TakesPaper().WithSummary("Add a paper to a point");
        api.MapGet("/board/items/{id:guid}/papers/{fileId:guid}", GetPaper).ForTheBoard(Permission.ReadBoard).WithSummary("A paper");
        api.MapDelete("/board/items/{id:guid}/papers/{fileId:guid}", RemovePaper).ForTheBoard(Permission.ManageBoard).WithSummary("Remove a paper");
        api.MapGet("/board/agenda-template", ReadTemplate).ForTheBoard(Permission.ReadBoard).WithSummary("The points that every agenda begins with");
        api.MapPut("/board/agenda-template", WriteTemplate).ForTheBoard(Permission.ManageBoard).WithSummary("Write the points that every agenda begins with");
    }

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Write(Guid id, Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (meeting, failure) = await MeetingLock.TakeAsync(work, id, http, cancel, MeetingState.Planned, MeetingState.Called);
        if (meeting is null)
            return failure!.ToProblem(http);
        if (request.Items.Count == 0 || request.Items.Any(point => !IsSound(point)))
            return BoardFailures.BadAgenda.ToProblem(http);
        var kept = request.Items.Select(point => point.ItemId).OfType<Guid>().ToArray();
        if (kept.Distinct().Count() != kept.Length || await work.GetAsync<long>("select count(*) from board_items where meeting_id = @id and id = any(@kept)", new { id, kept }, cancel) != kept.Length)
            return BoardFailures.Unknown.ToProblem(http);
        if (await work.GetAsync<bool>(
            """
            select exists (select from board_items item where item.meeting_id = @id and not (item.id = any(@kept))
                and (exists (select from board_papers where item_id = item.id) or exists (select from board_decisions where item_id = item.id)))
            """, new { id, kept }, cancel))
            return BoardFailures.PointHasDecisions.ToProblem(http);
        await work.ExecuteAsync("delete from board_items where meeting_id = @id and not (id = any(@kept))", new { id, kept }, cancel);
        foreach (var (index, point) in request.Items.Index())
        {
            await work.ExecuteAsync(
                """
                insert into board_items (id, meeting_id, place, title, proposal) values (@item, @id, @place, @title, @proposal)
                on conflict (id) do update set place = excluded.place, title = excluded.title, proposal = excluded.proposal
                """, new { item = point.ItemId ?? Guid.CreateVersion7(work.Now), id, place = index + 1, title = point.Title!.Trim(), proposal = point.Proposal.TrimmedOrNull() }, cancel);
        }
        await meeting.RaiseAsync(work, cancel);
        work.Record("board.agenda_written", id, content: new { request.Items.Count });
        return await MeetingView.AnswerAsync(work, id, http, cancel);
    }

    private static async Task<Results<Created<FileView>, ProblemHttpResult>> AddPaper(Guid id, [NotEmpty, AtMost(200)] string? fileName, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await OpenMeetingAsync(work, id, cancel) is not { } meeting)
            return BoardFailures.Unknown.ToProblem(http);
        if (meeting.State is MeetingState.Minuted or MeetingState.Locked)
            return BoardFailures.NotNow.ToProblem(http);
        if (await work.GetAsync<long>("select count(*) from board_papers where item_id = @id", new { id }, cancel) >= MostPapers)
            return TooManyPapers.ToProblem(http);
        var (file, failure) = await StoredFile.ReceiveAsync(http, fileName!, work, cancel);
        if (file is null)
            return failure!.ToProblem(http);
        await work.ExecuteAsync("insert into board_papers (item_id, file_id) values (@id, @FileId)", new { id, file.FileId }, cancel);
        work.Record("board.paper_added", meeting.Id, content: new { file.FileId });
        return TypedResults.Created($"/api/members/board/items/{id}/papers/{file.FileId}", file);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetPaper(Guid id, Guid fileId, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await work.GetAsync<bool>("select exists (select from board_papers where item_id = @id and file_id = @fileId)", new { id, fileId }, cancel)
            ? await StoredFile.SendAsync(http, work, fileId, cancel)
            : StoredFile.Unknown.ToProblem(http);

    private static async Task<Results<NoContent, ProblemHttpResult>> RemovePaper(Guid id, Guid fileId, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await OpenMeetingAsync(work, id, cancel) is not { } meeting)
            return BoardFailures.Unknown.ToProblem(http);
        if (meeting.State is MeetingState.Minuted or MeetingState.Locked)
            return BoardFailures.NotNow.ToProblem(http);
        if (await work.ExecuteAsync("delete from board_papers where item_id = @id and file_id = @fileId", new { id, fileId }, cancel) == 0)
            return StoredFile.Unknown.ToProblem(http);
        await work.ExecuteAsync("delete from stored_files where id = @fileId", new { fileId }, cancel);
        work.Record("board.paper_removed", meeting.Id, content: new { fileId });
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Template>> ReadTemplate(UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await TemplateAsync(work, cancel));

    private static async Task<Results<Ok<Template>, ProblemHttpResult>> WriteTemplate(Template template, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (template.Titles.Count == 0 || template.Titles.Any(title => !IsSound(new Point(null, title, null))))
            return BoardFailures.BadAgenda.ToProblem(http);
        var titles = template.Titles.Select(title => title.Trim()).ToArray();
        await work.ExecuteAsync("delete from agenda_template; insert into agenda_template (place, title) select place, title from unnest(@titles) with ordinality as point (title, place)", new { titles }, cancel);
        work.Record("board.template_written", Guid.Empty, content: new { titles.Length });
        return TypedResults.Ok(await TemplateAsync(work, cancel));
    }

    private static async Task<Template> TemplateAsync(UnitOfWork work, CancellationToken cancel) => new(await work.ListAsync<string>("select title from agenda_template order by place", null, cancel));

    private static bool IsSound(Point? point) => !string.IsNullOrWhiteSpace(point?.Title) && point.Title.Trim().Length <= 200 && (point.Proposal?.Length ?? 0) <= 4000;

    private static async Task<MeetingLock?> OpenMeetingAsync(UnitOfWork work, Guid item, CancellationToken cancel) =>
        await work.FindAsync<Guid?>("select meeting_id from board_items where id = @item", new { item }, cancel) is { } meeting ? await MeetingLock.TakeAsync(work, meeting, cancel) : null;
}
