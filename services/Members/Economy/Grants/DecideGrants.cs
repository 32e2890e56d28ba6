namespace VpVarmland.Members.Economy.Grants;

/// <summary>Grants as the district sees them: decided, or given without an application. Whoever applied does not decide.</summary>
internal static class DecideGrants
{
    internal sealed record Query([property: NameOf(typeof(GrantState))] string? State, string? After, [property: PageSize] int? Size);

    /// <param name="Amount">Öre that are granted; null: refused, with the answer saying why.</param>
    /// <param name="ReportDue">Of what is granted.</param>
    internal sealed record Decision([property: Ore] long? Amount, DateOnly? ReportDue, [property: AtMost(1000)] string? Answer);

    /// <param name="Amount">Öre.</param>
    internal sealed record Gift([property: NotEmpty] Guid AssociationId, [property: NotEmpty, AtMost(1000)] string Purpose, [property: Ore] long Amount, [property: NotEmpty] DateOnly? ReportDue);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/economy/grants", List).ForTheDistrict(Permission.ReadEconomy).WithSummary("Grants to associations, latest first");
        api.MapPost("/economy/grants", Give).ForTheDistrict(Permission.ApproveClaims).WithSummary("Give a grant without an application");
        api.MapPost("/economy/grants/{id:guid}/decision", Decide).ForTheDistrict(Permission.ApproveClaims).WithSummary("Grant or refuse");
        api.MapDelete("/economy/grants/{id:guid}/decision", Undo).ForTheDistrict(Permission.ApproveClaims).WithSummary("Take a decision back, until the grant is on a payment list");
    }

    private static async Task<Ok<Page<GrantView>>> List([AsParameters] Query query, UnitOfWork work, CancellationToken cancel) =>
        TypedResults.Ok(await GrantView.PageAsync(work, null, query.State, query.After, query.Size, cancel));

    private static async Task<Results<Created<GrantView>, ProblemHttpResult>> Give(Gift gift, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel)
    {
        if (!IsDue(gift.ReportDue, work))
            return GrantFailures.NeedsAmount.ToProblem(http);
        if (!await work.GetAsync<bool>("select exists (select from associations where id = @AssociationId and ended_on is null and not is_district)", new { gift.AssociationId }, cancel))
            return Associations.AssociationFailures.Unknown.ToProblem(http);
        var id = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync(
            """
            insert into grants (id, association_id, purpose, decided, decided_at, decided_by, cost_centre, account, state, report_due)
            select @id, @AssociationId, @purpose, @Amount, @Now, @MemberId, grant_centre, grant_account, 'granted', @ReportDue from economy_settings
            """, new { id, gift.AssociationId, purpose = gift.Purpose.Trim(), gift.Amount, gift.ReportDue, work.Now, caller.MemberId }, cancel);
        work.Record("grant.given", id, content: new { gift.AssociationId, gift.Amount });
        return TypedResults.Created($"/api/members/economy/grants/{id}", await GrantView.GetAsync(work, id, cancel));
    }

    private static async Task<Results<Ok<GrantView>, ProblemHttpResult>> Decide(Guid id, Decision decision, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<Row>("select state, applied_by from grants where id = @id for update", new { id }, cancel) is not { } grant)
            return GrantFailures.Unknown.ToProblem(http);
        if (grant.State != GrantState.Applied)
            return GrantFailures.NotNow.ToProblem(http);
        if (grant.AppliedBy is not null && grant.AppliedBy == caller.MemberId)
            return GrantFailures.OwnApplication.ToProblem(http);
        if (decision.Amount is null ? string.IsNullOrWhiteSpace(decision.Answer) : !IsDue(decision.ReportDue, work))
            return GrantFailures.NeedsAmount.ToProblem(http);
        await work.ExecuteAsync(
            "update grants set state = @state, decided = @Amount, report_due = @due, answer = @answer, decided_at = @Now, decided_by = @MemberId, version = version + 1 where id = @id",
            new
            {
                id, state = decision.Amount is null ? "refused" : "granted", decision.Amount, due = decision.Amount is null ? null : decision.ReportDue,
                answer = decision.Answer.TrimmedOrNull(), work.Now, caller.MemberId,
            }, cancel);
        work.Record(decision.Amount is null ? "grant.refused" : "grant.granted", id, decision.Answer, new { decision.Amount });
        return TypedResults.Ok(await GrantView.GetAsync(work, id, cancel));
    }

    private static async Task<Results<Ok<GrantView>, ProblemHttpResult>> Undo(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<Row>("select state, applied_by from grants where id = @id for update", new { id }, cancel) is not { } grant)
            return GrantFailures.Unknown.ToProblem(http);
        var undone = grant.State is not (GrantState.Granted or GrantState.Refused) ? 0 : await work.ExecuteAsync(
            """
            update grants set state = 'applied', decided = null, decided_at = null, decided_by = null, report_due = null, answer = null, version = version + 1
            where id = @id and applied is not null and not exists (select from payments where grant_id = @id)
            """, new { id }, cancel);
        if (undone == 0)
            return GrantFailures.NotNow.ToProblem(http);
        work.Record("grant.decision_undone", id);
        return TypedResults.Ok(await GrantView.GetAsync(work, id, cancel));
    }

    private static bool IsDue(DateOnly? day, UnitOfWork work) => day is { } due && due >= SwedishTime.DateOf(work.Now) && due <= SwedishTime.DateOf(work.Now).AddYears(3);

    private sealed record Row(GrantState State, Guid? AppliedBy);
}
