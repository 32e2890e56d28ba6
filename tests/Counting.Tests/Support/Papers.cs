using System.Globalization;
using System.Text;

namespace VpVarmland.Tests.Support;

/// <summary>Writes elections the short way: papers as "12 A B=C", candidates as letters.</summary>
internal static class Papers
{
    /// <summary>An election of the candidates A, B, C … with the given papers; "-C" withdraws C.</summary>
    public static Election Election(int candidates, int seats, params string[] papers) =>
        BltReader.Read(Blt(candidates, seats, papers)).Require();

    /// <summary>The same as the text of a BLT file.</summary>
    public static string Blt(int candidates, int seats, params string[] papers)
    {
        var blt = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{candidates} {seats}");
        foreach (var paper in papers.OrderBy(p => p[0] != '-'))
        {
            var numbers = string.Concat(paper.Select(c =>
                char.IsAsciiLetterUpper(c) ? (c - 'A' + 1).ToString(CultureInfo.InvariantCulture) : c.ToString()));
            blt.AppendLine(paper[0] == '-' ? numbers : numbers + " 0");
        }

        blt.AppendLine("0");
        for (var i = 0; i < candidates; i++)
        {
            blt.AppendLine(CultureInfo.InvariantCulture, $"\"{(char)('A' + i)}\"");
        }

        return blt.AppendLine("\"Test\"").ToString();
    }

    /// <summary>Counts, expecting that the settings can be met.</summary>
    public static CountResult Count(this Election election, Method method, CountOptions? options = null) =>
        Counter.Count(method, election, options ?? CountOptions.Default).Require();

    /// <summary>The elected as letters, in the order of election.</summary>
    public static string Elected(this CountResult result) => Letters(result.Elected.Select(e => e.Candidate));

    /// <summary>The ranking as letters, equal candidates within parentheses.</summary>
    public static string Ranked(this CountResult result) =>
        string.Concat(result.Ranking.Select(r => r.Count == 1 ? Letters(r) : $"({Letters(r)})"));

    /// <summary>The tied of an undecided count as letters.</summary>
    public static string Tied(this CountResult result) => Letters(result.Undecided?.Candidates ?? []);

    /// <summary>A candidate's total at a stage.</summary>
    public static string Total(this CountResult result, char candidate, int stage) =>
        result.Stages[stage - 1].Totals[candidate - 'A' + 1].ToString();

    /// <summary>Lots as letters, most favoured first.</summary>
    public static CountOptions Lots(params string[] lots) => CountOptions.Default with
    {
        Lots = new Lots<int>([.. lots.Select(l => l.Select(c => c - 'A' + 1).ToList())]),
    };

    private static string Letters(IEnumerable<int> numbers) => string.Concat(numbers.Select(n => (char)('A' + n - 1)));
}
