using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Notices;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;
using VpVarmland.ServiceDefaults.Validation;

namespace VpVarmland.Gateway.Accounts.Administration;

/// <summary>An administrator signs a person out everywhere, for example when a telephone is stolen. The person is told, and can sign in again.</summary>
internal static class SignOutPerson
{
    internal sealed record Request([property: NotEmpty, AtMost(300)] string Reason);

    internal sealed record Response(int Ended);

    internal static void Map(IEndpointRouteBuilder auth) => auth
        .MapPost("/accounts/{id:guid}/sign-out", Handle)
        .RequirePermission(Permission.Administer)
        .WithSummary("Sign a person out everywhere");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, HttpContext http, UnitOfWork work, SessionWork sessions, CancellationToken cancel)
    {
        if (!await work.GetAsync<bool>("select exists (select 1 from accounts where id = @id)", new { id }, cancel))
            return AccountFailures.Unknown.ToProblem(http);
        var ended = await sessions.EndAsync(http, id, SessionWork.Which.All, request.Reason.Trim(), cancel);
        if (ended > 0)
            await Notice.SendAsync(work, id, SecurityNotice.SignedOutEverywhere, cancel);
        return TypedResults.Ok(new Response(ended));
    }
}
