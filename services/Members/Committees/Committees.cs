using VpVarmland.Members.Register;

namespace VpVarmland.Members.Committees;

/// <summary>What somebody does in a committee.</summary>
internal enum CommitteeFunction
{
    /// <summary>Calls the committee together.</summary>
    Convener,
    Member,
    Substitute,
}

internal static class CommitteeFailures
{
    internal static readonly Failure Unknown = Failure.Missing("committee.unknown",
        "Utskottet finns inte, eller så har du inte behörighet till det.", "The committee does not exist, or you do not have access to it.");

    internal static readonly Failure NameTaken = Failure.Conflict("committee.name_taken",
        "Ett annat utskott heter så.", "Another committee has that name.");

    internal static readonly Failure OneNominating = Failure.Conflict("committee.one_nominating",
        "Distriktet har redan en valberedning.", "The district already has a nomination committee.");
}

/// <summary>The district's committees with those who sit in them.</summary>
internal static class ListCommittees
{
    internal const string Plain = "committeeMember", Nominating = "nominationCommittee";

    /// <param name="IsNominating">The nomination committee: its members hold that assignment.</param>
    internal sealed record Response(Guid Id, string Name, string? Purpose, bool IsNominating, int Version, IReadOnlyList<Seat> Members, long Women);

    internal sealed record Seat(Guid AssignmentId, Guid MemberId, string Name, CommitteeFunction Function, DateOnly From, DateOnly? Until, bool EndsSoon);

    private sealed record Row(Guid Id, string Name, string? Purpose, string Kind, int Version);

    private sealed record SeatRow(Guid CommitteeId, Guid AssignmentId, Guid MemberId, string Name, CommitteeFunction Function, DateOnly From, DateOnly? Until, bool EndsSoon, string Gender);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/committees", Handle)
        .RequirePermission(Permission.ReadStatistics)
        .WithSummary("The district's committees with their members and terms");

    private static async Task<Ok<IReadOnlyList<Response>>> Handle(UnitOfWork work, CancellationToken cancel)
    {
        var seats = (await work.ListAsync<SeatRow>(
            """
            select held.committee_id, held.id as assignment_id, person.id as member_id, person.given_name || ' ' || person.family_name as name,
                coalesce(held.committee_function, 'member') as function, held.from_date as "from", held.until_date as until, coalesce(held.until_date <= @soon, false) as ends_soon, person.gender
            from assignments held join people person on person.id = held.person_id
            where held.committee_id is not null and held.ended_on is null and held.kind <> 'regionSeat'
            order by array_position(array['convener', 'member', 'substitute'], coalesce(held.committee_function, 'member')), person.family_name, person.given_name, held.id
            """, new { soon = SwedishTime.DateOf(work.Now).AddDays(Associations.BoardRules.SoonDays) }, cancel)).ToLookup(seat => seat.CommitteeId);
        var committees = await work.ListAsync<Row>("select id, name, purpose, kind, version from committees where ended_on is null and kind <> 'regionSeat' order by name", null, cancel);
        return TypedResults.Ok<IReadOnlyList<Response>>([.. committees.Select(one => new Response(
            one.Id, one.Name, one.Purpose, one.Kind == Nominating, one.Version,
            [.. seats[one.Id].Select(seat => new Seat(seat.AssignmentId, seat.MemberId, seat.Name, seat.Function, seat.From, seat.Until, seat.EndsSoon))],
            seats[one.Id].LongCount(seat => seat.Gender == "woman")))]);
    }
}

/// <summary>A committee begins, changes its name or purpose, or ends with its members' assignments.</summary>
internal static class EditCommittee
{
    /// <param name="IsNominating">The district's nomination committee: whoever holds that assignment already sits in it.</param>
    internal sealed record NewRequest([property: NotEmpty, AtMost(100)] string Name, [property: AtMost(2000)] string? Purpose, bool IsNominating);

    internal sealed record Request([property: NotEmpty, AtMost(100)] string Name, [property: AtMost(2000)] string? Purpose);

    internal sealed record Response(Guid Id);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/committees", Add).ForTheDistrict(Permission.ManageAssignments, CommitteeFailures.Unknown).WithSummary("Begin a committee of the district");
        api.MapPut("/committees/{id:guid}", Handle).ForTheDistrict(Permission.ManageAssignments, CommitteeFailures.Unknown).WithSummary("Change a committee's name or purpose");
        api.MapPost("/committees/{id:guid}/end", End).ForTheDistrict(Permission.ManageAssignments, CommitteeFailures.Unknown).WithSummary("End a committee and its members' assignments");
    }

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Add(NewRequest request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (id, kind, name) = (Guid.CreateVersion7(), request.IsNominating ? ListCommittees.Nominating : ListCommittees.Plain, request.Name.Trim());
        if (await work.ExecuteAsync("insert into committees (id, name, purpose, kind) values (@id, @name, @purpose, @kind) on conflict do nothing", new { id, name, purpose = request.Purpose.TrimmedOrNull(), kind }, cancel) == 0)
            return (await NameTakenAsync(work, id, name, cancel) ? CommitteeFailures.NameTaken : CommitteeFailures.OneNominating).ToProblem(http);
        if (request.IsNominating)
            await work.ExecuteAsync("update assignments set committee_id = @id, committee_function = 'member' where kind = @kind and committee_id is null and ended_on is null", new { id, kind }, cancel);
        work.Record("committee.begun", id, content: request);
        return TypedResults.Created("/api/members/committees", new Response(id));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await Standing.LockAsync(work, id, cancel) is not { } standing)
            return CommitteeFailures.Unknown.ToProblem(http);
        if (http.CheckVersion(standing.Version) is { } stale)
            return stale.ToProblem(http);
        var name = request.Name.Trim();
        if (await NameTakenAsync(work, id, name, cancel))
            return CommitteeFailures.NameTaken.ToProblem(http);
        var changed = await work.ExecuteAsync(
            "update committees set name = @name, purpose = @purpose, version = version + 1 where id = @id and (name, purpose) is distinct from (@name, @purpose)",
            new { id, name, purpose = request.Purpose.TrimmedOrNull() }, cancel);
        if (changed > 0)
            work.Record("committee.edited", id, content: request);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> End(Guid id, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (await Standing.LockAsync(work, id, cancel) is null)
            return CommitteeFailures.Unknown.ToProblem(http);
        await work.ExecuteAsync("update committees set ended_on = @today, version = version + 1 where id = @id", new { id, today = clock.Today() }, cancel);
        var held = await work.ListAsync<Guid>("select id from assignments where committee_id = @id and ended_on is null", new { id }, cancel);
        await Assignments.EndAssignment.EndAsync(work, [.. held], clock.Today(), null, cancel);
        work.Record("committee.ended", id);
        return TypedResults.NoContent();
    }

    // Two committees of one name at once wait for each other at the unique index; the loser finds the name taken the next time it tries.
    private static async Task<bool> NameTakenAsync(UnitOfWork work, Guid id, string name, CancellationToken cancel)
    {
        await work.ExecuteAsync("lock table committees in share row exclusive mode", null, cancel);
        return await work.GetAsync<bool>("select exists (select from committees where name = @name and id <> @id and ended_on is null)", new { id, name }, cancel);
    }
}

/// <summary>A committee of the district's own that has not ended, locked for a change; the region's are the region group's.</summary>
internal sealed record Standing(string Kind, int Version)
{
    internal static Task<Standing?> LockAsync(UnitOfWork work, Guid id, CancellationToken cancel) =>
        work.FindAsync<Standing>("select kind, version from committees where id = @id and ended_on is null and kind <> 'regionSeat' for update", new { id }, cancel);
}

/// <summary>Gives somebody a seat in a committee: an assignment with a term, ended like any other.</summary>
internal static class SeatInCommittee
{
    internal sealed record Request([property: NotEmpty] Guid MemberId, [property: Defined] CommitteeFunction? Function, [property: NotEmpty] DateOnly? From, DateOnly? Until);

    internal sealed record Response(Guid AssignmentId);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/committees/{id:guid}/members", Handle)
        .ForTheDistrict(Permission.ManageAssignments, CommitteeFailures.Unknown)
        .WithSummary("Give somebody a seat in a committee");

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await Standing.LockAsync(work, id, cancel) is not { } committee)
            return CommitteeFailures.Unknown.ToProblem(http);
        var (assignment, failure) = await Assignments.StartAssignment.StartAsync(
            work, new(request.MemberId, committee.Kind, null, request.From, request.Until), caller.Reach(Permission.ManageAssignments), id, request.Function!.Value.ToText(), cancel);
        return failure is not null ? failure.ToProblem(http) : TypedResults.Created($"/api/members/assignments/{assignment}", new Response(assignment));
    }
}
