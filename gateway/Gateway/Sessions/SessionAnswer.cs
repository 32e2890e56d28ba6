using System.Text.Json.Serialization;

namespace VpVarmland.Gateway.Sessions;

/// <summary>How the web app sees the sign-in.</summary>
/// <param name="Permissions"><c>register:read@&lt;association id&gt;</c> or <c>statistics:read@district</c>.</param>
/// <param name="AntiforgeryToken">To be sent as <c>X-XSRF-TOKEN</c> with every change; empty while signed out, when none is asked for.</param>
/// <param name="Development">True where <c>/dev</c> is open.</param>
internal sealed record SessionAnswer(
    bool SignedIn, Guid? MemberId, Guid? AccountId, IReadOnlyList<string> Permissions, SecondFactorAnswer SecondFactor, string AntiforgeryToken, bool Development)
{
    /// <summary>The people who share the link's address, the one who signed in last first: nobody is signed in until one of them is chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PersonAnswer>? Choose { get; init; }

    internal static SessionAnswer Of(Session? session, string? secret, IHostEnvironment environment) => session is null || secret is null
        ? new(false, null, null, [], new SecondFactorAnswer(false, false, false, 0), "", environment.IsDevelopment())
        : new(true, session.MemberId, session.AccountId, session.Rights.Permissions,
            new SecondFactorAnswer(session.Rights.NeedsSecondFactor, session.HasSecondFactor, session.HasTotp, session.Passkeys),
            Antiforgery.TokenFor(secret), environment.IsDevelopment());
}

/// <summary>Where the second factor stands.</summary>
/// <param name="Required">Some of the account's rights wait for it, or were given on it.</param>
/// <param name="Satisfied">This session has given it within the last twelve hours.</param>
/// <param name="Totp">An authenticator app is set up.</param>
/// <param name="Passkeys">How many passkeys the account has.</param>
internal sealed record SecondFactorAnswer(bool Required, bool Satisfied, bool Totp, int Passkeys);

/// <summary>One of several people who share an address.</summary>
/// <param name="Assignments">Kinds of assignment now held, to tell the people apart by: the gateway knows no names.</param>
internal sealed record PersonAnswer(Guid MemberId, DateTimeOffset? LastSignedInAt, IReadOnlyList<string> Assignments);
