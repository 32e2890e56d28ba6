using System.Net;
using VpVarmland.Contracts;
using VpVarmland.Members.Plan;
using VpVarmland.Tests.Kit;
using VpVarmland.Tests.Liaisons;
using static VpVarmland.Tests.Plan.PlanGround;

namespace VpVarmland.Tests.Plan;

public sealed class PlanTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly PlanGround ground = new(fixture.Host);

    [Fact]
    public async Task The_demo_carries_fourteen_goals_with_live_indicators()
    {
        var plan = await ground.ReadAsync(ground.ThisYear);
        Assert.Equal(["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G10", "G11", "A1", "A2", "A3"], plan.GetProperty("goals").EnumerateArray().Select(goal => goal.Text("code")));
        var counted = await members.QueryAsync<long>("select count(*) from memberships where state = 'member'");
        var growth = Goal(plan, "G1").GetProperty("indicators")[0];
        Assert.Equal((counted, "Medlemmar"), (growth.GetProperty("value").GetInt64(), growth.Text("name")));
        var coverage = Goal(plan, "G11").GetProperty("indicators").EnumerateArray().Single(one => one.Text("measure") == "liaisonCoverage");
        Assert.InRange(coverage.GetProperty("value").GetDecimal(), 1, 100);
    }

    [Fact]
    public async Task A_plan_is_begun_from_another_adopted_and_then_its_goals_and_targets_stand()
    {
        var year = await ground.AdoptedAsync();
        await ground.Manager.PutAsync(Path(year, "/goals/G1"), PlanGround.Goal("Krympa"), await ground.VersionAsync(year)).RefusedAsync(HttpStatusCode.Conflict, "plan.adopted");
        await ground.Manager.PutAsync(Path(year, "/goals/G1/indicators"), Indicators(1), await ground.VersionAsync(year)).RefusedAsync(HttpStatusCode.Conflict, "plan.adopted");
        await ground.Manager.DeleteAsync(new Uri(Path(year), UriKind.Relative)).RefusedAsync(HttpStatusCode.Conflict, "plan.adopted");
        // Who answers for it may change all the same.
        var named = await ground.Manager.PutAsync(Path(year, "/goals/G1/owner"), new { ownerId = People.IdOf("deputy") }, await ground.VersionAsync(year)).ReadAsync();
        Assert.Equal(People.IdOf("deputy"), Goal(named, "G1").Id("ownerId"));

        var copy = await ground.NewYearAsync();
        await ground.Manager.PostAsync("/api/members/plan", new { year = copy, from = year }).ReadAsync(HttpStatusCode.Created);
        await ground.Manager.PostAsync("/api/members/plan", new { year = copy, from = year }).RefusedAsync(HttpStatusCode.Conflict, "plan.exists");
        var copied = Goal(await ground.ReadAsync(copy), "G1");
        Assert.Equal((People.IdOf("deputy"), 100m), (copied.Id("ownerId"), copied.GetProperty("indicators")[0].GetProperty("target").GetDecimal()));

        await ground.Manager.DeleteAsync(new Uri(Path(year, "/adoption"), UriKind.Relative)).ReadAsync();
        await ground.Manager.PutAsync(Path(year, "/goals/G1"), PlanGround.Goal("Växa mer"), await ground.VersionAsync(year)).ReadAsync();
    }

    [Fact]
    public async Task Whoever_has_read_an_older_plan_changes_nothing_and_nobody_else_can_answer_for_a_goal()
    {
        var year = await ground.DraftAsync();
        await ground.Manager.PutAsync(Path(year, "/goals/G2"), PlanGround.Goal(), "\"1\"").RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        await ground.Manager.PutAsync(Path(year, "/goals/gé"), PlanGround.Goal(), await ground.VersionAsync(year)).RefusedAsync(HttpStatusCode.BadRequest, "plan.bad_code");
        var stranger = new { kind = "standing", titleSv = "Växa", titleEn = "Grow", ownerId = People.IdOf("member") };
        await ground.Manager.PutAsync(Path(year, "/goals/G2"), stranger, await ground.VersionAsync(year)).RefusedAsync(HttpStatusCode.BadRequest, "plan.bad_owner");
        var twice = new { items = new[] { new { measure = "members", target = 1 }, new { measure = "members", target = 2 } } };
        await ground.Manager.PutAsync(Path(year, "/goals/G1/indicators"), twice, await ground.VersionAsync(year)).RefusedAsync(HttpStatusCode.BadRequest, "plan.bad_indicator");
        Assert.Equal(["G1"], (await ground.ReadAsync(year)).GetProperty("goals").EnumerateArray().Select(goal => goal.Text("code")));
    }

    [Fact]
    public async Task Only_the_owner_and_those_who_manage_the_plan_follow_it_up()
    {
        var (year, activity) = await ground.ActivityAsync();
        var done = new { title = "Värvarhelg", due = new DateOnly(year, 5, 20), state = "done", note = "Tio föreningar var med." };
        var other = members.As(People.IdOf("deputy"), "plan:read@district");
        await other.PutAsync($"/api/members/plan/activities/{activity}", done, "\"1\"").RefusedAsync(HttpStatusCode.Forbidden, "plan.not_owner");
        Assert.False(Goal(await other.ReadAsync($"plan/{year}"), "G1").GetProperty("mayFollowUp").GetBoolean());
        var followed = Goal(await ground.Owner.PutAsync($"/api/members/plan/activities/{activity}", done, "\"1\"").ReadAsync(), "G1");
        Assert.True(followed.GetProperty("mayFollowUp").GetBoolean());
        Assert.Equal(("done", members.Today().ToString("yyyy-MM-dd", null)), (followed.GetProperty("activities")[0].Text("state"), followed.GetProperty("activities")[0].Text("doneOn")));
        await ground.Owner.PutAsync($"/api/members/plan/activities/{activity}", done, "\"1\"").RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        Assert.Empty(Goal(await ground.Owner.DeleteAsync(new Uri($"/api/members/plan/activities/{activity}", UriKind.Relative)).ReadAsync(), "G1").GetProperty("activities").EnumerateArray());
    }

    [Fact]
    public async Task Whoever_answers_for_a_goal_sees_which_quarters_are_not_told_of_until_the_report_is_adopted()
    {
        var (year, owner) = (members.Today().Year - 1, People.IdOf("deputy"));
        await members.ExecuteAsync(
            """
            delete from annual_reports where year = @year;
            delete from plans where year = @year;
            insert into plans (year, adopted_on) values (@year, make_date(@year, 3, 1));
            insert into plan_goals (year, code, kind, title_sv, title_en, position, owner_id) values (@year, 'Z1', 'standing', 'Växa', 'Grow', 1, @owner), (@year, 'Z2', 'standing', 'Annat', 'Other', 2, null);
            insert into plan_statuses (year, code, quarter, light, text, written_at) values (@year, 'Z1', 2, 'green', 'Bra.', now())
            """, new { year, owner });
        using var self = members.As(owner, "plan:read@district");
        var waits = (await self.GetAsync(new Uri("/api/members/me/goals", UriKind.Relative)).ReadAsync()).Items().Where(one => one.GetProperty("year").GetInt32() == year).ToList();
        Assert.Equal("Z1", Assert.Single(waits).Text("code"));
        // The last quarter is due some time into the next year.
        Assert.Equal([1, 3], waits[0].GetProperty("quarters").EnumerateArray().Select(quarter => quarter.GetInt32()).Where(quarter => quarter != 4));
        await members.ExecuteAsync("update plans set adopted_on = null where year = @year", new { year });
        Assert.DoesNotContain((await self.GetAsync(new Uri("/api/members/me/goals", UriKind.Relative)).ReadAsync()).Items(), one => one.GetProperty("year").GetInt32() == year);
        await members.ExecuteAsync("delete from plans where year = @year", new { year });
    }

    [Fact]
    public async Task A_quarter_is_told_of_when_it_has_begun_and_an_own_number_is_noted_by_hand()
    {
        var ahead = await ground.DraftAsync();
        await ground.Owner.PutAsync(Path(ahead, "/goals/G1/statuses/1"), new { light = "green", text = "Bra." }, "\"0\"").RefusedAsync(HttpStatusCode.Conflict, "plan.quarter_ahead");
        var year = ground.ThisYear;
        await members.ExecuteAsync("delete from plan_statuses where year = @year and code = 'G1'; update plan_goals set owner_id = @owner where year = @year and code in ('G1', 'A3')", new { year, owner = People.IdOf("district-chair") });
        var told = Goal(await ground.Owner.PutAsync(Path(year, "/goals/G1/statuses/1"), new { light = "amber", text = "Trögt i början." }, "\"0\"").ReadAsync(), "G1").GetProperty("statuses")[0];
        Assert.Equal(("amber", "Trögt i början.", 1), (told.Text("light"), told.Text("text"), told.GetProperty("version").GetInt32()));
        await ground.Owner.PutAsync(Path(year, "/goals/G1/statuses/1"), new { light = "green", text = "Annan." }, "\"0\"").RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        await ground.Owner.PutAsync(Path(year, "/goals/G1/statuses/1"), new { light = "unknown", text = "?" }, "\"1\"").RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");

        var (own, live) = (await ground.IndicatorAsync(year, "A3", "manual"), await ground.IndicatorAsync(year, "G1", "members"));
        await ground.Owner.PutAsync($"/api/members/plan/indicators/{live}/readings/1", new { value = 4 }, null).RefusedAsync(HttpStatusCode.Conflict, "plan.not_manual");
        var noted = Goal(await ground.Owner.PutAsync($"/api/members/plan/indicators/{own}/readings/1", new { value = 31 }, null).ReadAsync(), "A3").GetProperty("indicators").EnumerateArray().Single(one => one.Text("measure") == "manual");
        Assert.Equal(31, noted.GetProperty("readings")[0].GetProperty("value").GetDecimal());
    }

    [Fact]
    public async Task What_other_services_tell_of_the_year_is_kept_once_the_newest_wins_and_the_goal_shows_it()
    {
        var (year, today) = (ground.ThisYear, members.Today());
        await members.TellAsync(new DistrictFactReported(year, DistrictFact.ChairMeetingsHeld, 9, today) { Version = 2 });
        await members.TellAsync(new DistrictFactReported(year, DistrictFact.ChairMeetingsHeld, 1, today) { Version = 1 });
        var indicator = Goal(await ground.ReadAsync(year), "G7").GetProperty("indicators")[0];
        Assert.Equal((9m, "green"), (indicator.GetProperty("value").GetDecimal(), indicator.Text("light")));
        // Each fact that a service can tell is bound to a measure of the same name.
        Assert.Empty(Enum.GetNames<DistrictFact>().Except(Enum.GetNames<Measure>()));
        Assert.Equal(Enum.GetValues<Measure>().Except([Measure.Manual]).Order(), MeasureInfo.Live.Select(info => info.Measure).Order());
    }

    [Fact]
    public async Task A_night_keeps_what_the_quarter_shows()
    {
        await members.ExecuteAsync("delete from plan_readings where indicator_id in (select id from plan_indicators where year = @ThisYear and measure = 'members')", new { ground.ThisYear });
        await members.MoveClockAsync(TimeSpan.FromHours(7));
        var quarter = PlanRule.QuarterOf(members.Today());
        var kept = await Eventually.SeeAsync(() => members.QueryAsync<decimal?>(
            "select max(reading.value) from plan_readings reading join plan_indicators indicator on indicator.id = reading.indicator_id where indicator.year = @ThisYear and indicator.measure = 'members' and reading.quarter = @quarter", new { ground.ThisYear, quarter }), value => value is not null);
        Assert.InRange(kept!.Value, 1, 100_000);
    }

    [Fact]
    public async Task A_partner_sees_the_plan_without_names()
    {
        var year = await ground.DraftAsync();
        await ground.Manager.PostAsync(Path(year, "/goals/G1/activities"), Activity(year)).ReadAsync();
        var text = await members.WithToken(tokens => tokens.ForClient("partner", ["plan:read@district"])).GetStringAsync(new Uri(Path(year), UriKind.Relative));
        Assert.DoesNotContain(People.IdOf("district-chair").ToString(), text, StringComparison.Ordinal);
        Assert.DoesNotContain(People.IdOf("board-member").ToString(), text, StringComparison.Ordinal);
        Assert.Contains("Värvarhelg", text, StringComparison.Ordinal);
    }
}
