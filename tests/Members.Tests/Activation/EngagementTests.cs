using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Activation;

/// <summary>Who takes part, by what has happened; and of whom nothing has been heard.</summary>
public sealed class EngagementTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;

    [Fact]
    public async Task The_ladder_counts_who_stands_where_and_who_went_up_and_down_this_quarter()
    {
        var association = await members.AddAssociationAsync();
        var (idle, comes, helps, holds, came, left) = (await OldAsync(association), await OldAsync(association), await OldAsync(association), await OldAsync(association), await OldAsync(association), await OldAsync(association));
        await members.AddMemberAsync(association, days: 0);
        await members.AddApplicantAsync(association);
        var began = LastQuartersEnd();
        await CameAsync(comes, members.Today());
        await HelpedAsync(association, helps, members.Today());
        await HoldsAsync(association, holds, members.Today());
        // The last day on which it counted when the quarter began.
        await CameAsync(came, began.AddMonths(-12).AddDays(1));
        await members.ExecuteAsync("update memberships set state = 'left', ended_on = @today where person_id = @left", new { left, today = members.Today() });

        using var chair = Chair(association);
        var ladder = await chair.GetAsync(Ladder(association)).ReadAsync();
        Assert.Equal((3, 1, 1, 1), Counts(ladder.GetProperty("now")));
        Assert.Equal(12, ladder.GetProperty("windowMonths").GetInt32());
        var running = ladder.GetProperty("quarters").EnumerateArray().Last();
        Assert.Equal((3, 1, 1, 1), (Number(running, "up"), Number(running, "down"), Number(running, "new"), Number(running, "left")));
        Assert.Equal(
            [("", "joined", 1), ("came", "joined", 1), ("joined", "", 1), ("joined", "came", 1), ("joined", "helped", 1), ("joined", "holds", 1), ("joined", "joined", 1)],
            running.GetProperty("steps").EnumerateArray().Select(step => (step.Text("from") ?? "", step.Text("to") ?? "", Number(step, "people"))).Order());
        Assert.Equal((5, 1), (Counts(ladder.GetProperty("quarters").EnumerateArray().SkipLast(1).Last().GetProperty("rungs")).Joined, Counts(ladder.GetProperty("quarters").EnumerateArray().SkipLast(1).Last().GetProperty("rungs")).Came));
        var own = Assert.Single(ladder.GetProperty("associations").EnumerateArray());
        Assert.Equal((association, 3, 1), (own.Id("associationId"), Number(own, "up"), Number(own, "down")));
        Assert.NotEqual(Guid.Empty, idle);
    }

    [Fact]
    public async Task The_ladder_is_nobody_elses_and_the_file_holds_no_names()
    {
        var association = await members.AddAssociationAsync();
        var person = await members.AddMemberAsync(association, 400, "Sigvardine", "Filtrand");
        await CameAsync(person.Id, members.Today());
        using var elsewhere = Chair(Places.Karlstad);
        await elsewhere.GetAsync(Ladder(association)).RefusedAsync(HttpStatusCode.NotFound, "association.unknown");
        using var reader = members.As(People.IdOf("study-organiser"), $"statistics:read@{association}", "member:self@district");
        await reader.GetAsync(Ladder(association)).RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden");
        using var chair = Chair(association);
        var file = await chair.GetAsync(new Uri("/api/members/activation/ladder/export", UriKind.Relative)).ReadTextAsync();
        var last = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[^1].Split(';');
        Assert.Equal(["1", "0", "1", "0", "0"], last[3..8]);
        Assert.DoesNotContain("Sigvardine", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quarters_whose_facts_are_not_kept_are_not_told()
    {
        using var chair = Chair(Places.Karlstad);
        Assert.Equal(8, (await chair.GetAsync(Ladder(Places.Karlstad)).ReadAsync()).GetProperty("quarters").GetArrayLength());
        await members.ExecuteAsync("insert into retention_periods (rule, months) values ('attendances', 3); update retention_settings set started_at = @now", new { now = members.Clock.GetUtcNow() });
        try
        {
            var ladder = await chair.GetAsync(Ladder(Places.Karlstad)).ReadAsync();
            Assert.Equal((3, 0), (Number(ladder, "windowMonths"), ladder.GetProperty("quarters").GetArrayLength()));
        }
        finally
        {
            await members.ExecuteAsync("delete from retention_periods where rule = 'attendances'; update retention_settings set started_at = null");
        }
    }

    [Fact]
    public async Task Attendance_is_kept_once_in_any_order_and_a_slip_is_taken_back()
    {
        var (person, other, occasion) = (await OldAsync(Places.Karlstad), await OldAsync(Places.Karlstad), Guid.CreateVersion7());
        AttendanceReported Told(int version, bool came) => new(person, occasion, members.Today().AddDays(-version), came) { Version = version };
        await members.TellAsync(Told(2, true));
        await members.TellAsync(Told(1, false));
        Assert.Equal((true, 2), await KeptAsync(person));
        await members.TellAsync(Told(3, false));
        await members.TellAsync(Told(2, true));
        Assert.Equal((false, 3), await KeptAsync(person));
        // Nothing is kept of somebody unknown; of an entry that has become another's, with that one.
        var stranger = Guid.CreateVersion7();
        await members.TellAsync(new AttendanceReported(stranger, occasion, members.Today(), true) { Version = 1 });
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from attendances where person_id = @stranger", new { stranger }));
        var merged = await members.AddApplicantAsync(Places.Karlstad);
        await members.ExecuteAsync("update people set merged_into = @other where id = @Id", new { merged.Id, other });
        await members.TellAsync(new AttendanceReported(merged.Id, occasion, members.Today(), true) { Version = 1 });
        Assert.Equal((true, 1), await KeptAsync(other));
    }

    [Fact]
    public async Task Whoever_came_or_helped_is_active_in_the_associations_health()
    {
        var association = await members.AddAssociationAsync();
        var (comes, helps) = (await OldAsync(association), await OldAsync(association));
        await OldAsync(association);
        await OldAsync(association);
        await CameAsync(comes, members.Today());
        await HelpedAsync(association, helps, members.Today());
        using var reader = members.As(People.IdOf("ombudsman"), "statistics:read@district");
        var health = await reader.GetAsync(new Uri($"/api/members/associations/health?association={association}", UriKind.Relative)).ReadAsync();
        Assert.Equal(50, health.GetProperty("associations")[0].GetProperty("figures").EnumerateArray().Single(one => one.Text("figure") == "activeShare").GetProperty("value").GetDecimal());
    }

    private async Task<(bool Came, int Version)> KeptAsync(Guid person) => await members.QueryAsync<(bool, int)>("select came, version from attendances where person_id = @person", new { person });

    private Task CameAsync(Guid person, DateOnly on) => members.TellAsync(new AttendanceReported(person, Guid.CreateVersion7(), on, true) { Version = 1 });

    private Task HelpedAsync(Guid association, Guid person, DateOnly on) => members.ExecuteAsync(
        """
        insert into asks (id, association_id, title, starts_at, minutes, place, needed, sent_at) values (@ask, @association, 'Bokbord', @at, 60, 'Torget', 3, @at);
        insert into ask_people (ask_id, person_id, token_hash, asked_at, came) values (@ask, @person, sha256(convert_to(@ask::text, 'UTF8')), @at, true)
        """, new { ask = Guid.CreateVersion7(), association, person, at = ServiceDefaults.Time.SwedishTime.StartOf(on) });

    private Task HoldsAsync(Guid association, Guid person, DateOnly from) => members.ExecuteAsync(
        "insert into assignments (id, person_id, kind, association_id, from_date) values (@id, @person, 'boardMember', @association, @from)", new { id = Guid.CreateVersion7(), person, association, from });

    private async Task<Guid> OldAsync(Guid association) => (await members.AddMemberAsync(association, 900)).Id;

    private DateOnly LastQuartersEnd()
    {
        var today = members.Today();
        return new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1).AddDays(-1);
    }

    private HttpClient Chair(Guid association) => members.As(People.IdOf("association-chair-karlstad"), $"activation:work@{association}");

    private static Uri Ladder(Guid association) => new($"/api/members/activation/ladder?association={association}", UriKind.Relative);

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    private static (int Joined, int Came, int Helped, int Holds) Counts(JsonElement counts) => (Number(counts, "joined"), Number(counts, "came"), Number(counts, "helped"), Number(counts, "holds"));
}
