using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace VpVarmland.Members.ConferenceReports;

/// <summary>A report as one page of HTML that stands by itself: read, printed, or pasted into another document.</summary>
internal static class PaperHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Style =
        """
        body { font: 1rem/1.6 "Schibsted Grotesk", system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff }
        h1 { font-size: 2rem; line-height: 1.2 } h2 { font-size: 1.25rem; margin-top: 2.5rem; break-after: avoid } p { white-space: pre-line }
        table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #d5d5d5 } tr { break-inside: avoid }
        .draft { color: #6b3a00 }
        """;

    internal static byte[] Of(Paper paper)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>").Append(Encoder.Encode(paper.Title)).Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<main>\n");
        Element("h1", paper.Title);
        page.Append("<p").Append(paper.AdoptedOn is null ? " class=\"draft\">" : ">").Append(Encoder.Encode(paper.Standing)).Append("</p>\n");
        foreach (var section in paper.Sections)
        {
            if (section.Title.Length > 0)
                Element("h2", section.Title);
            foreach (var block in Paper.Blocks(section.Text))
                Block(block);
            if (section.Table.Headings.Count > 0)
                Table(section.Table);
        }
        page.Append("</main>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());

        void Element(string name, string text) => page.Append('<').Append(name).Append('>').Append(Encoder.Encode(text)).Append("</").Append(name).Append(">\n");

        void Block(PaperBlock block)
        {
            if (!block.IsPoints)
            {
                Element("p", string.Join('\n', block.Lines));
                return;
            }
            page.Append("<ul>\n");
            foreach (var point in block.Lines)
                Element("li", point);
            page.Append("</ul>\n");
        }

        void Table(ReportTable table)
        {
            page.Append("<table>\n<thead><tr>");
            foreach (var heading in table.Headings)
                page.Append("<th scope=\"col\">").Append(Encoder.Encode(heading)).Append("</th>");
            page.Append("</tr></thead>\n<tbody>\n");
            foreach (var row in table.Rows)
            {
                page.Append("<tr>");
                foreach (var cell in row)
                    page.Append("<td>").Append(Encoder.Encode(cell)).Append("</td>");
                page.Append("</tr>\n");
            }
            page.Append("</tbody>\n</table>\n");
        }
    }
}
