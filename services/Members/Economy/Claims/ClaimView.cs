using VpVarmland.Members.Files;

namespace VpVarmland.Members.Economy.Claims;

/// <summary>A claim in a list. Amounts are öre.</summary>
/// <param name="Approvals">How many have approved; two are needed.</param>
internal sealed record ClaimRow(
    Guid ClaimId, string Claimant, string Purpose, string CostCentre, string CostCentreName, ClaimState State, long Total, DateTimeOffset CreatedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? DecidedAt,
    int Approvals, bool ApprovedByMe, bool IsMine, bool IsOnList, int? VoucherYear, int? VoucherNumber, int Version)
{
    /// <summary>Needs the parameter <c>@MemberId</c>.</summary>
    internal const string Select =
        """
        select claim.id as claim_id, claim.claimant_name as claimant, claim.purpose, claim.cost_centre, centre.name as cost_centre_name, claim.state, claim.total, claim.created_at, claim.submitted_at, claim.decided_at,
            (select count(*)::int from claim_approvals approval where approval.claim_id = claim.id) as approvals,
            exists (select from claim_approvals approval where approval.claim_id = claim.id and approval.approver_id = @MemberId) as approved_by_me,
            claim.claimant_id is not distinct from @MemberId::uuid as is_mine, exists (select from payments payment where payment.claim_id = claim.id) as is_on_list,
            voucher.year as voucher_year, voucher.number as voucher_number, claim.version
        from claims claim join cost_centres centre on centre.code = claim.cost_centre
        left join vouchers voucher on voucher.source = 'claim' and voucher.source_id = claim.id
        """;
}

/// <summary>What a line of a claim is for.</summary>
internal enum LineKind
{
    Expense,
    Mileage,
}

/// <summary>A line of a claim.</summary>
/// <param name="Amount">Öre.</param>
/// <param name="Km">Of a drive.</param>
/// <param name="OrePerKm">The rate that held on the day of the drive.</param>
internal sealed record LineView(LineKind Kind, DateOnly On, string Text, int Account, string AccountName, long Amount, string? From, string? To, decimal? Km, int? OrePerKm);

/// <summary>Who has approved, and when.</summary>
internal sealed record ApprovalView(string By, DateTimeOffset At);

/// <summary>A claim with all that belongs to it.</summary>
/// <param name="PayTo">The account with all but its last figures hidden.</param>
/// <param name="Answer">Why it was refused or sent back.</param>
internal sealed record ClaimView(ClaimRow Claim, string? PayTo, string? Answer, IReadOnlyList<LineView> Lines, IReadOnlyList<FileView> Receipts, IReadOnlyList<ApprovalView> Approvals)
{
    /// <summary>The claim; whether the caller may see it is asked before.</summary>
    internal static async Task<ClaimView?> FindAsync(UnitOfWork work, Guid id, CancellationToken cancel)
    {
        var known = new { id, work.Caller.MemberId };
        if (await work.FindAsync<ClaimRow>($"{ClaimRow.Select} where claim.id = @id", known, cancel) is not { } row)
            return null;
        var more = await work.GetAsync<(string? PayTo, string? Answer)>("select pay_to_shown, answer from claims where id = @id", known, cancel);
        var lines = await work.ListAsync<LineView>(
            """
            select line.kind, line.on_date as "on", line.text, line.account, account.name as account_name, line.amount, line.from_place as "from", line.to_place as "to", line.hectometres / 10.0 as km, line.ore_per_km
            from claim_lines line join ledger_accounts account on account.number = line.account where line.claim_id = @id order by line.place
            """, known, cancel);
        var receipts = await work.ListAsync<FileView>(
            $"select {StoredFile.Columns} from claim_receipts receipt join stored_files file on file.id = receipt.file_id where receipt.claim_id = @id order by file.id", known, cancel);
        var approvals = await work.ListAsync<ApprovalView>(
            """
            select coalesce(person.given_name || ' ' || person.family_name, '–') as by, approval.at from claim_approvals approval left join people person on person.id = approval.approver_id
            where approval.claim_id = @id order by approval.position
            """, known, cancel);
        return new ClaimView(row, more.PayTo, more.Answer, lines, receipts, approvals);
    }

    internal static async Task<Ok<ClaimView>> AnswerAsync(UnitOfWork work, Guid id, HttpContext http, CancellationToken cancel)
    {
        var view = (await FindAsync(work, id, cancel))!;
        Register.Versions.SendVersion(http, view.Claim.Version);
        return TypedResults.Ok(view);
    }
}
