using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Validation;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Communications.Sending;

/// <summary>A mail as ops sees it: what kind, how it fares, never to whom or what it says.</summary>
/// <param name="Template">Which mail it is.</param>
/// <param name="AgeSeconds">From being queued to being sent, or until now.</param>
/// <param name="Reason">Why the last attempt failed, as a code.</param>
internal sealed record MailStatus(
    Guid Id, string Template, MailState State, int Attempts, DateTimeOffset CreatedAt, long AgeSeconds, DateTimeOffset? NextAttemptAt, DateTimeOffset? SentAt, string? Reason);

/// <summary>Lists mails, newest first.</summary>
internal static class ListMails
{
    internal const string Columns =
        """
        id, template, state, attempts, created_at, extract(epoch from coalesce(sent_at, @Now) - created_at)::bigint as age_seconds,
        case when state = 'queued' then next_at end as next_attempt_at, sent_at, reason
        """;

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/mails", Handle)
        .RequirePermission(Permission.Operate)
        .WithSummary("Mails and how they fare, without addresses or contents");

    private static async Task<Ok<Page<MailStatus>>> Handle(
        UnitOfWork work, CancellationToken cancel, [NameOf(typeof(MailState))] string? state = null, string? after = null, [PageSize] int size = Cursor.Usual)
    {
        var rows = await work.ListAsync<MailStatus>(
            $"""
            select {Columns} from outgoing_mail
            where (@state::text is null or state = @state) and (@before::uuid is null or id < @before)
            order by id desc limit @size + 1
            """, new { state, before = Cursor.Read<Guid?>(after), size, work.Now }, cancel);
        return TypedResults.Ok(rows.ToPage(size, row => row.Id));
    }
}
