using System.Text;

namespace VpVarmland.Tests;

/// <summary>A strict reader of RFC 5545, as far as the feed goes: it fails on what a calendar program might stumble over.</summary>
internal sealed class ParsedCalendar
{
    internal required IReadOnlyDictionary<string, string> Properties { get; init; }

    internal required IReadOnlyList<IReadOnlyDictionary<string, string>> Events { get; init; }

    internal static ParsedCalendar Read(string text)
    {
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var physical = text[..^2].Split("\r\n");
        foreach (var line in physical)
        {
            Assert.DoesNotContain(line, char.IsControl);
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75);
            Assert.Equal(line, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line)));
        }
        var lines = text[..^2].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal("END:VCALENDAR", lines[^1]);

        var calendar = new Dictionary<string, string>(StringComparer.Ordinal);
        var events = new List<IReadOnlyDictionary<string, string>>();
        Dictionary<string, string>? current = null;
        foreach (var line in lines[1..^1])
        {
            switch (line)
            {
                case "BEGIN:VEVENT":
                    Assert.Null(current);
                    current = new Dictionary<string, string>(StringComparer.Ordinal);
                    break;
                case "END:VEVENT":
                    Assert.NotNull(current);
                    foreach (var required in new[] { "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY" })
                        Assert.Contains(required, current.Keys);
                    events.Add(current);
                    current = null;
                    break;
                default:
                    var colon = line.IndexOf(':', StringComparison.Ordinal);
                    Assert.True(colon > 0, line);
                    // Each property stands once: the dictionary refuses a second.
                    (current ?? calendar).Add(line[..colon].Split(';')[0], Unescape(line[(colon + 1)..]));
                    break;
            }
        }
        Assert.Null(current);
        Assert.Equal("2.0", calendar["VERSION"]);
        Assert.NotEmpty(calendar["PRODID"]);
        Assert.Equal(events.Count, events.Select(one => one["UID"]).Distinct(StringComparer.Ordinal).Count());
        return new ParsedCalendar { Properties = calendar, Events = events };
    }

    private static string Unescape(string value)
    {
        var text = new StringBuilder();
        for (var index = 0; index < value.Length; index++)
        {
            Assert.False(value[index] is ';' or ',', $"unescaped {value[index]} in {value}");
            if (value[index] != '\\')
            {
                text.Append(value[index]);
                continue;
            }
            var escaped = value[++index];
            Assert.Contains(escaped, "\\;,n");
            text.Append(escaped == 'n' ? '\n' : escaped);
        }
        return text.ToString();
    }
}
