using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using VpVarmland.Gateway.Accounts;
using VpVarmland.Gateway.Protection;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Problems;
using VpVarmland.ServiceDefaults.Validation;

namespace VpVarmland.Gateway.Passkeys;

/// <summary>
/// Signs in with a passkey, which finds its account itself. The device has checked who holds it, so it counts as both factors.
/// Within a session it gives that session's second factor.
/// </summary>
internal static class PasskeySignIn
{
    private const string Purpose = "sign in";

    /// <param name="Credential">What <c>navigator.credentials.get()</c> gave, as JSON.</param>
    internal sealed record Request([property: NotEmpty] JsonObject Credential);

    internal static void Map(IEndpointRouteBuilder auth)
    {
        auth.MapPost("/passkeys/request-options", OptionsAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn)
            .Produces<JsonObject>().WithSummary("The challenge for signing in with a passkey (WebAuthn JSON)");
        auth.MapPost("/passkeys/sign-in", Handle).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn)
            .WithSummary("Sign in with a passkey");
    }

    private static async Task<ContentHttpResult> OptionsAsync(HttpContext http, IPasskeyHandler<Account> passkeys, Ceremony ceremony)
    {
        // No account is named: which passkeys an address has is nobody's business.
        var options = await passkeys.MakeRequestOptionsAsync(null, http);
        ceremony.Begin(http, Purpose, options.AssertionState);
        return TypedResults.Content(options.RequestOptionsJson, "application/json");
    }

    private static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> Handle(
        Request request, HttpContext http, AccountAccess accounts, IPasskeyHandler<Account> passkeys, Ceremony ceremony, SessionWork sessions, CancellationToken cancel)
    {
        if (ceremony.End(http, Purpose) is not { } state)
            return PasskeyFailures.Invalid.ToProblem(http);
        var users = await accounts.UsersAsync(cancel);
        var result = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = http,
            CredentialJson = request.Credential.ToJsonString(),
            AssertionState = state,
        });
        if (!result.Succeeded || !result.User.IsOpen)
            return PasskeyFailures.Refuse(http, result.Failure);
        await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return TypedResults.Ok(await sessions.OpenAsync(http, result.User.Id, "passkey", hasSecondFactor: true, cancel));
    }
}
