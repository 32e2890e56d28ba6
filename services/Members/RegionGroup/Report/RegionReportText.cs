using System.Globalization;
using System.Text;
using VpVarmland.Members.RegionGroup.Bodies;

namespace VpVarmland.Members.RegionGroup.Report;

/// <summary>The report's first text, in Swedish like everything that a conference adopts. Says what is known and that the rest is not. Pure.</summary>
internal static class RegionReportText
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    internal static string Of(RegionFacts facts)
    {
        var text = new StringBuilder();
        Section("Regiongruppen", facts.Places.GroupBy(place => place.Body).Select(body =>
            $"{body.Key}: {string.Join("; ", body.GroupBy(place => place.Function).Select(function => $"{NameOf(function.Key, function.Count())} {string.Join(", ", function.Select(place => place.Name))}"))}"), "Ingen uppgift.");
        Section("Möten i regionen", facts.Meetings.Select(held => $"{held.Body}: {(held.Meetings == 1 ? "1 möte" : $"{held.Meetings} möten")}"), "Inga möten finns i kalendern för året.");
        Section("Frågor som gruppen har förberett", facts.Matters.Select(matter => $"{matter.Title} ({matter.Body}, {Day(SwedishTime.DateOf(matter.StartsAt))})"), "Ingen uppgift.");
        Section("Antagna ståndpunkter", facts.Positions.Select(position => $"{AreaName(position.Area)}: {position.Title}, antagen {Day(position.AdoptedOn)}"), "Inga ståndpunkter antogs under året.");
        Section("Underlag till partiföreningarna", facts.Papers.Select(one => $"{one.Title}: läst av {one.Read} av {one.Associations} partiföreningar"), "Inget underlag publicerades under året.");
        return text.ToString().Trim();

        void Section(string title, IEnumerable<string> points, string none)
        {
            text.Append(text.Length == 0 ? "## " : "\n## ").Append(title).Append("\n\n");
            var before = text.Length;
            foreach (var point in points)
                text.Append("- ").Append(point.ReplaceLineEndings(" ")).Append('\n');
            if (text.Length == before)
                text.Append(none).Append('\n');
        }
    }

    internal static string AreaName(RegionArea area) => area switch
    {
        RegionArea.Care => "Hälso- och sjukvård",
        RegionArea.PublicTransport => "Kollektivtrafik",
        RegionArea.Culture => "Kultur och bildning",
        RegionArea.Development => "Regional utveckling",
        RegionArea.Climate => "Klimat och miljö",
        RegionArea.Staff => "Personal",
        RegionArea.Economy => "Ekonomi",
        _ => "Övrigt",
    };

    private static string NameOf(RegionFunction function, int count) => function switch
    {
        RegionFunction.Chair => "ordförande",
        RegionFunction.DeputyChair => "vice ordförande",
        RegionFunction.Member => count == 1 ? "ledamot" : "ledamöter",
        _ => "ersättare",
    };

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Swedish);
}
