namespace VpVarmland.Members.Economy.Ledger;

/// <summary>A row of a voucher.</summary>
/// <param name="Amount">Öre; debit above zero, credit below.</param>
internal sealed record VoucherRow(int Account, string? CostCentre, long Amount, string? Text);

/// <summary>What is booked when something is paid: balanced, numbered, and never changed afterwards.</summary>
internal sealed record Voucher(int Year, int Number, DateOnly On, string Text, IReadOnlyList<VoucherRow> Rows)
{
    /// <summary>Full years after the year of the books in which vouchers are kept (bookkeeping act 7:2).</summary>
    internal const int YearsKept = 7;

    /// <summary>The last day on which a voucher of the year must be kept.</summary>
    internal static DateOnly KeepUntil(int year) => new(year + YearsKept, 12, 31);

    /// <summary>True where debit and credit are the same.</summary>
    internal static bool Balances(IEnumerable<VoucherRow> rows) => rows.Sum(row => row.Amount) == 0;

    /// <summary>Rows for something paid from the bank: each cost, and the sum taken from the bank.</summary>
    internal static IReadOnlyList<VoucherRow> Paid(IReadOnlyList<VoucherRow> costs, int bank) => [.. costs, new VoucherRow(bank, null, -costs.Sum(row => row.Amount), null)];

    /// <summary>Writes the voucher with the year's next number. The number is taken in this transaction, so that one that is rolled back leaves no gap.</summary>
    internal static async Task<(int Year, int Number)> WriteAsync(UnitOfWork work, DateOnly on, string text, string source, Guid sourceId, IReadOnlyList<VoucherRow> rows, CancellationToken cancel)
    {
        if (!Balances(rows))
            throw new InvalidOperationException("A voucher that does not balance is a bug.");
        var number = await work.GetAsync<int>(
            "insert into voucher_series (year, last) values (@Year, 1) on conflict (year) do update set last = voucher_series.last + 1 returning last", new { on.Year }, cancel);
        await work.ExecuteAsync("insert into vouchers (year, number, on_date, text, source, source_id, made_at, keep_until) values (@Year, @number, @on, @text, @source, @sourceId, @Now, @keepUntil)",
            new { on.Year, number, on, text, source, sourceId, work.Now, keepUntil = KeepUntil(on.Year) }, cancel);
        await work.ExecuteAsync(
            """
            insert into voucher_rows (year, number, place, account, cost_centre, amount, text)
            select @Year, @number, place, account, cost_centre, amount, text from unnest(@accounts, @centres, @amounts, @texts) with ordinality as line (account, cost_centre, amount, text, place)
            """,
            new
            {
                on.Year, number, accounts = rows.Select(row => row.Account).ToArray(), centres = rows.Select(row => row.CostCentre).ToArray(), amounts = rows.Select(row => row.Amount).ToArray(),
                texts = rows.Select(row => row.Text).ToArray(),
            }, cancel);
        work.Record("economy.booked", sourceId, content: new { on.Year, number });
        return (on.Year, number);
    }

    /// <summary>A year's vouchers by number.</summary>
    internal static async Task<IReadOnlyList<Voucher>> OfYearAsync(UnitOfWork work, int year, CancellationToken cancel)
    {
        var heads = await work.ListAsync<Head>("select number, on_date, text from vouchers where year = @year order by number", new { year }, cancel);
        var rows = (await work.ListAsync<Line>("select number, account, cost_centre, amount, text from voucher_rows where year = @year order by number, place", new { year }, cancel)).ToLookup(row => row.Number);
        return [.. heads.Select(head => new Voucher(year, head.Number, head.OnDate, head.Text, [.. rows[head.Number].Select(row => new VoucherRow(row.Account, row.CostCentre, row.Amount, row.Text))]))];
    }

    private sealed record Head(int Number, DateOnly OnDate, string Text);

    private sealed record Line(int Number, int Account, string? CostCentre, long Amount, string? Text);
}
