namespace VpVarmland.Members.Economy.Claims;

/// <summary>Where a claim stands.</summary>
internal enum ClaimState
{
    /// <summary>The claimant is writing, for the first time or after it was sent back.</summary>
    Draft,

    /// <summary>Waits for approval; one may have approved.</summary>
    Submitted,

    /// <summary>Two others have approved: to be paid.</summary>
    Approved,

    /// <summary>Refused, with a reason; it ends here.</summary>
    Refused,

    /// <summary>Paid, and booked.</summary>
    Paid,
}

/// <summary>What can happen to a claim.</summary>
internal enum ClaimCommand
{
    Submit,
    Withdraw,
    Approve,
    TakeBack,
    Refuse,
    SendBack,
    Pay,
}

/// <summary>
/// The rules of a claim, without anything of the world around: two others approve, whoever hands in never does, and it is paid once.
/// </summary>
/// <param name="Approvers">Who has approved, in order; at most two.</param>
internal sealed record ClaimStanding(Guid Claimant, ClaimState State, IReadOnlyList<Guid> Approvers)
{
    /// <summary>How many must approve.</summary>
    internal const int Needed = 2;

    internal static ClaimStanding New(Guid claimant) => new(claimant, ClaimState.Draft, []);

    /// <summary>The claim after the command, or why it cannot be.</summary>
    /// <param name="by">Who gives it.</param>
    internal (ClaimStanding After, Failure? Failure) Do(ClaimCommand command, Guid by) => (command, State) switch
    {
        (ClaimCommand.Submit, ClaimState.Draft) => by == Claimant ? To(ClaimState.Submitted) : (this, ClaimFailures.Unknown),
        (ClaimCommand.Withdraw, ClaimState.Submitted) => by == Claimant ? To(ClaimState.Draft) : (this, ClaimFailures.Unknown),
        (ClaimCommand.Approve, ClaimState.Submitted or ClaimState.Approved) when by == Claimant => (this, ClaimFailures.OwnClaim),
        (ClaimCommand.Approve, ClaimState.Submitted or ClaimState.Approved) when Approvers.Contains(by) => (this, ClaimFailures.AlreadyApproved),
        (ClaimCommand.Approve, ClaimState.Submitted) => (this with { Approvers = [.. Approvers, by], State = Approvers.Count + 1 == Needed ? ClaimState.Approved : ClaimState.Submitted }, null),
        (ClaimCommand.TakeBack, ClaimState.Submitted or ClaimState.Approved) when Approvers.Contains(by) =>
            (this with { Approvers = [.. Approvers.Where(one => one != by)], State = ClaimState.Submitted }, null),
        (ClaimCommand.Refuse, ClaimState.Submitted) => by == Claimant ? (this, ClaimFailures.OwnClaim) : To(ClaimState.Refused),
        (ClaimCommand.SendBack, ClaimState.Submitted) => by == Claimant ? (this, ClaimFailures.OwnClaim) : To(ClaimState.Draft),
        (ClaimCommand.Pay, ClaimState.Approved) => (this with { State = ClaimState.Paid }, null),
        _ => (this, ClaimFailures.NotNow),
    };

    /// <summary>Whoever hands in again starts without approvals: it may be another claim by then.</summary>
    private (ClaimStanding After, Failure? Failure) To(ClaimState state) => (this with { State = state, Approvers = [] }, null);
}
