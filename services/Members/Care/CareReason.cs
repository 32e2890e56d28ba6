namespace VpVarmland.Members.Care;

/// <summary>Why somebody needs a human. Source: operating plan 2025, "medlemsvård".</summary>
internal enum CareReason
{
    /// <summary>New: to be called within 48 hours.</summary>
    Welcome,

    /// <summary>The fee is not paid.</summary>
    UnpaidFee,

    /// <summary>Has moved to the association.</summary>
    Moved,

    /// <summary>Not heard from for long.</summary>
    Inactive,

    /// <summary>Has offered to help.</summary>
    WantsToHelp,

    /// <summary>Anything else somebody should see to.</summary>
    Other,

    /// <summary>Mail to the person comes back.</summary>
    BouncedMail,

    /// <summary>A woman has left an assignment before its term: an exit conversation is offered, and what is said in it is confidential.</summary>
    LeftAssignment,

    /// <summary>Has died: what must be done so that nothing more reaches the home.</summary>
    Dead,
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

/// <summary>What came of a case. Which of them a reason has is <see cref="CareResults.Of"/>'s to say; simply seen to is none of them.</summary>
internal enum CareResult
{
    Welcomed,
    FoundPlace,
    Paid,
    WillPay,
    NewAddress,
    NoAddress,
    WantsRest,
    WantsToLeave,
    NoReply,
    TalkHeld,
    TalkDeclined,
    Noted,
    Mistake,
}

/// <summary>The results that each reason can have.</summary>
internal static class CareResults
{
    internal static IReadOnlyList<CareResult> Of(CareReason reason) => reason switch
    {
        CareReason.Welcome => [CareResult.Welcomed, CareResult.FoundPlace, CareResult.WantsRest, CareResult.WantsToLeave, CareResult.NoReply],
        CareReason.UnpaidFee => [CareResult.Paid, CareResult.WillPay, CareResult.WantsToLeave, CareResult.NoReply],
        CareReason.BouncedMail => [CareResult.NewAddress, CareResult.NoAddress, CareResult.NoReply],
        CareReason.Moved => [CareResult.Welcomed, CareResult.FoundPlace, CareResult.NoReply],
        CareReason.Inactive => [CareResult.FoundPlace, CareResult.WantsRest, CareResult.WantsToLeave, CareResult.NoReply],
        CareReason.WantsToHelp => [CareResult.FoundPlace, CareResult.WantsRest, CareResult.NoReply],
        CareReason.LeftAssignment => [CareResult.TalkHeld, CareResult.TalkDeclined, CareResult.NoReply],
        CareReason.Dead => [CareResult.Noted, CareResult.Mistake],
        _ => [CareResult.NoReply],
    };
}
