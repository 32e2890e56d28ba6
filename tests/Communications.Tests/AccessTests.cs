using VpVarmland.Tests.Access;
using VpVarmland.Tests.BadInput;

namespace VpVarmland.Tests;

/// <summary>Who gets in to Communications, and what becomes of requests that are wrong.</summary>
public sealed class AccessTests(Servers servers) : IAsyncLifetime
{
    private CommunicationsHost communications = null!;

    public async ValueTask InitializeAsync() => communications = await CommunicationsHost.StartAsync(servers, environment: "Production");

    public ValueTask DisposeAsync() => communications.DisposeAsync();

    [Fact]
    public Task Every_operation_answers_each_kind_of_caller_as_the_reviewed_table_says() => AccessMatrix.CheckAsync(
        communications, "communications", Attempts, Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "tests/Communications.Tests/access.txt");

    [Fact]
    public Task Two_thousand_bad_requests_end_in_codes_and_change_nothing() => Bad.SendAsync(Attempts, 2_000);

    [Fact]
    public Task A_key_with_another_body_is_refused_and_with_the_same_body_answers_the_same() => Bad.RepeatKeysAsync(Attempts);

    private BadRequests<Program> Bad => new(communications, "communications", Guid.NewGuid());

    private IReadOnlyList<Attempt> Attempts =>
    [
        new("ListMails", () => new HttpRequestMessage(HttpMethod.Get, "/api/communications/mails")),
        new("RetryMail", async () => await FailedAsync() is var id ? () => new HttpRequestMessage(HttpMethod.Post, $"/api/communications/mails/{id}/retry") : null!),
        new("ListProfiles", () => new HttpRequestMessage(HttpMethod.Get, "/api/communications/profiles")),
        new("ListProfilesPortrait", async () => await ShownAsync() is var id ? () => new HttpRequestMessage(HttpMethod.Get, $"/api/communications/profiles/{id}/portrait") : null!),
        .. OpsAttempts.Of(communications, "communications"),
    ];

    private async Task<Guid> ShownAsync()
    {
        var id = Guid.CreateVersion7();
        await communications.ExecuteAsync("insert into profiles (profile_id, version, name, kind, about, portrait) values (@id, 1, 'Kim Exempel', 'regionCouncillor', 'Text', decode('01', 'hex'))", new { id });
        return id;
    }

    /// <summary>A mail that has failed; without a relay it waits when it is sent again, and nothing moves behind the tests' back.</summary>
    private async Task<Guid> FailedAsync()
    {
        var id = await communications.QueueAsync("kim@example.org");
        await communications.ExecuteAsync("update outgoing_mail set state = 'failed', reason = 'smtp 550' where id = @id", new { id });
        return id;
    }
}
