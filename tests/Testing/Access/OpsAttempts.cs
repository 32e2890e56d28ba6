using System.Net.Http.Json;

namespace VpVarmland.Tests.Access;

/// <summary>Attempts at the doors for operations that every service has.</summary>
public static class OpsAttempts
{
    /// <summary>One for each.</summary>
    public static IReadOnlyList<Attempt> Of<TProgram>(ServiceHost<TProgram> host, string service)
        where TProgram : class =>
    [
        new("OpsDoorRead", Get(service, "state")),
        new("OpsDoorJobs", Get(service, "jobs")),
        new("OpsDoorActions", Get(service, "actions")),
        new("MessagesList", Get(service, "messages")),
        new("MessagesSendBack", async () => Post(service, "messages/send-back", new { messages = new[] { await MessageAsync(host) } })),
        new("MessagesDrop", async () => Post(service, "messages/drop", new { messages = new[] { await MessageAsync(host) }, note = "Gäller inte längre." })),
        new("ResendsList", Get(service, "resends")),
        new("ResendsAsk", async () =>
        {
            await WithoutSendingAgainAsync(host);
            return Post(service, "resends", new { note = "En tjänst återställdes." });
        }),
    ];

    /// <summary>A message that was set aside, for a consumer that no release has. Sent back it waits, and is not tried under the eyes of a test.</summary>
    private static async Task<object> MessageAsync<TProgram>(ServiceHost<TProgram> host)
        where TProgram : class
    {
        var eventId = Guid.CreateVersion7();
        await host.ExecuteAsync(
            """
            select pg_advisory_xact_lock(hashtext('not_in_this_test'));
            create or replace function not_in_this_test() returns trigger language plpgsql as 'begin return null; end';
            create or replace trigger not_in_this_test before update on inbox_retry for each row
                when (new.consumer = 'NobodyAnyMore' and new.attempts > old.attempts) execute function not_in_this_test();
            insert into inbox_retry (event_id, consumer, type, body, reason, attempts, set_aside_at, first_at)
            values (@eventId, 'NobodyAnyMore', 'StateWanted', '{}', 'InvalidOperationException', 9, now(), now())
            """, new { eventId });
        return new { eventId, consumer = "NobodyAnyMore" };
    }

    /// <summary>Keeps the job that would follow from changing people under the eyes of other tests.</summary>
    private static Task WithoutSendingAgainAsync<TProgram>(ServiceHost<TProgram> host)
        where TProgram : class =>
        host.ExecuteAsync("create or replace rule not_in_this_test as on update to jobs where new.name = 'SendAgain' do instead nothing");

    private static Func<HttpRequestMessage> Get(string service, string path) => () => new HttpRequestMessage(HttpMethod.Get, Address(service, path));

    private static Func<HttpRequestMessage> Post(string service, string path, object body) =>
        () => new HttpRequestMessage(HttpMethod.Post, Address(service, path)) { Content = JsonContent.Create(body) };

    private static Uri Address(string service, string path) => new($"/api/{service}/ops/{path}", UriKind.Relative);
}
