using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Gateway.Protection;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;
using VpVarmland.ServiceDefaults.Validation;

namespace VpVarmland.Gateway.SecondFactor;

/// <summary>Gives the second factor for this session: a code from the app, or one of the recovery codes, which is then spent.</summary>
internal static class VerifyTotp
{
    internal sealed record Request([property: AtMost(20)] string? Code = null, [property: AtMost(40)] string? RecoveryCode = null);

    internal static void Map(IEndpointRouteBuilder auth) => auth
        .MapPost("/totp/verify", Handle)
        .RequireSignIn()
        .RequireRateLimiting(RateLimits.SignIn)
        .WithSummary("Give the second factor: an app's code or a recovery code");

    private static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> Handle(
        Request request, HttpContext http, SecondFactorCheck check, SessionWork sessions, UnitOfWork work, CancellationToken cancel)
    {
        var session = CurrentSession.Require(http).Known.Session;
        if (!session.HasTotp)
            return SecondFactorFailures.NotBegun.ToProblem(http);
        if (await check.CheckAsync(http, session.AccountId, request.Code, request.RecoveryCode, cancel) is { } wrong)
            return wrong.ToProblem(http);
        work.Record("second_factor.given", session.AccountId, content: new { method = request.RecoveryCode is null ? "totp" : "recovery code" });
        return TypedResults.Ok(await sessions.StrengthenAsync(http, cancel));
    }
}
