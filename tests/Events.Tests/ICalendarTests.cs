using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Events.Calendar;

namespace VpVarmland.Tests;

/// <summary>The feed against a strict reader.</summary>
public sealed class ICalendarTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 29, 18, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void An_event_says_when_where_and_what()
    {
        var calendar = new ICalendar("Vänsterpartiet Värmland", "sv");
        var id = Guid.NewGuid();
        calendar.Add(Entry(id, "Medlemsmöte, Årjäng; val av ombud", "Folkets hus\nÅrjäng") with { Organiser = "Vänsterpartiet Årjäng", Version = 3 });

        var one = Assert.Single(ParsedCalendar.Read(calendar.ToString()).Events);

        Assert.Equal($"{id}@vpvarmland", one["UID"]);
        Assert.Equal("20261129T170000Z", one["DTSTART"]);
        Assert.Equal("20261129T190000Z", one["DTEND"]);
        Assert.Equal("Medlemsmöte, Årjäng; val av ombud", one["SUMMARY"]);
        Assert.Equal("Folkets hus\nÅrjäng", one["LOCATION"]);
        Assert.Equal("Vänsterpartiet Årjäng", one["DESCRIPTION"]);
        Assert.Equal("2", one["SEQUENCE"]);
    }

    [Fact]
    public void An_empty_calendar_is_a_calendar() =>
        Assert.Empty(ParsedCalendar.Read(new ICalendar("Vänsterpartiet Värmland", "sv").ToString()).Events);

    [Fact]
    public void Any_title_comes_back_as_it_went_in()
    {
        var texts = Gen.OneOf(
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get),
            Gen.Choose(0, 200).Select(length => string.Concat(Enumerable.Repeat("å€😀,;\\n", length))),
            Gen.Elements("BEGIN:VEVENT\r\nUID:x", "a\rb\nc\r\nd", "\\n", " led", "", new string('ö', 37) + "x"));
        Prop.ForAll(texts.ToArbitrary(), title =>
        {
            var calendar = new ICalendar(title, "sv");
            calendar.Add(Entry(Guid.NewGuid(), title, title));

            var read = ParsedCalendar.Read(calendar.ToString());

            // Half surrogate pairs cannot be written as UTF-8, and control characters are not allowed.
            var expected = string.Concat(title.ReplaceLineEndings("\n").EnumerateRunes().Select(rune => rune.ToString()).Where(rune => rune == "\n" || !char.IsControl(rune[0])));
            Assert.Equal(expected, read.Events.Single()["SUMMARY"]);
            Assert.Equal(expected, read.Properties["NAME"]);
        }).Check(Config.QuickThrowOnFailure);
    }

    private static ICalendar.Entry Entry(Guid id, string title, string place) =>
        new(id, 1, Start.AddDays(-7), Start, Start.AddHours(2), title, place, null, "membersMeeting");
}
