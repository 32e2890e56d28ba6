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

/// <summary>Removes the authenticator app, for whoever has it in hand: a code is asked for. Rights that need a second factor wait for the next.</summary>
internal static class RemoveTotp
{
    internal sealed record Request([property: NotEmpty, AtMost(20)] string Code);

    internal static void Map(IEndpointRouteBuilder auth) => auth
        .MapPost("/totp/remove", Handle)
        .RequireSignIn()
        .RequireRateLimiting(RateLimits.SignIn)
        .WithSummary("Remove the authenticator app");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Request request, HttpContext http, AccountAccess accounts, SecondFactorCheck check, SessionWork sessions, UnitOfWork work, CancellationToken cancel)
    {
        var session = CurrentSession.Require(http).Known.Session;
        if (!session.HasTotp)
            return SecondFactorFailures.NotBegun.ToProblem(http);
        if (await check.CheckAsync(http, session.AccountId, request.Code, null, cancel) is { } wrong)
            return wrong.ToProblem(http);
        var users = await accounts.UsersAsync(cancel);
        var account = await accounts.GetAsync(session.AccountId, cancel);
        await users.SetTwoFactorEnabledAsync(account, false);
        await users.ResetAuthenticatorKeyAsync(account);
        await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 0);
        work.Record("second_factor.removed", account.Id, content: new { method = "totp" });
        await Notice.SendAsync(work, account.Id, SecurityNotice.SecondFactorChanged, cancel);
        await sessions.EndOthersAsync(http, account.Id, cancel);
        await sessions.WeakenAsync(http, cancel);
        return TypedResults.NoContent();
    }
}
