using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Gateway.SecondFactor;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.Sessions;

/// <summary>Where the person is signed in, and ending it: one session, all others, or all. What has ended is out within seconds, open streams included.</summary>
internal static class OwnSessions
{
    private static readonly Failure Missing = Failure.Missing("auth.session_missing", "Inloggningen finns inte längre.", "The session is no longer there.");

    /// <param name="Browser">Such as <c>firefox</c>; <c>other</c> where it is none that we know.</param>
    /// <param name="System">Such as <c>windows</c>.</param>
    /// <param name="Method">How the person proved who they are: <c>link</c>, <c>passkey</c>, <c>external</c> or <c>demo</c>.</param>
    /// <param name="LastSeenAt">To the hour.</param>
    /// <param name="IsCurrent">True for the session that asks.</param>
    internal sealed record Item(Guid Id, string Browser, string System, string Method, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, bool IsCurrent);

    internal static void Map(IEndpointRouteBuilder auth)
    {
        auth.MapGet("/sessions", ListAsync).RequireSignIn().WithSummary("Where I am signed in");
        auth.MapDelete("/sessions/{id:guid}", EndAsync).RequireSignIn().WithSummary("End one of my sessions");
        auth.MapPost("/sessions/end-others", EndOthersAsync).RequireSignIn().WithSummary("End all my sessions but this one");
        auth.MapPost("/sessions/end-all", EndAllAsync).RequireSignIn().WithSummary("Sign out everywhere");
    }

    private static async Task<Ok<IReadOnlyList<Item>>> ListAsync(HttpContext http, UnitOfWork work, CancellationToken cancel)
    {
        var current = CurrentSession.Require(http);
        var now = TimeProvider.System.GetUtcNow();
        return TypedResults.Ok(await work.ListAsync<Item>(
            """
            select id, browser, system, method, created_at, date_trunc('hour', seen_at) as last_seen_at, token_hash = @Hash as is_current
            from sessions where account_id = @AccountId and expires_at > @now and seen_at > @idle
            order by token_hash = @Hash desc, seen_at desc, id
            """, new { Hash = Protection.Secret.Hash(current.Secret), current.Known.Session.AccountId, now, idle = now - SessionRules.Idle }, cancel));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(Guid id, HttpContext http, SessionWork sessions, CancellationToken cancel)
    {
        var session = CurrentSession.Require(http).Known.Session;
        if (SecondFactorFailures.ForChange(session) is { } failure)
            return failure.ToProblem(http);
        return await sessions.EndAsync(http, session.AccountId, SessionWork.Which.One(id), reason: null, cancel) > 0 ? TypedResults.NoContent() : Missing.ToProblem(http);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndOthersAsync(HttpContext http, SessionWork sessions, CancellationToken cancel)
    {
        var session = CurrentSession.Require(http).Known.Session;
        if (SecondFactorFailures.ForChange(session) is { } failure)
            return failure.ToProblem(http);
        await sessions.EndOthersAsync(http, session.AccountId, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAllAsync(HttpContext http, SessionWork sessions, SessionCookie cookie, CancellationToken cancel)
    {
        var session = CurrentSession.Require(http).Known.Session;
        if (SecondFactorFailures.ForChange(session) is { } failure)
            return failure.ToProblem(http);
        await sessions.EndAsync(http, session.AccountId, SessionWork.Which.All, reason: null, cancel);
        cookie.Delete(http);
        return TypedResults.NoContent();
    }
}
