namespace VpVarmland.Contracts;

/// <summary>
/// Somebody wrote an address on the sign-in page. Only the gateway itself listens: whether the address is known is looked up after
/// the answer has left, so that neither the answer nor its time tells.
/// </summary>
/// <param name="Email">As written, trimmed and in lower case.</param>
/// <param name="Language">"sv" or "en": the language the page was read in.</param>
/// <param name="KnownAs">The accounts that have signed in before in the browser that asks.</param>
public sealed record SignInRequested(string Email, string Language, IReadOnlyList<Guid>? KnownAs = null) : IntegrationEvent;

/// <summary>A one-time sign-in link is wanted by mail.</summary>
/// <param name="Token">The secret of the link; single use, 15 minutes.</param>
public sealed record SignInLinkRequested(string Email, string Token, DateTimeOffset ExpiresAt, string Language) : IntegrationEvent;

/// <summary>What a person is told about the safety of their sign-in, by mail, because it may have been somebody else.</summary>
public enum SecurityNotice
{
    /// <summary>Something that proves who the person is was added, changed or removed.</summary>
    SecondFactorChanged,

    /// <summary>Five wrong codes in a row were given by somebody who can read the person's mail.</summary>
    CodesRefused,

    /// <summary>An administrator has asked for the second factor to be reset; another one decides.</summary>
    SecondFactorResetRequested,

    /// <summary>The second factor is reset: a new one is set up at the next sign-in.</summary>
    SecondFactorReset,

    /// <summary>An administrator has signed the person out everywhere.</summary>
    SignedOutEverywhere,
}

/// <summary>A person is to be told by mail about the safety of their sign-in.</summary>
/// <param name="Language">"sv" or "en": the person's.</param>
public sealed record SecurityNoticeRequested(string Email, SecurityNotice Notice, string Language) : IntegrationEvent;

/// <summary>What an alarm does.</summary>
public enum AlarmStage
{
    /// <summary>A limit has been passed for so long that somebody should know.</summary>
    Began,

    /// <summary>It goes on; said once a day.</summary>
    Continues,

    /// <summary>It is over.</summary>
    Ended,
}

/// <summary>One alarm in a mail about alarms.</summary>
/// <param name="Service">The part of the platform.</param>
/// <param name="Name">The figure: <c>health</c>, <c>vpvarmland.outbox.age</c>.</param>
/// <param name="Label">What of several it is about, such as a job's name; empty for the whole.</param>
/// <param name="Since">When the limit was first found passed.</param>
public sealed record AlarmLine(AlarmStage Stage, string Service, string Name, string Label, long Value, long Limit, DateTimeOffset Since);

/// <summary>Alarms began, ended or go on: a mail to somebody who runs the platform is wanted.</summary>
public sealed record AlarmsChanged(string Email, string Language, IReadOnlyList<AlarmLine> Lines) : IntegrationEvent;
