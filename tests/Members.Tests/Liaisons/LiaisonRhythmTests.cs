using VpVarmland.Members.Liaisons;

namespace VpVarmland.Tests.Liaisons;

/// <summary>When a liaison should be in touch again.</summary>
public sealed class LiaisonRhythmTests
{
    private static readonly DateOnly Today = new(2025, 9, 1);

    [Theory]
    [InlineData(null, null, ContactStanding.NoLiaison)]
    [InlineData(10, null, ContactStanding.NoLiaison)]
    [InlineData(null, 60, ContactStanding.NeverContacted)]
    [InlineData(null, 61, ContactStanding.Overdue)]
    [InlineData(60, 200, ContactStanding.InTime)]
    [InlineData(61, 200, ContactStanding.Overdue)]
    [InlineData(0, 0, ContactStanding.InTime)]
    public void A_contact_is_due_on_the_last_day_of_the_rhythm_and_late_the_day_after(int? contactedDaysAgo, int? begunDaysAgo, object standing) =>
        Assert.Equal(standing, LiaisonRhythm.StandingOf(Before(contactedDaysAgo), Before(begunDaysAgo), LiaisonRhythm.Usual, Today));

    [Fact]
    public void The_clock_runs_from_the_last_contact_and_where_there_is_none_from_when_the_liaison_began()
    {
        Assert.Equal(new DateOnly(2025, 9, 11), LiaisonRhythm.Due(Today, Today.AddDays(-100), 10));
        Assert.Equal(new DateOnly(2025, 6, 3), LiaisonRhythm.Due(null, Today.AddDays(-100), 10));
    }

    private static DateOnly? Before(int? days) => days is { } ago ? Today.AddDays(-ago) : null;
}
