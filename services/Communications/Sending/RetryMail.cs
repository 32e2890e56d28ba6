using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Communications.Sending;

/// <summary>Puts a failed mail back in the queue, for now: the reason has been seen to.</summary>
internal static class RetryMail
{
    internal static readonly Failure NotFailed = Failure.Conflict("mail.not_failed",
        "Mejlet har inte misslyckats, så det finns inget att försöka om.", "The mail has not failed, so there is nothing to retry.");

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/mails/{id:guid}/retry", Handle)
        .RequirePermission(Permission.Operate)
        .WithSummary("Send a failed mail again");

    private static async Task<Results<Ok<MailStatus>, ProblemHttpResult>> Handle(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var state = await work.FindAsync<string>("select state from outgoing_mail where id = @id for update", new { id }, cancel);
        if (state is null)
            return CommonFailures.NotFound.ToProblem(http);
        if (state != MailState.Failed.ToText())
            return NotFailed.ToProblem(http);
        await work.ExecuteAsync(
            $"update outgoing_mail set state = 'queued', attempts = 0, next_at = @Now, queued_at = @Now where id = @id; notify {MailQueue.Channel}", new { id, work.Now }, cancel);
        work.Record("mail.retried", id);
        return TypedResults.Ok(await work.GetAsync<MailStatus>($"select {ListMails.Columns} from outgoing_mail where id = @id", new { id, work.Now }, cancel));
    }
}
