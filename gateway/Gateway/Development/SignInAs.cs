using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.Development;

/// <summary>Signs in as one of the demo's people, with both factors given.</summary>
internal static class SignInAs
{
    private static readonly Failure NoSuchUser = Failure.Missing("dev.no_such_user",
        "Det finns inget demokonto för det uppdraget (än). Se /dev/users.", "There is no demo account for that role (yet). See /dev/users.");

    internal static void Map(IEndpointRouteBuilder dev) => dev.MapPost("/users/{role}/sign-in", Handle).AllowAnonymous().ExcludeFromDescription();

    private static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> Handle(
        string role, HttpContext http, DemoUsers users, SessionWork sessions, CancellationToken cancel) =>
        await users.FindAsync(role, cancel) is { } found
            ? TypedResults.Ok(await sessions.OpenAsync(http, found.AccountId, "demo", hasSecondFactor: true, cancel))
            : NoSuchUser.ToProblem(http);
}
