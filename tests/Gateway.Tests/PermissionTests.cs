using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>Rights follow assignments: they come with the event, go with the event, and end with the term.</summary>
public sealed class PermissionTests(Servers servers, SharedGateway shared) : IAsyncLifetime
{
    private static readonly Guid Karlstad = Guid.CreateVersion7();
    private static readonly Grant Statistics = new("statistics:read", null);
    private GatewayHost gateway = null!;

    public async ValueTask InitializeAsync() => (_, gateway) = await shared.StartAsync(servers);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Rights_come_when_an_assignment_starts_and_go_within_seconds_when_it_ends()
    {
        var (member, browser) = await SignedInAsync();
        var assignment = gateway.Holds(member, null, Statistics, new Grant("plan:read", Karlstad));

        await gateway.TellAsync(assignment);
        await SeesAsync(browser, "member:self@district", $"plan:read@{Karlstad}", "statistics:read@district");

        await gateway.TellAsync(new AssignmentEnded(assignment.AssignmentId, member, gateway.Today) { Version = 2 });
        var waited = System.Diagnostics.Stopwatch.StartNew();
        await SeesAsync(browser, "member:self@district");
        Assert.True(waited.Elapsed < TimeSpan.FromSeconds(3), $"The rights were there for {waited.Elapsed} more.");
    }

    [Fact]
    public async Task A_late_start_does_not_bring_back_what_has_ended()
    {
        var (member, browser) = await SignedInAsync();
        var assignment = gateway.Holds(member, null, Statistics);

        await gateway.TellAsync(new AssignmentEnded(assignment.AssignmentId, member, gateway.Today) { Version = 2 });
        await gateway.TellAsync(assignment);
        // Something that must arrive after it shows that it has been heard.
        await gateway.TellAsync(gateway.Holds(member, null, new Grant("plan:read", null)));

        await SeesAsync(browser, "member:self@district", "plan:read@district");
    }

    [Fact]
    public async Task An_older_version_of_an_assignment_changes_nothing()
    {
        var (member, browser) = await SignedInAsync();
        var assignment = gateway.Holds(member, null, Statistics);

        await gateway.TellAsync(assignment with { Version = 3, Grants = [new Grant("plan:read", null)], EventId = Guid.CreateVersion7() });
        await gateway.TellAsync(assignment with { Version = 2, EventId = Guid.CreateVersion7() });

        await SeesAsync(browser, "member:self@district", "plan:read@district");
    }

    [Fact]
    public async Task Rights_last_for_the_days_of_the_term_by_the_platforms_clock()
    {
        await using var own = await GatewayHost.StartAsync(servers);
        var (member, email) = await own.JoinAsync();
        var today = own.Today;
        await own.TellAsync(
            own.Holds(member, today.AddDays(1), Statistics),
            own.Holds(member, null, new Grant("plan:read", null)) with { From = today.AddDays(2) });
        var browser = own.NewBrowser();
        await browser.SignInByLinkAsync(own, email);

        Assert.Equal(["member:self@district", "statistics:read@district"], await browser.PermissionsAsync());
        await own.MoveClockAsync(days: 1);
        await SeesAsync(browser, "member:self@district", "statistics:read@district");
        await own.MoveClockAsync(days: 1);
        await SeesAsync(browser, "member:self@district", "plan:read@district");
        // A month later the person is still signed in: sessions go by the machine's clock.
        await own.MoveClockAsync(days: 30);
        await SeesAsync(browser, "member:self@district", "plan:read@district");
    }

    [Fact]
    public async Task Rights_end_at_midnight_in_Stockholm_after_the_terms_last_day_without_anybody_doing_anything()
    {
        await using var own = await GatewayHost.StartAsync(servers);
        var (member, email) = await own.JoinAsync();
        var last = own.Today.AddDays(1);
        await own.TellAsync(own.Holds(member, last, Statistics));
        var browser = own.NewBrowser();
        await browser.SignInByLinkAsync(own, email);

        // Two minutes before midnight, wherever the sun stands in Greenwich.
        await own.MoveClockAsync(minutes: (ServiceDefaults.Time.SwedishTime.StartOf(last.AddDays(1)) - own.Clock.GetUtcNow()).TotalMinutes - 2);
        await SeesAsync(browser, "member:self@district", "statistics:read@district");
        await own.MoveClockAsync(minutes: 3);
        await SeesAsync(browser, "member:self@district");
    }

    [Fact]
    public async Task An_assignment_of_somebody_unknown_counts_once_the_person_is_known()
    {
        var (member, email) = (Guid.CreateVersion7(), People.NewEmail());
        await gateway.TellAsync(gateway.Holds(member, null, Statistics));
        await gateway.TellAsync(People.Joined(member, email));
        var browser = gateway.NewBrowser();
        await browser.SignInByLinkAsync(gateway, email);
        await SeesAsync(browser, "member:self@district", "statistics:read@district");
    }

    private async Task<(Guid Member, Browser Browser)> SignedInAsync()
    {
        var (member, email) = await gateway.JoinAsync();
        var browser = gateway.NewBrowser();
        await browser.SignInByLinkAsync(gateway, email);
        return (member, browser);
    }

    private static Task SeesAsync(Browser browser, params string[] permissions) =>
        Eventually.SeeAsync(async () => string.Join(' ', await browser.PermissionsAsync()), seen => seen == string.Join(' ', permissions));
}
