using Microsoft.AspNetCore.Identity;
using VpVarmland.Contracts;

namespace VpVarmland.Gateway.Accounts;

/// <summary>
/// A sign-in address and the member it belongs to, as ASP.NET Core Identity keeps it. Made, changed and closed by events from
/// Members; the columns that those events own are written by SQL alone (see <see cref="MemberEvents"/>) and are not mapped here.
/// </summary>
internal sealed class Account : IdentityUser<Guid>
{
    public Guid MemberId { get; set; }

    /// <summary>The membership's state as text, see <see cref="Open"/>.</summary>
    public string State { get; set; } = "";

    /// <summary>The states in which a person can sign in.</summary>
    internal static readonly string[] Open =
        [.. new[] { MembershipState.Applicant, MembershipState.Paid, MembershipState.Member }.Select(ServiceDefaults.Database.SqlMapping.ToText)];

    internal bool IsOpen => Open.Contains(State, StringComparer.Ordinal);
}
