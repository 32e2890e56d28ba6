namespace VpVarmland.Members.BoardRoom;

/// <summary>
/// Sends the notice with the agenda to everybody whose term covers the day. The letters leave with the transaction: each is one event, and the mail service
/// sends each event once. The letter's link only opens the meeting's page.
/// </summary>
internal static class CallMeeting
{
    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/board/meetings/{id:guid}/notice", Handle)
        .ForTheBoard(Permission.ManageBoard)
        .WithSummary("Call the board: send the notice and the agenda");

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Handle(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (meeting, failure) = await MeetingLock.TakeAsync(work, id, null, cancel, MeetingState.Planned);
        if (meeting is null)
            return failure!.ToProblem(http);
        if (meeting.StartsAt < work.Now)
            return BoardFailures.UnlikelyTime.ToProblem(http);
        var called = await work.ListAsync<Called>(
            $"""
            with board as (select distinct on (held.person_id) held.person_id, held.kind from assignments held where {MeetingView.TermCovers} order by held.person_id, held.kind),
            stored as (insert into board_called (meeting_id, person_id, kind) select @id, person_id, kind from board returning person_id)
            select person.id, person.given_name, person.family_name, person.email, person.language from stored join people person on person.id = stored.person_id
            """, new { id, on = SwedishTime.DateOf(meeting.StartsAt) }, cancel);
        if (called.Count == 0)
            return BoardFailures.NobodyToCall.ToProblem(http);
        await work.ExecuteAsync("update board_meetings set state = 'called', called_at = @Now, version = version + 1 where id = @id", new { id, work.Now }, cancel);
        var points = await work.ListAsync<string>("select title from board_items where meeting_id = @id order by place", new { id }, cancel);
        foreach (var one in called.Where(one => one.Email is not null))
            work.Publish(new BoardMeetingNoticed(id, one.Id, one.GivenName, one.FamilyName, one.Email!, meeting.Title, meeting.StartsAt, meeting.Place, meeting.Link, points, one.Language));
        work.Record("board.called", id, content: new { called.Count });
        return await MeetingView.AnswerAsync(work, id, http, cancel);
    }

    private sealed record Called(Guid Id, string GivenName, string FamilyName, string? Email, string Language);
}
