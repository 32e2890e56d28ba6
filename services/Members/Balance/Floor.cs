namespace VpVarmland.Members.Balance;

/// <summary>How many women there are of how many, where at least half is the party's floor for assignments. Pure. Gender is what people have stated themselves.</summary>
internal sealed record WomenShare(long Women, long All)
{
    /// <summary>True where at least half are women, and where there is nobody.</summary>
    internal bool MeetsFloor => Women * 2 >= All;

    internal WomenShare With(string gender) => new(Women + (gender == "woman" ? 1 : 0), All + 1);

    internal WomenShare Without(string gender) => new(Women - (gender == "woman" ? 1 : 0), All - 1);
}

/// <summary>What the balance of a board or a committee becomes if somebody is chosen: shown where people are named.</summary>
internal static class PreviewBalance
{
    /// <param name="Committee">Where it is a seat in a committee.</param>
    /// <param name="Replaces">The assignment whose holder leaves by it.</param>
    internal sealed record Query([property: NotEmpty] Guid Member, string? Kind, Guid? Association, Guid? Committee, Guid? Replaces);

    internal sealed record Response(long Women, long All, bool MeetsFloor, long WomenThen, long AllThen, bool MeetsFloorThen);

    private sealed record Seat(Guid Id, Guid PersonId, string Gender);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/balance/preview", Handle)
        .RequirePermission(Permission.ManageAssignments)
        .WithSummary("How many women a board or committee has, and would have with this person");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle([AsParameters] Query query, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.ManageAssignments);
        // Committees and the district's own board are the district's; a chair has the association's.
        if (!reach.District && !(query.Association is { } place && reach.Covers(place)))
            return Associations.AssociationFailures.Unknown.ToProblem(http);
        if (await work.FindAsync<string>("select gender from people where id = @Member and (@District or association_id = any(@Ids))", new { query.Member, reach.District, reach.Ids }, cancel) is not { } gender)
            return Register.RegisterFailures.Unknown.ToProblem(http);
        // Those who sit there on the day the new one would begin are near enough those who sit there now.
        var seats = await work.ListAsync<Seat>(
            """
            select held.id, held.person_id, person.gender from assignments held join people person on person.id = held.person_id
            where held.ended_on is null and case
                when @Committee::uuid is not null then held.committee_id = @Committee
                when @Association::uuid is not null then held.association_id = @Association
                when @Kind = any(@board) then held.kind = any(@board) and held.association_id is null
                else held.kind = @Kind and held.association_id is null end
            and (@District or held.association_id = any(@Ids))
            """, new { query.Committee, query.Association, query.Kind, board = Associations.BoardRules.DistrictBoard, reach.District, reach.Ids }, cancel);
        var now = seats.DistinctBy(seat => seat.PersonId).Aggregate(new WomenShare(0, 0), (share, seat) => share.With(seat.Gender));
        var then = now;
        if (seats.FirstOrDefault(seat => seat.Id == query.Replaces) is { } leaver && seats.Count(seat => seat.PersonId == leaver.PersonId) == 1)
            then = then.Without(leaver.Gender);
        if (seats.All(seat => seat.PersonId != query.Member))
            then = then.With(gender);
        return TypedResults.Ok(new Response(now.Women, now.All, now.MeetsFloor, then.Women, then.All, then.MeetsFloor));
    }
}
