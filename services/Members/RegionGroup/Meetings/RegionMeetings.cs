using VpVarmland.Members.BoardRoom;
using VpVarmland.Members.Files;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.RegionGroup.Meetings;

/// <summary>What is coming up: the meetings of the region's assembly, boards and committees.</summary>
internal static class RegionMeetings
{
    private const int Most = 300;

    /// <param name="Past">True: those that have been, latest first; otherwise those to come, the next first.</param>
    internal sealed record Query(bool? Past, string? After, [property: PageSize] int? Size);

    internal sealed record Request(
        [property: NotEmpty] Guid BodyId, [property: NotEmpty] DateTimeOffset? StartsAt, [property: AtMost(200)] string? Place, [property: AtMost(300)] string? Link, [property: AtMost(4000)] string? Note);

    private sealed record Position(DateTimeOffset At, Guid Id);

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string meetings = "/region/meetings", one = meetings + "/{id:guid}";
        api.MapGet(meetings, List).ForTheRegion(Permission.ReadRegion).WithSummary("The region's meetings, those to come or those that have been");
        api.MapGet("/region/calendar.ics", Calendar).ForTheRegion(Permission.ReadRegion).Produces<string>(contentType: "text/calendar").WithSummary("Meetings to come, and what one prepares oneself, as a file for a calendar program");
        api.MapGet(one, Get).ForTheRegion(Permission.ReadRegion).WithSummary("A meeting with the group's matters");
        api.MapPost(meetings, Add).ForTheRegion(Permission.WorkRegion).WithSummary("Put a meeting in the calendar");
        api.MapPut(one, Change).ForTheRegion(Permission.WorkRegion).WithSummary("Change a meeting");
        api.MapDelete(one, Remove).ForTheRegion(Permission.WorkRegion).WithSummary("Remove a meeting with its matters");
    }

    private static async Task<Ok<Page<RegionMeeting>>> List([AsParameters] Query query, UnitOfWork work, CancellationToken cancel)
    {
        var (limit, after, past) = (query.Size ?? Cursor.Usual, Cursor.Read<Position>(query.After), query.Past ?? false);
        var (side, order) = past ? ("<", "desc") : (">", "asc");
        // A meeting is to come until its day is over.
        var rows = await work.ListAsync<RegionMeeting>(
            $"""
            {RegionMeeting.Select} where meeting.starts_at {(past ? "<" : ">=")} @today and (@afterId::uuid is null or (meeting.starts_at, meeting.id) {side} (@afterAt, @afterId))
            order by meeting.starts_at {order}, meeting.id {order} limit @take
            """, new { today = SwedishTime.StartOf(SwedishTime.DateOf(work.Now)), afterId = after?.Id, afterAt = after?.At ?? default, take = limit + 1 }, cancel);
        return TypedResults.Ok(rows.ToPage(limit, row => new Position(row.StartsAt, row.MeetingId)));
    }

    private static async Task<ContentHttpResult> Calendar(UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        var calendar = new CalendarText("Region", "Regiongruppen");
        foreach (var meeting in await work.ListAsync<RegionMeeting>($"{RegionMeeting.Select} where meeting.starts_at >= @from order by meeting.starts_at, meeting.id limit @Most", new { from = SwedishTime.StartOf(today), Most }, cancel))
            calendar.Time(meeting.MeetingId, meeting.Version, work.Now, meeting.StartsAt, meeting.Body, meeting.Place, string.Join('\n', new[] { meeting.Note, meeting.Link }.OfType<string>()) is { Length: > 0 } told ? told : null);
        foreach (var matter in await work.ListAsync<RegionMatter>($"{RegionMatter.Select} where matter.owner_id = @MemberId and matter.done_at is null order by matter.due_on, matter.id limit @Most", new { today, caller.MemberId, Most }, cancel))
            calendar.Day(matter.MatterId, matter.Version, work.Now, matter.Due, matter.Title, matter.Body);
        return calendar.Send(http);
    }

    private static Task<Results<Ok<RegionMeetingView>, ProblemHttpResult>> Get(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => RegionMeetingView.AnswerAsync(work, id, http, cancel);

    private static async Task<Results<Created<RegionMeetingView>, ProblemHttpResult>> Add(Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await CheckAsync(request, work, cancel) is { } wrong)
            return wrong.ToProblem(http);
        var id = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync("insert into region_meetings (id, body_id, starts_at, place, link, note) values (@id, @BodyId, @StartsAt, @place, @link, @note)", Values(id, request), cancel);
        work.Record("region.meeting_added", id, content: new { request.BodyId, request.StartsAt });
        http.SendVersion(1);
        return TypedResults.Created($"/api/members/region/meetings/{id}", (await RegionMeetingView.FindAsync(work, id, cancel))!);
    }

    private static async Task<Results<Ok<RegionMeetingView>, ProblemHttpResult>> Change(Guid id, Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<int?>("select version from region_meetings where id = @id for update", new { id }, cancel) is not { } version)
            return RegionFailures.Unknown.ToProblem(http);
        if (http.CheckVersion(version) is { } stale)
            return stale.ToProblem(http);
        if (await CheckAsync(request, work, cancel) is { } wrong)
            return wrong.ToProblem(http);
        await work.ExecuteAsync("update region_meetings set body_id = @BodyId, starts_at = @StartsAt, place = @place, link = @link, note = @note, version = version + 1 where id = @id", Values(id, request), cancel);
        work.Record("region.meeting_changed", id, content: new { request.BodyId, request.StartsAt });
        return await RegionMeetingView.AnswerAsync(work, id, http, cancel);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.ExecuteAsync("delete from region_meetings where id = @id", new { id }, cancel) == 0)
            return RegionFailures.Unknown.ToProblem(http);
        work.Record("region.meeting_removed", id);
        return TypedResults.NoContent();
    }

    private static async Task<Failure?> CheckAsync(Request request, UnitOfWork work, CancellationToken cancel) =>
        request.StartsAt < work.Now.AddYears(-2) || request.StartsAt > work.Now.AddYears(3) ? RegionFailures.UnlikelyTime
        : !WebLink.IsSound(request.Link) ? RegionFailures.BadLink
        : await work.GetAsync<bool>("select exists (select from region_bodies body join committees committee on committee.id = body.committee_id where committee.id = @BodyId and committee.ended_on is null)", new { request.BodyId }, cancel)
            ? null : RegionFailures.Unknown;

    private static object Values(Guid id, Request request) => new
    {
        id, request.BodyId, request.StartsAt, place = request.Place.TrimmedOrNull(), link = request.Link.TrimmedOrNull(), note = request.Note.TrimmedOrNull(),
    };
}
