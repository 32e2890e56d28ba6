using Microsoft.AspNetCore.Http.HttpResults;

namespace VpVarmland.Gateway.Sessions;

/// <summary>Ends the session here and on the server. Harmless when there is none.</summary>
internal static class SignOut
{
    internal static void Map(IEndpointRouteBuilder auth) => auth
        .MapPost("/sign-out", Handle)
        .AllowAnonymous()
        .WithSummary("Sign out");

    private static async Task<NoContent> Handle(HttpContext http, SessionWork sessions, SessionCookie cookie, CancellationToken cancel)
    {
        await sessions.EndCurrentAsync(http, cancel);
        cookie.Delete(http);
        return TypedResults.NoContent();
    }
}
