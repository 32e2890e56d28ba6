using VpVarmland.Members.Register;

namespace VpVarmland.Members.Transfers;

/// <summary>What one hands over or takes over oneself: the points with their notes, for those two and nobody else.</summary>
internal static class OwnTransfers
{
    /// <summary>Days that a finished list stays in view, so that a slip can be taken back.</summary>
    private const int StaysDays = 30;

    /// <param name="ILeave">True for who leaves, false for who takes over.</param>
    internal sealed record Own(Transfer Transfer, bool ILeave, IReadOnlyList<TransferPoint> Points);

    internal sealed record DoneRequest([property: AtMost(1000)] string? Note);

    internal sealed record NewPoint([property: NotEmpty, AtMost(200)] string Text);

    internal sealed record Added(Guid PointId);

    internal static readonly Failure Unknown = Failure.Missing("transfer.unknown", "Punkten finns inte, eller är inte din att ändra.", "The point does not exist, or is not yours to change.");

    internal static readonly Failure TooMany = Failure.Conflict("transfer.too_many", "En överlämningslista har högst sextio punkter.", "A hand-over list has at most sixty points.");

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string point = "/me/transfers/points/{id:guid}";
        api.MapGet("/me/transfers", List).RequirePermission(Permission.Self).WithSummary("What one hands over or takes over, with the points");
        api.MapPost("/me/transfers/{id:guid}/points", Add).RequirePermission(Permission.Self).WithSummary("Add a point to the list one hands over or takes over");
        api.MapPost(point + "/done", Do).RequirePermission(Permission.Self).WithSummary("Tick a point that one has handed over");
        api.MapDelete(point + "/done", Undo).RequirePermission(Permission.Self).WithSummary("Take a tick back");
        api.MapPost(point + "/confirmed", Confirm).RequirePermission(Permission.Self).WithSummary("Confirm a point that one has taken over");
        api.MapDelete(point + "/confirmed", Unconfirm).RequirePermission(Permission.Self).WithSummary("Take a confirmation back");
    }

    private static async Task<Ok<IReadOnlyList<Own>>> List(Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var me = caller.RequireMemberId();
        var mine = await Transfer.ListAsync(work,
            "(held.person_id = @me or next.person_id = @me) and next.ended_on is null and (counted.confirmed < counted.points or next.from_date >= @since)",
            new { me, since = SwedishTime.DateOf(work.Now).AddDays(-StaysDays) }, cancel);
        var points = (await work.ListAsync<PointRow>(
            "select assignment_id, id as point_id, text, note, done_at, confirmed_at from transfer_points where assignment_id = any(@ids) order by place, id", new { ids = mine.Select(one => one.AssignmentId).ToArray() }, cancel))
            .ToLookup(row => row.AssignmentId, row => new TransferPoint(row.PointId, row.Text, row.Note, row.DoneAt, row.ConfirmedAt));
        return TypedResults.Ok<IReadOnlyList<Own>>([.. mine.Select(one => new Own(one, one.LeaverId == me, [.. points[one.AssignmentId]]))]);
    }

    private static async Task<Results<Created<Added>, ProblemHttpResult>> Add(Guid id, NewPoint request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var count = await work.FindAsync<long?>(
            """
            select (select count(*) from transfer_points where assignment_id = held.id) from assignments held join assignment_successions named on named.assignment_id = held.id join assignments next on next.id = named.successor_id
            where held.id = @id and @me in (held.person_id, next.person_id) for update of held
            """, new { id, me = caller.RequireMemberId() }, cancel);
        if (count is null)
            return Unknown.ToProblem(http);
        if (count >= 60)
            return TooMany.ToProblem(http);
        var pointId = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync("insert into transfer_points (id, assignment_id, place, text) select @pointId, @id, coalesce(max(place), 0) + 1, @text from transfer_points where assignment_id = @id", new { pointId, id, text = request.Text.Trim() }, cancel);
        work.Record("transfer.point_added", id, content: new { pointId });
        return TypedResults.Created("/api/members/me/transfers", new Added(pointId));
    }

    private static Task<Results<NoContent, ProblemHttpResult>> Do(Guid id, DoneRequest request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        SetAsync(id, "held", "done_at = coalesce(done_at, @Now), note = coalesce(@note, note)", "transfer.point_done", string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(), caller, work, http, cancel);

    private static Task<Results<NoContent, ProblemHttpResult>> Undo(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        SetAsync(id, "held", "done_at = null", "transfer.point_reopened", null, caller, work, http, cancel);

    private static Task<Results<NoContent, ProblemHttpResult>> Confirm(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        SetAsync(id, "next", "confirmed_at = coalesce(confirmed_at, @Now)", "transfer.point_confirmed", null, caller, work, http, cancel);

    private static Task<Results<NoContent, ProblemHttpResult>> Unconfirm(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        SetAsync(id, "next", "confirmed_at = null", "transfer.point_unconfirmed", null, caller, work, http, cancel);

    /// <param name="side">Whose it is to change: <c>held</c> (who leaves) or <c>next</c> (who comes).</param>
    private static async Task<Results<NoContent, ProblemHttpResult>> SetAsync(
        Guid id, string side, string set, string what, string? note, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var changed = await work.ExecuteAsync(
            $"""
            update transfer_points point set {set} from assignment_successions named join assignments held on held.id = named.assignment_id join assignments next on next.id = named.successor_id
            where point.id = @id and named.assignment_id = point.assignment_id and {side}.person_id = @me
            """, new { id, me = caller.RequireMemberId(), work.Now, note }, cancel);
        if (changed == 0)
            return Unknown.ToProblem(http);
        work.Record(what, id);
        return TypedResults.NoContent();
    }

    private sealed record PointRow(Guid AssignmentId, Guid PointId, string Text, string? Note, DateTimeOffset? DoneAt, DateTimeOffset? ConfirmedAt);
}
