using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Accounts;
using VpVarmland.Gateway.Notices;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.SecondFactor.Resets;

/// <summary>
/// Another administrator approves, within a day, or declines. Approved: app, recovery codes and passkeys are gone, every session ends, and at
/// the next sign-in the person sets up anew. The person is told.
/// </summary>
internal static class DecideReset
{
    internal static void Map(IEndpointRouteBuilder auth)
    {
        auth.MapPost("/factor-resets/{id:guid}/approve", ApproveAsync).RequirePermission(Permission.Administer).WithSummary("Approve that a person's second factor is reset");
        auth.MapPost("/factor-resets/{id:guid}/decline", DeclineAsync).RequirePermission(Permission.Administer).WithSummary("Decline it, or take it back");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ApproveAsync(
        Guid id, HttpContext http, UnitOfWork work, AccountAccess accounts, SessionWork sessions, CancellationToken cancel)
    {
        var administrator = CurrentSession.Require(http).Known.Session.AccountId;
        if (await FindAsync(work, id, cancel) is not { } reset)
            return ResetFailures.Unknown.ToProblem(http);
        if (reset.WhyNotApprovedBy(administrator, work.Now) is { } failure)
            return failure.ToProblem(http);
        await CloseAsync(work, id, administrator, FactorReset.Approved, cancel);
        var users = await accounts.UsersAsync(cancel);
        var account = await accounts.GetAsync(reset.AccountId, cancel);
        await users.SetTwoFactorEnabledAsync(account, false);
        await users.ResetAuthenticatorKeyAsync(account);
        await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 0);
        await work.ExecuteAsync("delete from account_passkeys where account_id = @AccountId; delete from factor_tries where account_id = @AccountId", new { reset.AccountId }, cancel);
        await sessions.EndAsync(http, reset.AccountId, SessionWork.Which.All, reason: null, cancel);
        work.Record("second_factor.reset", reset.AccountId);
        await Notice.SendAsync(work, reset.AccountId, SecurityNotice.SecondFactorReset, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeclineAsync(Guid id, HttpContext http, UnitOfWork work, CancellationToken cancel)
    {
        var administrator = CurrentSession.Require(http).Known.Session.AccountId;
        if (await FindAsync(work, id, cancel) is not { } reset)
            return ResetFailures.Unknown.ToProblem(http);
        if (reset.WhyNotDeclinedBy(administrator, work.Now) is { } failure)
            return failure.ToProblem(http);
        await CloseAsync(work, id, administrator, FactorReset.Declined, cancel);
        work.Record("second_factor.reset_declined", reset.AccountId);
        return TypedResults.NoContent();
    }

    // Locked: of two who decide at once, the second finds it decided.
    private static Task<FactorReset?> FindAsync(UnitOfWork work, Guid id, CancellationToken cancel) => work.FindAsync<FactorReset>(
        "select id, account_id, requested_by, expires_at, outcome from factor_resets where id = @id for update", new { id }, cancel);

    private static Task<int> CloseAsync(UnitOfWork work, Guid id, Guid administrator, string outcome, CancellationToken cancel) => work.ExecuteAsync(
        "update factor_resets set outcome = @outcome, decided_by = @administrator, decided_at = @Now where id = @id", new { id, outcome, administrator, work.Now }, cancel);
}
