using VpVarmland.Contracts;
using VpVarmland.Tests.Economy;
using VpVarmland.Tests.Kit;
using static VpVarmland.Tests.Access.AccessTable;
using static VpVarmland.Tests.Access.Elsewhere;
using static VpVarmland.Tests.Access.Requests;

namespace VpVarmland.Tests.Access;

/// <summary>The rows of the economy.</summary>
internal static class EconomyRows
{
    internal static readonly IReadOnlyList<AccessRow> All =
    [
        Row("OwnClaimsChoose", Permission.Self, Same, _ => Get("claims/choices")),
        Row("OwnClaimsList", Permission.Self, Same, _ => Get("claims")),
        Row("OwnClaimsGet", Permission.Self, Same, async at => Get($"claims/{await Own(at).DraftAsync()}")),
        Row("OwnClaimsAdd", Permission.Self, Same, at => Post("claims", ClaimForms.Of(at.Today))),
        Row("OwnClaimsChange", Permission.Self, Same, async at => Put($"claims/{await Own(at).DraftAsync(receipt: false)}", ClaimForms.Of(at.Today), 1)),
        Row("OwnClaimsRemove", Permission.Self, Same, async at => Delete($"claims/{await Own(at).DraftAsync()}")),
        Row("OwnClaimsSubmit", Permission.Self, Same, async at => Post($"claims/{await Own(at).DraftAsync()}/submission")),
        Row("OwnClaimsWithdraw", Permission.Self, Same, async at => Post($"claims/{await Own(at).SubmittedAsync()}/withdrawal")),
        Row("ReceiptsAdd", Permission.Self, Same, async at => PostFile($"claims/{await Own(at).DraftAsync()}/receipts?fileName=kvitto.pdf", ClaimForms.Pdf)),
        Row("ReceiptsGet", Permission.Self, Same, async at => await Own(at).ReceiptAsync() is var (claim, file) ? Get($"claims/{claim}/receipts/{file}") : null!),
        Row("ReceiptsRemove", Permission.Self, Same, async at => await Own(at).ReceiptAsync() is var (claim, file) ? Delete($"claims/{claim}/receipts/{file}") : null!),

        AccessTable.District("DecideClaimsList", Permission.ApproveClaims, _ => Get("economy/claims")),
        AccessTable.District("DecideClaimsGet", Permission.ApproveClaims, async at => Get($"economy/claims/{await Others(at).SubmittedAsync()}")),
        AccessTable.District("DecideClaimsReceipt", Permission.ApproveClaims, async at => await Others(at).HandedInReceiptAsync() is var (claim, file) ? Get($"economy/claims/{claim}/receipts/{file}") : null!),
        AccessTable.District("DecideClaimsApprove", Permission.ApproveClaims, async at => Post($"economy/claims/{await Others(at).SubmittedAsync()}/approval")),
        AccessTable.District("DecideClaimsTakeBack", Permission.ApproveClaims, async at => Delete($"economy/claims/{await Others(at).ApprovedAsync(AccessGround.Caller)}/approval")),
        AccessTable.District("DecideClaimsRefuse", Permission.ApproveClaims, async at => Post($"economy/claims/{await Others(at).SubmittedAsync()}/refusal", new { text = "Inget beslut om resan." })),
        AccessTable.District("DecideClaimsSendBack", Permission.ApproveClaims, async at => Post($"economy/claims/{await Others(at).SubmittedAsync()}/return", new { text = "Kvittot saknas." })),

        AccessTable.District("PaymentListsList", Permission.ManageEconomy, _ => Get("economy/payment-lists")),
        AccessTable.District("PaymentListsMake", Permission.ManageEconomy, async at => Post("economy/payment-lists", new { claims = new[] { await Others(at).ApprovedAsync() }, grants = Array.Empty<Guid>() })),
        AccessTable.District("PaymentListsGet", Permission.ManageEconomy, async at => Get($"economy/payment-lists/{await Others(at).ListedAsync()}")),
        AccessTable.District("PaymentListsExport", Permission.ManageEconomy, async at => Get($"economy/payment-lists/{await Others(at).ListedAsync()}/export")),
        AccessTable.District("PaymentListsMarkPaid", Permission.ManageEconomy, async at => Post($"economy/payment-lists/{await Others(at).ListedAsync()}/paid", new { on = at.Today })),
        AccessTable.District("PaymentListsDiscard", Permission.ManageEconomy, async at => Delete($"economy/payment-lists/{await Others(at).ListedAsync()}")),

        AccessTable.District("EditBudgetRead", Permission.ReadEconomy, at => Get($"economy/years/{at.Today.Year}")),
        AccessTable.District("EditBudgetExport", Permission.ReadEconomy, at => Get($"economy/years/{at.Today.Year}/export")),
        AccessTable.District("EditBudgetChange", Permission.ManageEconomy, async at => await Others(at).EmptyYearAsync() is var year ? Put($"economy/years/{year}/budget", new { lines = new[] { new { costCentre = "100", account = 5010, amount = 1_200_000 } }, reason = "Ny lokal." }, 0) : null!),
        AccessTable.District("EditBudgetCopy", Permission.ManageEconomy, async at => Post($"economy/years/{await Others(at).BudgetedYearAsync() + 1}/copy")),
        AccessTable.District("EditBudgetAdopt", Permission.ManageEconomy, async at => Post($"economy/years/{await Others(at).BudgetedYearAsync()}/adoption", new { on = at.Today })),
        AccessTable.District("CostsList", Permission.ReadEconomy, _ => Get("economy/costs")),
        AccessTable.District("CostsAdd", Permission.ManageEconomy, at => Post("economy/costs", ClaimForms.Cost(at.Today))),
        AccessTable.District("CostsReverse", Permission.ManageEconomy, async at => Post($"economy/costs/{await Others(at).CostAsync()}/reversal")),
        AccessTable.District("LedgerPlacesRead", Permission.ReadEconomy, _ => Get("economy/places")),
        AccessTable.District("LedgerPlacesSetCentre", Permission.ManageEconomy, _ => Put("economy/cost-centres/700", new { name = "Ungdom", isEnded = false }, 1)),
        AccessTable.District("LedgerPlacesSetAccount", Permission.ManageEconomy, _ => Put("economy/accounts/6900", new { name = "Övrigt", isEnded = false }, 1)),
        AccessTable.District("LedgerPlacesSetRate", Permission.ManageEconomy, _ => Put("economy/mileage-rates/2030-01-01", new { orePerKm = 260 }, 1)),
        AccessTable.District("LedgerPlacesSetLimit", Permission.ManageEconomy, _ => Put("economy/approval-limits/ombudsman", new { most = 5_000_000 }, 1)),
        AccessTable.District("ExportLedgerSie", Permission.ManageEconomy, at => Get($"economy/years/{at.Today.Year}/sie")),
        AccessTable.District("ExportLedgerTable", Permission.ManageEconomy, at => Get($"economy/years/{at.Today.Year}/vouchers")),

        Row("AssociationGrantsList", Permission.ApplyForGrants, NotFound, _ => Get($"associations/{Places.Karlstad}/grants")),
        Row("AssociationGrantsApply", Permission.ApplyForGrants, NotFound, _ => Post($"associations/{Places.Karlstad}/grants", new { purpose = "Lokal till studiecirkeln.", amount = 250_000 })),
        Row("AssociationGrantsWithdraw", Permission.ApplyForGrants, NotFound, async at => Delete($"associations/{Places.Karlstad}/grants/{await Others(at).AppliedGrantAsync()}")),
        Row("AssociationGrantsReport", Permission.ApplyForGrants, NotFound, async at => Post($"associations/{Places.Karlstad}/grants/{await Others(at).PaidGrantAsync()}/report", new { text = "Tre träffar med tolv deltagare." })),
        AccessTable.District("DecideGrantsList", Permission.ReadEconomy, _ => Get("economy/grants")),
        AccessTable.District("DecideGrantsGive", Permission.ApproveClaims, at => Post("economy/grants", new { associationId = Places.Karlstad, purpose = "Valstuga.", amount = 400_000, reportDue = at.Today.AddDays(90) })),
        AccessTable.District("DecideGrantsDecide", Permission.ApproveClaims, async at => Post($"economy/grants/{await Others(at).AppliedGrantAsync()}/decision", new { amount = 200_000, reportDue = at.Today.AddDays(60), answer = "Lycka till." })),
        AccessTable.District("DecideGrantsUndo", Permission.ApproveClaims, async at => Delete($"economy/grants/{await Others(at).GrantedAsync()}/decision")),
    ];

    private static ClaimGround Own(AccessGround at) => new(at.Host, AccessGround.Caller);

    private static ClaimGround Others(AccessGround at) => new(at.Host, People.IdOf("member"));
}
