using VpVarmland.Tests.Access;
using VpVarmland.Tests.BadInput;

namespace VpVarmland.Tests;

/// <summary>Who gets in to Events, and what becomes of requests that are wrong.</summary>
public sealed class AccessTests(Servers servers) : IAsyncLifetime
{
    private EventsHost events = null!;

    public async ValueTask InitializeAsync() => events = await EventsHost.StartAsync(servers);

    public ValueTask DisposeAsync() => events.DisposeAsync();

    [Fact]
    public Task Every_operation_answers_each_kind_of_caller_as_the_reviewed_table_says() => AccessMatrix.CheckAsync(
        events, "events", Attempts, Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "tests/Events.Tests/access.txt");

    [Fact]
    public Task Two_thousand_bad_requests_end_in_codes_and_change_nothing() => Bad.SendAsync(Attempts, 2_000);

    [Fact]
    public Task A_key_with_another_body_is_refused_and_with_the_same_body_answers_the_same() => Bad.RepeatKeysAsync(Attempts);

    private BadRequests<Program> Bad => new(events, "events", Guid.NewGuid());

    private IReadOnlyList<Attempt> Attempts =>
    [
        new("ListCalendar", () => new HttpRequestMessage(HttpMethod.Get, "/api/events/calendar")),
        new("CalendarFeed", () => new HttpRequestMessage(HttpMethod.Get, "/api/events/calendar.ics")),
        .. OpsAttempts.Of(events, "events"),
    ];
}
