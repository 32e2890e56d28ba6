using VpVarmland.Contracts;

namespace VpVarmland.Gateway.Partners;

/// <summary>What partner clients can be given: each scope opens a few permissions, in the whole district, none of which shows a person.</summary>
internal static class Scopes
{
    /// <summary>Figures without persons.</summary>
    internal const string Statistics = "statistics";

    private static readonly Dictionary<string, Permission[]> Permissions = new(StringComparer.Ordinal)
    {
        [Statistics] = [Permission.ReadStatistics],
    };

    internal static IReadOnlyList<string> ToPermissions(IEnumerable<string> scopes) =>
        [.. scopes.SelectMany(scope => Permissions.GetValueOrDefault(scope, [])).Select(permission => $"{permission.Name}@{TokenClaims.DistrictScope}")];
}
