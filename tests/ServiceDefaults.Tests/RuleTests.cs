using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Time;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Tests;

/// <summary>Small rules that everything leans on.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData("namn@exempel.se", true)]
    [InlineData(" namn.efternamn+parti@mail.exempel.se ", true)]
    [InlineData("å@exempel.se", true)]
    [InlineData("namn@exempel", false)]
    [InlineData("namn exempel@exempel.se", false)]
    [InlineData("namn@@exempel.se", false)]
    [InlineData("Namn <namn@exempel.se>", false)]
    [InlineData("namn@exempel.se, annan@exempel.se", false)]
    [InlineData("@exempel.se", false)]
    [InlineData("namn@exempel.se\r\nBcc: alla@exempel.se", false)]
    public void Email_addresses_are_told_from_other_texts(string text, bool isAddress) => Assert.Equal(isAddress, Email.IsValid(text));

    [Fact]
    public void A_cursor_comes_back_as_it_was_given() =>
        Prop.ForAll<string, Guid>((text, id) =>
        {
            // No text of ours holds NUL: CleanText keeps it out.
            var last = new Position((text ?? "").Replace("\0", "", StringComparison.Ordinal), id);
            var page = new[] { 1, 2 }.ToPage(1, _ => last);
            return Cursor.Read<Position>(page.Next) == last;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_that_is_no_cursor_begins_at_the_beginning() =>
        Prop.ForAll<string>(text => Cursor.Read<Position>(text) is null).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(2026, 1, 15, "2026-01-14T23:00:00Z")]
    [InlineData(2026, 7, 15, "2026-07-14T22:00:00Z")]
    [InlineData(2026, 3, 29, "2026-03-28T23:00:00Z")]
    [InlineData(2026, 10, 25, "2026-10-24T22:00:00Z")]
    public void A_day_begins_at_midnight_in_Sweden_summer_and_winter(int year, int month, int day, string utc)
    {
        var start = SwedishTime.StartOf(new DateOnly(year, month, day));

        Assert.Equal(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), start);
        Assert.Equal(new DateOnly(year, month, day), SwedishTime.DateOf(start));
        Assert.Equal(new DateOnly(year, month, day).AddDays(-1), SwedishTime.DateOf(start.AddTicks(-1)));
    }

    private sealed record Position(string Text, Guid Id);
}
