using System.ComponentModel.DataAnnotations;

namespace VpVarmland.Members.Economy.Claims;

/// <summary>The account to pay to, as somebody writes it.</summary>
internal sealed record NewPayTo(PayToKind? Kind, string? Number);

/// <summary>A line as somebody writes it.</summary>
/// <param name="Account">Of an expense; a drive has its own.</param>
/// <param name="Amount">Öre, of an expense; a drive's follows from the rate.</param>
/// <param name="Km">Of a drive, to a tenth.</param>
internal sealed record NewLine(LineKind? Kind, DateOnly? On, string? Text, int? Account, long? Amount, string? From, string? To, decimal? Km);

/// <summary>What a claim says, as somebody writes it: unfinished while it is a draft.</summary>
/// <param name="PayTo">Null: as before.</param>
internal sealed record ClaimContent(
    [property: NotEmpty, AtMost(200)] string Purpose, [property: NotEmpty, AtMost(6)] string CostCentre, NewPayTo? PayTo, [property: MaxLength(ClaimContent.MostLines)] IReadOnlyList<NewLine>? Lines)
{
    internal const int MostLines = 50;

    /// <summary>The lines as they are stored, with the drives' amounts; or what is wrong.</summary>
    internal async Task<(IReadOnlyList<StoredLine> Lines, Failure? Failure)> CheckAsync(UnitOfWork work, CancellationToken cancel)
    {
        if (!await work.GetAsync<bool>("select exists (select from cost_centres where code = @CostCentre and not is_ended)", new { CostCentre }, cancel))
            return ([], EconomyFailures.UnknownPlace);
        if (PayTo is not null && (PayTo.Kind is not { } kind || PayTo.Number is not { } number || Claims.PayTo.Of(kind, number) is null))
            return ([], ClaimFailures.BadAccount);
        var today = SwedishTime.DateOf(work.Now);
        var accounts = (await work.ListAsync<int>("select number from ledger_accounts where not is_ended and number >= 4000", null, cancel)).ToHashSet();
        var mileageAccount = await work.GetAsync<int>("select mileage_account from economy_settings", null, cancel);
        var lines = new List<StoredLine>();
        foreach (var (place, line) in (Lines ?? []).Index())
        {
            if (line is null || !IsDay(line.On, today) || !IsText(line.Text))
                return ([], ClaimFailures.BadLine);
            if (line.Kind == LineKind.Expense)
            {
                if (line.Amount is not { } amount || !Money.IsSound(amount))
                    return ([], ClaimFailures.BadLine);
                if (line.Account is not { } account || !accounts.Contains(account))
                    return ([], EconomyFailures.UnknownPlace);
                lines.Add(new StoredLine(place, "expense", line.On!.Value, line.Text!.Trim(), account, amount, null, null, null, null));
            }
            else
            {
                if (line.Kind != LineKind.Mileage || !IsText(line.From) || !IsText(line.To) || line.Km is not { } km || Mileage.Hectometres(km) is not { } hectometres)
                    return ([], ClaimFailures.BadLine);
                if (await work.FindAsync<int?>("select ore_per_km from mileage_rates where from_date <= @On order by from_date desc limit 1", new { line.On }, cancel) is not (> 0 and var rate))
                    return ([], ClaimFailures.NoRate);
                if (Mileage.Amount(hectometres, rate) is not (> 0 and var drive))
                    return ([], ClaimFailures.BadLine);
                lines.Add(new StoredLine(place, "mileage", line.On!.Value, line.Text!.Trim(), mileageAccount, drive, line.From!.Trim(), line.To!.Trim(), hectometres, rate));
            }
        }
        return lines.Sum(line => line.Amount) <= Money.Most ? (lines, null) : ([], EconomyFailures.BadAmount);
    }

    private static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && text.Trim().Length <= 200;

    private static bool IsDay(DateOnly? day, DateOnly today) => day is { } on && on <= today && on >= today.AddYears(-2);
}

/// <summary>A row of <c>claim_lines</c>.</summary>
internal sealed record StoredLine(int Place, string Kind, DateOnly OnDate, string Text, int Account, long Amount, string? FromPlace, string? ToPlace, int? Hectometres, int? OrePerKm)
{
    internal static async Task ReplaceAsync(UnitOfWork work, Guid claim, IReadOnlyList<StoredLine> lines, CancellationToken cancel)
    {
        await work.ExecuteAsync("delete from claim_lines where claim_id = @claim", new { claim }, cancel);
        foreach (var line in lines)
        {
            await work.ExecuteAsync(
                """
                insert into claim_lines (claim_id, place, kind, on_date, text, account, amount, from_place, to_place, hectometres, ore_per_km)
                values (@claim, @Place, @Kind, @OnDate, @Text, @Account, @Amount, @FromPlace, @ToPlace, @Hectometres, @OrePerKm)
                """, new { claim, line.Place, line.Kind, line.OnDate, line.Text, line.Account, line.Amount, line.FromPlace, line.ToPlace, line.Hectometres, line.OrePerKm }, cancel);
        }
    }
}
