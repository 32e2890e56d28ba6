using System.Globalization;
using VpVarmland.Members.Files;

namespace VpVarmland.Members.Economy.Ledger;

/// <summary>What the accountant gets: the year's vouchers as SIE 4 and as a table.</summary>
internal static class ExportLedger
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/economy/years/{year:int}/sie", Sie).ForTheDistrict(Permission.ManageEconomy).WithSummary("The year's vouchers as SIE 4 (4I, code page 437)");
        api.MapGet("/economy/years/{year:int}/vouchers", Table).ForTheDistrict(Permission.ManageEconomy).WithSummary("The year's vouchers, as CSV");
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Sie(int year, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!Budgets.BudgetView.IsYear(year))
            return EconomyFailures.BadYear.ToProblem(http);
        var accounts = await work.ListAsync<Named>("select number::text as code, name from ledger_accounts order by number", null, cancel);
        var centres = await work.ListAsync<Named>("select code, name from cost_centres order by code", null, cancel);
        var district = await work.GetAsync<(string Name, string? Number)>("select name, organisation_number from associations where is_district", null, cancel);
        var vouchers = await Voucher.OfYearAsync(work, year, cancel);
        work.Record("economy.exported", Guid.Empty, content: new { year, vouchers.Count, form = "sie" });
        return TypedResults.File(SieFile.Write(year, SwedishTime.DateOf(work.Now), district.Name, district.Number, accounts, centres, vouchers), "application/octet-stream",
            string.Create(CultureInfo.InvariantCulture, $"verifikationer-{year}.si"));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Table(int year, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!Budgets.BudgetView.IsYear(year))
            return EconomyFailures.BadYear.ToProblem(http);
        var vouchers = await Voucher.OfYearAsync(work, year, cancel);
        work.Record("economy.exported", Guid.Empty, content: new { year, vouchers.Count, form = "csv" });
        return CsvFile.Of(string.Create(CultureInfo.InvariantCulture, $"verifikationer-{year}"), ["Verifikation", "Datum", "Text", "Konto", "Kostnadsställe", "Debet", "Kredit", "Radtext"], vouchers.SelectMany(voucher => voucher.Rows.Select(row => new[]
        {
            $"V{voucher.Number}", $"{voucher.On:yyyy-MM-dd}", voucher.Text, $"{row.Account}", row.CostCentre ?? "", row.Amount > 0 ? Money.ForSpreadsheet(row.Amount) : "", row.Amount < 0 ? Money.ForSpreadsheet(-row.Amount) : "", row.Text ?? "",
        })));
    }
}
