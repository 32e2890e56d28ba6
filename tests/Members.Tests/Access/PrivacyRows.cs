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
        AccessTable.District("PrivacyDeskMake", Permission.ManagePrivacy, async at => Post("privacy/requests", new { memberId = (await at.MemberAsync()).Id, kind = "access", identityNote = "Legitimerade sig på expeditionen." })),
        AccessTable.District("PrivacyDeskAnswer", Permission.ManagePrivacy, async at => Post($"privacy/requests/{await at.PrivacyAsync()}/answer", new { granted = true, answer = "Rättat." })),
        AccessTable.District("PrivacyDeskCopy", Permission.ManagePrivacy, async at => Get($"privacy/requests/{await at.PrivacyAsync("access", "done")}/copy")),
    ];
}
