using UglyToad.PdfPig;
using VpVarmland.Members.ConferenceReports;
using VpVarmland.Members.RegionGroup.Report;

namespace VpVarmland.Tests.RegionGroup;

/// <summary>Reports as paper: a text's sections, paragraphs and points.</summary>
public sealed class PaperTests
{
    [Fact]
    public void A_text_becomes_sections_with_paragraphs_and_points()
    {
        var paper = Paper.OfText("Rapport", "Före.\r\n\r\n## Ett\n\nStycke\nsamma stycke.\n\nNytt stycke:\n- a\n- b\n\n## Två\n\n## Tre\n- c\n\n- d", null);
        Assert.Equal(["", "Ett", "Två", "Tre"], paper.Sections.Select(section => section.Title));
        Assert.Equal(["p:Stycke/samma stycke.", "p:Nytt stycke:", "l:a/b"], Blocks(1));
        Assert.Equal([], Blocks(2));
        Assert.Equal(["l:c", "l:d"], Blocks(3));
        var told = new Paper("Rapport", null, [paper.Sections[0], new PaperSection("Mål", "Läget.", new ReportTable(["Mål", "Läge"], [["G1", "Nått"], ["G2", "Inte nått"]]))]).Text();
        Assert.Equal("Före.\n\n## Mål\n\nLäget.\n\n- G1 | Nått\n- G2 | Inte nått", told);

        IEnumerable<string> Blocks(int section) => Paper.Blocks(paper.Sections[section].Text).Select(block => $"{(block.IsPoints ? 'l' : 'p')}:{string.Join('/', block.Lines)}");
    }

    [Fact]
    public void Points_stand_in_the_PDF_behind_a_dash_and_a_long_one_breaks()
    {
        var paper = Paper.OfText("Rapport", $"## Punkter\n\n- {string.Join(' ', Enumerable.Repeat("Kollektivtrafik", 30))}\n- Sist", new DateOnly(2026, 2, 14));
        using var pdf = PdfDocument.Open(PaperPdf.Of(paper));
        var text = pdf.GetPage(1).Text;
        Assert.Contains("Antagen 2026-02-14", text, StringComparison.Ordinal);
        Assert.Contains("–Kollektivtrafik", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("–Sist", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_of_which_nothing_is_known_says_so_under_every_heading()
    {
        var text = RegionReportText.Of(new RegionFacts([], [], [], [], []));
        Assert.Equal(5, text.Split("## ").Length - 1);
        Assert.Equal(5, text.Split('\n').Count(line => line.EndsWith('.')));
    }
}
