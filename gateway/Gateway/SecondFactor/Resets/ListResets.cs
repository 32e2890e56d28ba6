using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Validation;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Gateway.SecondFactor.Resets;

/// <summary>The resets that administrators have asked for: those that wait for a decision, oldest first, or those that are over, newest first.</summary>
internal static class ListResets
{
    /// <param name="Email">Whose second factor it is.</param>
    /// <param name="RequestedBy">The first administrator's address.</param>
    /// <param name="Outcome"><c>approved</c>, <c>declined</c>, <c>expired</c>, or null while it waits.</param>
    /// <param name="MayApprove">True where the one who asks for the list is the second pair of eyes that it needs.</param>
    /// <param name="MayDecline">True where the one who asks for the list can decline it, or take it back.</param>
    internal sealed record Item(
        Guid Id, Guid AccountId, string? Email, string Reason, string? RequestedBy, DateTimeOffset RequestedAt, DateTimeOffset ExpiresAt,
        string? DecidedBy, DateTimeOffset? DecidedAt, string? Outcome, bool MayApprove, bool MayDecline);

    internal static void Map(IEndpointRouteBuilder auth) => auth
        .MapGet("/factor-resets", Handle)
        .RequirePermission(Permission.Administer)
        .WithSummary("Resets of second factors: waiting, or over");

    private static async Task<Ok<Page<Item>>> Handle(
        HttpContext http, UnitOfWork work, CancellationToken cancel, bool open = true, string? after = null, [PageSize] int size = Cursor.Usual)
    {
        var administrator = CurrentSession.Require(http).Known.Session.AccountId;
        var (beyond, order) = open ? (">", "asc") : ("<", "desc");
        var rows = await work.ListAsync<Row>(
            $"""
            select r.id, r.account_id, a.email, r.reason, r.requested_by, q.email as requested_by_email, r.requested_at, r.expires_at, d.email as decided_by_email, r.decided_at, r.outcome
            from factor_resets r join accounts a on a.id = r.account_id join accounts q on q.id = r.requested_by left join accounts d on d.id = r.decided_by
            where (r.outcome is null and r.expires_at > @Now) = @open and (@shown::uuid is null or r.id {beyond} @shown)
            order by r.id {order} limit @size + 1
            """, new { work.Now, open, shown = Cursor.Read<Guid?>(after), size }, cancel);
        return TypedResults.Ok(rows.Select(row =>
        {
            var reset = new FactorReset(row.Id, row.AccountId, row.RequestedBy, row.ExpiresAt, row.Outcome);
            return new Item(
                row.Id, row.AccountId, row.Email, row.Reason, row.RequestedByEmail, row.RequestedAt, row.ExpiresAt, row.DecidedByEmail, row.DecidedAt,
                row.Outcome ?? (reset.IsOpen(work.Now) ? null : "expired"),
                reset.WhyNotApprovedBy(administrator, work.Now) is null, reset.WhyNotDeclinedBy(administrator, work.Now) is null);
        }).ToList().ToPage(size, item => item.Id));
    }

    private sealed record Row(
        Guid Id, Guid AccountId, string? Email, string Reason, Guid RequestedBy, string? RequestedByEmail, DateTimeOffset RequestedAt, DateTimeOffset ExpiresAt,
        string? DecidedByEmail, DateTimeOffset? DecidedAt, string? Outcome);
}
