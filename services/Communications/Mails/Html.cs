using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace VpVarmland.Communications.Mails;

/// <summary>
/// A letter as HTML: real headings, paragraphs and lists in one column, no layout tables, no images, nothing loaded from anywhere.
/// Styles stand on the elements, because mail programs drop style sheets; the sheet only adds the dark colours.
/// </summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Font = "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;";

    internal static string Render(Letter letter)
    {
        var body = new StringBuilder();
        foreach (var block in letter.Body)
            body.Append("      ").Append(Render(block, letter.Language)).Append('\n');
        return $$"""
            <!doctype html>
            <html lang="{{letter.Language}}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <meta name="supported-color-schemes" content="light dark">
              <title>{{Encode(letter.Subject)}}</title>
              <style>
                @media (prefers-color-scheme: dark) {
                  .page { background: #1b1817 !important; color: #f1ebe6 !important; }
                  .sheet { background: #262120 !important; border-color: #ff8f85 !important; }
                  .quiet { color: #c4b8b0 !important; }
                  .link { color: #ff9d94 !important; }
                }
              </style>
            </head>
            <body class="page" style="margin:0;padding:24px 12px;background:#f6f2ee;color:#26211f;{{Font}}font-size:17px;line-height:1.5">
              <div style="max-width:36em;margin:0 auto">
                <p class="quiet" style="margin:0 0 12px 24px;color:#665b55;font-size:15px">Vänsterpartiet Värmland</p>
                <main class="sheet" style="background:#ffffff;border-top:4px solid #a3121e;border-radius:6px;padding:24px">
                  <h1 style="margin:0 0 16px;font-size:26px;line-height:1.25;font-weight:650">{{Encode(letter.Subject)}}</h1>
            {{body}}    </main>
                <p class="quiet" style="margin:16px 24px 0;color:#665b55;font-size:14px">{{Encode(Closing.Automatic(letter.Language))}}</p>
              </div>
            </body>
            </html>

            """;
    }

    private static string Render(Block block, string language) => block switch
    {
        Paragraph paragraph => $"""<p style="margin:0 0 16px">{Encode(paragraph.Text)}</p>""",
        Heading heading => $"""<h2 style="margin:24px 0 8px;font-size:19px;line-height:1.3">{Encode(heading.Text)}</h2>""",
        Steps steps => $"""<ol style="margin:0 0 16px;padding-left:1.4em">{string.Concat(steps.Items.Select(item => $"""<li style="margin:0 0 8px">{Encode(item)}</li>"""))}</ol>""",
        Link link => Button(Encode(link.Label), Encode(link.Address.AbsoluteUri), Encode(Closing.PlainLink(language))),
        Note note => $"""<p class="quiet" style="margin:0 0 16px;color:#665b55;font-size:15px">{Encode(note.Text)}</p>""",
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    private static string Button(string label, string address, string plainLink) =>
        $"""
        <p style="margin:24px 0 8px"><a href="{address}" style="display:inline-block;background:#a3121e;color:#ffffff;padding:12px 22px;border-radius:6px;font-weight:600;text-decoration:none">{label}</a></p>
              <p class="quiet" style="margin:0 0 24px;color:#665b55;font-size:14px;overflow-wrap:anywhere">{plainLink} <a class="link" href="{address}" style="color:#a3121e">{address}</a></p>
        """;

    private static string Encode(string text) => Encoder.Encode(text);
}
