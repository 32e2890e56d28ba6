using VpVarmland.Tests.Access;
using VpVarmland.Tests.BadInput;

namespace VpVarmland.Tests;

/// <summary>Who gets in to Elections, and what becomes of requests that are wrong.</summary>
public sealed class AccessTests(Servers servers) : IAsyncLifetime
{
    private ElectionsHost elections = null!;

    public async ValueTask InitializeAsync() => elections = await ElectionsHost.StartAsync(servers);

    public ValueTask DisposeAsync() => elections.DisposeAsync();

    [Fact]
    public Task Every_operation_answers_each_kind_of_caller_as_the_reviewed_table_says() => AccessMatrix.CheckAsync(
        elections, "elections", Attempts, Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "tests/Elections.Tests/access.txt");

    [Fact]
    public Task Two_thousand_bad_requests_end_in_codes_and_change_nothing() => Bad.SendAsync(Attempts, 2_000);

    [Fact]
    public Task A_key_with_another_body_is_refused_and_with_the_same_body_answers_the_same() => Bad.RepeatKeysAsync(Attempts);

    private BadRequests<Program> Bad => new(elections, "elections", Guid.NewGuid());

    private IReadOnlyList<Attempt> Attempts =>
    [
        new("ListCycles", () => new HttpRequestMessage(HttpMethod.Get, "/api/elections/cycles")),
        .. OpsAttempts.Of(elections, "elections"),
    ];
}
