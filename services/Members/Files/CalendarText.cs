using System.Globalization;
using System.Text;

namespace VpVarmland.Members.Files;

/// <summary>A calendar as programs read it (RFC 5545), written line by line.</summary>
internal sealed class CalendarText
{
    private const int LongestLine = 75;

    private readonly StringBuilder text = new();

    /// <param name="product">Which of our calendars it is, in one word.</param>
    internal CalendarText(string product, string name)
    {
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", $"PRODID:-//VpVarmland//{product}//SV", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:" + Escape(name), "X-PUBLISHED-TTL:PT6H"])
            Line(line);
    }

    /// <summary>Something that belongs to a day and takes no time of it.</summary>
    internal void Day(Guid id, int version, DateTimeOffset stamp, DateOnly day, string summary, string? description)
    {
        Begin(id, version, stamp);
        Line(string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{day:yyyyMMdd}"));
        Line(string.Create(CultureInfo.InvariantCulture, $"DTEND;VALUE=DATE:{day.AddDays(1):yyyyMMdd}"));
        Tell(summary, description);
        Line("TRANSP:TRANSPARENT");
        Line("END:VEVENT");
    }

    /// <summary>Something that begins at a time. How long it takes is not said.</summary>
    internal void Time(Guid id, int version, DateTimeOffset stamp, DateTimeOffset starts, string summary, string? place, string? description)
    {
        Begin(id, version, stamp);
        Line("DTSTART:" + Instant(starts));
        Tell(summary, description);
        if (place is not null)
            Line("LOCATION:" + Escape(place));
        Line("END:VEVENT");
    }

    internal ContentHttpResult Send(HttpContext http)
    {
        Line("END:VCALENDAR");
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Content(text.ToString(), "text/calendar", Encoding.UTF8);
    }

    private void Begin(Guid id, int version, DateTimeOffset stamp)
    {
        Line("BEGIN:VEVENT");
        Line($"UID:{id}@vpvarmland");
        Line("DTSTAMP:" + Instant(stamp));
        Line(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{version}"));
    }

    private void Tell(string summary, string? description)
    {
        Line("SUMMARY:" + Escape(summary));
        if (description is not null)
            Line("DESCRIPTION:" + Escape(description));
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>§3.3.11. Control characters are not allowed; a line's end is written as two signs.</summary>
    private static string Escape(string told) => new string([.. told.ReplaceLineEndings("\n").Where(letter => letter == '\n' || !char.IsControl(letter))])
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>§3.1: folded at 75 octets without cutting a character, ended with CR LF.</summary>
    private void Line(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
