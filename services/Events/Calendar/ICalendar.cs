using System.Globalization;
using System.Text;

namespace VpVarmland.Events.Calendar;

/// <summary>Writes a calendar as RFC 5545 wants it: CR LF, lines folded at 75 octets, text escaped, instants in UTC.</summary>
/// <param name="name">What subscribers see the calendar called.</param>
/// <param name="language">Of its texts: "sv" or "en".</param>
internal sealed class ICalendar(string name, string language)
{
    private const int LongestLine = 75;
    private readonly StringBuilder events = new();

    /// <summary>One event.</summary>
    /// <param name="Version">Starts at 1; each change raises it, so that subscribers take the newer.</param>
    /// <param name="ChangedAt">When it was last changed.</param>
    /// <param name="Organiser">The association that holds it; null for the district.</param>
    internal sealed record Entry(
        Guid Id, int Version, DateTimeOffset ChangedAt, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Title, string Location, string? Organiser, string Category);

    internal void Add(Entry entry)
    {
        Line(events, "BEGIN", "VEVENT");
        Line(events, "UID", $"{entry.Id}@vpvarmland");
        Line(events, "DTSTAMP", Instant(entry.ChangedAt));
        Line(events, "LAST-MODIFIED", Instant(entry.ChangedAt));
        Line(events, "SEQUENCE", (entry.Version - 1).ToString(CultureInfo.InvariantCulture));
        Line(events, "DTSTART", Instant(entry.StartsAt));
        Line(events, "DTEND", Instant(entry.EndsAt));
        Line(events, $"SUMMARY;LANGUAGE={language}", Escape(entry.Title));
        Line(events, $"LOCATION;LANGUAGE={language}", Escape(entry.Location));
        if (entry.Organiser is not null)
            Line(events, "DESCRIPTION", Escape(entry.Organiser));
        Line(events, "CATEGORIES", Escape(entry.Category));
        Line(events, "END", "VEVENT");
    }

    public override string ToString()
    {
        var calendar = new StringBuilder();
        Line(calendar, "BEGIN", "VCALENDAR");
        Line(calendar, "VERSION", "2.0");
        Line(calendar, "PRODID", "-//VpVarmland//Calendar//SV");
        Line(calendar, "CALSCALE", "GREGORIAN");
        Line(calendar, "METHOD", "PUBLISH");
        // RFC 7986 has NAME and REFRESH-INTERVAL; the X- properties are what older programs read instead.
        Line(calendar, "NAME", Escape(name));
        Line(calendar, "X-WR-CALNAME", Escape(name));
        Line(calendar, "REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        Line(calendar, "X-PUBLISHED-TTL", "PT6H");
        calendar.Append(events);
        Line(calendar, "END", "VCALENDAR");
        return calendar.ToString();
    }

    /// <summary>§3.3.11: backslash, semicolon, comma and line break; other control characters are not allowed and left out.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            _ = character switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(character),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(character) => escaped,
                _ => escaped.Append(character),
            };
        }
        return escaped.ToString();
    }

    /// <summary>§3.1: at most 75 octets a line, continued after CR LF and a space, never within a character.</summary>
    private static void Line(StringBuilder calendar, string property, string value)
    {
        var octets = 0;
        foreach (var rune in $"{property}:{value}".EnumerateRunes())
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

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
