using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Events.Calendar;

/// <summary>The calendar as a feed that calendar programs subscribe to (RFC 5545): the last month and all that is coming. Public.</summary>
internal static class CalendarFeed
{
    private const int Most = 1000;
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(30);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/calendar.ics", Handle)
        .AllowAnonymous()
        .Produces<string>(contentType: "text/calendar")
        .WithSummary("The calendar for calendar programs (iCalendar)");

    /// <param name="language">"sv" or "en"; otherwise by Accept-Language, which few calendar programs send.</param>
    private static async Task<ContentHttpResult> Handle(HttpContext http, UnitOfWork work, CancellationToken cancel, string? language = null)
    {
        var english = (language ?? Language.Of(http)) == Language.English;
        var rows = await work.ListAsync<Row>(
            """
            select e.id, e.kind, e.title_sv, e.title_en, e.starts_at, e.ends_at, e.attendance, e.place, e.changed_at, e.version, a.name as association_name
            from events e left join associations a on a.id = e.association_id
            where e.ends_at > @since order by e.starts_at, e.id limit @Most
            """, new { since = work.Now - LookBack, Most }, cancel);
        var calendar = new ICalendar(english ? "Left Party Värmland" : "Vänsterpartiet Värmland", english ? Language.English : Language.Swedish);
        foreach (var row in rows)
        {
            calendar.Add(new ICalendar.Entry(row.Id, row.Version, row.ChangedAt, row.StartsAt, row.EndsAt, english ? row.TitleEn : row.TitleSv,
                Location(row, english), row.AssociationName, row.Kind.ToText()));
        }
        return TypedResults.Content(calendar.ToString(), "text/calendar", Encoding.UTF8);
    }

    private static string Location(Row row, bool english) => row.Attendance switch
    {
        Attendance.Digital => english ? "Online" : "Digitalt",
        Attendance.Mixed => row.Place + (english ? " and online" : " och digitalt"),
        _ => row.Place!,
    };

    private sealed record Row(
        Guid Id, EventKind Kind, string TitleSv, string TitleEn, DateTimeOffset StartsAt, DateTimeOffset EndsAt, Attendance Attendance, string? Place,
        DateTimeOffset ChangedAt, int Version, string? AssociationName);
}
