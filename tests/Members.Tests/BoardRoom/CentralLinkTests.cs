using System.Net;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;
using VpVarmland.Tests.Liaisons;

namespace VpVarmland.Tests.BoardRoom;

/// <summary>What comes from the party centrally: recorded once, seen by those concerned, followed, reminded of and reported back.</summary>
public sealed class CentralLinkTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly BoardGround ground = new(fixture.Host);
    private readonly HttpClient karlstad = fixture.Host.As(People.IdOf("association-chair-karlstad"), $"central:read@{Places.Karlstad}");

    [Fact]
    public async Task It_reaches_those_concerned_and_nobody_else_and_the_district_sees_who_has_read_and_done()
    {
        var item = await ground.RelayedAsync(Places.Karlstad, Places.Arvika);
        var mine = $"/api/members/associations/{Places.Karlstad}/central";
        Assert.Contains(await karlstad.AllPagesAsync(mine), row => row.Id("itemId") == item);
        var sunne = members.As(People.IdOf("member"), "central:read@01900000-0000-7000-8000-000000001009");
        Assert.DoesNotContain(await sunne.AllPagesAsync("/api/members/associations/01900000-0000-7000-8000-000000001009/central"), row => row.Id("itemId") == item);
        await karlstad.PostAsync($"/api/members/associations/{Places.Arvika}/central/{item}/read", new { }).RefusedAsync(HttpStatusCode.NotFound, "central.unknown");
        await karlstad.PostAsync($"{mine}/{item}/read", new { }).ReadAsync();
        Assert.Equal((2, 1, 0), await StandingAsync(item));
        await karlstad.PostAsync($"{mine}/{item}/done", new { note = "Anmälda." }).ReadAsync();
        Assert.Equal((2, 1, 1), await StandingAsync(item));
        await karlstad.DeleteAsync(new Uri($"{mine}/{item}/done", UriKind.Relative)).ReadAsync();
        Assert.Equal((2, 1, 0), await StandingAsync(item));
        // What somebody has read is corrected, not taken back.
        await ground.Manager.DeleteAsync(new Uri($"/api/members/central/items/{item}", UriKind.Relative)).RefusedAsync(HttpStatusCode.Conflict, "central.already_read");
    }

    [Fact]
    public async Task A_deadline_is_late_until_all_are_done_and_the_district_has_reported_back()
    {
        var item = await ground.RelayedAsync(Places.Karlstad);
        await members.MoveClockAsync(TimeSpan.FromDays(21));
        Assert.True(await IsLateAsync(item));
        await karlstad.PostAsync($"/api/members/associations/{Places.Karlstad}/central/{item}/done", new { }).ReadAsync();
        Assert.True(await IsLateAsync(item));
        await ground.Manager.PutAsync($"/api/members/central/items/{item}/report", new { text = "Ombuden är anmälda.", on = members.Today() }, null).ReadAsync();
        Assert.False(await IsLateAsync(item));
    }

    [Fact]
    public async Task Chairs_of_those_who_are_not_done_are_reminded_once_a_day()
    {
        var item = await ground.RelayedAsync(Places.Karlstad, Places.Arvika);
        await karlstad.PostAsync($"/api/members/associations/{Places.Karlstad}/central/{item}/done", new { }).ReadAsync();
        var remind = $"/api/members/central/items/{item}/reminders";
        await ground.Manager.PostAsync(remind, new { }).ReadAsync();
        await ground.Manager.PostAsync(remind, new { }).RefusedAsync(HttpStatusCode.Conflict, "central.nobody_to_remind");
        var letters = await fixture.Events.AllAsync<CentralReminderWanted>(letter => letter.ItemId == item);
        Assert.Equal([Places.Arvika], letters.Select(letter => letter.AssociationId).Distinct());
        await members.MoveClockAsync(TimeSpan.FromDays(1.1));
        await ground.Manager.PostAsync(remind, new { }).ReadAsync();
    }

    [Fact]
    public async Task Everybody_means_every_association_that_stands_and_a_deadline_has_a_day()
    {
        var item = await ground.RelayedAsync();
        Assert.Equal(await members.QueryAsync<int>("select count(*)::int from associations where not is_district and ended_on is null and state <> 'dormant'"), (await StandingAsync(item)).Concerned);
        var (path, today) = ("/api/members/central/items", members.Today());
        await ground.Manager.PostAsync(path, new { kind = "deadline", title = "Utan dag", body = "x", receivedOn = today }).RefusedAsync(HttpStatusCode.BadRequest, "central.needs_day");
        await ground.Manager.PostAsync(path, ground.Deadline(Places.Storfors)).RefusedAsync(HttpStatusCode.BadRequest, "central.unknown_association");
        await ground.Manager.PostAsync(path, new { kind = "message", title = "Skript", body = "x", link = "javascript:alert(1)", receivedOn = today }).RefusedAsync(HttpStatusCode.BadRequest, "board.bad_link");
    }

    private async Task<(int Concerned, int Read, int Done)> StandingAsync(Guid item)
    {
        var row = (await ground.Manager.ReadAsync($"central/items/{item}")).GetProperty("item");
        return (row.GetProperty("concerned").GetInt32(), row.GetProperty("read").GetInt32(), row.GetProperty("done").GetInt32());
    }

    private async Task<bool> IsLateAsync(Guid item) => (await ground.Manager.ReadAsync($"central/items/{item}")).GetProperty("item").GetProperty("isLate").GetBoolean();
}
