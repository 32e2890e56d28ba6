using VpVarmland.Contracts;
using VpVarmland.Gateway.Permissions;

namespace VpVarmland.Tests;

/// <summary>The one rule from assignments, day and second factor to permissions.</summary>
public sealed class RightsTests
{
    private static readonly DateOnly Day = new(2026, 3, 10);
    private static readonly Guid Arvika = Guid.Parse("0198d000-0000-7000-8000-000000000001");

    [Theory]
    [InlineData("2026-03-10", null, null, true)]
    [InlineData("2026-03-11", null, null, false)]
    [InlineData("2026-01-01", "2026-03-10", null, true)]
    [InlineData("2026-01-01", "2026-03-09", null, false)]
    [InlineData("2026-01-01", null, "2026-03-10", false)]
    [InlineData("2026-01-01", null, "2026-03-11", true)]
    [InlineData(null, null, "2026-03-11", false)]
    public void An_assignment_counts_from_its_first_to_its_last_day_unless_ended(string? from, string? until, string? ended, bool counts)
    {
        var assignment = new Assignment("chair", null, Date(from), Date(until), Date(ended), [new Grant("statistics:read", null)]);
        Assert.Equal(counts, assignment.CountsOn(Day));
    }

    [Fact]
    public void What_opens_the_register_waits_for_the_second_factor()
    {
        Assignment[] held = [Holding(new Grant("register:read", Arvika), new Grant("statistics:read", null))];
        var without = Rights.Of("member", held, Day, hasSecondFactor: false);
        var with = Rights.Of("member", held, Day, hasSecondFactor: true);

        Assert.True(without.NeedsSecondFactor);
        Assert.Equal(["member:self@district", "statistics:read@district"], without.Permissions);
        Assert.True(with.NeedsSecondFactor);
        Assert.Equal(["member:self@district", $"register:read@{Arvika}", "statistics:read@district"], with.Permissions);
    }

    [Fact]
    public void A_right_that_this_release_does_not_know_is_guarded()
    {
        var rights = Rights.Of("member", [Holding(new Grant("later:invention", null))], Day, hasSecondFactor: false);
        Assert.True(rights.NeedsSecondFactor);
        Assert.Equal(["member:self@district"], rights.Permissions);
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("revoked")]
    [InlineData("lapsed")]
    [InlineData("left")]
    public void Whoever_is_no_longer_a_member_may_do_nothing(string state) =>
        Assert.Empty(Rights.Of(state, [Holding(new Grant("statistics:read", null))], Day, hasSecondFactor: true).Permissions);

    private static Assignment Holding(params Grant[] grants) => new("chair", null, Day, null, null, grants);

    private static DateOnly? Date(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
