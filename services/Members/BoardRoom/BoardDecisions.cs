namespace VpVarmland.Members.BoardRoom;

/// <summary>What the board has decided: with an owner and a day, and followed until it is done.</summary>
internal static class BoardDecisions
{
    internal sealed record Request([property: NotEmpty, AtMost(2000)] string Text, Guid? OwnerId, DateOnly? Due);

    private sealed record Position(DateOnly Due, Guid Id);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/board/decisions", List).ForTheBoard(Permission.ReadBoard).WithSummary("Decisions that are not done, the one due first on top");
        api.MapPost("/board/items/{id:guid}/decisions", Add).ForTheBoard(Permission.ManageBoard).WithSummary("Note a decision at a point");
        api.MapDelete("/board/decisions/{id:guid}", Remove).ForTheBoard(Permission.ManageBoard).WithSummary("Remove a decision, before the minutes are finished");
        api.MapPost("/board/decisions/{id:guid}/done", Do).ForTheBoard(Permission.ReadBoard).WithSummary("Note that a decision is carried out");
        api.MapDelete("/board/decisions/{id:guid}/done", Undo).ForTheBoard(Permission.ReadBoard).WithSummary("Take back that it is carried out");
    }

    private static async Task<Ok<Page<DecisionView>>> List(string? after, [PageSize] int? size, UnitOfWork work, CancellationToken cancel)
    {
        var (limit, from) = (size ?? Cursor.Usual, Cursor.Read<Position>(after));
        var rows = await work.ListAsync<DecisionView>(
            $"""
            {DecisionView.Select} where decision.done_at is null and (@fromId::uuid is null or (coalesce(decision.due_on, date '9999-12-31'), decision.id) > (@fromDue, @fromId))
            order by coalesce(decision.due_on, date '9999-12-31'), decision.id limit @take
            """, new { today = SwedishTime.DateOf(work.Now), fromId = from?.Id, fromDue = from?.Due ?? default, take = limit + 1 }, cancel);
        return TypedResults.Ok(rows.ToPage(limit, row => new Position(row.Due ?? DateOnly.MaxValue, row.DecisionId)));
    }

    private static async Task<Results<Created<DecisionView>, ProblemHttpResult>> Add(Guid id, Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<Guid?>("select meeting_id from board_items where id = @id", new { id }, cancel) is not { } meetingId)
            return BoardFailures.Unknown.ToProblem(http);
        var (meeting, failure) = await MeetingLock.TakeAsync(work, meetingId, null, cancel, MeetingState.Called);
        if (meeting is null)
            return failure!.ToProblem(http);
        if (request.OwnerId is { } owner && !await work.GetAsync<bool>("select exists (select from board_called where meeting_id = @meetingId and person_id = @owner)", new { meetingId, owner }, cancel))
            return BoardFailures.NotCalled.ToProblem(http);
        if (request.Due is { } due && (due < SwedishTime.DateOf(work.Now).AddYears(-1) || due > SwedishTime.DateOf(work.Now).AddYears(5)))
            return BoardFailures.UnlikelyTime.ToProblem(http);
        var decision = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync("insert into board_decisions (id, meeting_id, item_id, text, owner_id, due_on) values (@decision, @meetingId, @id, @text, @OwnerId, @Due)",
            new { decision, meetingId, id, text = request.Text.Trim(), request.OwnerId, request.Due }, cancel);
        work.Record("board.decided", meetingId, content: new { decision });
        return TypedResults.Created($"/api/members/board/decisions/{decision}", await GetAsync(work, decision, cancel));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<Guid?>("select meeting_id from board_decisions where id = @id", new { id }, cancel) is not { } meetingId)
            return BoardFailures.Unknown.ToProblem(http);
        var (meeting, failure) = await MeetingLock.TakeAsync(work, meetingId, null, cancel, MeetingState.Called);
        if (meeting is null)
            return failure!.ToProblem(http);
        await work.ExecuteAsync("delete from board_decisions where id = @id", new { id }, cancel);
        work.Record("board.decision_removed", meetingId, content: new { id });
        return TypedResults.NoContent();
    }

    private static Task<Results<Ok<DecisionView>, ProblemHttpResult>> Do(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => MarkAsync(id, true, work, http, cancel);

    private static Task<Results<Ok<DecisionView>, ProblemHttpResult>> Undo(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => MarkAsync(id, false, work, http, cancel);

    private static async Task<Results<Ok<DecisionView>, ProblemHttpResult>> MarkAsync(Guid id, bool isDone, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var changed = await work.ExecuteAsync(
            "update board_decisions set done_at = @at, done_by = @by where id = @id and (done_at is not null) <> @isDone",
            new { id, isDone, at = isDone ? work.Now : (DateTimeOffset?)null, by = isDone ? work.Caller.MemberId : null }, cancel);
        if (changed > 0)
            work.Record(isDone ? "board.decision_done" : "board.decision_reopened", id);
        return await work.FindAsync<DecisionView>($"{DecisionView.Select} where decision.id = @id", new { id, today = SwedishTime.DateOf(work.Now) }, cancel) is { } decision
            ? TypedResults.Ok(decision)
            : BoardFailures.Unknown.ToProblem(http);
    }

    private static Task<DecisionView> GetAsync(UnitOfWork work, Guid id, CancellationToken cancel) =>
        work.GetAsync<DecisionView>($"{DecisionView.Select} where decision.id = @id", new { id, today = SwedishTime.DateOf(work.Now) }, cancel);
}
