using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Validation;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Gateway.SecurityLog;

/// <summary>The gateway's audit record for administrators: everybody's sign-ins, factors and sessions, clients, keys, and what administrators did; newest first.</summary>
internal static class ReadLog
{
    /// <summary>What the record can be filtered by: the first part of each action.</summary>
    internal enum Area
    {
        SignIn,
        SecondFactor,
        Session,
        Account,
        Client,
        Key,
    }

    /// <param name="Subject">Whom or what it concerns: an account's address, a client's id or a key's; null where it is gone.</param>
    /// <param name="AccountId">The account that it concerns, where it is one.</param>
    /// <param name="Actor">Who did it: an address, <c>system</c> or <c>anonymous</c> (nobody was signed in yet).</param>
    internal sealed record Item(long Id, DateTimeOffset At, string Action, string? Subject, Guid? AccountId, string Actor, string? Method, string? Reason);

    internal static void Map(IEndpointRouteBuilder auth) => auth
        .MapGet("/security-log", Handle)
        .RequirePermission(Permission.Administer)
        .WithSummary("The security log");

    private static async Task<Ok<Page<Item>>> Handle(
        UnitOfWork work, CancellationToken cancel, [NameOf(typeof(Area))] string? area = null, Guid? account = null, string? after = null, [PageSize] int size = Cursor.Usual)
    {
        var rows = await work.ListAsync<Item>(
            """
            select u.id, u.at, u.action, coalesce(a.email, c.id, k.id) as subject, a.id as account_id, coalesce(b.email, u.actor) as actor, u.content ->> 'method' as method, u.reason
            from audit u
            left join accounts a on a.id = u.subject
            left join partner_clients c on c.uid = u.subject
            left join signing_keys k on k.id = replace(u.subject::text, '-', '')
            left join accounts b on u.actor = 'member:' || b.member_id
            where (@areas::text[] is null or split_part(u.action, '.', 1) = any(@areas)) and (@account::uuid is null or u.subject = @account) and (@before::bigint is null or u.id < @before)
            order by u.id desc limit @size + 1
            """, new { areas = Actions(area), account, before = Cursor.Read<long?>(after), size }, cancel);
        return TypedResults.Ok(rows.ToPage(size, item => item.Id));
    }

    private static string[]? Actions(string? area) => area switch
    {
        "signIn" => ["sign_in", "external"],
        "secondFactor" => ["second_factor", "passkey"],
        "session" => ["session"],
        "account" => ["account"],
        "client" => ["client"],
        "key" => ["signing_key"],
        _ => null,
    };
}
