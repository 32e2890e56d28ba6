using System.ComponentModel.DataAnnotations;
using VpVarmland.Members.Files;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Economy.Budgets;

/// <summary>The budget of a year by cost centre and account: proposed, adopted on a day, and changed after that only with a reason that is kept with what it was.</summary>
internal static class EditBudget
{
    private const int MostLines = 500;

    /// <param name="Amount">Öre.</param>
    internal sealed record Line(string? CostCentre, int? Account, long? Amount);

    /// <param name="Reason">Needed once the budget is adopted.</param>
    internal sealed record Request([property: Required, MaxLength(MostLines)] IReadOnlyList<Line> Lines, [property: AtMost(500)] string? Reason);

    internal sealed record Adoption([property: NotEmpty] DateOnly? On);

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string year = "/economy/years/{year:int}";
        api.MapGet(year, Read).ForTheDistrict(Permission.ReadEconomy).WithSummary("A year's budget and outcome by cost centre and account");
        api.MapGet(year + "/export", Export).ForTheDistrict(Permission.ReadEconomy).WithSummary("Outcome against budget, as CSV");
        api.MapPut(year + "/budget", Change).ForTheDistrict(Permission.ManageEconomy).WithSummary("Write the budget's lines");
        api.MapPost(year + "/copy", Copy).ForTheDistrict(Permission.ManageEconomy).WithSummary("Begin from last year's budget");
        api.MapPost(year + "/adoption", Adopt).ForTheDistrict(Permission.ManageEconomy).WithSummary("Note that the budget is adopted");
    }

    private static async Task<Results<Ok<BudgetView>, ProblemHttpResult>> Read(int year, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        BudgetView.IsYear(year) ? await AnswerAsync(work, year, http, cancel) : EconomyFailures.BadYear.ToProblem(http);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Export(int year, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!BudgetView.IsYear(year))
            return EconomyFailures.BadYear.ToProblem(http);
        var view = await BudgetView.ReadAsync(work, year, cancel);
        return CsvFile.Of($"utfall-{year:0000}", ["Kostnadsställe", "Namn", "Konto", "Kontonamn", "Slag", "Budget", "Utfall", "Skillnad"], view.Lines.Select(line => new[]
        {
            line.CostCentre, line.CostCentreName, $"{line.Account}", line.AccountName, line.IsIncome ? "Intäkt" : "Kostnad", Money.ForSpreadsheet(line.Budget), Money.ForSpreadsheet(line.Outcome), Money.ForSpreadsheet(line.Outcome - line.Budget),
        }));
    }

    private static async Task<Results<Ok<BudgetView>, ProblemHttpResult>> Change(int year, Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!BudgetView.IsYear(year))
            return EconomyFailures.BadYear.ToProblem(http);
        if (request.Lines.Any(line => line?.Amount is not { } amount || !Money.IsSound(amount)))
            return EconomyFailures.BadAmount.ToProblem(http);
        if (request.Lines.DistinctBy(line => (line.CostCentre, line.Account)).Count() != request.Lines.Count)
            return EconomyFailures.LineTwice.ToProblem(http);
        var known = await work.GetAsync<bool>(
            """
            select not exists (select from unnest(@centres, @accounts) as line (centre, account)
                where line.account is null or line.account < 3000 or not exists (select from cost_centres where code = line.centre) or not exists (select from ledger_accounts where number = line.account))
            """, Columns(year, request.Lines), cancel);
        if (!known)
            return EconomyFailures.UnknownPlace.ToProblem(http);
        var budget = await LockAsync(work, year, cancel);
        if (http.CheckVersion(budget.Version) is { } stale)
            return stale.ToProblem(http);
        if (budget.AdoptedOn is not null && string.IsNullOrWhiteSpace(request.Reason))
            return EconomyFailures.NeedsReason.ToProblem(http);
        await work.ExecuteAsync(
            """
            delete from budget_lines where year = @year;
            insert into budget_lines (year, cost_centre, account, amount) select @year, centre, account, amount from unnest(@centres, @accounts, @amounts) as line (centre, account, amount)
            """, Columns(year, request.Lines), cancel);
        await RaiseAsync(work, year, cancel);
        if (budget.AdoptedOn is not null)
            await ReviseAsync(work, year, request.Reason!.Trim(), cancel);
        work.Record("budget.changed", Guid.Empty, request.Reason, new { year, request.Lines.Count });
        return await AnswerAsync(work, year, http, cancel);
    }

    private static async Task<Results<Ok<BudgetView>, ProblemHttpResult>> Copy(int year, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!BudgetView.IsYear(year))
            return EconomyFailures.BadYear.ToProblem(http);
        var budget = await LockAsync(work, year, cancel);
        // Only what is still in use, and never over what somebody has begun to write.
        var copied = budget.AdoptedOn is not null ? 0 : await work.ExecuteAsync(
            """
            insert into budget_lines (year, cost_centre, account, amount)
            select @year, line.cost_centre, line.account, line.amount from budget_lines line join cost_centres centre on centre.code = line.cost_centre join ledger_accounts account on account.number = line.account
            where line.year = @year - 1 and not centre.is_ended and not account.is_ended and not exists (select from budget_lines where year = @year)
            """, new { year }, cancel);
        if (copied == 0)
            return EconomyFailures.NothingToCopy.ToProblem(http);
        await RaiseAsync(work, year, cancel);
        work.Record("budget.copied", Guid.Empty, content: new { year, copied });
        return await AnswerAsync(work, year, http, cancel);
    }

    private static async Task<Results<Ok<BudgetView>, ProblemHttpResult>> Adopt(int year, Adoption adoption, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!BudgetView.IsYear(year))
            return EconomyFailures.BadYear.ToProblem(http);
        if (adoption.On > SwedishTime.DateOf(work.Now) || adoption.On < SwedishTime.DateOf(work.Now).AddYears(-2))
            return EconomyFailures.UnlikelyDay.ToProblem(http);
        var budget = await LockAsync(work, year, cancel);
        if (budget.AdoptedOn is not null)
            return EconomyFailures.AlreadyAdopted.ToProblem(http);
        if (!await work.GetAsync<bool>("select exists (select from budget_lines where year = @year)", new { year }, cancel))
            return EconomyFailures.EmptyBudget.ToProblem(http);
        await work.ExecuteAsync("update budgets set adopted_on = @On, version = version + 1 where year = @year", new { year, adoption.On }, cancel);
        await ReviseAsync(work, year, "Antagen", cancel);
        work.Record("budget.adopted", Guid.Empty, content: new { year, adoption.On });
        return await AnswerAsync(work, year, http, cancel);
    }

    private static object Columns(int year, IReadOnlyList<Line> lines) => new
    {
        year, centres = lines.Select(line => line.CostCentre).ToArray(), accounts = lines.Select(line => line.Account).ToArray(), amounts = lines.Select(line => line.Amount!.Value).ToArray(),
    };

    /// <summary>The year's row, locked. One that is not there is made with the version that its absence was read as, and goes with the transaction if that is refused.</summary>
    private static async Task<Budget> LockAsync(UnitOfWork work, int year, CancellationToken cancel)
    {
        await work.ExecuteAsync("insert into budgets (year, version) values (@year, 0) on conflict do nothing", new { year }, cancel);
        return await work.GetAsync<Budget>("select adopted_on, version from budgets where year = @year for update", new { year }, cancel);
    }

    private static Task RaiseAsync(UnitOfWork work, int year, CancellationToken cancel) => work.ExecuteAsync("update budgets set version = version + 1 where year = @year", new { year }, cancel);

    private static Task ReviseAsync(UnitOfWork work, int year, string reason, CancellationToken cancel) => work.ExecuteAsync(
        """
        insert into budget_revisions (year, number, at, by_id, reason, lines)
        select @year, coalesce((select max(number) from budget_revisions where year = @year), 0) + 1, @Now, @MemberId, @reason,
            coalesce((select jsonb_agg(jsonb_build_object('costCentre', cost_centre, 'account', account, 'amount', amount) order by cost_centre, account) from budget_lines where year = @year), '[]')
        """, new { year, work.Now, work.Caller.MemberId, reason }, cancel);

    private static async Task<Ok<BudgetView>> AnswerAsync(UnitOfWork work, int year, HttpContext http, CancellationToken cancel)
    {
        var view = await BudgetView.ReadAsync(work, year, cancel);
        http.SendVersion(view.Version);
        return TypedResults.Ok(view);
    }

    private sealed record Budget(DateOnly? AdoptedOn, int Version);
}
