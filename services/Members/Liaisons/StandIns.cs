namespace VpVarmland.Members.Liaisons;

/// <summary>
/// Somebody is away, and another on the board sees and logs in their place, for all their associations. A liaison says so for the own absence;
/// those who manage liaisons for anybody's.
/// </summary>
internal static class StandIns
{
    /// <param name="MemberId">Who is away.</param>
    /// <param name="StandInId">Who does it instead.</param>
    internal sealed record Request([property: NotEmpty] Guid MemberId, [property: NotEmpty] Guid StandInId, [property: NotEmpty] DateOnly? From, [property: NotEmpty] DateOnly? Until);

    /// <param name="Associations">How many the one who is away answers for.</param>
    internal sealed record Row(Guid Id, Guid MemberId, string MemberName, Guid StandInId, string StandInName, DateOnly From, DateOnly Until, long Associations);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/liaisons/stand-ins", List).RequirePermission(Permission.WorkLiaison).WithSummary("Stand-ins now and to come: one's own, or all for those who manage liaisons");
        api.MapPost("/liaisons/stand-ins", Start).RequirePermission(Permission.WorkLiaison).WithSummary("Let somebody stand in during an absence");
        api.MapDelete("/liaisons/stand-ins/{id:guid}", End).RequirePermission(Permission.WorkLiaison).WithSummary("End a stand-in: back already, or not going");
    }

    private static async Task<Ok<IReadOnlyList<Row>>> List(Caller caller, UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await work.ListAsync<Row>(
        $"{Select} where away.until_date >= @today and (@all or @MemberId in (away.person_id, away.stand_in_id)) order by away.from_date, away.id",
        new { all = caller.ManagesLiaisons(), caller.MemberId, today = SwedishTime.DateOf(work.Now) }, cancel));

    private static async Task<Results<Created<Row>, ProblemHttpResult>> Start(Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (today, from, until) = (SwedishTime.DateOf(work.Now), request.From!.Value, request.Until!.Value);
        if (!caller.ManagesLiaisons() && request.MemberId != caller.MemberId)
            return LiaisonFailures.Unknown.ToProblem(http);
        if (request.MemberId == request.StandInId)
            return LiaisonFailures.OwnStandIn.ToProblem(http);
        if (until < from || until < today || until > today.AddYears(2) || from < until.AddYears(-1))
            return LiaisonFailures.BadPeriod.ToProblem(http);
        if (!await Board.HasAsync(work, request.MemberId, cancel) || !await Board.HasAsync(work, request.StandInId, cancel))
            return LiaisonFailures.NotOnBoard.ToProblem(http);
        await work.ExecuteAsync("lock table liaison_stand_ins in share row exclusive mode", null, cancel);
        var period = new { request.MemberId, request.StandInId, from, until };
        if (await work.GetAsync<bool>("select exists (select from liaison_stand_ins where person_id = @MemberId and from_date <= @until and until_date >= @from)", period, cancel))
            return LiaisonFailures.StandInExists.ToProblem(http);
        if (await work.GetAsync<bool>(
            """
            select exists (select from liaison_stand_ins where from_date <= @until and until_date >= @from and (person_id = @StandInId or stand_in_id = @MemberId))
            """, period, cancel))
            return LiaisonFailures.StandInAway.ToProblem(http);
        var id = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync("insert into liaison_stand_ins (id, person_id, stand_in_id, from_date, until_date) values (@id, @MemberId, @StandInId, @from, @until)",
            new { id, request.MemberId, request.StandInId, from, until }, cancel);
        work.Record("liaison.stand_in_started", request.StandInId, content: new { id, request.MemberId, from, until });
        return TypedResults.Created($"/api/members/liaisons/stand-ins/{id}", await work.GetAsync<Row>($"{Select} where away.id = @id", new { id }, cancel));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> End(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        var standIn = await work.FindAsync<Guid?>(
            "select stand_in_id from liaison_stand_ins where id = @id and until_date >= @today and (@all or person_id = @MemberId) for update",
            new { id, today, all = caller.ManagesLiaisons(), caller.MemberId }, cancel);
        if (standIn is null)
            return LiaisonFailures.Unknown.ToProblem(http);
        // What has begun stays as it was until yesterday; what has not is gone.
        await work.ExecuteAsync(
            """
            delete from liaison_stand_ins where id = @id and from_date >= @today;
            update liaison_stand_ins set until_date = @today - 1 where id = @id
            """, new { id, today }, cancel);
        work.Record("liaison.stand_in_ended", standIn.Value, content: new { id });
        return TypedResults.NoContent();
    }

    private const string Select =
        """
        select away.id, person.id as member_id, person.given_name || ' ' || person.family_name as member_name, other.id as stand_in_id, other.given_name || ' ' || other.family_name as stand_in_name,
            away.from_date as "from", away.until_date as until, (select count(*) from liaisons liaison where liaison.person_id = away.person_id) as associations
        from liaison_stand_ins away join people person on person.id = away.person_id join people other on other.id = away.stand_in_id
        """;
}
