using VpVarmland.Gateway.Partners;
using VpVarmland.Gateway.Tokens;

namespace VpVarmland.Tests;

/// <summary>Signing keys: announced before they sign, announced until no token of theirs lives.</summary>
public sealed class KeyScheduleTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_key_signs_at_once() => Assert.Equal(Start, KeySchedule.Signing([Start], at => at, Start));

    [Fact]
    public void A_new_key_is_announced_for_a_while_before_it_signs()
    {
        var second = Start + KeySchedule.Rotation;
        Assert.Equal(Start, KeySchedule.Signing([Start, second], at => at, second + KeySchedule.Announcement - TimeSpan.FromSeconds(1)));
        Assert.Equal(second, KeySchedule.Signing([Start, second], at => at, second + KeySchedule.Announcement));
    }

    [Fact]
    public void A_key_is_replaced_after_a_month()
    {
        Assert.True(KeySchedule.NeedsNew([], Start));
        Assert.False(KeySchedule.NeedsNew([Start], Start + KeySchedule.Rotation - TimeSpan.FromSeconds(1)));
        Assert.True(KeySchedule.NeedsNew([Start], Start + KeySchedule.Rotation));
    }

    [Fact]
    public void A_replaced_key_outlives_every_token_it_signed_and_then_is_forgotten()
    {
        var second = Start + TimeSpan.FromDays(3);
        var lastSigned = second + KeySchedule.Announcement;
        DateTimeOffset[] both = [Start, second];
        Assert.False(KeySchedule.IsForgotten(Start, both, lastSigned + IssueClientToken.Lifetime));
        Assert.False(KeySchedule.IsForgotten(Start, both, lastSigned + TokenIssuer.Lifetime));
        Assert.True(KeySchedule.IsForgotten(Start, both, lastSigned + KeySchedule.Overlap + TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void The_newest_key_is_never_forgotten() => Assert.False(KeySchedule.IsForgotten(Start, [Start], Start + 10 * KeySchedule.Rotation));
}
