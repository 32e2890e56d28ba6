using System.Globalization;
using System.Text;

namespace VpVarmland.Members.Care;

/// <summary>
/// The next steps of those cases that somebody has, for their calendar program (RFC 5545), at an address that is a secret. Whole days, what is to be done and
/// in which association: whom it is about stands behind the sign-in and its second factor.
/// </summary>
internal static class CareCalendar
{
    private const int Most = 300, LongestLine = 75;

    private sealed record Row(Guid Id, CareReason Reason, int Step, DateTimeOffset DueAt, DateTimeOffset OpenedAt, int Version, string AssociationName, string Language);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/care/calendar/{secret}.ics", Handle)
        .AllowAnonymous()
        .Produces<string>(contentType: "text/calendar")
        .WithSummary("Due steps for a calendar program, at a secret address");

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Handle(string secret, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        // Whoever no longer may work with care no longer gets anything by an address from before.
        var person = await work.FindAsync<Guid?>(
            """
            select person_id from care_workers where calendar_hash = @hash and exists (
                select from assignments held join assignment_permissions allowed on allowed.kind = held.kind and allowed.permission in ('care:work', 'care:exit')
                where held.person_id = care_workers.person_id and held.ended_on is null and held.from_date <= @today)
            """, new { hash = MyCare.HashOf(secret), today }, cancel);
        if (person is null)
            return CommonFailures.NotFound.ToProblem(http);
        var plans = await CarePlans.AllAsync(work, cancel);
        var rows = await work.ListAsync<Row>(
            """
            select care.id, care.reason, care.step, care.due_at, care.opened_at, care.version, association.name as association_name, me.language
            from care_cases care join associations association on association.id = care.association_id join people me on me.id = care.assignee_id
            where care.assignee_id = @person and care.state = 'open' order by care.due_at, care.id limit @Most
            """, new { person, Most }, cancel);
        var calendar = new StringBuilder();
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//VpVarmland//Care//SV", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Medlemsvård", "X-PUBLISHED-TTL:PT6H"])
            Line(calendar, line);
        foreach (var row in rows)
        {
            var day = SwedishTime.DateOf(row.DueAt);
            var steps = plans[row.Reason];
            var step = steps[Math.Min(row.Step, steps.Count - 1)];
            Line(calendar, "BEGIN:VEVENT");
            Line(calendar, $"UID:{row.Id}@vpvarmland");
            Line(calendar, $"DTSTAMP:{row.OpenedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            Line(calendar, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{row.Version}"));
            Line(calendar, string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{day:yyyyMMdd}"));
            Line(calendar, string.Create(CultureInfo.InvariantCulture, $"DTEND;VALUE=DATE:{day.AddDays(1):yyyyMMdd}"));
            Line(calendar, "SUMMARY:" + Escape(row.Language == Language.English ? step.English : step.Swedish));
            Line(calendar, "DESCRIPTION:" + Escape(row.AssociationName));
            Line(calendar, "TRANSP:TRANSPARENT");
            Line(calendar, "END:VEVENT");
        }
        Line(calendar, "END:VCALENDAR");
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Content(calendar.ToString(), "text/calendar", Encoding.UTF8);
    }

    /// <summary>§3.3.11. Control characters are not allowed.</summary>
    private static string Escape(string text) => new string([.. text.Where(letter => !char.IsControl(letter))])
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);

    /// <summary>§3.1: folded at 75 octets without cutting a character, ended with CR LF.</summary>
    private static void Line(StringBuilder calendar, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                calendar.Append("\r\n ");
                octets = 1;
            }
            calendar.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        calendar.Append("\r\n");
    }
}
