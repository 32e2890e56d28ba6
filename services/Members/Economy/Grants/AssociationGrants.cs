namespace VpVarmland.Members.Economy.Grants;

/// <summary>Grants as the association sees them: applied for, taken back before they are decided, reported on when they are paid.</summary>
internal static class AssociationGrants
{
    /// <param name="Amount">Öre.</param>
    internal sealed record Application([property: NotEmpty, AtMost(1000)] string Purpose, [property: Ore] long Amount);

    internal sealed record Account([property: NotEmpty, AtMost(4000)] string Text);

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string at = "/associations/{id:guid}/grants";
        api.MapGet(at, List).RequirePermission(Permission.ApplyForGrants).WithSummary("An association's grants, latest first");
        api.MapPost(at, Apply).RequirePermission(Permission.ApplyForGrants).WithSummary("Apply for a grant");
        api.MapDelete(at + "/{grantId:guid}", Withdraw).RequirePermission(Permission.ApplyForGrants).WithSummary("Take an application back, before it is decided");
        api.MapPost(at + "/{grantId:guid}/report", Report).RequirePermission(Permission.ApplyForGrants).WithSummary("Tell what the grant was used for");
    }

    private static async Task<Results<Ok<Page<GrantView>>, ProblemHttpResult>> List(Guid id, string? after, [PageSize] int? size, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel) =>
        await ReachesAsync(work, caller, id, cancel) ? TypedResults.Ok(await GrantView.PageAsync(work, id, null, after, size, cancel)) : GrantFailures.Unknown.ToProblem(http);

    private static async Task<Results<Created<GrantView>, ProblemHttpResult>> Apply(Guid id, Application application, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel)
    {
        if (!await ReachesAsync(work, caller, id, cancel))
            return GrantFailures.Unknown.ToProblem(http);
        var grant = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync(
            """
            insert into grants (id, association_id, purpose, applied, applied_at, applied_by, cost_centre, account, state)
            select @grant, @id, @purpose, @Amount, @Now, @MemberId, grant_centre, grant_account, 'applied' from economy_settings
            """, new { grant, id, purpose = application.Purpose.Trim(), application.Amount, work.Now, caller.MemberId }, cancel);
        work.Record("grant.applied", grant, content: new { id, application.Amount });
        return TypedResults.Created($"/api/members/associations/{id}/grants/{grant}", await GrantView.GetAsync(work, grant, cancel));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Withdraw(Guid id, Guid grantId, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, caller, id, grantId, cancel) is not { } state)
            return GrantFailures.Unknown.ToProblem(http);
        if (state != "applied")
            return GrantFailures.NotNow.ToProblem(http);
        await work.ExecuteAsync("delete from grants where id = @grantId", new { grantId }, cancel);
        work.Record("grant.withdrawn", grantId, content: new { id });
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<GrantView>, ProblemHttpResult>> Report(Guid id, Guid grantId, Account account, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, caller, id, grantId, cancel) is not { } state)
            return GrantFailures.Unknown.ToProblem(http);
        if (state is not ("paid" or "reported"))
            return GrantFailures.NotNow.ToProblem(http);
        await work.ExecuteAsync("update grants set state = 'reported', report = @text, reported_at = @Now, version = version + 1 where id = @grantId", new { grantId, text = account.Text.Trim(), work.Now }, cancel);
        work.Record("grant.reported", grantId, content: new { id });
        return TypedResults.Ok(await GrantView.GetAsync(work, grantId, cancel));
    }

    private static async Task<bool> ReachesAsync(UnitOfWork work, Caller caller, Guid id, CancellationToken cancel) => caller.Reach(Permission.ApplyForGrants).Covers(id)
        && await work.GetAsync<bool>("select exists (select from associations where id = @id and ended_on is null and not is_district)", new { id }, cancel);

    private static async Task<string?> LockAsync(UnitOfWork work, Caller caller, Guid id, Guid grantId, CancellationToken cancel) => caller.Reach(Permission.ApplyForGrants).Covers(id)
        ? await work.FindAsync<string>("select state from grants where id = @grantId and association_id = @id for update", new { id, grantId }, cancel)
        : null;
}
