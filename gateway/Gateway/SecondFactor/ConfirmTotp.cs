using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Accounts;
using VpVarmland.Gateway.Notices;
using VpVarmland.Gateway.Protection;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;
using VpVarmland.ServiceDefaults.Validation;

namespace VpVarmland.Gateway.SecondFactor;

/// <summary>A first code from the app makes it the account's second factor, and gives ten recovery codes, shown this once.</summary>
internal static class ConfirmTotp
{
    internal sealed record Request([property: NotEmpty, AtMost(20)] string Code);

    internal sealed record Response(IReadOnlyList<string> RecoveryCodes);

    internal static void Map(IEndpointRouteBuilder auth) => auth
        .MapPost("/totp/confirm", Handle)
        .RequireSignIn()
        .RequireRateLimiting(RateLimits.SignIn)
        .WithSummary("Confirm the authenticator app with a first code");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request, HttpContext http, AccountAccess accounts, SecondFactorCheck check, SessionWork sessions, UnitOfWork work, CancellationToken cancel)
    {
        var session = CurrentSession.Require(http).Known.Session;
        if (SecondFactorFailures.ForChange(session) is { } failure)
            return failure.ToProblem(http);
        if (await check.CheckAsync(http, session.AccountId, request.Code, null, cancel) is { } wrong)
            return wrong.ToProblem(http);
        var users = await accounts.UsersAsync(cancel);
        var account = await accounts.GetAsync(session.AccountId, cancel);
        if (account.TwoFactorEnabled)
            return SecondFactorFailures.Exists.ToProblem(http);
        await users.SetTwoFactorEnabledAsync(account, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes.Number);
        work.Record("second_factor.set", account.Id, content: new { method = "totp" });
        await Notice.SendAsync(work, account.Id, SecurityNotice.SecondFactorChanged, cancel);
        await sessions.EndOthersAsync(http, account.Id, cancel);
        await sessions.StrengthenAsync(http, cancel);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response([.. codes ?? []]));
    }
}
