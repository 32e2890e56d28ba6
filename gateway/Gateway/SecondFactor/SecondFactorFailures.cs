using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.SecondFactor;

internal static class SecondFactorFailures
{
    internal static readonly Failure CodeInvalid = Failure.Bad("auth.code_invalid",
        "Koden stämmer inte. Vänta på nästa kod i appen och försök igen.", "The code is not right. Wait for the app's next code and try again.");

    internal static readonly Failure LockedOut = new("auth.locked_out", StatusCodes.Status429TooManyRequests,
        "För många felaktiga koder. Försök igen om en kvart.", "Too many wrong codes. Try again in a quarter of an hour.");

    internal static readonly Failure Exists = Failure.Conflict("auth.totp_exists",
        "En autentiseringsapp är redan kopplad. Ta bort den först.", "An authenticator app is set up already. Remove it first.");

    internal static readonly Failure NotBegun = Failure.Conflict("auth.totp_missing",
        "Ingen autentiseringsapp är kopplad.", "No authenticator app is set up.");

    /// <summary>Whoever holds only the mailbox must not swap the other factor for one of their own.</summary>
    internal static readonly Failure FactorNeeded = new("auth.second_factor_needed", StatusCodes.Status403Forbidden,
        "Bekräfta först med din kod eller passnyckel.", "Confirm with your code or passkey first.");

    /// <summary>Why the session may not change what proves who its person is; null if it may.</summary>
    internal static Failure? ForChange(Sessions.Session session) => session.HasEnrolled && !session.HasSecondFactor ? FactorNeeded : null;
}
