namespace VpVarmland.Members.Care;

/// <summary>Why somebody needs a human. Source: operating plan 2025, "medlemsvård".</summary>
internal enum CareReason
{
    /// <summary>New: to be called within 48 hours.</summary>
    Welcome,

    /// <summary>The fee is not paid.</summary>
    UnpaidFee,

    /// <summary>Has moved to or from the association.</summary>
    Moved,

    /// <summary>Not heard from for long.</summary>
    Inactive,

    /// <summary>Has offered to help.</summary>
    WantsToHelp,

    /// <summary>Anything else somebody should see to.</summary>
    Other,
}

/// <summary>Where a case stands.</summary>
internal enum CaseState
{
    Open,
    Done,
}

/// <summary>What came of a contact.</summary>
internal enum ContactOutcome
{
    Called,
    NoAnswer,
    Met,
    Done,
}

/// <summary>When a case must be seen to. Pure: instants in, instants out.</summary>
internal static class CareDeadlines
{
    /// <summary>From opening until the first contact is due: 48 hours for a welcome, a week otherwise.</summary>
    internal static DateTimeOffset First(CareReason reason, DateTimeOffset opened) =>
        opened + (reason == CareReason.Welcome ? TimeSpan.FromHours(48) : TimeSpan.FromDays(7));

    /// <summary>
    /// The next due date after a contact: nobody answered: the promise stands, and a late one is tried again within a day; talked: a
    /// fortnight to meet; met: a month to see that the person has found a place. Never earlier than what was promised before.
    /// </summary>
    internal static DateTimeOffset Next(ContactOutcome outcome, DateTimeOffset due, DateTimeOffset now) => outcome switch
    {
        ContactOutcome.Called => Later(due, now.AddDays(14)),
        ContactOutcome.Met => Later(due, now.AddDays(30)),
        ContactOutcome.NoAnswer => due < now ? now.AddHours(24) : due,
        _ => due,
    };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
