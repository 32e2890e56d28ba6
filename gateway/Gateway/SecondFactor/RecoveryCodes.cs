using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Accounts;
using VpVarmland.Gateway.Notices;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.SecondFactor;

/// <summary>How many recovery codes are left, and ten new ones in their place, shown this once.</summary>
internal static class RecoveryCodes
{
    internal const int Number = 10;

    internal sealed record Standing(int Left);

    internal sealed record Response(IReadOnlyList<string> RecoveryCodes);

    internal static void Map(IEndpointRouteBuilder auth)
    {
        auth.MapGet("/recovery-codes", ReadAsync).RequireSignIn().WithSummary("How many recovery codes are left");
        auth.MapPost("/recovery-codes", RenewAsync).RequireSignIn().WithSummary("Make ten new recovery codes; the old ones are void");
    }

    private static async Task<Ok<Standing>> ReadAsync(HttpContext http, AccountAccess accounts, CancellationToken cancel)
    {
        var users = await accounts.UsersAsync(cancel);
        var account = await accounts.GetAsync(CurrentSession.Require(http).Known.Session.AccountId, cancel);
        return TypedResults.Ok(new Standing(account.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(account) : 0));
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> RenewAsync(HttpContext http, AccountAccess accounts, UnitOfWork work, CancellationToken cancel)
    {
        var session = CurrentSession.Require(http).Known.Session;
        if (!session.HasTotp)
            return SecondFactorFailures.NotBegun.ToProblem(http);
        if (SecondFactorFailures.ForChange(session) is { } failure)
            return failure.ToProblem(http);
        var users = await accounts.UsersAsync(cancel);
        var account = await accounts.GetAsync(session.AccountId, cancel);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, Number);
        work.Record("second_factor.codes_renewed", account.Id);
        await Notice.SendAsync(work, account.Id, SecurityNotice.SecondFactorChanged, cancel);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response([.. codes ?? []]));
    }
}
