using System.Net;
using System.Net.Http.Json;
using VpVarmland.Contracts;
using VpVarmland.Elections.Cycles;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Tests;

/// <summary>Election cycles, open to anyone, and the copy of associations.</summary>
public sealed class CycleTests(Servers servers) : IAsyncLifetime
{
    private const string Address = "/api/elections/cycles";
    private ElectionsHost host = null!;

    public async ValueTask InitializeAsync() => host = await ElectionsHost.StartAsync(servers);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Elections_are_on_the_second_sunday_of_september_every_fourth_year()
    {
        var cycles = (await ReadAsync("")).Items;

        Assert.Equal([new DateOnly(2026, 9, 13), new DateOnly(2030, 9, 8)], cycles.Select(cycle => cycle.ElectionDay));
        // Elections Act (vallagen) 1:3.
        Assert.All(cycles, cycle => Assert.Equal((DayOfWeek.Sunday, 9, 2), (cycle.ElectionDay.DayOfWeek, cycle.ElectionDay.Month, (cycle.ElectionDay.Day + 6) / 7)));
        Assert.All(cycles, cycle => Assert.Equal([ElectedBody.Riksdag, ElectedBody.Region, ElectedBody.Municipality], cycle.Elections));
    }

    [Fact]
    public async Task Milestones_stand_in_order_on_their_days_before_the_election()
    {
        var cycle = (await ReadAsync("")).Items[0];

        Assert.Equal(
            [
                ("partyRegistration", null, new DateOnly(2026, 2, 28)),
                ("ballotOrder", new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 30)),
                ("deliveryGuarantee", null, cycle.ElectionDay.AddDays(-45)),
                ("participation", null, cycle.ElectionDay.AddDays(-30)),
                ("consent", (DateOnly?)null, cycle.ElectionDay.AddDays(-2)),
            ],
            cycle.Milestones.Select(one => (one.Code, one.StartsOn, one.DueOn)));
        Assert.All(cycle.Milestones, one => Assert.NotEqual(one.TitleSv, one.TitleEn));
    }

    [Fact]
    public async Task A_date_that_was_edited_is_the_one_shown()
    {
        await host.ExecuteAsync("update milestones set due_on = '2026-03-02' where code = 'partyRegistration' and due_on = '2026-02-28'");

        Assert.Equal(new DateOnly(2026, 3, 2), Assert.Single((await ReadAsync("")).Items[0].Milestones, one => one.Code == "partyRegistration").DueOn);
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_ended()
    {
        var first = await ReadAsync("?size=1");
        var second = await ReadAsync($"?size=1&after={first.Next}");

        Assert.Equal(2026, Assert.Single(first.Items).ElectionDay.Year);
        Assert.Equal(2030, Assert.Single(second.Items).ElectionDay.Year);
        Assert.Null(second.Next);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Anonymous().GetAsync(Address + "?size=0", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_newest_version_of_an_association_stays()
    {
        var association = Guid.CreateVersion7();
        await host.TellAsync(new AssociationChanged(association, "Vänsterpartiet Arvika", "1784", true) { Version = 2 });
        await host.TellAsync(new AssociationChanged(association, "Gammalt namn", null, false) { Version = 1 });

        Assert.Equal("Vänsterpartiet Arvika 1784 true 2", await host.QueryAsync<string>(
            "select concat_ws(' ', name, municipality_code, is_active::text, version) from associations where id = @association", new { association }));
    }

    [Fact]
    public Task The_committed_document_is_what_the_service_says() => ApiDocuments.CheckAsync(host.Anonymous(), "elections");

    private async Task<Page<ElectionCycle>> ReadAsync(string query) =>
        (await host.Anonymous().GetFromJsonAsync<Page<ElectionCycle>>(Address + query, Json.Options, TestContext.Current.CancellationToken))!;
}
