using VpVarmland.Contracts;

namespace VpVarmland.Gateway.Partners;

/// <summary>What partner clients can be given: each scope opens a few permissions, in the whole district, none of which shows a person.</summary>
internal static class Scopes
{
    /// <summary>Figures without persons.</summary>
    internal const string Statistics = "statistics";

    /// <summary>The operating plan and how far it has come.</summary>
    internal const string Plan = "plan";

    private static readonly Dictionary<string, Permission[]> Permissions = new(StringComparer.Ordinal)
    {
        [Statistics] = [Permission.ReadStatistics],
        [Plan] = [Permission.ReadPlan],
    };

    /// <summary>Every scope there is.</summary>
    internal static IReadOnlyCollection<string> All => Permissions.Keys;

    internal static IReadOnlyList<string> ToPermissions(IEnumerable<string> scopes) =>
        [.. scopes.SelectMany(scope => Permissions.GetValueOrDefault(scope, [])).Select(permission => $"{permission.Name}@{TokenClaims.DistrictScope}")];
}
