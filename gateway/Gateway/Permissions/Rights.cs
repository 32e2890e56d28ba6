using VpVarmland.Contracts;
using VpVarmland.Gateway.Accounts;

namespace VpVarmland.Gateway.Permissions;

/// <summary>What an account may do: the one rule from membership, assignments, day and second factor to permissions.</summary>
/// <param name="Permissions">As in the token: <c>register:read@&lt;association id&gt;</c>, sorted.</param>
/// <param name="NeedsSecondFactor">True where a right waits for, or was given on, a second factor.</param>
internal sealed record Rights(IReadOnlyList<string> Permissions, bool NeedsSecondFactor)
{
    private static readonly Grant OwnPerson = new(Permission.Self.Name, null);

    internal static Rights Of(string state, IEnumerable<Assignment> assignments, DateOnly today, bool hasSecondFactor)
    {
        if (!Account.Open.Contains(state, StringComparer.Ordinal))
            return new Rights([], false);
        var grants = assignments.Where(assignment => assignment.CountsOn(today)).SelectMany(assignment => assignment.Grants).Prepend(OwnPerson).ToList();
        return new Rights(
            [.. grants.Where(grant => hasSecondFactor || !NeedsFactor(grant)).Select(Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            grants.Any(NeedsFactor));
    }

    // A permission that this release does not know is guarded as if it opened the register.
    private static bool NeedsFactor(Grant grant) => !Permission.All.TryGetValue(grant.Permission, out var known) || known.NeedsSecondFactor;

    private static string Text(Grant grant) => $"{grant.Permission}@{grant.AssociationId?.ToString() ?? TokenClaims.DistrictScope}";
}
