using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.Passkeys;

internal static class PasskeyFailures
{
    internal static readonly Failure Invalid = Failure.Bad("auth.passkey_invalid",
        "Passnyckeln gick inte att använda. Försök igen.", "The passkey could not be used. Try again.");

    internal static readonly Failure TooMany = Failure.Conflict("auth.passkeys_full",
        "Du har redan tio passnycklar. Ta bort en först.", "You have ten passkeys already. Remove one first.");

    internal static readonly Failure Missing = Failure.Missing("auth.passkey_missing",
        "Passnyckeln finns inte.", "There is no such passkey.");

    /// <summary>Refuses an authenticator's answer. Why, only the log says: the framework's reason names a rule, never a person.</summary>
    internal static ProblemHttpResult Refuse(HttpContext http, PasskeyException? failure)
    {
        http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PasskeyFailures)).LogInformation("A passkey is refused: {Reason}", failure?.Message);
        return Invalid.ToProblem(http);
    }
}
