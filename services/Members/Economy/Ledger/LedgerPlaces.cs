using System.Text.RegularExpressions;

namespace VpVarmland.Members.Economy.Ledger;

/// <summary>A cost centre.</summary>
/// <param name="IsEnded">No longer chosen; what is booked on it stays.</param>
internal sealed record CostCentre(string Code, string Name, bool IsEnded, int Version);

/// <summary>An account of the chart.</summary>
internal sealed record LedgerAccount(int Number, string Name, bool IsEnded, int Version);

/// <summary>The tax authority's tax-free rate for an own car from a day on.</summary>
internal sealed record MileageRate(DateOnly From, int OrePerKm);

/// <summary>What an assignment may approve. Null: any amount.</summary>
internal sealed record ApprovalLimit(string Kind, long? Most);

/// <summary>
/// Where things are booked: cost centres, accounts, the mileage rate and who may approve how much. All of it is data that the treasurer edits.
/// </summary>
internal static partial class LedgerPlaces
{
    /// <param name="BankAccount">Where everything is paid from.</param>
    internal sealed record Response(IReadOnlyList<CostCentre> CostCentres, IReadOnlyList<LedgerAccount> Accounts, IReadOnlyList<MileageRate> Rates, IReadOnlyList<ApprovalLimit> Limits, int BankAccount);

    internal sealed record Centre([property: NotEmpty, AtMost(100)] string Name, bool IsEnded);

    internal sealed record Account([property: NotEmpty, AtMost(100)] string Name, bool IsEnded);

    internal sealed record Rate([property: System.ComponentModel.DataAnnotations.Range(0, 10_000)] int OrePerKm);

    /// <param name="Most">Öre; null: any amount.</param>
    internal sealed record Limit([property: Ore] long? Most);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/economy/places", Read).ForTheDistrict(Permission.ReadEconomy).WithSummary("Cost centres, accounts, mileage rates and approval limits");
        api.MapPut("/economy/cost-centres/{code}", SetCentre).ForTheDistrict(Permission.ManageEconomy).WithSummary("Add, rename or end a cost centre");
        api.MapPut("/economy/accounts/{number:int}", SetAccount).ForTheDistrict(Permission.ManageEconomy).WithSummary("Add, rename or end an account");
        api.MapPut("/economy/mileage-rates/{from}", SetRate).ForTheDistrict(Permission.ManageEconomy).WithSummary("Set the mileage rate from a day on");
        api.MapPut("/economy/approval-limits/{kind}", SetLimit).ForTheDistrict(Permission.ManageEconomy).WithSummary("Say up to what amount an assignment may approve");
    }

    /// <summary>True where both exist and neither is ended.</summary>
    internal static Task<bool> AreInUseAsync(UnitOfWork work, string costCentre, int account, CancellationToken cancel) => work.GetAsync<bool>(
        "select exists (select from cost_centres where code = @costCentre and not is_ended) and exists (select from ledger_accounts where number = @account and not is_ended)", new { costCentre, account }, cancel);

    private static async Task<Ok<Response>> Read(UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await ReadAsync(work, cancel));

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> SetCentre(string code, Centre content, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!Code.IsMatch(code))
            return EconomyFailures.BadCode.ToProblem(http);
        var changed = await work.ExecuteAsync(
            """
            insert into cost_centres (code, name, is_ended) values (@code, @name, @IsEnded)
            on conflict (code) do update set name = excluded.name, is_ended = excluded.is_ended, version = cost_centres.version + 1 where (cost_centres.name, cost_centres.is_ended) is distinct from (excluded.name, excluded.is_ended)
            """, new { code, name = content.Name.Trim(), content.IsEnded }, cancel);
        return await AnswerAsync(work, changed, new { code, content.Name, content.IsEnded }, cancel);
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> SetAccount(int number, Account content, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (number is < 1000 or > 9999)
            return EconomyFailures.BadAccount.ToProblem(http);
        var changed = await work.ExecuteAsync(
            """
            insert into ledger_accounts (number, name, is_ended) values (@number, @name, @IsEnded)
            on conflict (number) do update set name = excluded.name, is_ended = excluded.is_ended, version = ledger_accounts.version + 1 where (ledger_accounts.name, ledger_accounts.is_ended) is distinct from (excluded.name, excluded.is_ended)
            """, new { number, name = content.Name.Trim(), content.IsEnded }, cancel);
        return await AnswerAsync(work, changed, new { number, content.Name, content.IsEnded }, cancel);
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> SetRate(DateOnly from, Rate content, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (from.Year is < 2000 or > 2100)
            return EconomyFailures.BadYear.ToProblem(http);
        var changed = await work.ExecuteAsync(
            "insert into mileage_rates (from_date, ore_per_km) values (@from, @OrePerKm) on conflict (from_date) do update set ore_per_km = excluded.ore_per_km where mileage_rates.ore_per_km <> excluded.ore_per_km",
            new { from, content.OrePerKm }, cancel);
        return await AnswerAsync(work, changed, new { from, content.OrePerKm }, cancel);
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> SetLimit(string kind, Limit content, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!await work.GetAsync<bool>("select exists (select from assignment_permissions where kind = @kind and permission = @approve)", new { kind, approve = Permission.ApproveClaims.Name }, cancel))
            return EconomyFailures.UnknownKind.ToProblem(http);
        var changed = await work.ExecuteAsync(
            content.Most is null
                ? "delete from approval_limits where kind = @kind"
                : "insert into approval_limits (kind, most_ore) values (@kind, @Most) on conflict (kind) do update set most_ore = excluded.most_ore where approval_limits.most_ore <> excluded.most_ore",
            new { kind, content.Most }, cancel);
        return await AnswerAsync(work, changed, new { kind, content.Most }, cancel);
    }

    private static async Task<Ok<Response>> AnswerAsync(UnitOfWork work, int changed, object content, CancellationToken cancel)
    {
        if (changed > 0)
            work.Record("economy.places_changed", Guid.Empty, content: content);
        return TypedResults.Ok(await ReadAsync(work, cancel));
    }

    private static async Task<Response> ReadAsync(UnitOfWork work, CancellationToken cancel) => new(
        await work.ListAsync<CostCentre>("select code, name, is_ended, version from cost_centres order by code", null, cancel),
        await work.ListAsync<LedgerAccount>("select number, name, is_ended, version from ledger_accounts order by number", null, cancel),
        await work.ListAsync<MileageRate>("select from_date as \"from\", ore_per_km from mileage_rates order by from_date desc", null, cancel),
        await work.ListAsync<ApprovalLimit>(
            "select allowed.kind, most.most_ore as most from assignment_permissions allowed left join approval_limits most using (kind) where allowed.permission = @approve order by allowed.kind",
            new { approve = Permission.ApproveClaims.Name }, cancel),
        await work.GetAsync<int>("select bank_account from economy_settings", null, cancel));

    [GeneratedRegex(@"^[0-9A-Z]{1,6}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Code { get; }
}
