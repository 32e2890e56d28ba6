using VpVarmland.Members.Demo;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Demo;

/// <summary>What the demo district holds.</summary>
public sealed class DemoDistrictTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;

    [Fact]
    public async Task There_are_1250_people_in_the_district_and_its_sixteen_municipalities_of_which_one_has_a_dormant_and_one_a_forming_association()
    {
        Assert.Equal(1250, await CountAsync("people"));
        Assert.Equal(16, await CountAsync("municipalities"));
        Assert.Equal(16, await CountAsync("associations where not is_district"));
        Assert.Equal(1, await CountAsync("associations where state = 'dormant'"));
        Assert.Equal(1, await CountAsync("associations where state = 'forming'"));
        Assert.Equal(0, await CountAsync("people where association_id in (select id from associations where state <> 'active')"));
        Assert.Equal(2, await CountAsync("committees c where exists (select from assignments where committee_id = c.id and committee_function = 'convener')"));
        Assert.Equal(14, await CountAsync("associations a where a.state = 'active' and exists (select from people where association_id = a.id) and not is_district"));
    }

    [Fact]
    public async Task Memberships_stand_in_every_state_over_three_years_and_never_in_the_future()
    {
        var today = members.Today();
        Assert.Equal(6, await members.QueryAsync<long>("select count(distinct state) from memberships where state in ('applicant', 'paid', 'member', 'refused', 'lapsed', 'left')"));
        Assert.True(await members.QueryAsync<DateOnly>("select min(applied_on) from memberships") < today.AddDays(-1000));
        Assert.Equal(0, await members.QueryAsync<long>(
            "select count(*) from memberships where applied_on > @today or ended_on > @today or paid_on > @today or (state = 'member' and effective_on > @today)", new { today }));
        Assert.Equal(0, await CountAsync("memberships where state in ('member', 'paid') and effective_on <> paid_on + 30"));
    }

    [Fact]
    public async Task The_district_has_a_board_of_eleven_with_four_deputies_an_ombudsman_councillors_and_an_MP()
    {
        Assert.Equal(11, await CountAsync("assignments where ended_on is null and kind in ('districtChair', 'districtTreasurer', 'districtBoardMember')"));
        Assert.Equal(4, await CountAsync("assignments where kind = 'districtDeputy'"));
        Assert.Equal(1, await CountAsync("assignments where kind = 'ombudsman'"));
        Assert.Equal(1, await CountAsync("assignments where kind = 'memberOfParliament'"));
        Assert.True(await CountAsync("assignments where kind = 'regionCouncillor'") > 1);
        Assert.Equal(11, await members.QueryAsync<long>("select count(distinct person_id) from assignments where ended_on is null and kind in ('districtChair', 'districtTreasurer', 'districtBoardMember')"));
        var women = await CountAsync("assignments a join people p on p.id = a.person_id where a.ended_on is null and p.gender = 'woman' and kind in ('districtChair', 'districtTreasurer', 'districtBoardMember')");
        TestContext.Current.TestOutputHelper?.WriteLine($"Women on the district board: {women} of 11");
    }

    [Fact]
    public async Task Every_active_association_has_a_chair_a_secretary_a_treasurer_and_a_liaison_from_elsewhere()
    {
        foreach (var kind in (string[])["chair", "membershipSecretary", "treasurer"])
            Assert.Equal(14, await members.QueryAsync<long>("select count(distinct association_id) from assignments where kind = @kind", new { kind }));
        Assert.Equal(15, await CountAsync("liaisons"));
        Assert.Equal(0, await CountAsync("liaisons l join people p on p.id = l.person_id where p.association_id = l.association_id"));
        Assert.Equal(0, await CountAsync("assignments a join people p on p.id = a.person_id where a.association_id <> p.association_id"));
    }

    [Fact]
    public async Task Every_demo_account_is_a_member_who_holds_the_assignment_of_its_role()
    {
        foreach (var role in DemoRole.All)
            Assert.Equal(role.Kind is null ? [] : new[] { role.Kind }, await members.QueryAsync<string[]>(
                """
                select array(select kind from assignments where person_id = person.id order by kind) from people person
                join memberships membership on membership.person_id = person.id and membership.state = 'member' where person.id = @id and email = @Email
                """, new { id = People.IdOf(role.Role), role.Email }));
    }

    [Fact]
    public async Task Care_cases_stand_in_every_state()
    {
        Assert.True(await CountAsync("care_cases where state = 'open' and due_at >= now()") > 0, "open in time");
        Assert.True(await CountAsync("care_cases where state = 'open' and due_at < now()") > 0, "late");
        Assert.True(await CountAsync("care_cases where state = 'done'") > 0, "done");
        Assert.Equal(4, await members.QueryAsync<long>("select count(distinct outcome) from care_contacts"));
        Assert.True(await members.QueryAsync<long>("select count(distinct reason) from care_cases") >= 5, "reasons");
        Assert.Equal(0, await CountAsync("care_contacts where at > now()"));
        Assert.Equal(0, await CountAsync("care_cases where opened_at > now() or closed_at > now()"));
    }

    [Fact]
    public async Task The_fourteen_goals_of_the_operating_plan_are_there_in_two_languages()
    {
        using var anyone = members.As(People.IdOf("study-organiser"), "plan:read@district");
        var swedish = (await anyone.GetAsync(new Uri("/api/members/plan/goals", UriKind.Relative)).ReadAsync()).Items();
        Assert.Equal(14, swedish.Count);
        Assert.Equal((11, 3), (swedish.Count(goal => goal.Text("kind") == "standing"), swedish.Count(goal => goal.Text("kind") == "activity")));
        anyone.DefaultRequestHeaders.Add("Accept-Language", "en");
        var english = (await anyone.GetAsync(new Uri("/api/members/plan/goals", UriKind.Relative)).ReadAsync()).Items();
        Assert.Equal(swedish.Select(goal => goal.Text("code")), english.Select(goal => goal.Text("code")));
        Assert.Empty(swedish.Select(goal => goal.Text("title")).Intersect(english.Select(goal => goal.Text("title"))));
    }

    [Fact]
    public void The_same_people_are_invented_at_every_start()
    {
        var associations = new Dictionary<string, Guid>(StringComparer.Ordinal) { ["district"] = Places.District, ["1780"] = Places.Karlstad };
        // A membership's own id is random and nobody outside sees it.
        var (first, second) = (Invent(), Invent());
        Assert.Equal(first, second);
        Assert.Equal(1250, first.Distinct(StringComparer.Ordinal).Count());

        List<string> Invent() => [.. new DemoPeople(new DateOnly(2025, 9, 1), associations).Invent()
            .Select(person => person with { Membership = person.Membership with { Id = Guid.Empty } })
            .Select(person => System.Text.Json.JsonSerializer.Serialize(person))];
    }

    [Fact]
    public async Task Nobody_in_the_demo_can_be_reached_for_real()
    {
        Assert.Equal(0, await CountAsync("people where email is not null and email not like '%@demo.example'"));
        // The series that the telecom authority keeps for fiction: 070-174 06 05 to 99.
        Assert.Equal(0, await CountAsync("people where phone is not null and (phone not like '+46701740%' or substr(phone, 10)::int not between 605 and 699)"));
    }

    private Task<long> CountAsync(string fromWhere) => members.QueryAsync<long>("select count(*) from " + fromWhere);
}
