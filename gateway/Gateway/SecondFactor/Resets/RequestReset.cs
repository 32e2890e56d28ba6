using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Accounts.Administration;
using VpVarmland.Gateway.Notices;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;
using VpVarmland.ServiceDefaults.Validation;

namespace VpVarmland.Gateway.SecondFactor.Resets;

/// <summary>An administrator asks, with a reason, for somebody's second factor to be reset. Nothing is reset by it, and the person is told.</summary>
internal static class RequestReset
{
    /// <param name="Reason">How the administrator knows that it is the person who asks.</param>
    internal sealed record Request([property: NotEmpty, AtMost(300)] string Reason);

    internal sealed record Response(Guid Id, DateTimeOffset ExpiresAt);

    internal static void Map(IEndpointRouteBuilder auth) => auth
        .MapPost("/accounts/{id:guid}/factor-resets", Handle)
        .RequirePermission(Permission.Administer)
        .WithSummary("Ask for a person's second factor to be reset; another administrator decides");

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(Guid id, Request request, HttpContext http, UnitOfWork work, CancellationToken cancel)
    {
        var administrator = CurrentSession.Require(http).Known.Session.AccountId;
        // Locked: of two who ask at once, the second finds the first's.
        var account = await work.FindAsync<Row>(
            """
            select two_factor_enabled or exists (select 1 from account_passkeys p where p.account_id = a.id) as has_factor,
                   exists (select 1 from factor_resets r where r.account_id = a.id and r.outcome is null and r.expires_at > @Now) as has_open
            from accounts a where id = @id for update
            """, new { id, work.Now }, cancel);
        if (account is null)
            return AccountFailures.Unknown.ToProblem(http);
        if (administrator == id)
            return ResetFailures.OwnAccount.ToProblem(http);
        if (account.HasOpen)
            return ResetFailures.OpenAlready.ToProblem(http);
        if (!account.HasFactor)
            return ResetFailures.NothingToReset.ToProblem(http);
        var made = new Response(Guid.CreateVersion7(), work.Now + FactorReset.Lifetime);
        await work.ExecuteAsync(
            "insert into factor_resets (id, account_id, reason, requested_by, requested_at, expires_at) values (@Id, @account, @Reason, @administrator, @Now, @ExpiresAt)",
            new { made.Id, account = id, Reason = request.Reason.Trim(), administrator, work.Now, made.ExpiresAt }, cancel);
        work.Record("second_factor.reset_requested", id, request.Reason.Trim());
        await Notice.SendAsync(work, id, SecurityNotice.SecondFactorResetRequested, cancel);
        return TypedResults.Created($"/auth/factor-resets/{made.Id}", made);
    }

    private sealed record Row(bool HasFactor, bool HasOpen);
}
