using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using VpVarmland.ServiceDefaults.Time;

namespace VpVarmland.Communications.DevMail;

/// <summary>The dev mailbox as pages: a list, and one mail in both its bodies.</summary>
internal static class DevMailPages
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    internal static string List(IReadOnlyList<DevMessage> mails, string? to) => Layout("Utgående mejl",
        $"""
        <form method="get"><label for="to">Till</label> <input id="to" name="to" type="email" value="{Encode(to ?? "")}"> <button>Visa</button></form>
        {(mails.Count == 0
            ? "<p>Inga mejl än. De dyker upp här så snart plattformen skickar något.</p>"
            : $"<ul class=\"mails\">{string.Concat(mails.Select(Row))}</ul>")}
        """);

    internal static string Detail(DevMessage mail) => Layout(mail.Subject,
        $"""
        <p><a href="/dev/mail">Alla mejl</a></p>
        <dl>
          <dt>Till</dt><dd>{Encode(mail.To)}</dd>
          <dt>Från</dt><dd>{Encode(mail.Headers.GetValueOrDefault("From", mail.From))}</dd>
          <dt>Kom</dt><dd>{At(mail.At)}</dd>
        </dl>
        <h2>Som HTML</h2>
        {(mail.Html is null ? "<p>Mejlet har ingen HTML-del.</p>" : Frame(mail.Html))}
        <h2>Som text</h2>
        <pre>{Encode(mail.Text ?? "Mejlet har ingen textdel.")}</pre>
        <h2>Brevhuvud</h2>
        <dl>{string.Concat(mail.Headers.Select(header => $"<dt>{Encode(header.Key)}</dt><dd>{Encode(header.Value)}</dd>"))}</dl>
        """);

    // Sandboxed without scripts or our origin; links open beside, as they do from a mail program.
    private static string Frame(string html) =>
        $"""<iframe title="Mejlet som HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="{Encode(html.Replace("<head>", "<head><base target=\"_blank\">", StringComparison.Ordinal))}"></iframe>""";

    private static string Row(DevMessage mail) => string.Create(CultureInfo.InvariantCulture,
        $"""<li><a href="/dev/mail/{mail.Id}">{Encode(mail.Subject.Length > 0 ? mail.Subject : "(utan ämne)")}</a><br><span>{Encode(mail.To)} · {At(mail.At)}</span></li>""");

    private static string At(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, SwedishTime.Zone).ToString("ddd d MMM yyyy 'kl.' HH.mm", CultureInfo.GetCultureInfo("sv-SE"));

    private static string Layout(string title, string body) =>
        $$"""
        <!doctype html>
        <html lang="sv">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>{{Encode(title)}} · Utvecklingens brevlåda</title>
          <style>
            body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 17px/1.5 system-ui, sans-serif; background: #f6f2ee; color: #26211f; }
            h1 { font-size: 1.6rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
            a { color: #a3121e; }
            input, button { font: inherit; padding: .35rem .6rem; min-height: 44px; }
            .mails { list-style: none; padding: 0; } .mails li { padding: .7rem 0; border-top: 1px solid #d8cfc8; } .mails span { color: #665b55; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; } dd { margin: 0; overflow-wrap: anywhere; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 1rem; background: #fff; border-radius: 6px; }
            iframe { width: 100%; height: 44rem; border: 1px solid #d8cfc8; border-radius: 6px; }
            @media (prefers-color-scheme: dark) {
              body { background: #1b1817; color: #f1ebe6; } a { color: #ff9d94; } pre { background: #262120; } .mails span { color: #c4b8b0; }
            }
          </style>
        </head>
        <body>
          <main>
            <h1>{{Encode(title)}}</h1>
            {{body}}
          </main>
        </body>
        </html>

        """;

    private static string Encode(string text) => Encoder.Encode(text);
}
