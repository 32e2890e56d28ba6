using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Validation;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Gateway.SecurityLog;

/// <summary>What has happened to the person's own sign-in, newest first: by which a stranger in it is noticed.</summary>
internal static class OwnEvents
{
    /// <param name="Action">Such as <c>sign_in.completed</c>.</param>
    /// <param name="By"><c>self</c>, <c>administrator</c> or <c>system</c>.</param>
    /// <param name="Method">How: <c>link</c>, <c>totp</c> …</param>
    /// <param name="Reason">What the administrator gave as the reason.</param>
    internal sealed record Item(long Id, DateTimeOffset At, string Action, string By, string? Method, string? Browser, string? System, string? Reason);

    internal static void Map(IEndpointRouteBuilder auth) => auth
        .MapGet("/events", Handle)
        .RequireSignIn()
        .WithSummary("What has happened to my sign-in");

    private static async Task<Ok<Page<Item>>> Handle(
        HttpContext http, UnitOfWork work, CancellationToken cancel, string? after = null, [PageSize] int size = 10)
    {
        var session = CurrentSession.Require(http).Known.Session;
        var rows = await work.ListAsync<Item>(
            """
            select id, at, action, case when actor in ('anonymous', @Self) then 'self' when actor = 'system' then 'system' else 'administrator' end as by,
                   content ->> 'method' as method, content ->> 'browser' as browser, content ->> 'system' as system, reason
            from audit where subject = @AccountId and (@before::bigint is null or id < @before)
            order by id desc limit @size + 1
            """, new { session.AccountId, Self = $"member:{session.MemberId}", before = Cursor.Read<long?>(after), size }, cancel);
        return TypedResults.Ok(rows.ToPage(size, item => item.Id));
    }
}
