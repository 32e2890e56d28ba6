using Microsoft.Extensions.DependencyInjection;
using VpVarmland.Contracts;
using VpVarmland.Members.Care;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Care;

/// <summary>Cases that open by themselves, from what is known.</summary>
public sealed class CasesFromFactsTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly HttpClient ombudsman = fixture.Host.As(People.IdOf("ombudsman"), "care:work@district");

    [Fact]
    public async Task A_fee_that_has_not_come_opens_a_case_once()
    {
        var association = await members.AddAssociationAsync();
        var (late, early) = (await members.AddApplicantAsync(association), await members.AddApplicantAsync(association));
        await members.ExecuteAsync("update memberships set applied_on = @day where id = @Membership", new { late.Membership, day = members.Today().AddDays(-40) });
        await RunAsync();
        Assert.Equal(["unpaidFee"], await ReasonsAsync(late.Id));
        Assert.Empty(await ReasonsAsync(early.Id));
        await members.ExecuteAsync("update care_cases set state = 'done', closed_at = opened_at where person_id = @Id", new { late.Id });
        await RunAsync();
        Assert.Single(await ReasonsAsync(late.Id));
    }

    [Fact]
    public async Task A_fee_that_ran_out_long_ago_opens_a_case_too()
    {
        var association = await members.AddAssociationAsync();
        var person = await members.AddMemberAsync(association, 500);
        await members.ExecuteAsync("update memberships set paid_until = @day where id = @Membership", new { person.Membership, day = members.Today().AddDays(-31) });
        await RunAsync();
        Assert.Contains("unpaidFee", await ReasonsAsync(person.Id));
    }

    [Fact]
    public async Task Whoever_moves_between_associations_is_met_and_whoever_is_put_back_is_not()
    {
        var (from, to) = (await members.AddAssociationAsync(), await members.AddAssociationAsync());
        var (moved, back) = (await members.AddMemberAsync(from), await members.AddMemberAsync(from));
        await members.ExecuteAsync(
            """
            update people set association_id = @to where id = any(@both);
            update people set association_id = @from where id = @back;
            update memberships set association_id = person.association_id from people person where person.id = memberships.person_id and person.id = any(@both)
            """, new { from, to, both = new[] { moved.Id, back.Id }, back = back.Id });
        await RunAsync();
        Assert.Equal(["moved"], await ReasonsAsync(moved.Id));
        Assert.Equal(to, await members.QueryAsync<Guid>("select association_id from care_cases where person_id = @Id", new { moved.Id }));
        Assert.Empty(await ReasonsAsync(back.Id));
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from moved_people"));
    }

    [Fact]
    public async Task A_merger_moves_nobody()
    {
        var (from, into) = (await members.AddAssociationAsync(), await members.AddAssociationAsync());
        var person = await members.AddMemberAsync(from);
        using var manager = members.As(People.IdOf("ombudsman"), "associations:manage@district");
        await manager.PostAsync("/api/members/reorganisations/merge", new { from = new[] { from }, into, assignments = "end", reason = "Årsmötena har beslutat.", people = 1 }).ReadAsync();
        await RunAsync();
        Assert.DoesNotContain("moved", await ReasonsAsync(person.Id));
    }

    [Fact]
    public async Task Silence_opens_a_few_cases_a_night_and_no_more_than_can_be_worked()
    {
        var association = await members.AddAssociationAsync();
        var quiet = new List<Guid>();
        for (var one = 0; one < 15; one++)
            quiet.Add((await members.AddMemberAsync(association, 500 + one)).Id);
        var (heard, holds) = ((await members.AddMemberAsync(association, 900)).Id, (await members.AddMemberAsync(association, 900)).Id);
        await members.OpenCaseAsync(heard);
        await members.ExecuteAsync("insert into assignments (id, person_id, kind, association_id, from_date) values (@id, @holds, 'boardMember', @association, @from)",
            new { id = Guid.CreateVersion7(), holds, association, from = members.Today().AddDays(-10) });
        Assert.Equal(3, await OpenedAfterRunAsync(1));
        // The longest silence first.
        Assert.Equal(quiet.TakeLast(3).Order(), (await members.QueryAsync<Guid[]>("select array_agg(person_id) from care_cases where association_id = @association and reason = 'inactive'", new { association })).Order());
        Assert.Equal(10, await OpenedAfterRunAsync(6));
        Assert.DoesNotContain("inactive", await ReasonsAsync(heard));
        Assert.DoesNotContain("inactive", await ReasonsAsync(holds));

        async Task<long> OpenedAfterRunAsync(int nights)
        {
            for (var night = 0; night < nights; night++)
                await RunAsync();
            return await members.QueryAsync<long>("select count(*) from care_cases where association_id = @association and reason = 'inactive' and state = 'open'", new { association });
        }
    }

    [Fact]
    public async Task Mail_that_comes_back_opens_a_case_and_tells_nothing_of_those_who_have_left()
    {
        var (here, left) = (await members.AddMemberAsync(Places.Karlstad), await members.AddMemberAsync(Places.Karlstad));
        await members.ExecuteAsync("update memberships set state = 'left', ended_on = @today where id = @Membership", new { left.Membership, today = members.Today() });
        foreach (var person in (Applicant[])[here, here, left])
            await members.TellAsync(new RecipientBounced(person.Id) { OccurredAt = members.Clock.GetUtcNow() });
        Assert.Equal(["bouncedMail"], await ReasonsAsync(here.Id));
        Assert.Empty(await ReasonsAsync(left.Id));
    }

    [Fact]
    public async Task A_death_stops_mail_and_closes_what_was_open_and_a_mistake_lets_mail_go_again()
    {
        var person = await members.AddMemberAsync(Places.Karlstad);
        await members.OpenCaseAsync(person.Id, "inactive");
        var id = await members.OpenCaseAsync(person.Id, "dead");
        await fixture.Events.HearAsync<MemberChanged>(one => one.MemberId == person.Id && one.Email is null);
        Assert.Equal(1, await members.QueryAsync<long>("select count(*) from care_cases where person_id = @Id and state = 'open'", new { person.Id }));
        await ombudsman.PostAsync($"/api/members/care/cases/{id}/contacts", new { outcome = "done", result = "mistake" }).ReadAsync();
        await fixture.Events.HearAsync<MemberChanged>(one => one.MemberId == person.Id && one.Email == person.Email);
    }

    [Fact]
    public async Task An_offer_on_the_own_page_is_one_case_that_can_be_taken_back_until_somebody_has_called()
    {
        var person = await members.AddMemberAsync(Places.Karlstad);
        using var self = members.As(person.Id, "member:self@district");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await self.GetAsync(Help).ReadAsync()).GetProperty("since").ValueKind);
        await self.PostAsync(Help.OriginalString, new { }).ReadAsync();
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, (await self.PostAsync(Help.OriginalString, new { }).ReadAsync()).GetProperty("due").ValueKind);
        Assert.Equal(["wantsToHelp"], await ReasonsAsync(person.Id));
        await self.DeleteAsync(Help).ReadAsync();
        Assert.Empty(await ReasonsAsync(person.Id));
        await self.PostAsync(Help.OriginalString, new { }).ReadAsync();
        var id = await members.QueryAsync<Guid>("select id from care_cases where person_id = @Id", new { person.Id });
        await ombudsman.PostAsync($"/api/members/care/cases/{id}/contacts", new { outcome = "noAnswer" }).ReadAsync();
        await self.DeleteAsync(Help).ReadAsync();
        Assert.Single(await ReasonsAsync(person.Id));
    }

    private static readonly Uri Help = new("/api/members/me/help", UriKind.Relative);

    private async Task RunAsync()
    {
        await members.ExecuteAsync("update care_settings set a_night = 3");
        await RunNightAsync();
        await members.ExecuteAsync("update care_settings set a_night = 0");
    }

    private Task RunNightAsync() => members.Services.GetRequiredService<IServiceScopeFactory>().RunAsync(
        (services, work) => services.GetRequiredService<CasesFromFacts>().RunAsync(work, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

    private async Task<string[]> ReasonsAsync(Guid person) =>
        await members.QueryAsync<string[]>("select coalesce(array_agg(reason order by reason), '{}') from care_cases where person_id = @person", new { person });
}
