using System.Text.RegularExpressions;

namespace VpVarmland.Tests;

/// <summary>The web app's own tables of addresses, and which of them have been looked at.</summary>
internal sealed partial class Routes
{
    private const string AnyOther = "*";

    private readonly List<string> all;
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);

    internal Routes()
    {
        string[] tables = ["routes.tsx", "signedInRoutes.tsx"];
        all = [.. tables.SelectMany(table => Path().Matches(File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "../../../../gateway/web/src", table)))).Select(match => match.Groups["path"].Value).Distinct()];
        Assert.Contains(AnyOther, all);
        Assert.True(all.Count > 20, $"Only {all.Count} addresses were found.");
    }

    /// <summary>Those that nobody has looked at yet.</summary>
    internal IEnumerable<string> Unvisited => all.Except(visited);

    /// <summary>Notes that the page at this address was looked at.</summary>
    /// <returns>True the first time.</returns>
    internal bool Visit(string address)
    {
        var parts = address.Split('/');
        // The exact one before one with a parameter in that place: /bli-medlem/tack is no token.
        return visited.Add(all.Where(route => Fits(route.Split('/'), parts)).OrderBy(route => route.Count(letter => letter == ':')).FirstOrDefault(AnyOther));
    }

    private static bool Fits(string[] route, string[] address) =>
        route.Length == address.Length && route.Zip(address).All(part => part.First.StartsWith(':') ? part.Second.Length > 0 : part.First == part.Second);

    [GeneratedRegex(@"<Route\s+path=""(?<path>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Path();
}
