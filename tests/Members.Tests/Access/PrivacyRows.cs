using VpVarmland.Contracts;
using static VpVarmland.Tests.Access.AccessTable;
using static VpVarmland.Tests.Access.Elsewhere;
using static VpVarmland.Tests.Access.Requests;

namespace VpVarmland.Tests.Access;

/// <summary>The rows of people's rights to their data.</summary>
internal static class PrivacyRows
{
    internal static readonly IReadOnlyList<AccessRow> All =
    [
        Row("OwnPrivacyRead", Permission.Self, Same, _ => Get("me/privacy")),
        Row("OwnPrivacyAsk", Permission.Self, Same, _ => Post("me/privacy/requests", new { kind = "correction", wish = "Jag heter något annat." })),
        Row("OwnPrivacyWithdraw", Permission.Self, Same, async at => Post($"me/privacy/requests/{await at.PrivacyAsync(person: AccessGround.Caller)}/withdrawal")),
        Row("OwnPrivacyEndObjection", Permission.Self, Same, async at => { await at.ObjectAsync(); return Delete("me/privacy/objections/asks"); }),
        Row("OwnPrivacyCopy", Permission.Self, Same, async at => Get($"me/privacy/requests/{await at.PrivacyAsync("access", "done", AccessGround.Caller)}/copy")),
        AccessTable.District("PrivacyDeskList", Permission.ManagePrivacy, _ => Get("privacy/requests")),
        AccessTable.District("PrivacyDeskGet", Permission.ManagePrivacy, async at => Get($"privacy/requests/{await at.PrivacyAsync()}")),
        AccessTable.District("PrivacyDeskMake", Permission.ManagePrivacy, async at => Post("privacy/requests", new { memberId = (await at.MemberAsync()).Id, kind = "correction", wish = "Fel födelseår.", identityNote = "Legitimerade sig på expeditionen." })),
        AccessTable.District("PrivacyDeskAnswer", Permission.ManagePrivacy, async at => Post($"privacy/requests/{await at.PrivacyAsync()}/answer", new { granted = true, answer = "Rättat." })),
        AccessTable.District("PrivacyDeskCopy", Permission.ManagePrivacy, async at => Get($"privacy/requests/{await at.PrivacyAsync("access", "done")}/copy")),
        AccessTable.District("RetentionDeskRead", Permission.ManagePrivacy, _ => Get("privacy/retention")),
        AccessTable.District("RetentionDeskSet", Permission.ManagePrivacy, _ => Put("privacy/retention/asks", new { months = 20 }, 1)),
        AccessTable.District("RetentionDeskStart", Permission.ManagePrivacy, _ => Put("privacy/retention", new { isOn = false }, 1)),
        Row("ConsentsReadMine", Permission.Self, Same, _ => Get("me/consents")),
        Row("ConsentsGiveMine", Permission.Self, Same, _ => Post("me/consents", new { textVersion = 1 })),
        Row("ConsentsWithdrawMine", Permission.Self, Same, _ => Delete("me/consents")),
        Row("ConsentsRead", Permission.EditRegister, NotFound, async at => Get($"people/{(await at.MemberAsync()).Id}/consents")),
        Row("ConsentsGive", Permission.EditRegister, NotFound, async at => Post($"people/{(await at.MemberAsync()).Id}/consents", new { textVersion = 1, how = "paper" })),
        Row("ConsentsWithdraw", Permission.EditRegister, NotFound, async at => Delete($"people/{(await at.MemberAsync()).Id}/consents")),
        Row("GivenNumbersReadMine", Permission.Self, Same, _ => Get("me/personal-number")),
        Row("GivenNumbersGiveMine", Permission.Self, Same, _ => Put("me/personal-number", new { number = "197705252398" }, 1)),
        Row("GivenNumbersRemoveMine", Permission.Self, Same, _ => Delete("me/personal-number")),
        Row("GivenNumbersRead", Permission.EditRegister, NotFound, async at => Get($"people/{(await at.MemberAsync()).Id}/personal-number")),
        Row("GivenNumbersGive", Permission.EditRegister, NotFound, async at => Put($"people/{await at.WithoutNumberAsync("197905232380")}/personal-number", new { number = "197905232380" }, 1)),
        Row("GivenNumbersRemove", Permission.EditRegister, NotFound, async at => Delete($"people/{(await at.MemberAsync()).Id}/personal-number")),
        Row("GivenNumbersReveal", Permission.ReadPersonalNumber, NotFound, async at => Post($"people/{await at.WithNumberAsync("189001019802")}/personal-number/reveal", new { reason = "Redovisning till ABF" })),
    ];
}
