using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace VpVarmland.Gateway.Development;

/// <summary>The demo's accounts: JSON for programs, a page with a button each for browsers.</summary>
internal static class ListUsers
{
    internal sealed record Partner(string ClientId, string ClientSecret);

    internal sealed record Response(IReadOnlyList<DemoUser> Users, Partner PartnerClient);

    internal static void Map(IEndpointRouteBuilder dev)
    {
        dev.MapGet("/users", Handle).AllowAnonymous().ExcludeFromDescription();
        dev.MapGet("/users.js", () => TypedResults.Text(Script, "text/javascript")).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<Results<Ok<Response>, ContentHttpResult>> Handle(HttpContext http, DemoUsers users, DemoPartner partner, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        var response = new Response(await users.ListAsync(cancel), new Partner(DemoPartner.Id, partner.ClientSecret));
        return http.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html")
            ? TypedResults.Content(Page(response), "text/html", Encoding.UTF8)
            : TypedResults.Ok(response);
    }

    private static string Page(Response response)
    {
        var rows = string.Concat(response.Users.Select(user => $"""
            <tr><td><button type="button" data-role="{user.Role}">Logga in</button></td><td>{Html(user.Name)}</td><td>{Html(user.Email)}</td>
            <td><code>{user.TotpSecret ?? "–"}</code></td></tr>
            """));
        return $$"""
            <!doctype html>
            <html lang="sv">
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Demokonton – VpVarmland</title>
            <style>
              :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif } body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
              table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #8884 }
              button { font: inherit; padding: .3rem .8rem } code { overflow-wrap: anywhere }
            </style>
            <h1>Demokonton</h1>
            <p>Finns bara i utvecklingsläge. Knappen loggar in med båda faktorerna. Den vanliga vägen fungerar också: be om en länk på <a href="/logga-in">/logga-in</a>,
            läs den på <a href="/dev/mail">/dev/mail</a> och ge koden från en autentiseringsapp med hemligheten nedan.</p>
            {{(response.Users.Count == 0 ? "<p><strong>Demodistriktet läggs upp. Ladda om sidan om en stund.</strong></p>" : "")}}
            <table><thead><tr><th></th><th>Uppdrag</th><th>E-post</th><th>Hemlighet för engångskod</th></tr></thead><tbody>{{rows}}</tbody></table>
            <h2>Partner</h2>
            <p><code>{{response.PartnerClient.ClientId}}</code> / <code>{{response.PartnerClient.ClientSecret}}</code> hos <code>POST /connect/token</code></p>
            <script src="/dev/users.js"></script>
            </html>
            """;
    }

    private const string Script = """
        for (const button of document.querySelectorAll('[data-role]'))
          button.addEventListener('click', async () => {
            const answer = await fetch(`/dev/users/${button.dataset.role}/sign-in`, { method: 'POST' });
            if (answer.ok) location.href = '/'; else alert((await answer.json()).title);
          });
        """;

    private static string Html(string text) => HtmlEncoder.Default.Encode(text);
}
