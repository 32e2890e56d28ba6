using Microsoft.AspNetCore.Http.HttpResults;

namespace VpVarmland.Gateway.Sessions;

/// <summary>Tells the web app who is signed in and what they may do. Always 200.</summary>
internal static class ReadSession
{
    internal static void Map(IEndpointRouteBuilder auth) => auth
        .MapGet("/session", Handle)
        .AllowAnonymous()
        .WithSummary("Who is signed in, and what they may do");

    private static Ok<SessionAnswer> Handle(HttpContext http, IHostEnvironment environment)
    {
        http.Response.Headers.CacheControl = "no-store";
        var current = CurrentSession.Of(http);
        return TypedResults.Ok(SessionAnswer.Of(current?.Known.Session, current?.Secret, environment));
    }
}
