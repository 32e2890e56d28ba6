using VpVarmland.Members.Register;

namespace VpVarmland.Members.Economy.Claims;

/// <summary>What a member has paid for the party and wants back: written, handed in, taken back. Everybody sees their own and nobody else's.</summary>
internal static class OwnClaims
{
    /// <summary>What a line can be booked on, and what a kilometre gives today.</summary>
    /// <param name="OrePerKm">Null where no rate holds.</param>
    /// <param name="PayTo">The account of the latest claim, hidden; it is used again unless another is given.</param>
    internal sealed record Choices(IReadOnlyList<Choice> CostCentres, IReadOnlyList<Choice> Accounts, int? OrePerKm, string? PayTo);

    internal sealed record Choice(string Code, string Name);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/claims/choices", Choose).RequirePermission(Permission.Self).WithSummary("Cost centres, accounts and today's mileage rate");
        api.MapGet("/claims", List).RequirePermission(Permission.Self).WithSummary("One's own claims, latest first");
        api.MapGet("/claims/{id:guid}", Get).RequirePermission(Permission.Self).WithSummary("One's own claim");
        api.MapPost("/claims", Add).RequirePermission(Permission.Self).WithSummary("Begin a claim");
        api.MapPut("/claims/{id:guid}", Change).RequirePermission(Permission.Self).WithSummary("Change a draft");
        api.MapDelete("/claims/{id:guid}", Remove).RequirePermission(Permission.Self).WithSummary("Throw a draft away");
        api.MapPost("/claims/{id:guid}/submission", Submit).RequirePermission(Permission.Self).WithSummary("Hand the claim in");
        api.MapPost("/claims/{id:guid}/withdrawal", Withdraw).RequirePermission(Permission.Self).WithSummary("Take the claim back, before it is decided");
    }

    private static async Task<Ok<Choices>> Choose(UnitOfWork work, Caller caller, CancellationToken cancel) => TypedResults.Ok(new Choices(
        await work.ListAsync<Choice>("select code, name from cost_centres where not is_ended order by code", null, cancel),
        await work.ListAsync<Choice>(
            "select number::text as code, name from ledger_accounts where not is_ended and number >= 4000 and number <> (select mileage_account from economy_settings) order by number", null, cancel),
        await work.FindAsync<int?>("select ore_per_km from mileage_rates where from_date <= @today order by from_date desc limit 1", new { today = SwedishTime.DateOf(work.Now) }, cancel),
        await work.FindAsync<string>("select pay_to_shown from claims where claimant_id = @MemberId and pay_to is not null order by id desc limit 1", new { caller.MemberId }, cancel)));

    private static async Task<Ok<Page<ClaimRow>>> List(string? after, [PageSize] int? size, UnitOfWork work, Caller caller, CancellationToken cancel)
    {
        var limit = size ?? Cursor.Usual;
        var rows = await work.ListAsync<ClaimRow>(
            $"{ClaimRow.Select} where claim.claimant_id = @MemberId and (@before::uuid is null or claim.id < @before) order by claim.id desc limit @take",
            new { caller.MemberId, before = Cursor.Read<Guid?>(after), take = limit + 1 }, cancel);
        return TypedResults.Ok(rows.ToPage(limit, row => row.ClaimId));
    }

    private static async Task<Results<Ok<ClaimView>, ProblemHttpResult>> Get(Guid id, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel) =>
        await work.GetAsync<bool>("select exists (select from claims where id = @id and claimant_id = @MemberId)", new { id, caller.MemberId }, cancel)
            ? await ClaimView.AnswerAsync(work, id, http, cancel)
            : ClaimFailures.Unknown.ToProblem(http);

    private static async Task<Results<Created<ClaimView>, ProblemHttpResult>> Add(ClaimContent content, UnitOfWork work, Caller caller, PayToVault vault, HttpContext http, CancellationToken cancel)
    {
        if (caller.MemberId is not { } claimant)
            return ClaimFailures.NeedsPerson.ToProblem(http);
        var (lines, failure) = await content.CheckAsync(work, cancel);
        if (failure is not null)
            return failure.ToProblem(http);
        if (content.PayTo is not null && !vault.IsOpen)
            return ClaimFailures.NoKey.ToProblem(http);
        var id = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync(
            """
            insert into claims (id, claimant_id, claimant_name, purpose, cost_centre, state, total, created_at)
            select @id, id, given_name || ' ' || family_name, @purpose, @CostCentre, 'draft', @total, @Now from people where id = @claimant
            """, new { id, claimant, purpose = content.Purpose.Trim(), content.CostCentre, total = lines.Sum(line => line.Amount), work.Now }, cancel);
        await StoredLine.ReplaceAsync(work, id, lines, cancel);
        await StorePayToAsync(work, vault, id, content.PayTo, claimant, cancel);
        work.Record("claim.begun", id);
        http.SendVersion(1);
        return TypedResults.Created($"/api/members/claims/{id}", (await ClaimView.FindAsync(work, id, cancel))!);
    }

    private static async Task<Results<Ok<ClaimView>, ProblemHttpResult>> Change(
        Guid id, ClaimContent content, UnitOfWork work, Caller caller, PayToVault vault, HttpContext http, CancellationToken cancel)
    {
        if (await ClaimLock.OwnAsync(work, id, cancel) is not { } claim)
            return ClaimFailures.Unknown.ToProblem(http);
        if (http.CheckVersion(claim.Version) is { } stale)
            return stale.ToProblem(http);
        if (claim.Standing.State != ClaimState.Draft)
            return ClaimFailures.NotNow.ToProblem(http);
        var (lines, failure) = await content.CheckAsync(work, cancel);
        if (failure is not null)
            return failure.ToProblem(http);
        if (content.PayTo is not null && !vault.IsOpen)
            return ClaimFailures.NoKey.ToProblem(http);
        await StoredLine.ReplaceAsync(work, id, lines, cancel);
        await work.ExecuteAsync("update claims set purpose = @purpose, cost_centre = @CostCentre, total = @total, version = version + 1 where id = @id",
            new { id, purpose = content.Purpose.Trim(), content.CostCentre, total = lines.Sum(line => line.Amount) }, cancel);
        await StorePayToAsync(work, vault, id, content.PayTo, caller.MemberId!.Value, cancel);
        work.Record("claim.changed", id);
        return await ClaimView.AnswerAsync(work, id, http, cancel);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await ClaimLock.OwnAsync(work, id, cancel) is not { } claim)
            return ClaimFailures.Unknown.ToProblem(http);
        if (claim.Standing.State != ClaimState.Draft)
            return ClaimFailures.NotNow.ToProblem(http);
        await work.ExecuteAsync(
            """
            with gone as (delete from claim_receipts where claim_id = @id returning file_id)
            delete from stored_files where id in (select file_id from gone);
            delete from claims where id = @id
            """, new { id }, cancel);
        work.Record("claim.thrown_away", id);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<ClaimView>, ProblemHttpResult>> Submit(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await ClaimLock.OwnAsync(work, id, cancel) is not { } claim)
            return ClaimFailures.Unknown.ToProblem(http);
        var content = await work.GetAsync<(long Lines, long Expenses, long Receipts)>(
            """
            select (select count(*) from claim_lines where claim_id = @id), (select count(*) from claim_lines where claim_id = @id and kind = 'expense'), (select count(*) from claim_receipts where claim_id = @id)
            """, new { id }, cancel);
        if (claim.Standing.State == ClaimState.Draft && (!claim.HasAccount || content.Lines == 0 || (content.Expenses > 0 && content.Receipts == 0)))
            return ClaimFailures.Incomplete.ToProblem(http);
        return await claim.DoAsync(work, ClaimCommand.Submit, null, cancel) is { } failure ? failure.ToProblem(http) : await ClaimView.AnswerAsync(work, id, http, cancel);
    }

    private static async Task<Results<Ok<ClaimView>, ProblemHttpResult>> Withdraw(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await ClaimLock.OwnAsync(work, id, cancel) is not { } claim)
            return ClaimFailures.Unknown.ToProblem(http);
        return await claim.DoAsync(work, ClaimCommand.Withdraw, null, cancel) is { } failure ? failure.ToProblem(http) : await ClaimView.AnswerAsync(work, id, http, cancel);
    }

    /// <summary>The account that is given; else the one there is; else that of the claimant's latest claim, closed anew for this one.</summary>
    private static async Task StorePayToAsync(UnitOfWork work, PayToVault vault, Guid id, NewPayTo? given, Guid claimant, CancellationToken cancel)
    {
        PayTo? account = null;
        if (given is not null)
            account = PayTo.Of(given.Kind!.Value, given.Number!);
        else if (await work.FindAsync<Earlier>(
            """
            select id, pay_to from claims where claimant_id = @claimant and pay_to is not null and not exists (select from claims where id = @id and pay_to is not null) order by id desc limit 1
            """, new { id, claimant }, cancel) is { } earlier)
            account = vault.Open(earlier.PayTo, earlier.Id);
        if (account is not null)
            await work.ExecuteAsync("update claims set pay_to = @closed, pay_to_shown = @Hidden where id = @id", new { id, closed = vault.Close(account, id), account.Hidden }, cancel);
    }

    private sealed record Earlier(Guid Id, byte[] PayTo);
}
