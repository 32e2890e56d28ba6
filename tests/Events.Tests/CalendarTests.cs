using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VpVarmland.Contracts;
using VpVarmland.Events.Calendar;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Tests;

/// <summary>The public calendar, as people and as calendar programs read it.</summary>
public sealed class CalendarTests(Servers servers) : IAsyncLifetime
{
    private const string Address = "/api/events/calendar";
    private EventsHost host = null!;

    private DateTimeOffset Now => host.Clock.GetUtcNow();

    public async ValueTask InitializeAsync() => host = await EventsHost.StartAsync(servers);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Shows_anyone_what_has_not_ended_soonest_first()
    {
        var later = await host.HoldAsync(Now.AddDays(2));
        var running = await host.HoldAsync(Now.AddHours(-1));
        await host.HoldAsync(Now.AddHours(-3));

        Assert.Equal([running, later], (await ReadAsync("")).Items.Select(one => one.Id));
    }

    [Fact]
    public async Task Pages_neither_skip_nor_repeat_where_events_start_together()
    {
        var noon = Now.AddDays(1);
        var ids = new List<Guid>();
        for (var number = 0; number < 7; number++)
            ids.Add(await host.HoldAsync(noon.AddHours(number / 3)));

        var seen = new List<Guid>();
        string? next = "";
        do
        {
            var page = await ReadAsync($"?size=2&after={next}");
            Assert.InRange(page.Items.Count, 1, 2);
            seen.AddRange(page.Items.Select(one => one.Id));
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal(7, seen.Distinct().Count());
        Assert.Equal(ids.Order(), seen.Order());
    }

    [Fact]
    public async Task Names_the_association_as_it_was_last_told()
    {
        var association = Guid.CreateVersion7();
        await host.TellAsync(new AssociationChanged(association, "Vänsterpartiet Arvika", "1784", true) { Version = 2 });
        await host.TellAsync(new AssociationChanged(association, "Gammalt namn", "1784", true) { Version = 1 });
        await host.HoldAsync(Now.AddDays(1), "membersMeeting", association: association);
        await host.HoldAsync(Now.AddDays(1), "chairMeeting");

        var one = Assert.Single((await ReadAsync($"?association={association}")).Items);

        Assert.Equal("Vänsterpartiet Arvika", one.AssociationName);
        Assert.Equal(EventKind.MembersMeeting, one.Kind);
        Assert.Equal(association, Assert.Single((await ReadAsync("?kind=membersMeeting")).Items).AssociationId);
    }

    [Theory]
    [InlineData("?kind=party", "request.invalid")]
    [InlineData("?kind=2", "request.invalid")]
    [InlineData("?size=0", "request.invalid")]
    [InlineData("?size=201", "request.invalid")]
    [InlineData("?association=arvika", "request.malformed")]
    public async Task A_bad_question_is_told_so(string query, string code)
    {
        var answer = await host.Anonymous().GetAsync(Address + query, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Calendar_programs_get_the_same_events_in_the_language_asked_for()
    {
        await host.HoldAsync(Now.AddDays(1), titleSv: "Öppet möte; om vården, i hela länet", titleEn: "Open meeting", attendance: "mixed", place: "Folkets hus, Årjäng");
        await host.HoldAsync(Now.AddDays(2), attendance: "digital", place: null);
        await host.HoldAsync(Now.AddDays(-10));
        await host.HoldAsync(Now.AddDays(-40));

        var answer = await host.Anonymous().GetAsync(Address + ".ics", TestContext.Current.CancellationToken);
        var swedish = ParsedCalendar.Read(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var english = ParsedCalendar.Read(await host.Anonymous().GetStringAsync(Address + ".ics?language=en", TestContext.Current.CancellationToken));

        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(3, swedish.Events.Count);
        Assert.Equal("Öppet möte; om vården, i hela länet", swedish.Events[1]["SUMMARY"]);
        Assert.Equal("Folkets hus, Årjäng och digitalt", swedish.Events[1]["LOCATION"]);
        Assert.Equal("Digitalt", swedish.Events[2]["LOCATION"]);
        Assert.Equal("Open meeting", english.Events[1]["SUMMARY"]);
        Assert.Equal("Left Party Värmland", english.Properties["NAME"]);
    }

    [Fact]
    public async Task Outside_Development_nothing_is_laid_out()
    {
        // Long enough for the demo's job, had it been there: another job of the service has run.
        await Eventually.SeeAsync(() => host.QueryAsync<long>("select count(*) from jobs where name = 'Housekeeping' and last_run_at is not null"), ran => ran == 1);

        Assert.Equal(0, await host.QueryAsync<long>("select count(*) from events"));
        Assert.DoesNotContain(host.Services.GetServices<IHostedService>(), service => service.GetType().ToString().Contains("Demo", StringComparison.Ordinal));
    }

    private async Task<Page<CalendarEvent>> ReadAsync(string query) =>
        (await host.Anonymous().GetFromJsonAsync<Page<CalendarEvent>>(Address + query, Json.Options, TestContext.Current.CancellationToken))!;
}
