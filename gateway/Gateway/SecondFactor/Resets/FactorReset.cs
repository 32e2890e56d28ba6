using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.SecondFactor.Resets;

/// <summary>A wish to reset somebody's second factor, and the rule of two administrators about it.</summary>
/// <param name="Outcome"><see cref="Approved"/>, <see cref="Declined"/>, or null while nobody has decided.</param>
internal sealed record FactorReset(Guid Id, Guid AccountId, Guid RequestedBy, DateTimeOffset ExpiresAt, string? Outcome)
{
    internal const string Approved = "approved", Declined = "declined";

    /// <summary>How long the second administrator has.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    internal bool IsOpen(DateTimeOffset now) => Outcome is null && now < ExpiresAt;

    /// <summary>Why this administrator cannot approve it; null if they can.</summary>
    internal Failure? WhyNotApprovedBy(Guid administrator, DateTimeOffset now) =>
        !IsOpen(now) ? ResetFailures.Closed
        : administrator == AccountId ? ResetFailures.OwnAccount
        : administrator == RequestedBy ? ResetFailures.OtherNeeded
        : null;

    /// <summary>Why this administrator cannot decline it; null if they can. Whoever asked can take it back.</summary>
    internal Failure? WhyNotDeclinedBy(Guid administrator, DateTimeOffset now) =>
        !IsOpen(now) ? ResetFailures.Closed
        : administrator == AccountId ? ResetFailures.OwnAccount
        : null;
}

internal static class ResetFailures
{
    internal static readonly Failure Unknown = Failure.Missing("reset.unknown", "Ärendet finns inte.", "There is no such request.");

    internal static readonly Failure Closed = Failure.Conflict("reset.closed",
        "Ärendet är redan avgjort, eller så har det gått mer än ett dygn.", "The request has been decided already, or is more than a day old.");

    internal static readonly Failure OtherNeeded = new("reset.other_needed", StatusCodes.Status403Forbidden,
        "En annan administratör än du behöver godkänna.", "An administrator other than you must approve.");

    internal static readonly Failure OwnAccount = new("reset.own_account", StatusCodes.Status403Forbidden,
        "Det gäller ditt eget konto. Be två andra administratörer.", "This is your own account. Ask two other administrators.");

    internal static readonly Failure NothingToReset = Failure.Conflict("reset.nothing",
        "Kontot har varken app eller nyckel. Personen skaffar en vid nästa inloggning.", "The account has neither app nor passkey. The person sets one up at the next sign-in.");

    internal static readonly Failure OpenAlready = Failure.Conflict("reset.open_already",
        "Det finns redan ett ärende som väntar på beslut.", "A request is waiting for a decision already.");
}
