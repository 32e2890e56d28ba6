using System.ComponentModel.DataAnnotations;
using VpVarmland.Members.Assignments;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.RegionGroup.Bodies;

/// <summary>
/// The region's bodies with the places that are ours. A place is an assignment, so that terms, rights, successors, hand-overs and ends are those of every assignment; the
/// region group sees them here, and whoever manages assignments gives them.
/// </summary>
internal static class RegionBodies
{
    /// <summary>The assignment of whoever sits in a board or committee, and of those in the assembly.</summary>
    internal const string Seat = "regionSeat", Councillor = "regionCouncillor", Substitute = "regionSubstitute";

    internal sealed record Request([property: NotEmpty, AtMost(100)] string Name, [property: AtMost(2000)] string? About, [property: Range(0, 200)] int Seats, [property: Range(0, 200)] int SubstituteSeats);

    internal sealed record SeatRequest([property: NotEmpty] Guid MemberId, [property: Defined] RegionFunction? Function, [property: NotEmpty] DateOnly? From, DateOnly? Until);

    internal sealed record Made(Guid Id);

    private sealed record Found(bool IsAssembly, int Version);

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string bodies = "/region/bodies", one = bodies + "/{id:guid}";
        api.MapGet(bodies, List).ForTheRegion(Permission.ReadRegion).WithSummary("The region's assembly, boards and committees with our places, and those that nobody has");
        api.MapPost(bodies, Add).ForTheRegion(Permission.ManageAssignments).WithSummary("Begin a board or committee of the region");
        api.MapPut(one, Change).ForTheRegion(Permission.ManageAssignments).WithSummary("Change a body's name, and how many places are ours");
        api.MapPost(one + "/end", End).ForTheRegion(Permission.ManageAssignments).WithSummary("End a board or committee and the assignments in it");
        api.MapPost(one + "/seats", Give).ForTheRegion(Permission.ManageAssignments).WithSummary("Give somebody a place: an assignment with a term");
    }

    private static async Task<Ok<IReadOnlyList<RegionBody>>> List(UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await RegionBody.AllAsync(work, cancel));

    private static async Task<Results<Created<Made>, ProblemHttpResult>> Add(Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(work.Now);
        if (await NameTakenAsync(work, id, request.Name.Trim(), cancel))
            return RegionFailures.NameTaken.ToProblem(http);
        await work.ExecuteAsync(
            """
            insert into committees (id, name, purpose, kind) values (@id, @name, @about, 'regionSeat');
            insert into region_bodies (committee_id, seats, substitute_seats) values (@id, @Seats, @SubstituteSeats)
            """, Values(id, request), cancel);
        work.Record("region.body_begun", id, content: request);
        return TypedResults.Created("/api/members/region/bodies", new Made(id));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Change(Guid id, Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, id, cancel) is not { } body)
            return RegionFailures.Unknown.ToProblem(http);
        if (http.CheckVersion(body.Version) is { } stale)
            return stale.ToProblem(http);
        if (await NameTakenAsync(work, id, request.Name.Trim(), cancel))
            return RegionFailures.NameTaken.ToProblem(http);
        await work.ExecuteAsync(
            """
            update committees set name = @name, purpose = @about, version = version + 1 where id = @id;
            update region_bodies set seats = @Seats, substitute_seats = @SubstituteSeats where committee_id = @id
            """, Values(id, request), cancel);
        work.Record("region.body_changed", id, content: request);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> End(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, id, cancel) is not { } body)
            return RegionFailures.Unknown.ToProblem(http);
        if (body.IsAssembly)
            return RegionFailures.AssemblyStays.ToProblem(http);
        var today = SwedishTime.DateOf(work.Now);
        await work.ExecuteAsync("update committees set ended_on = @today, version = version + 1 where id = @id", new { id, today }, cancel);
        await EndAssignment.EndAsync(work, [.. await work.ListAsync<Guid>("select assignment_id from region_seats where body_id = @id and ended_on is null", new { id }, cancel)], today, null, cancel);
        work.Record("region.body_ended", id);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Created<Made>, ProblemHttpResult>> Give(Guid id, SeatRequest request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, id, cancel) is not { } body)
            return RegionFailures.Unknown.ToProblem(http);
        var function = request.Function!.Value;
        if (body.IsAssembly && function is not (RegionFunction.Member or RegionFunction.Substitute))
            return RegionFailures.AssemblyFunction.ToProblem(http);
        var kind = !body.IsAssembly ? Seat : function == RegionFunction.Member ? Councillor : Substitute;
        var (assignment, failure) = await StartAssignment.StartAsync(
            work, new(request.MemberId, kind, null, request.From, request.Until), caller.Reach(Permission.ManageAssignments), body.IsAssembly ? null : id, function.ToText(), cancel);
        return failure is not null ? failure.ToProblem(http) : TypedResults.Created($"/api/members/assignments/{assignment}", new Made(assignment));
    }

    private static Task<Found?> LockAsync(UnitOfWork work, Guid id, CancellationToken cancel) => work.FindAsync<Found>(
        "select body.is_assembly, committee.version from region_bodies body join committees committee on committee.id = body.committee_id where committee.id = @id and committee.ended_on is null for update", new { id }, cancel);

    // Two of one name at once wait for each other here; the loser finds the name taken.
    private static async Task<bool> NameTakenAsync(UnitOfWork work, Guid id, string name, CancellationToken cancel)
    {
        await work.ExecuteAsync("lock table committees in share row exclusive mode", null, cancel);
        return await work.GetAsync<bool>("select exists (select from committees where name = @name and id <> @id and ended_on is null)", new { id, name }, cancel);
    }

    private static object Values(Guid id, Request request) => new { id, name = request.Name.Trim(), about = request.About.TrimmedOrNull(), request.Seats, request.SubstituteSeats };
}
