using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Members.Care;

namespace VpVarmland.Tests.Rules;

/// <summary>By when somebody must have been called, and what each contact does to that promise.</summary>
public sealed class CareDeadlinesTests
{
    private static readonly DateTimeOffset Now = new(2025, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(ContactOutcome Outcome, DateTimeOffset Due)> Contacts =
        Gen.Elements(Enum.GetValues<ContactOutcome>()).Zip(Gen.Choose(-60 * 24 * 60, 60 * 24 * 60).Select(minutes => Now.AddMinutes(minutes)), (outcome, due) => (outcome, due));

    [Fact]
    public void A_welcome_is_due_in_forty_eight_hours_and_anything_else_in_a_week()
    {
        Assert.Equal(Now.AddHours(48), CareDeadlines.First(CareReason.Welcome, Now));
        Assert.All(Enum.GetValues<CareReason>().Where(reason => reason != CareReason.Welcome), reason => Assert.Equal(Now.AddDays(7), CareDeadlines.First(reason, Now)));
    }

    [Theory]
    [InlineData(0, 5, 14 * 24)]
    [InlineData(0, -5, 14 * 24)]
    [InlineData(0, 20 * 24, 20 * 24)]
    [InlineData(2, 5, 30 * 24)]
    [InlineData(1, 5, 5)]
    [InlineData(1, -5, 24)]
    [InlineData(3, -5, -5)]
    public void A_contact_moves_the_promise(int outcome, int dueInHours, int nextInHours) =>
        Assert.Equal(Now.AddHours(nextInHours), CareDeadlines.Next((ContactOutcome)outcome, Now.AddHours(dueInHours), Now));

    [Fact]
    public void A_contact_never_moves_the_promise_back() => ForAll.Holds(Contacts, one => Assert.True(CareDeadlines.Next(one.Outcome, one.Due, Now) >= one.Due));

    [Fact]
    public void Whoever_has_tried_is_not_late_at_once() => ForAll.Holds(
        Contacts.Where(one => one.Outcome != ContactOutcome.Done), one => Assert.True(CareDeadlines.Next(one.Outcome, one.Due, Now) >= Now));
}
