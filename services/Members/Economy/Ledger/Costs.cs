namespace VpVarmland.Members.Economy.Ledger;

/// <summary>What a cost was for, in another service.</summary>
internal enum ReferenceKind
{
    Event,
    Campaign,
}

/// <summary>Something paid or received otherwise than by a claim or a grant.</summary>
/// <param name="Amount">Öre.</param>
/// <param name="ReversedAt">Corrected by a voucher that takes it back; it counts no more.</param>
internal sealed record CostView(
    Guid CostId, DateOnly On, string Text, string? Counterpart, string CostCentre, string CostCentreName, int Account, string AccountName, long Amount, bool IsIncome, ReferenceKind? ReferenceKind, Guid? ReferenceId,
    int VoucherNumber, DateTimeOffset? ReversedAt);

/// <summary>
/// Costs of events and campaigns, rents, invoices, and what comes in: by cost centre, and by the event or campaign where it is known. Each is a voucher at once;
/// a slip is taken back by another voucher, since nothing that is booked goes away.
/// </summary>
internal static class Costs
{
    /// <param name="Amount">Öre.</param>
    /// <param name="Counterpart">Who was paid, or who paid.</param>
    internal sealed record Request(
        [property: NotEmpty] DateOnly? On, [property: NotEmpty, AtMost(200)] string Text, [property: AtMost(200)] string? Counterpart, [property: NotEmpty, AtMost(6)] string CostCentre, int Account,
        [property: Ore] long Amount, bool IsIncome, ReferenceKind? ReferenceKind, Guid? ReferenceId);

    internal sealed record Query(int? Year, [property: AtMost(6)] string? CostCentre, Guid? Reference, [property: AtMost(100)] string? Text, string? After, [property: PageSize] int? Size);

    private sealed record Position(DateOnly On, Guid Id);

    private const string Select =
        """
        select cost.id as cost_id, cost.on_date as "on", cost.text, cost.counterpart, cost.cost_centre, centre.name as cost_centre_name, cost.account, account.name as account_name, cost.amount, cost.is_income,
            cost.reference_kind, cost.reference_id, (select min(number) from vouchers where source = 'cost' and source_id = cost.id) as voucher_number, cost.reversed_at
        from costs cost join cost_centres centre on centre.code = cost.cost_centre join ledger_accounts account on account.number = cost.account
        """;

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/economy/costs", List).ForTheDistrict(Permission.ReadEconomy).WithSummary("Costs and income, latest first");
        api.MapPost("/economy/costs", Add).ForTheDistrict(Permission.ManageEconomy).WithSummary("Record a cost or an income; becomes a voucher");
        api.MapPost("/economy/costs/{id:guid}/reversal", Reverse).ForTheDistrict(Permission.ManageEconomy).WithSummary("Take it back by a correcting voucher");
    }

    private static async Task<Ok<Page<CostView>>> List([AsParameters] Query query, UnitOfWork work, CancellationToken cancel)
    {
        var limit = query.Size ?? Cursor.Usual;
        var before = Cursor.Read<Position>(query.After);
        var rows = await work.ListAsync<CostView>(
            $"""
            {Select} where (@Year::int is null or extract(year from cost.on_date) = @Year) and (@CostCentre::text is null or cost.cost_centre = @CostCentre) and (@Reference::uuid is null or cost.reference_id = @Reference)
                and (@text::text is null or position(lower(@text) in lower(cost.text || ' ' || coalesce(cost.counterpart, ''))) > 0)
                and (@beforeId::uuid is null or (cost.on_date, cost.id) < (@beforeOn, @beforeId))
            order by cost.on_date desc, cost.id desc limit @take
            """,
            new
            {
                query.Year, query.CostCentre, query.Reference, text = query.Text.TrimmedOrNull(), beforeId = before?.Id, beforeOn = before?.On ?? default, take = limit + 1,
            }, cancel);
        return TypedResults.Ok(rows.ToPage(limit, row => new Position(row.On, row.CostId)));
    }

    private static async Task<Results<Created<CostView>, ProblemHttpResult>> Add(Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (on, today) = (request.On!.Value, SwedishTime.DateOf(work.Now));
        if (on > today || on < today.AddYears(-2))
            return EconomyFailures.UnlikelyDay.ToProblem(http);
        if (request.ReferenceKind is null != request.ReferenceId is null)
            return EconomyFailures.HalfReference.ToProblem(http);
        if (!await LedgerPlaces.AreInUseAsync(work, request.CostCentre, request.Account, cancel) || request.Account < 3000 || request.Account < 4000 != request.IsIncome)
            return EconomyFailures.UnknownPlace.ToProblem(http);
        var id = Guid.CreateVersion7(work.Now);
        var text = request.Text.Trim();
        await work.ExecuteAsync(
            """
            insert into costs (id, on_date, text, counterpart, cost_centre, account, amount, is_income, reference_kind, reference_id, made_at, made_by)
            values (@id, @on, @text, @counterpart, @CostCentre, @Account, @Amount, @IsIncome, @kind, @ReferenceId, @Now, @MemberId)
            """,
            new
            {
                id, on, text, counterpart = request.Counterpart.TrimmedOrNull(), request.CostCentre, request.Account, request.Amount, request.IsIncome,
                kind = request.ReferenceKind?.ToText(), request.ReferenceId, work.Now, work.Caller.MemberId,
            }, cancel);
        await BookAsync(work, id, on, text, request.Account, request.CostCentre, request.IsIncome ? -request.Amount : request.Amount, cancel);
        return TypedResults.Created($"/api/members/economy/costs/{id}", await FindAsync(work, id, cancel));
    }

    private static async Task<Results<Ok<CostView>, ProblemHttpResult>> Reverse(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<Row>("select text, cost_centre, account, amount, is_income, reversed_at from costs where id = @id for update", new { id }, cancel) is not { } cost)
            return EconomyFailures.Unknown.ToProblem(http);
        if (cost.ReversedAt is not null)
            return EconomyFailures.AlreadyReversed.ToProblem(http);
        await work.ExecuteAsync("update costs set reversed_at = @Now where id = @id", new { id, work.Now }, cancel);
        await BookAsync(work, id, SwedishTime.DateOf(work.Now), "Rättelse: " + cost.Text, cost.Account, cost.CostCentre, cost.IsIncome ? cost.Amount : -cost.Amount, cancel);
        return TypedResults.Ok(await FindAsync(work, id, cancel));
    }

    private static async Task BookAsync(UnitOfWork work, Guid id, DateOnly on, string text, int account, string centre, long debit, CancellationToken cancel)
    {
        var bank = await work.GetAsync<int>("select bank_account from economy_settings", null, cancel);
        await Voucher.WriteAsync(work, on, text, "cost", id, Voucher.Paid([new VoucherRow(account, centre, debit, null)], bank), cancel);
    }

    private static Task<CostView> FindAsync(UnitOfWork work, Guid id, CancellationToken cancel) => work.GetAsync<CostView>($"{Select} where cost.id = @id", new { id }, cancel);

    private sealed record Row(string Text, string CostCentre, int Account, long Amount, bool IsIncome, DateTimeOffset? ReversedAt);
}
