using VpVarmland.Members.Economy.Ledger;

namespace VpVarmland.Members.Economy.Payments;

/// <summary>The voucher that something paid becomes.</summary>
internal static class Booking
{
    internal static async Task ClaimAsync(UnitOfWork work, Guid id, DateOnly on, CancellationToken cancel)
    {
        var claim = await work.GetAsync<(string Purpose, string Claimant, string CostCentre)>("select purpose, claimant_name, cost_centre from claims where id = @id", new { id }, cancel);
        var lines = await work.ListAsync<(int Account, long Amount, string Text)>("select account, amount, text from claim_lines where claim_id = @id order by place", new { id }, cancel);
        await WriteAsync(work, "claim", id, on, $"Utlägg {claim.Claimant}: {claim.Purpose}", [.. lines.Select(line => new VoucherRow(line.Account, claim.CostCentre, line.Amount, line.Text))], cancel);
    }

    internal static async Task GrantAsync(UnitOfWork work, Guid id, DateOnly on, CancellationToken cancel)
    {
        var grant = await work.GetAsync<(string Association, string Purpose, string CostCentre, int Account, long Amount)>(
            """
            update grants given set state = 'paid', version = given.version + 1 from associations association where given.id = @id and association.id = given.association_id
            returning association.name, given.purpose, given.cost_centre, given.account, given.decided
            """, new { id }, cancel);
        await WriteAsync(work, "grant", id, on, $"Bidrag {grant.Association}: {grant.Purpose}", [new VoucherRow(grant.Account, grant.CostCentre, grant.Amount, null)], cancel);
    }

    private static async Task WriteAsync(UnitOfWork work, string source, Guid id, DateOnly on, string text, IReadOnlyList<VoucherRow> costs, CancellationToken cancel)
    {
        var bank = await work.GetAsync<int>("select bank_account from economy_settings", null, cancel);
        await Voucher.WriteAsync(work, on, text, source, id, Voucher.Paid(costs, bank), cancel);
    }
}
