using System.Globalization;
using System.Text;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Communications.DevMail;

/// <summary><c>/dev/mail</c>: every mail of this Development platform, as pages for people and as JSON for programs.</summary>
internal static class DevMailDoor
{
    /// <summary>Mails on one page; a page for developers needs no second.</summary>
    private const int Most = 200;

    internal static void MapDevMail(this WebApplication app)
    {
        var mails = app.MapGroup("/dev/mail").AllowAnonymous().ExcludeFromDescription();
        mails.MapGet("/", ListAsync);
        mails.MapGet("/{id:long}", ShowAsync);
    }

    /// <param name="to">Only mails to this address.</param>
    /// <param name="after">Only mails newer than this: a mail's id, or an instant.</param>
    private static async Task<IResult> ListAsync(HttpContext http, DevMailbox mailbox, CancellationToken cancel, string? to = null, string? after = null)
    {
        long? newerThan = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        DateTimeOffset? since = DateTimeOffset.TryParse(after, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
        if (!string.IsNullOrEmpty(after) && newerThan is null && since is null)
            return CommonFailures.Malformed.ToProblem(http);
        var mails = await mailbox.ListAsync(string.IsNullOrWhiteSpace(to) ? null : to.Trim(), newerThan, newerThan is null ? since : null, Most, cancel);
        return WantsPage(http) ? Page(http, DevMailPages.List(mails, to)) : TypedResults.Ok(mails);
    }

    private static async Task<IResult> ShowAsync(long id, HttpContext http, DevMailbox mailbox, CancellationToken cancel) =>
        await mailbox.FindAsync(id, cancel) is not { } mail ? CommonFailures.NotFound.ToProblem(http)
        : WantsPage(http) ? Page(http, DevMailPages.Detail(mail))
        : TypedResults.Ok(mail);

    private static bool WantsPage(HttpContext http) => http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static IResult Page(HttpContext http, string html)
    {
        // Styles are in the page and in the mails; nothing runs, nothing is loaded.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'self'";
        return TypedResults.Content(html, "text/html", Encoding.UTF8);
    }
}
