using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VpVarmland.Events.Calendar;
using VpVarmland.ServiceDefaults.Time;

namespace VpVarmland.Events.Demo;

/// <summary>
/// The demo district's year, by rules of the calendar rather than by dates, so that it looks the same around any day: chair meetings
/// (goal G7), theme seminars (G8), study circles (G10), Vänsterdagarna in November (A2), the annual conference before the end of
/// March (statutes §53).
/// </summary>
internal static class DemoYear
{
    /// <summary>An association that holds meetings.</summary>
    internal sealed record Host(Guid Id, string Name);

    private static readonly string[] Themes =
        ["vården i hela länet", "kollektivtrafiken", "arbetsmiljö och arbetsrätt", "klimat och landsbygd", "skolan", "bostäder åt alla"];

    private static readonly string[] ThemesInEnglish =
        ["health care in the whole county", "public transport", "working conditions and labour law", "climate and countryside", "schools", "housing for all"];

    /// <summary>The events of these days; the same event has the same id whenever it is asked for.</summary>
    internal static IEnumerable<CalendarEvent> Between(DateOnly first, DateOnly last, IReadOnlyList<Host> associations)
    {
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
        {
            foreach (var one in District(month).Concat(associations.SelectMany((host, index) => Local(month, host, index))))
            {
                if (SwedishTime.DateOf(one.StartsAt) is var day && day >= first && day <= last)
                    yield return one;
            }
        }
    }

    private static IEnumerable<CalendarEvent> District(DateOnly month)
    {
        if (month.Month is 1 or 3 or 5 or 9 or 11)
        {
            var inTheRoom = month.Month is 3 or 9;
            yield return Event(EventKind.ChairMeeting, "Ordförandeträff", "Chair meeting", Nth(2, DayOfWeek.Tuesday, month), 18, 2,
                inTheRoom ? Attendance.Physical : Attendance.Digital, inTheRoom ? "Folkets hus, Karlstad" : null);
        }
        if (month.Month is 2 or 4 or 10)
        {
            var theme = (month.Year * 3 + month.Month) % Themes.Length;
            yield return Event(EventKind.ThemeSeminar, $"Temaseminarium: {Themes[theme]}", $"Theme seminar: {ThemesInEnglish[theme]}",
                Nth(3, DayOfWeek.Saturday, month), 10, 5, Attendance.Mixed, "Stadsbiblioteket, Karlstad");
        }
        if (month.Month == 3)
            yield return Event(EventKind.Conference, "Distriktsårskonferens", "District annual conference", Nth(3, DayOfWeek.Saturday, month), 10, 7, Attendance.Physical, "Folkets hus, Kristinehamn");
        if (month.Month == 11)
            yield return Event(EventKind.Conference, "Vänsterdagarna", "Vänsterdagarna, the party's days of studies", Nth(3, DayOfWeek.Friday, month), 17, 46, Attendance.Physical, "Folkets hus, Göteborg");
        if (month.Month == 6)
            yield return Event(EventKind.Other, "Sommarträff vid Klarälven", "Summer gathering by the river", Nth(1, DayOfWeek.Saturday, month), 13, 4, Attendance.Physical, "Sandgrund, Karlstad");
        if (month.Month is 2 or 9)
            yield return Event(EventKind.StudyCircle, "Studiecirkel för nya medlemmar", "Study circle for new members", Nth(1, DayOfWeek.Monday, month), 18, 2, Attendance.Digital, null);
    }

    private static IEnumerable<CalendarEvent> Local(DateOnly month, Host host, int index)
    {
        // A quarter's meetings are spread over its months and weeks; nobody meets in July.
        if ((month.Month + index) % 3 == 0 && month.Month != 7)
        {
            yield return Event(EventKind.MembersMeeting, $"Medlemsmöte, {host.Name}", $"Members' meeting, {host.Name}",
                Nth(1 + (index % 4), DayOfWeek.Wednesday, month), 18, 2, index % 3 == 0 ? Attendance.Mixed : Attendance.Physical, "Föreningslokalen", host.Id);
        }
    }

    private static CalendarEvent Event(
        EventKind kind, string titleSv, string titleEn, DateOnly day, int hour, int hours, Attendance attendance, string? place, Guid? host = null)
    {
        var start = SwedishTime.StartOf(day).AddHours(hour);
        var key = string.Create(CultureInfo.InvariantCulture, $"{kind} {day:O} {host}");
        return new CalendarEvent(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16)), kind, titleSv, titleEn, start, start.AddHours(hours), attendance, place, host, null);
    }

    private static DateOnly Nth(int which, DayOfWeek weekday, DateOnly month) =>
        month.AddDays(((int)weekday - (int)month.DayOfWeek + 7) % 7 + (7 * (which - 1)));
}
