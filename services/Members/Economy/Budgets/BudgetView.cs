namespace VpVarmland.Members.Economy.Budgets;

/// <summary>A cost centre and account with what was planned and what has become of it. Amounts are öre; of an account of income (3000–3999) they are income, else cost.</summary>
internal sealed record OutcomeLine(string CostCentre, string CostCentreName, int Account, string AccountName, bool IsIncome, long Budget, long Outcome);

/// <summary>The budget as it was adopted, or after a later change.</summary>
internal sealed record Revision(int Number, DateTimeOffset At, string? By, string Reason, long Costs, long Income);

/// <summary>A year: its budget, its outcome so far, and how the budget has changed.</summary>
/// <param name="AdoptedOn">Null while it is a proposal.</param>
/// <param name="Years">Every year that has a budget or a voucher, latest first.</param>
internal sealed record BudgetView(int Year, DateOnly? AdoptedOn, int Version, IReadOnlyList<OutcomeLine> Lines, IReadOnlyList<Revision> Revisions, IReadOnlyList<int> Years)
{
    internal static bool IsYear(int year) => year is >= 2000 and <= 2100;

    internal static async Task<BudgetView> ReadAsync(UnitOfWork work, int year, CancellationToken cancel)
    {
        var head = await work.FindAsync<Head>("select adopted_on, version from budgets where year = @year", new { year }, cancel);
        var lines = await work.ListAsync<OutcomeLine>(
            """
            with planned as (select cost_centre, account, amount from budget_lines where year = @year),
            booked as (select cost_centre, account, sum(case when account < 4000 then -amount else amount end)::bigint as amount from voucher_rows where year = @year and account >= 3000 and cost_centre is not null group by cost_centre, account)
            select cost_centre, centre.name as cost_centre_name, account, ledger.name as account_name, account < 4000 as is_income, coalesce(planned.amount, 0) as budget, coalesce(booked.amount, 0) as outcome
            from planned full join booked using (cost_centre, account) join cost_centres centre on centre.code = cost_centre join ledger_accounts ledger on ledger.number = account
            order by cost_centre, account
            """, new { year }, cancel);
        var revisions = await work.ListAsync<Revision>(
            """
            select revision.number, revision.at, person.given_name || ' ' || person.family_name as by, revision.reason,
                (select coalesce(sum((line ->> 'amount')::bigint), 0)::bigint from jsonb_array_elements(revision.lines) line where (line ->> 'account')::int >= 4000) as costs,
                (select coalesce(sum((line ->> 'amount')::bigint), 0)::bigint from jsonb_array_elements(revision.lines) line where (line ->> 'account')::int < 4000) as income
            from budget_revisions revision left join people person on person.id = revision.by_id where revision.year = @year order by revision.number desc
            """, new { year }, cancel);
        var years = await work.ListAsync<int>("select year from budgets union select year from voucher_series order by year desc", null, cancel);
        return new BudgetView(year, head?.AdoptedOn, head?.Version ?? 0, lines, revisions, years);
    }

    private sealed record Head(DateOnly? AdoptedOn, int Version);
}
