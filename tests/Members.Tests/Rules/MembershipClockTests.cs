using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Contracts;
using VpVarmland.Members.Memberships;

namespace VpVarmland.Tests.Rules;

/// <summary>The statutes' thirty and ninety days.</summary>
public sealed class MembershipClockTests
{
    private static readonly Gen<DateOnly> Dates = Gen.Choose(new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2099, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2025-01-01", "2025-01-31")]
    [InlineData("2025-01-31", "2025-03-02")]
    [InlineData("2024-01-31", "2024-03-01")]
    [InlineData("2025-12-15", "2026-01-14")]
    public void Membership_takes_effect_thirty_days_after_payment(string paid, string effective) =>
        Assert.Equal(DateOnly.Parse(effective, null), MembershipClock.EffectiveOn(DateOnly.Parse(paid, null)));

    [Theory]
    [InlineData("2025-01-01", "2025-04-01")]
    [InlineData("2024-01-01", "2024-03-31")]
    public void A_board_may_revoke_for_ninety_days_after_payment(string paid, string last) =>
        Assert.Equal(DateOnly.Parse(last, null), MembershipClock.LastRevocationDay(DateOnly.Parse(paid, null)));

    [Theory]
    [InlineData(0, MembershipState.Paid)]
    [InlineData(29, MembershipState.Paid)]
    [InlineData(30, MembershipState.Member)]
    [InlineData(31, MembershipState.Member)]
    public void A_payment_makes_a_member_from_the_thirtieth_day(int daysAgo, MembershipState state)
    {
        var today = new DateOnly(2025, 9, 1);
        Assert.Equal(state, MembershipClock.StateAfterPayment(today.AddDays(-daysAgo), today));
    }

    [Fact]
    public void A_member_never_turns_back_into_somebody_who_waits() => ForAll.Holds(
        Dates.Zip(Gen.Choose(0, 400)).Zip(Gen.Choose(0, 400)), one =>
        {
            var ((paid, first), more) = one;
            var earlier = MembershipClock.StateAfterPayment(paid, paid.AddDays(first));
            var later = MembershipClock.StateAfterPayment(paid, paid.AddDays(first + more));
            Assert.True(earlier == MembershipState.Paid || later == MembershipState.Member);
        });

    [Fact]
    public void Who_is_a_member_can_still_be_revoked_for_sixty_days() => ForAll.Holds(
        Dates, paid => Assert.Equal(60, MembershipClock.LastRevocationDay(paid).DayNumber - MembershipClock.EffectiveOn(paid).DayNumber));
}
