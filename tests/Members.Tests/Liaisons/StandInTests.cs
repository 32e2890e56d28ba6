using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VpVarmland.Contracts;
using VpVarmland.Members.Liaisons;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Liaisons;

/// <summary>Somebody stands in while the liaison is away.</summary>
public sealed class StandInTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private const string Address = "/api/members/liaisons/stand-ins";

    private readonly MembersHost members = fixture.Host;

    [Fact]
    public async Task While_it_runs_the_stand_in_sees_and_logs_as_the_liaison_and_not_before_or_after()
    {
        var (away, other) = await PairAsync();
        using var liaison = members.AsLiaison(away);
        using var standIn = members.AsLiaison(other);
        await liaison.PostAsync(Address, Period(away, other, 2, 5)).ReadAsync(HttpStatusCode.Created);
        Assert.Empty((await standIn.ReadAsync("liaisons/associations")).Items());

        await members.MoveClockAsync(TimeSpan.FromDays(2));
        var row = Assert.Single((await standIn.ReadAsync("liaisons/associations")).Items());
        Assert.Equal((Places.Arvika, other, away), (row.Id("associationId"), row.GetProperty("standIn").Id("memberId"), row.GetProperty("liaison").Id("memberId")));
        var noted = await standIn.PostAsync($"/api/members/liaisons/associations/{Places.Arvika}/contacts", LiaisonForms.Contact(members.Today())).ReadAsync(HttpStatusCode.Created);
        Assert.True(noted.GetProperty("isStandIn").GetBoolean());
        Assert.False((await liaison.PostAsync($"/api/members/liaisons/associations/{Places.Arvika}/contacts", LiaisonForms.Contact(members.Today())).ReadAsync(HttpStatusCode.Created)).GetProperty("isStandIn").GetBoolean());

        await members.MoveClockAsync(TimeSpan.FromDays(4));
        Assert.Empty((await standIn.ReadAsync("liaisons/associations")).Items());
        await standIn.PostAsync($"/api/members/liaisons/associations/{Places.Arvika}/contacts", LiaisonForms.Contact(members.Today())).RefusedAsync(HttpStatusCode.NotFound, "liaison.unknown");
    }

    [Fact]
    public async Task Back_early_means_that_it_ends_today()
    {
        var (away, other) = await PairAsync();
        using var liaison = members.AsLiaison(away);
        using var standIn = members.AsLiaison(other);
        var id = (await liaison.PostAsync(Address, Period(away, other, 0, 9)).ReadAsync(HttpStatusCode.Created)).Id("id");
        await members.MoveClockAsync(TimeSpan.FromDays(3));
        Assert.Single((await standIn.ReadAsync("liaisons/stand-ins")).Items());
        await standIn.DeleteAsync(new Uri($"{Address}/{id}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "liaison.unknown");
        await liaison.DeleteAsync(new Uri($"{Address}/{id}", UriKind.Relative)).ReadAsync(HttpStatusCode.NoContent);
        Assert.Empty((await standIn.ReadAsync("liaisons/associations")).Items());
        Assert.Empty((await liaison.ReadAsync("liaisons/stand-ins")).Items());
        Assert.Equal(members.Today().AddDays(-1), await members.QueryAsync<DateOnly>("select until_date from liaison_stand_ins where id = @id", new { id }));
    }

    [Fact]
    public async Task A_period_is_sound_one_at_a_time_and_nobody_stands_in_who_is_away()
    {
        var (away, other) = await PairAsync();
        var third = await members.AddBoardMemberAsync(Places.Karlstad);
        using var liaison = members.AsLiaison(away);
        using var manager = members.As(People.IdOf("ombudsman"), "liaison:work@district", "liaison:manage@district");
        await liaison.PostAsync(Address, Period(away, away, 0, 5)).RefusedAsync(HttpStatusCode.BadRequest, "liaison.own_stand_in");
        await liaison.PostAsync(Address, Period(away, other, 5, 4)).RefusedAsync(HttpStatusCode.BadRequest, "liaison.bad_period");
        await liaison.PostAsync(Address, Period(away, other, -5, -1)).RefusedAsync(HttpStatusCode.BadRequest, "liaison.bad_period");
        await liaison.PostAsync(Address, Period(away, other, 0, 400)).RefusedAsync(HttpStatusCode.BadRequest, "liaison.bad_period");
        await liaison.PostAsync(Address, Period(away, People.IdOf("member"), 0, 5)).RefusedAsync(HttpStatusCode.Conflict, "liaison.not_on_board");
        await liaison.PostAsync(Address, Period(other, away, 0, 5)).RefusedAsync(HttpStatusCode.NotFound, "liaison.unknown");
        await liaison.PostAsync(Address, Period(away, other, 0, 5)).ReadAsync(HttpStatusCode.Created);
        await manager.PostAsync(Address, Period(away, third, 5, 8)).RefusedAsync(HttpStatusCode.Conflict, "liaison.stand_in_exists");
        await manager.PostAsync(Address, Period(third, away, 3, 8)).RefusedAsync(HttpStatusCode.Conflict, "liaison.stand_in_away");
        await manager.PostAsync(Address, Period(other, third, 3, 8)).RefusedAsync(HttpStatusCode.Conflict, "liaison.stand_in_away");
        await manager.PostAsync(Address, Period(away, third, 6, 8)).ReadAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Whoever_answers_for_a_silent_association_is_asked_to_be_reminded_once_a_week_and_the_stand_in_meanwhile()
    {
        var (away, other) = (await members.AddBoardMemberAsync(Places.Karlstad), await members.AddBoardMemberAsync(Places.Karlstad));
        var association = await members.AddAssociationAsync();
        await members.AppointAsync(association, away, days: 100);
        var (name, due) = (await members.QueryAsync<string>("select name from associations where id = @association", new { association }), members.Today().AddDays(-40));
        await RemindAsync(days: 0);
        await RemindAsync(days: 3);
        var first = Assert.Single(await RemindersAsync(away));
        Assert.Equal([(name, due)], first.Lines.Select(line => (line.AssociationName, line.Due)));
        await members.ExecuteAsync("insert into liaison_stand_ins (id, person_id, stand_in_id, from_date, until_date) values (@id, @away, @other, @today, @today + 30)", new { id = Guid.CreateVersion7(), away, other, today = members.Today() });
        await RemindAsync(days: 5);
        Assert.Single(await RemindersAsync(away));
        Assert.Single(await RemindersAsync(other));
        // Who has said no gets none, and a contact that is noted ends it.
        await members.ExecuteAsync("insert into care_workers (person_id, reminders) values (@other, false)", new { other });
        await RemindAsync(days: 8);
        await members.ExecuteAsync(
            "delete from care_workers where person_id = @other; insert into liaison_contacts (id, association_id, happened_on, kind, summary, by_id, noted_at) values (@id, @association, @today, 'call', 'Allt väl.', @other, now())",
            new { id = Guid.CreateVersion7(), association, other, today = members.Today() });
        await RemindAsync(days: 8);
        Assert.Single(await RemindersAsync(other));
    }

    private Task<IReadOnlyList<LiaisonReminderRequested>> RemindersAsync(Guid person) => fixture.Events.AllAsync<LiaisonReminderRequested>(one => one.MemberId == person);

    /// <summary>Eight in the morning so many days on, and the job runs.</summary>
    private async Task RemindAsync(int days)
    {
        var morning = ServiceDefaults.Time.SwedishTime.StartOf(members.Today().AddDays(days)).AddHours(8);
        await members.MoveClockAsync((morning > members.Clock.GetUtcNow() ? morning : morning.AddDays(1)) - members.Clock.GetUtcNow());
        await members.Services.GetRequiredService<IServiceScopeFactory>().RunAsync(
            (services, work) => services.GetRequiredService<RemindOfLiaisons>().RunAsync(work, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
    }

    private async Task<(Guid Away, Guid Other)> PairAsync()
    {
        var (away, other) = (await members.AddBoardMemberAsync(Places.Karlstad), await members.AddBoardMemberAsync(Places.Karlstad));
        await members.AppointAsync(Places.Arvika, away);
        return (away, other);
    }

    private object Period(Guid memberId, Guid standInId, int from, int until) => new { memberId, standInId, from = members.Today().AddDays(from), until = members.Today().AddDays(until) };
}
