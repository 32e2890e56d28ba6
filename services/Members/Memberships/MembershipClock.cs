namespace VpVarmland.Members.Memberships;

/// <summary>The statutes' clocks. Pure: dates in, dates out. They are forecasts until the central register confirms.</summary>
internal static class MembershipClock
{
    /// <summary>Days from payment until membership takes effect (statutes §3).</summary>
    internal const int DaysToEffect = 30;

    /// <summary>Days from payment during which the association's board may revoke (statutes §5).</summary>
    internal const int DaysToRevoke = 90;

    /// <summary>The day membership takes effect.</summary>
    internal static DateOnly EffectiveOn(DateOnly paidOn) => paidOn.AddDays(DaysToEffect);

    /// <summary>The last day on which the board may revoke.</summary>
    internal static DateOnly LastRevocationDay(DateOnly paidOn) => paidOn.AddDays(DaysToRevoke);

    /// <summary>The first day on which a membership has lapsed unless the fee is paid: so many months after the last paid day. Null where either is unknown.</summary>
    internal static DateOnly? LapsesOn(DateOnly? paidUntil, int? months) => paidUntil is { } last && months is { } count ? last.AddMonths(count).AddDays(1) : null;

    /// <summary>What a payment makes of an application today: paid, or a member at once where the thirty days have gone by.</summary>
    internal static MembershipState StateAfterPayment(DateOnly paidOn, DateOnly today) =>
        EffectiveOn(paidOn) <= today ? MembershipState.Member : MembershipState.Paid;
}
